import type { Day } from "../../../quantity/date.ts";
import { monthOf, monthStart } from "../../../quantity/date.ts";
import {
  MONTHS,
  ORDINALS,
  SEASONS,
  type Span,
  SPANS,
  WEEKDAYS,
} from "../words/calendar_words.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import {
  CURRENCY_SIGNS,
  MEASURES,
  MONEY,
  PEOPLE,
  TIME,
} from "../words/nouns.ts";
import { MAGNITUDES, SMALL, TENS } from "../words/number_words.ts";
import { type Days, daysBefore, months, unitOf } from "../../period.ts";
import { at, type Token } from "../../token.ts";

/** A date or a part of the calendar, without the word before it. */
export interface Calendar extends Days {
  readonly to: number;
  readonly span: Span;
  /** Whether its year is named or told by the day of publication. */
  readonly year: number | null;
  readonly same: boolean;
  readonly shift: { readonly count: number; readonly span: Span } | null;
  readonly why: string | null;
}

const plain = { same: false, shift: null, why: null, year: null } as const;

/** A year in digits, where nothing says that it is a count. */
export function yearAt(tokens: readonly Token[], i: number): number | null {
  const token = tokens[i];
  if (!token || token.kind !== "number" || token.text.length !== 4) return null;
  const year = Number(token.text);
  if (!Number.isInteger(year) || year < 1500 || year > 2199) return null;
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  if (before && CURRENCY_SIGNS.has(before.text) && token.glued) return null;
  if (next?.glued && (next.kind === "word" || next.text === "%")) {
    return null;
  }
  if (next?.glued && /^[:/.]$/.test(next.text) && tokens[i + 2]?.glued) {
    return null;
  }
  return year;
}

const YEAR_BEFORE: ReadonlySet<string> = new Set(
  ("in since by of from until till during to early late mid before after year " +
    "for through throughout between and than over ( , - – late-").split(" "),
);

/** A year that stands by itself. */
function loneYear(tokens: readonly Token[], i: number): number | null {
  const year = yearAt(tokens, i);
  if (year === null) return null;
  const next = tokens[i + 1];
  const before = at(tokens, i - 1);
  const measured = next?.kind === "word" &&
    (isCounted(next) || MAGNITUDES.has(next.lower) || MONEY.has(next.lower) ||
      TIME.has(next.lower) ||
      MEASURES.has(next.lower) && next.lower.length > 1);
  if (before === "in" || before === "since" || before === "during") return year;
  const owned = before === "the" || before === "a" || before === "s" ||
    /^(its|his|her|their|our)$/.test(before) || before.endsWith("'s") ||
    tokens[i - 1]?.capital === true && !isClosed(before);
  const people = next?.kind === "word" && PEOPLE.has(next.lower);
  if (measured && !(owned && !people && isCounted(next))) return null;
  if (year < 1800) return YEAR_BEFORE.has(before) ? year : null;
  if (YEAR_BEFORE.has(before)) return year;
  if (next?.kind === "word" && !isClosed(next.lower)) return year;
  return year >= 1900 && year <= 2100 ? year : null;
}

function dayOfMonth(
  tokens: readonly Token[],
  i: number,
): [number, number] | null {
  const token = tokens[i];
  if (token?.kind !== "number" || token.text.length > 2) return null;
  const day = Number(token.text);
  if (!(day >= 1 && day <= 31)) return null;
  const ordinal = /^(st|nd|rd|th)$/.test(at(tokens, i + 1)) &&
    tokens[i + 1]!.glued;
  if (
    !ordinal && tokens[i + 1]?.glued && /^[%.:]$/.test(at(tokens, i + 1)) &&
    tokens[i + 2]?.glued
  ) return null;
  return [day, ordinal ? i + 2 : i + 1];
}

