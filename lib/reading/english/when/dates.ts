import type { Day } from "../../../quantity/date.ts";
import { monthOf, monthStart } from "../../../quantity/date.ts";
import { type Calendar, months, unitOf } from "../../period.ts";
import { at, type Token } from "../../token.ts";
import { MONTHS } from "../words/calendar_words.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import {
  CURRENCY_SIGNS,
  MEASURES,
  MONEY,
  PEOPLE,
  TIME,
} from "../words/nouns.ts";
import { MAGNITUDES, SMALL, TENS } from "../words/number_words.ts";

/** What most parts of the calendar have. */
export const PLAIN = {
  same: false,
  shift: null,
  why: null,
  year: null,
} as const;

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
  // 2024.05, 2024/16 and 17/2024 are codes; "2024.”" ends a quotation.
  const more = tokens[i + 2];
  if (
    next?.glued && /^[:/.]$/.test(next.text) && more?.glued &&
    more.kind === "number"
  ) return null;
  const number = before?.text === "/" && before.glued && token.glued
    ? tokens[i - 2]
    : undefined;
  return number?.kind === "number" && number.text.length !== 4 ? null : year;
}

/** What may stand between two years of a list or a range. */
const BETWEEN_YEARS: ReadonlySet<string> = new Set(
  "and or to until till through , & – -".split(" "),
);

/** So many years are looked back over, to where their list begins. */
const MOST_YEARS = 12;

/** "In 2023 and 2024 people fled": a year that a list of years goes on with. */
function goesOnFromYear(tokens: readonly Token[], i: number): boolean {
  let place = i;
  for (let turns = 0; turns < MOST_YEARS; turns++) {
    let before = place - 1;
    if (
      /^(and|or)$/.test(at(tokens, before)) && at(tokens, before - 1) === ","
    ) before--;
    if (!BETWEEN_YEARS.has(at(tokens, before))) return false;
    place = before - 1;
    if (yearAt(tokens, place) === null) return false;
    if (YEARS_BEGIN.has(at(tokens, place - 1))) return true;
  }
  return false;
}

const YEAR_BEFORE: ReadonlySet<string> = new Set(
  ("in since by of from until till during to early late mid before after year " +
    "for through throughout between and than over ( , - – late-").split(" "),
);

/** Words that a list of years begins with. */
const YEARS_BEGIN: ReadonlySet<string> = new Set(
  "in since during between from of by until till for over throughout".split(
    " ",
  ),
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
  if (
    measured && !(owned && !people && isCounted(next)) &&
    !goesOnFromYear(tokens, i)
  ) return null;
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

export function monthAt(
  tokens: readonly Token[],
  i: number,
): [number, number] | null {
  const token = tokens[i];
  if (token?.kind !== "word" || !token.capital) return null;
  const month = MONTHS.get(token.lower);
  if (month === undefined) return null;
  const short = token.lower.length <= 4 && token.lower !== "may" &&
    token.lower !== "june" && token.lower !== "july";
  const dot = short && at(tokens, i + 1) === "." ? 1 : 0;
  return [month, i + 1 + dot];
}

/** A month without its year: the last that began by the publication. */
function yearOf(month: number, now: Day | null): number | null {
  if (now === null) return null;
  const last = monthOf(now);
  const year = Math.floor(last / 12);
  return year * 12 + month <= last ? year : year - 1;
}

/** The year after a month: "2024", "of 2024", "this year", "last year". */
function yearAfter(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): [number | null, number] {
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
  if (at(tokens, i + of + 1) === "year" && now !== null) {
    const year = Math.floor(monthOf(now) / 12);
    const word = at(tokens, i + of);
    if (word === "this") return [year, i + of + 2];
    if (word === "last") return [year - 1, i + of + 2];
    if (word === "next") return [year + 1, i + of + 2];
  }
  return [null, i];
}

/** 9 November [2031], November 9[th][, 2031]; not the month alone. */
export function dateAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const article = at(tokens, i) === "the" ? 1 : 0;
  const day = dayOfMonth(tokens, i + article);
  if (day) {
    const of = at(tokens, day[1]) === "of" ? 1 : 0;
    const month = monthAt(tokens, day[1] + of);
    if (!month) return null;
    return dated(tokens, day[0], month[0], month[1], now);
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
  return dated(tokens, after[0], month[0], after[1], now);
}

function dated(
  tokens: readonly Token[],
  day: number,
  month: number,
  to: number,
  now: Day | null,
): Calendar | null {
  const [named, after] = yearAfter(tokens, to, now);
  let year = named;
  if (year === null) {
    year = yearOf(month, now);
    if (
      year !== null && now !== null &&
      monthStart(year * 12 + month) + day - 1 > now + 31
    ) year--;
  }
  if (year === null) {
    return { ...PLAIN, to: after, span: "day", start: null, end: null };
  }
  const start = monthStart(year * 12 + month) + day - 1;
  if (start >= monthStart(year * 12 + month + 1)) return null;
  return { ...PLAIN, year: named, to: after, span: "day", start, end: start };
}

/** October [2031], late October. */
export function monthPart(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const found = monthAt(tokens, i);
  if (!found) return null;
  const [month, to] = found;
  const [named, after] = yearAfter(tokens, to, now);
  const year = named ?? yearOf(month, now);
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
    return { ...PLAIN, to: after, span: "month", start: null, end: null };
  }
  const number = year * 12 + month;
  return {
    ...PLAIN,
    ...months(number, number),
    year: named,
    to: after,
    span: "month",
  };
}

/** 2031-11-09, 9.11.2031, 09/11/2031 (where only one order is a date). */
export function numericAt(
  tokens: readonly Token[],
  i: number,
): Calendar | null {
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
  return { ...PLAIN, to, year, span: "day", start, end: start };
}

/** "Of 2024", "of the year", "of this year", "of last year", or nothing. */
export function whichYear(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): [number | null, number] {
  const of = at(tokens, i) === "of" || at(tokens, i) === "in" ? 1 : 0;
  const year = yearAt(tokens, i + of);
  if (year !== null) return [year, i + of + 1];
  const own = now === null ? null : Math.floor(monthOf(now) / 12);
  const word = at(tokens, i + of);
  if (at(tokens, i + of + 1) === "year") {
    if (word === "this" || word === "the") return [own, i + of + 2];
    if (word === "last") return [own === null ? null : own - 1, i + of + 2];
  }
  return [own, i];
}

/** How many: digits or a word, "a" and nothing being one. */
export function countAt(
  tokens: readonly Token[],
  i: number,
): [number, number] | null {
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

export function yearAloneAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
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
      ) && now !== null
    ) {
      const { start } = unitOf(now, "year");
      return {
        ...PLAIN,
        start,
        end: now,
        to: i + 2,
        span: "year",
        why: "the year of publication so far",
      };
    }
    return null;
  }
  return {
    ...PLAIN,
    ...months(year * 12, year * 12 + 11),
    year,
    to: i + all + whole + 1,
    span: "year",
  };
}
