import {
  type Calendar,
  daysBefore,
  trailing,
  unitOf,
  wholeUnit,
} from "../../period.ts";
import { at, type Token } from "../../token.ts";
import { type Clock, countAt, PLAIN, yearPart } from "./dates.ts";

const OPEN = { start: null, end: null } as const;

function days(clock: Clock, ago: number, to: number): Calendar {
  const day = clock.now === null ? null : clock.now - ago;
  return { ...PLAIN, to, span: "day", start: day, end: day };
}

/** "Останні 24 години", "останні два тижні", "останній місяць". */
function pastAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const { words, now } = clock;
  const previous = words.previous.has(at(tokens, i));
  if (!previous && !words.past.has(at(tokens, i))) return null;
  const count = countAt(tokens, i + 1, clock);
  const unit = count ? count[1] : i + 1;
  if (count && words.hours.has(at(tokens, unit))) {
    const long = Math.max(1, Math.ceil(count[0] / 24));
    return {
      ...PLAIN,
      to: unit + 1,
      span: "day",
      start: now === null ? null : now - long,
      end: now,
      why: `the last ${count[0]} hours may touch ${long + 1} days`,
    };
  }
  const weekday = words.weekdays.get(at(tokens, unit));
  if (weekday !== undefined && !count) {
    return weekdayAt(clock, weekday, unit + 1);
  }
  const span = words.spans.get(at(tokens, unit));
  if (!span) return null;
  const to = unit + 1;
  if (now === null) return { ...PLAIN, ...OPEN, to, span };
  if (previous && !count) {
    return {
      ...PLAIN,
      ...wholeUnit(daysBefore(unitOf(now, span), 1, span), span),
      to,
      span,
    };
  }
  const many = count?.[0] ?? 1;
  // A day and night that end with the publication touch the day before it.
  if (/^(доб|діб|сут)/.test(at(tokens, unit))) {
    const why = "a day and a night touch two days";
    return { ...PLAIN, start: now - many, end: now, to, span, why };
  }
  return { ...PLAIN, ...trailing(now, many, span), to, span };
}

function weekdayAt(clock: Clock, weekday: number, to: number): Calendar {
  const { now } = clock;
  return days(clock, now === null ? 0 : ((now + 3 - weekday) % 7 + 7) % 7, to);
}

/** "Рік тому", "два роки тому", "роком раніше". */
function agoAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const { words, now } = clock;
  const count = countAt(tokens, i, clock) ?? [1, i] as const;
  const span = words.spans.get(at(tokens, count[1]));
  if (!span) return null;
  const to = count[1] + 2;
  // "987 годом ранее": the number is none of years.
  if (count[1] > i && /(ом|ем|ою)$/.test(at(tokens, count[1]))) return null;
  const word = at(tokens, count[1] + 1);
  const shift = { count: count[0], span };
  if (words.earlier.has(word)) {
    return { ...PLAIN, ...OPEN, to, span, shift };
  }
  if (!words.ago.has(word)) return null;
  if (now === null) return { ...PLAIN, ...OPEN, to, span };
  const day = daysBefore({ start: now, end: now }, count[0], span).start!;
  return span === "year" || span === "month"
    ? {
      ...PLAIN,
      ...unitOf(day, span),
      to,
      span,
      why: `the ${span} before that of publication, ${count[0]} in all`,
      shift,
    }
    : { ...PLAIN, start: day, end: day, to, span: "day" };
}

/** "Аналогічний період минулого року", "той самий місяць 2023 року". */
function sameAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const { words } = clock;
  if (!words.same.has(at(tokens, i))) return null;
  let to = i + 1;
  if (/^(самий|самого|же|ж|самый|самого)$/.test(at(tokens, to))) to++;
  const unit = at(tokens, to);
  if (!words.period.has(unit) && !words.spans.has(unit)) return null;
  const within = words.in.has(at(tokens, to + 1)) ? 1 : 0;
  const year = yearPart(tokens, to + 1 + within, clock);
  const ago = year ? null : agoAt(tokens, to + 1, clock);
  // Without either, the year may stand before: "у 2035 році за той самий".
  if (!year && !ago?.shift && !words.period.has(unit)) return null;
  return {
    ...PLAIN,
    ...OPEN,
    to: year?.to ?? (ago?.shift ? ago.to : to + 1),
    span: "year",
    same: true,
    year: year?.year ?? null,
    shift: ago?.shift ?? null,
  };
}

/** What is told from the day of publication. */
export function relativeAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const { words, now } = clock;
  const word = at(tokens, i);
  const ago = words.daysAgo.get(word);
  if (ago !== undefined) return days(clock, ago, i + 1);
  const same = sameAt(tokens, i, clock);
  if (same) return same;
  if (words.current.has(word)) {
    const span = words.spans.get(at(tokens, i + 1));
    const weekday = words.weekdays.get(at(tokens, i + 1));
    if (weekday !== undefined) return weekdayAt(clock, weekday, i + 2);
    if (!span) return null;
    if (now === null) return { ...PLAIN, ...OPEN, to: i + 2, span };
    return {
      ...PLAIN,
      start: unitOf(now, span).start,
      end: now,
      to: i + 2,
      span,
      why: `this ${span} so far`,
    };
  }
  // "За добу", "за сутки".
  if (at(tokens, i - 1) === "за" && /^(добу|сутки)$/.test(word)) {
    const why = "a day and a night touch two days";
    const start = now === null ? null : now - 1;
    return { ...PLAIN, start, end: now, to: i + 1, span: "day", why };
  }
  const past = pastAt(tokens, i, clock);
  if (past) return past;
  const weekday = words.weekdays.get(word);
  if (weekday !== undefined) return weekdayAt(clock, weekday, i + 1);
  return agoAt(tokens, i, clock);
}