function monthAt(tokens: readonly Token[], i: number): [number, number] | null {
  const token = tokens[i];
  if (token?.kind !== "word" || !token.capital) return null;
  const month = MONTHS.get(token.lower);
  if (month === undefined) return null;
  const short = token.lower.length <= 4 && token.lower !== "may" &&
    token.lower !== "june" && token.lower !== "july";
  const dot = short && at(tokens, i + 1) === "." ? 1 : 0;
  return [month, i + 1 + dot];
}

/** Reads the calendar of a text against its day of publication. */
export class CalendarReader {
  readonly #published: Day | null;

  constructor(published: Day | null) {
    this.#published = published;
  }

  get published(): Day | null {
    return this.#published;
  }

  /** A month without its year: the last that began by the publication. */
  #yearOf(month: number): number | null {
    if (this.#published === null) return null;
    const now = monthOf(this.#published);
    const year = Math.floor(now / 12);
    return year * 12 + month <= now ? year : year - 1;
  }

  /** The year after a month: "2024", "of 2024", "this year", "last year". */
  #yearAfter(tokens: readonly Token[], i: number): [number | null, number] {
    const comma = at(tokens, i) === "," || at(tokens, i) === "of" ||
        at(tokens, i) === "in"
      ? 1
      : 0;
    const year = yearAt(tokens, i + comma);
    const next = tokens[i + comma + 1];
    const counted = comma && at(tokens, i) === "," && isCounted(next) ||
      next?.kind === "word" && MAGNITUDES.has(next.lower);
    if (year !== null && !counted) return [year, i + comma + 1];
    const of = at(tokens, i) === "of" ? 1 : 0;
    if (at(tokens, i + of + 1) === "year" && this.#published !== null) {
      const now = Math.floor(monthOf(this.#published) / 12);
      const word = at(tokens, i + of);
      if (word === "this") return [now, i + of + 2];
      if (word === "last") return [now - 1, i + of + 2];
      if (word === "next") return [now + 1, i + of + 2];
    }
    return [null, i];
  }

  /** 9 November [2031], November 9[th][, 2031]; not the month alone. */
  #date(tokens: readonly Token[], i: number): Calendar | null {
    const article = at(tokens, i) === "the" ? 1 : 0;
    const day = dayOfMonth(tokens, i + article);
    if (day) {
      const of = at(tokens, day[1]) === "of" ? 1 : 0;
      const month = monthAt(tokens, day[1] + of);
      if (!month) return null;
      return this.#dated(tokens, day[0], month[0], month[1]);
    }
    const month = monthAt(tokens, i);
    if (!month) return null;
    const after = dayOfMonth(tokens, month[1]);
    if (!after || tokens[month[1]]!.text.length > 2) return null;
    const next = tokens[after[1]];
    if (
      next?.kind === "word" &&
      (PEOPLE.has(next.lower) || MAGNITUDES.has(next.lower) ||
        next.lower === "percent" || next.lower === "per")
    ) return null;
    return this.#dated(tokens, after[0], month[0], after[1]);
  }

  #dated(
    tokens: readonly Token[],
    day: number,
    month: number,
    to: number,
  ): Calendar | null {
    const [named, after] = this.#yearAfter(tokens, to);
    let year = named;
    if (year === null) {
      year = this.#yearOf(month);
      if (
        year !== null && this.#published !== null &&
        monthStart(year * 12 + month) + day - 1 > this.#published + 31
      ) year--;
    }
    if (year === null) {
      return { ...plain, to: after, span: "day", start: null, end: null };
    }
    const start = monthStart(year * 12 + month) + day - 1;
    if (start >= monthStart(year * 12 + month + 1)) return null;
    return { ...plain, year: named, to: after, span: "day", start, end: start };
  }

