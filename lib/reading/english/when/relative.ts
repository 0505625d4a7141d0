import type { Day } from "../../../quantity/date.ts";
import { monthOf } from "../../../quantity/date.ts";
import {
  type Calendar,
  daysBefore,
  months,
  trailing,
  unitOf,
  wholeUnit,
} from "../../period.ts";
import { at, type Token } from "../../token.ts";
import { SPANS, WEEKDAYS } from "../words/calendar_words.ts";
import { countAt, monthAt, PLAIN, whichYear } from "./dates.ts";

/** "The past 24 hours", "the previous two years", "the next quarter". */
export function rollingAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const article = /^(the|these|those|its|their)$/.test(at(tokens, i)) ? 1 : 0;
  const word = at(tokens, i + article);
  const back = /^(past|last|previous|preceding|latest)$/.test(word);
  const ahead = /^(next|coming|following)$/.test(word);
  if (!back && !ahead) return null;
  let to = i + article + 1;
  const count = countAt(tokens, to);
  if (count) to = count[1];
  const unit = at(tokens, to);
  if (count && (unit === "hours" || unit === "hour") && back) {
    const days = Math.max(1, Math.ceil(count[0] / 24));
    return {
      ...PLAIN,
      to: to + 1,
      span: "day",
      start: now === null ? null : now - days,
      end: now,
      why: `the last ${count[0]} hours may touch ${days + 1} days`,
    };
  }
  const span = SPANS.get(unit);
  if (!span) return null;
  to++;
  if (now === null) return { ...PLAIN, to, span, start: null, end: null };
  const many = count?.[0] ?? 1;
  if (!count) {
    // "Last month" is the month before; "the past month" ends today.
    if (word === "past" || word === "latest" && article) {
      return { ...PLAIN, ...trailing(now, 1, span), to, span };
    }
    const unitNow = unitOf(now, span);
    const days = daysBefore(unitNow, back ? 1 : -1, span);
    return { ...PLAIN, ...wholeUnit(days, span), to, span };
  }
  if (ahead) {
    return {
      ...PLAIN,
      to,
      span,
      start: now + 1,
      end: daysBefore({ start: now, end: now }, -many, span).end,
    };
  }
  if (word === "previous" || word === "preceding") {
    const unitNow = unitOf(now, span);
    const first = daysBefore(unitNow, many, span).start;
    return { ...PLAIN, start: first, end: unitNow.start! - 1, to, span };
  }
  return { ...PLAIN, ...trailing(now, many, span), to, span };
}

/** This year, this month, today, yesterday, Monday, a year ago. */
export function relativeAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const word = at(tokens, i);
  const days = (ago: number, to: number): Calendar => ({
    ...PLAIN,
    to,
    span: "day",
    start: now === null ? null : now - ago,
    end: now === null ? null : now - ago,
  });
  if (word === "today" || word === "tonight") return days(0, i + 1);
  if (word === "yesterday") return days(1, i + 1);
  if (word === "tomorrow") return days(-1, i + 1);
  if (
    (word === "this" || word === "the" &&
        at(tokens, i + 1) === "current") &&
    SPANS.has(at(tokens, i + (word === "this" ? 1 : 2)))
  ) {
    const place = i + (word === "this" ? 1 : 2);
    const span = SPANS.get(at(tokens, place))!;
    if (now === null) {
      return { ...PLAIN, to: place + 1, span, start: null, end: null };
    }
    const { start } = unitOf(now, span);
    return {
      ...PLAIN,
      start,
      end: now,
      to: place + 1,
      span,
      why: `this ${span} so far`,
    };
  }
  if (
    word === "this" && /^(morning|afternoon|evening)$/.test(at(tokens, i + 1))
  ) {
    return days(0, i + 2);
  }
  if (word === "this" || word === "last") {
    const named = monthAt(tokens, i + 1);
    if (named && now !== null) {
      const thisYear = Math.floor(monthOf(now) / 12);
      let number = thisYear * 12 + named[0];
      if (word === "last" && number >= monthOf(now)) number -= 12;
      return {
        ...PLAIN,
        ...months(number, number),
        to: named[1],
        span: "month",
      };
    }
  }
  const last = word === "last" || word === "this" || word === "past" ? 1 : 0;
  const weekday = tokens[i + last]?.capital
    ? WEEKDAYS.get(at(tokens, i + last))
    : undefined;
  if (weekday !== undefined) {
    if (now === null) {
      return {
        ...PLAIN,
        to: i + last + 1,
        span: "day",
        start: null,
        end: null,
      };
    }
    const ago = ((now + 3 - weekday) % 7 + 7) % 7;
    return days(ago === 0 && word === "last" ? 7 : ago, i + last + 1);
  }
  return agoAt(tokens, i, now);
}