  /** October [2031], late October. */
  #month(tokens: readonly Token[], i: number): Calendar | null {
    const found = monthAt(tokens, i);
    if (!found) return null;
    const [month, to] = found;
    const [named, after] = this.#yearAfter(tokens, to);
    const year = named ?? this.#yearOf(month);
    if (at(tokens, i) === "may" && named === null) {
      // The verb: only after a word of time, or before a number.
      const before = at(tokens, i - 1);
      if (
        !/^(in|since|by|until|till|of|from|to|during|last|this|early|late|mid|and|between|,|-|through|\()$/
          .test(before)
      ) return null;
    }
    if (at(tokens, i) === "march" && named === null && i === 0) return null;
    if (year === null) {
      return { ...plain, to: after, span: "month", start: null, end: null };
    }
    const number = year * 12 + month;
    return {
      ...plain,
      ...months(number, number),
      year: named,
      to: after,
      span: "month",
    };
  }

  /** 2031-11-09, 9.11.2031, 09/11/2031 (where only one order is a date). */
  #numeric(tokens: readonly Token[], i: number): Calendar | null {
    const token = tokens[i];
    if (token?.kind !== "number") return null;
    let parts: string[] = [];
    let to = i + 1;
    if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(token.text)) {
      parts = token.text.split(".");
    } else {
      const mark = at(tokens, i + 1);
      const [second, third] = [tokens[i + 2], tokens[i + 4]];
      if (
        (mark === "-" || mark === "/") && second?.kind === "number" &&
        at(tokens, i + 3) === mark && third?.kind === "number" &&
        tokens[i + 1]!.glued && second.glued && third.glued
      ) {
        parts = [token.text, second.text, third.text];
        to = i + 5;
        if (parts[0]!.length === 4) parts.reverse();
      }
    }
    if (parts.length !== 3 || parts[2]!.length !== 4) return null;
    let [day, month] = parts.map(Number) as [number, number];
    const year = Number(parts[2]);
    if (month > 12 && day <= 12) [day, month] = [month, day];
    if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
    const start = monthStart(year * 12 + month - 1) + day - 1;
    return { ...plain, to, year, span: "day", start, end: start };
  }

  /** "Of 2024", "of the year", "of this year", "of last year", or nothing. */
  #whichYear(tokens: readonly Token[], i: number): [number | null, number] {
    const of = at(tokens, i) === "of" || at(tokens, i) === "in" ? 1 : 0;
    const year = yearAt(tokens, i + of);
    if (year !== null) return [year, i + of + 1];
    const now = this.#published === null
      ? null
      : Math.floor(monthOf(this.#published) / 12);
    const word = at(tokens, i + of);
    if (at(tokens, i + of + 1) === "year") {
      if (word === "this" || word === "the") return [now, i + of + 2];
      if (word === "last") return [now === null ? null : now - 1, i + of + 2];
    }
    return [now, i];
  }

  /** First half of 2031, the third quarter, Q1 2024, H1. */
  #part(tokens: readonly Token[], i: number): Calendar | null {
    const article = at(tokens, i) === "the" ? 1 : 0;
    const word = at(tokens, i + article);
    const code = /^([qh])([1-4])$/.exec(word);
    let size = 0;
    let which = 0;
    let to = i + article + 1;
    if (code) {
      size = code[1] === "q" ? 3 : 6;
      which = Number(code[2]);
    } else {
      const ordinal = ORDINALS.get(word);
      const dash = at(tokens, to) === "-" ? 1 : 0;
      const unit = at(tokens, to + dash);
      if (ordinal === undefined || unit !== "half" && unit !== "quarter") {
        return null;
      }
      size = unit === "quarter" ? 3 : 6;
      which = ordinal === 4 && size === 6 ? 2 : ordinal;
      to += dash + 1;
    }
    if (which * size > 12) return null;
    const [named, after] = this.#whichYear(tokens, to);
    // "The second half" alone is of a match as well.
    if (after === to && !code && size === 6) return null;
    if (named === null) {
      return { ...plain, to: after, span: "quarter", start: null, end: null };
    }
    let year = named;
    const now = this.#published;
    if (
      after === to && now !== null &&
      monthStart(year * 12 + (which - 1) * size) > now
    ) year--;
    const first = year * 12 + (which - 1) * size;
    return {
      ...plain,
      ...months(first, first + size - 1),
      to: after,
      span: size === 3 ? "quarter" : "year",
    };
  }

  /** How many: digits or a word, "a" and nothing being one. */
  count(tokens: readonly Token[], i: number): [number, number] | null {
    const token = tokens[i];
    if (!token) return null;
    if (token.kind === "number") {
      return /^\d{1,3}$/.test(token.text) ? [Number(token.text), i + 1] : null;
    }
    const word = token.lower;
    if (word === "a" || word === "an") return [1, i + 1];
    const value = SMALL.get(word) ?? TENS.get(word);
    return value === undefined || value === 0 ? null : [value, i + 1];
  }

  /** "The first ten months of 2024", "the last two months of the year". */
  #firstMonths(tokens: readonly Token[], i: number): Calendar | null {
    const article = at(tokens, i) === "the" ? 1 : 0;
    const word = at(tokens, i + article);
    if (word !== "first" && word !== "last" && word !== "final") return null;
    const count = this.count(tokens, i + article + 1);
    const unit = count && at(tokens, count[1]);
    if (!count || unit !== "months" && unit !== "quarters") return null;
    const [named, after] = this.#whichYear(tokens, count[1] + 1);
    if (after === count[1] + 1) return null;
    const size = count[0] * (unit === "quarters" ? 3 : 1);
    if (named === null || size > 12) return null;
    const first = word === "first" ? named * 12 : named * 12 + 12 - size;
    return {
      ...plain,
      ...months(first, first + size - 1),
      to: after,
      span: "month",
    };
  }

  /** "The past 24 hours", "the previous two years", "the next quarter". */
  #rolling(tokens: readonly Token[], i: number): Calendar | null {
    const article = /^(the|these|those|its|their)$/.test(at(tokens, i)) ? 1 : 0;
    const word = at(tokens, i + article);
    const back = /^(past|last|previous|preceding|latest)$/.test(word);
    const ahead = /^(next|coming|following)$/.test(word);
    if (!back && !ahead) return null;
    const now = this.#published;
    let to = i + article + 1;
    const count = this.count(tokens, to);
    if (count) to = count[1];
    const unit = at(tokens, to);
    if (count && (unit === "hours" || unit === "hour") && back) {
      const days = Math.max(1, Math.ceil(count[0] / 24));
      return {
        ...plain,
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
    if (now === null) return { ...plain, to, span, start: null, end: null };
    const many = count?.[0] ?? 1;
    if (!count) {
      // "Last month" is the month before; "the past month" ends today.
      if (word === "past" || word === "latest" && article) {
        return { ...plain, ...trailing(now, 1, span), to, span };
      }
      const unitNow = unitOf(now, span);
      const days = daysBefore(unitNow, back ? 1 : -1, span);
      return { ...plain, ...whole(days, span), to, span };
    }
    if (ahead) {
      return {
        ...plain,
        to,
        span,
        start: now + 1,
        end: daysBefore({ start: now, end: now }, -many, span).end,
      };
    }
    if (word === "previous" || word === "preceding") {
      const unitNow = unitOf(now, span);
      const first = daysBefore(unitNow, many, span).start;
      return { ...plain, start: first, end: unitNow.start! - 1, to, span };
    }
    return { ...plain, ...trailing(now, many, span), to, span };
  }

  /** This year, this month, today, yesterday, Monday, a year ago. */
  #relative(tokens: readonly Token[], i: number): Calendar | null {
    const word = at(tokens, i);
    const now = this.#published;
    const days = (ago: number, to: number): Calendar => ({
      ...plain,
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
        return { ...plain, to: place + 1, span, start: null, end: null };
      }
      const { start } = unitOf(now, span);
      return {
        ...plain,
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
          ...plain,
          ...months(number, number),
          to: named[1],
          span: "month",
        };
      }
      const season = SEASONS.get(at(tokens, i + 1));
      if (season && now !== null) {
        let year = Math.floor(monthOf(now) / 12);
        if (
          year * 12 + season[0] > monthOf(now) ||
          word === "last" && year * 12 + season[1] >= monthOf(now)
        ) year--;
        return {
          ...plain,
          ...months(year * 12 + season[0], year * 12 + season[1]),
          to: i + 2,
          span: "quarter",
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
          ...plain,
          to: i + last + 1,
          span: "day",
          start: null,
          end: null,
        };
      }
      const ago = ((now + 3 - weekday) % 7 + 7) % 7;
      return days(ago === 0 && word === "last" ? 7 : ago, i + last + 1);
    }
    return this.#ago(tokens, i);
  }

  /** "A year ago", "two months earlier", "the year before". */
  #ago(tokens: readonly Token[], i: number): Calendar | null {
    let count = this.count(tokens, i);
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
      const now = this.#published;
      if (now === null) return { ...plain, to, span, start: null, end: null };
      const day = daysBefore({ start: now, end: now }, count[0], span).start!;
      if (span === "year" || span === "month") {
        return {
          ...plain,
          ...unitOf(day, span),
          to,
          span,
          why: `the ${span} ${
            count[0] === 1 ? "before" : `${count[0]} before`
          } that of publication`,
          shift: { count: count[0], span },
        };
      }
      return { ...plain, start: day, end: day, to, span: "day" };
    }
    if (word === "earlier" || word === "before" || word === "previously") {
      // "Before" that goes on is a conjunction: "a week before the vote".
      if (word === "before" && !/^[.,;)]?$/.test(at(tokens, count[1] + 2))) {
        return null;
      }
      return {
        ...plain,
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
  #samePeriod(tokens: readonly Token[], i: number): Calendar | null {
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
    let [year, after] = this.#whichYear(tokens, to);
    if (after === to) {
      const ago = this.#ago(tokens, to);
      if (ago?.shift) {
        return {
          ...plain,
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
          ...plain,
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
      ...plain,
      to: after,
      span: "year",
      start: null,
      end: null,
      same: true,
      year,
    };
  }

  /** "The first week of May", "the last ten days of May", "the 2020s". */
  #weekOf(tokens: readonly Token[], i: number): Calendar | null {
    const article = at(tokens, i) === "the" ? 1 : 0;
    const decade = tokens[i + article];
    if (
      decade?.kind === "number" && /^(1[89]|20)\d0$/.test(decade.text) &&
      at(tokens, i + article + 1) === "s" && tokens[i + article + 1]!.glued
    ) {
      const first = Number(decade.text) * 12;
      return {
        ...plain,
        ...months(first, first + 119),
        to: i + article + 2,
        span: "decade",
      };
    }
    const which = ORDINALS.get(at(tokens, i + article)) ??
      (at(tokens, i + article) === "last" ? -1 : 0);
    if (!which) return null;
    const count = this.count(tokens, i + article + 1);
    const unit = at(tokens, count ? count[1] : i + article + 1);
    const size = /^weeks?$/.test(unit) ? 7 : /^days?$/.test(unit) ? 1 : 0;
    const of = (count ? count[1] : i + article + 1) + 1;
    if (!size || at(tokens, of) !== "of" || !count && size === 1) return null;
    const month = this.#month(tokens, of + 1);
    if (!month || month.start === null || month.end === null) return null;
    const length = size * (count?.[0] ?? 1);
    const start = which < 0
      ? month.end - length + 1
      : month.start + (count ? 0 : (which - 1) * length);
    return {
      ...month,
      start,
      end: Math.min(month.end, start + length - 1),
      span: "week",
    };
  }

  /** The parts of the calendar that begin at a token, without a range. */
  atom(tokens: readonly Token[], i: number): Calendar | null {
    const token = tokens[i];
    if (!token || token.kind === "mark") return null;
    return this.#numeric(tokens, i) ?? this.#date(tokens, i) ??
      this.#part(tokens, i) ?? this.#firstMonths(tokens, i) ??
      this.#weekOf(tokens, i) ?? this.#samePeriod(tokens, i) ??
      this.#rolling(tokens, i) ??
      this.#relative(tokens, i) ?? this.#near(tokens, i) ??
      this.#month(tokens, i) ?? this.#season(tokens, i) ??
      this.#yearAlone(tokens, i);
  }

  #season(tokens: readonly Token[], i: number): Calendar | null {
    const article = at(tokens, i) === "the" ? 1 : 0;
    const season = SEASONS.get(at(tokens, i + article));
    if (!season) return null;
    const of = at(tokens, i + article + 1) === "of" ? 1 : 0;
    const year = yearAt(tokens, i + article + 1 + of);
    if (year === null) return null;
    return {
      ...plain,
      ...months(year * 12 + season[0], year * 12 + season[1]),
      year,
      to: i + article + 2 + of,
      span: "quarter",
    };
  }

  #yearAlone(tokens: readonly Token[], i: number): Calendar | null {
    const all = at(tokens, i) === "all" && at(tokens, i + 1) === "of" ? 2 : 0;
    const whole = at(tokens, i) === "the" &&
        /^(year|whole)$/.test(at(tokens, i + 1))
      ? 2
      : 0;
    const year = loneYear(tokens, i + all + whole);
    if (year === null) {
      if (
        at(tokens, i) === "the" && at(tokens, i + 1) === "year" &&
        /^(during|over|of|throughout)$/.test(at(tokens, i - 1)) &&
        !/^(to|ending|ended|before|in|when|from|of|that)$/.test(
          at(tokens, i + 2),
        ) && this.#published !== null
      ) {
        const { start } = unitOf(this.#published, "year");
        return {
          ...plain,
          start,
          end: this.#published,
          to: i + 2,
          span: "year",
          why: "the year of publication so far",
        };
      }
      return null;
    }
    return {
      ...plain,
      ...months(year * 12, year * 12 + 11),
      year,
      to: i + all + whole + 1,
      span: "year",
    };
  }

  /** Early, mid, late; the end of, the beginning of. */
  #near(tokens: readonly Token[], i: number): Calendar | null {
    const article = at(tokens, i) === "the" ? 1 : 0;
    const word = at(tokens, i + article);
    if (/^(early|mid|late)$/.test(word)) {
      const dash = at(tokens, i + article + 1) === "-" ? 1 : 0;
      const inner = this.#month(tokens, i + article + 1 + dash) ??
        this.#yearAlone(tokens, i + article + 1 + dash);
      return inner &&
        {
          ...inner,
          why: `${word} in the ${inner.span}: which days is not said`,
        };
    }
    if (!/^(end|start|beginning|close|turn)$/.test(word)) return null;
    if (at(tokens, i + article + 1) !== "of") return null;
    const inner = this.#month(tokens, i + article + 2) ??
      this.#relative(tokens, i + article + 2) ??
      this.#yearAlone(tokens, i + article + 2) ??
      this.#rolling(tokens, i + article + 2) ??
      this.#ownYear(tokens, i + article + 2);
    if (!inner) return null;
    const end = word === "end" || word === "close";
    if (inner.start === null || inner.end === null) return inner;
    const last = unitOf(inner.start, inner.span).end!;
    const day = end ? Math.max(last, inner.end) : inner.start;
    return { ...inner, start: day, end: day, span: "day" };
  }

  #ownYear(tokens: readonly Token[], i: number): Calendar | null {
    if (at(tokens, i) !== "the") return null;
    const span = SPANS.get(at(tokens, i + 1));
    if (!span || span === "day" || this.#published === null) return null;
    return { ...plain, ...unitOf(this.#published, span), to: i + 2, span };
  }
}

/** Some units of time that end on a day. */
export function trailing(end: Day, count: number, span: Span): Days {
  const { start } = daysBefore({ start: end + 1, end: end + 1 }, count, span);
  return { start, end };
}

/** A unit moved by months may end on another day: take the whole unit. */
function whole(days: Days, span: Span): Days {
  return days.start === null || span === "day" || span === "week"
    ? days
    : unitOf(days.start, span);
}