/** "A year ago", "two months earlier", "the year before". */
export function agoAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  let count = countAt(tokens, i);
  const before = at(tokens, i) === "the" &&
    SPANS.has(at(tokens, i + 1)) &&
    /^(before|earlier)$/.test(at(tokens, i + 2));
  if (before) count = [1, i + 1];
  if (!count) return null;
  const span = SPANS.get(at(tokens, count[1]));
  const word = at(tokens, count[1] + 1);
  if (!span) return null;
  if (word === "ago") {
    const to = count[1] + 2;
    if (now === null) return { ...PLAIN, to, span, start: null, end: null };
    const day = daysBefore({ start: now, end: now }, count[0], span).start!;
    if (span === "year" || span === "month") {
      return {
        ...PLAIN,
        ...unitOf(day, span),
        to,
        span,
        why: `the ${span} ${
          count[0] === 1 ? "before" : `${count[0]} before`
        } that of publication`,
        shift: { count: count[0], span },
      };
    }
    return { ...PLAIN, start: day, end: day, to, span: "day" };
  }
  if (word === "earlier" || word === "before" || word === "previously") {
    // "Before" that goes on is a conjunction: "a week before the vote".
    const next = at(tokens, count[1] + 2);
    // "The year before it was 31".
    const told = before && /^(it|they|there|that|this)$/.test(next) &&
      /^(was|were|had)$/.test(at(tokens, count[1] + 3));
    if (word === "before" && !told && !/^[.,;)]?$/.test(next)) return null;
    return {
      ...PLAIN,
      to: count[1] + 2,
      span,
      start: null,
      end: null,
      shift: { count: count[0], span },
    };
  }
  return null;
}

/** "The same period last year", "the same month of 2023". */
export function samePeriodAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const article = at(tokens, i) === "the" ? 1 : 0;
  const word = at(tokens, i + article);
  if (word !== "same" && word !== "corresponding" && word !== "equivalent") {
    return null;
  }
  let to = i + article + 1;
  while (
    to < i + article + 4 && !SPANS.has(at(tokens, to)) &&
    !/^(period|time|half|stretch)$/.test(at(tokens, to))
  ) to++;
  if (to === i + article + 4) return null;
  to++;
  let [year, after] = whichYear(tokens, to, now);
  if (after === to) {
    const ago = agoAt(tokens, to, now);
    if (ago?.shift) {
      return {
        ...PLAIN,
        to: ago.to,
        span: "year",
        start: null,
        end: null,
        same: true,
        shift: ago.shift,
      };
    }
    if (
      at(tokens, to) === "the" && at(tokens, to + 1) === "previous" &&
        at(tokens, to + 2) === "year" ||
      at(tokens, to) === "of" && at(tokens, to + 2) === "previous"
    ) {
      after = to + (at(tokens, to) === "of" ? 4 : 3);
      return {
        ...PLAIN,
        to: after,
        span: "year",
        start: null,
        end: null,
        same: true,
        shift: { count: 1, span: "year" },
      };
    }
    return null;
  }
  year ??= null;
  return {
    ...PLAIN,
    to: after,
    span: "year",
    start: null,
    end: null,
    same: true,
    year,
  };
}
