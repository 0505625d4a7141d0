import { type Day, monthOf, monthStart } from "../../../quantity/date.ts";
import { type Calendar, months } from "../../period.ts";
import { at, isHyphen, type Token } from "../../token.ts";
import { isNoun } from "../nouns.ts";
import type { SlavicWords } from "../words.ts";

/** What dates are read with: the words and the day of publication. */
export interface Clock {
  readonly words: SlavicWords;
  readonly now: Day | null;
}

/** What most parts of the calendar have. */
export const PLAIN = { same: false, shift: null, why: null, year: null };

/** The year of publication. */
export const yearNow = ({ now }: Clock): number | null =>
  now === null ? null : Math.floor(monthOf(now) / 12);

/** After the word for a year that may follow its number: "2024 року", "р.". */
function afterYearWord(tokens: readonly Token[], i: number, clock: Clock) {
  const word = at(tokens, i);
  if (clock.words.spans.get(word) !== "year") return i;
  return clock.words.year.has(word) && at(tokens, i + 1) === "." &&
      !(tokens[i + 2]?.capital ?? true)
    ? i + 2
    : i + 1;
}

/** A year with the word for it, "2024-го", or one that is named otherwise. */
export function yearAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): { year: number | null; to: number } | null {
  const { words } = clock;
  const token = tokens[i];
  if (token?.kind === "number" && /^(1[5-9]|20|21)\d\d$/.test(token.text)) {
    const year = Number(token.text);
    if (isHyphen(at(tokens, i + 1)) && tokens[i + 1]!.glued) {
      const ending = at(tokens, i + 2);
      return /^(го|му|м|й|ий|ому|ого|ом|ым)$/.test(ending)
        ? { year, to: afterYearWord(tokens, i + 3, clock) }
        : null;
    }
    const to = afterYearWord(tokens, i + 1, clock);
    if (to > i + 1) return { year, to };
    const before = at(tokens, i - 1);
    const dated = words.months.has(before) || words.in.has(before) ||
      words.since.has(before) || words.until.has(before);
    return dated && year > 1899 && !isNoun(tokens, i + 1, words) &&
        !words.money.has(at(tokens, i + 1)) &&
        !words.magnitudes.has(at(tokens, i + 1)) &&
        at(tokens, i + 1) !== "%"
      ? { year, to: i + 1 }
      : null;
  }
  const now = yearNow(clock);
  const years = words.yearsAgo.get(at(tokens, i));
  if (years !== undefined) {
    return { year: now === null ? null : now - years, to: i + 1 };
  }
  const ago = words.current.has(at(tokens, i))
    ? 0
    : words.previous.has(at(tokens, i))
    ? 1
    : null;
  // "Ц. р."
  if (
    /^[цт]$/.test(at(tokens, i)) && at(tokens, i + 1) === "." &&
    /^[рг]$/.test(at(tokens, i + 2))
  ) return { year: now, to: i + 3 };
  if (ago === null || words.spans.get(at(tokens, i + 1)) !== "year") {
    return null;
  }
  return { year: now === null ? null : now - ago, to: i + 2 };
}

/** A month without its year: the last that began by the publication. */
function yearOf(month: number, clock: Clock): number | null {
  const year = yearNow(clock);
  if (year === null || clock.now === null) return null;
  return year * 12 + month <= monthOf(clock.now) ? year : year - 1;
}

/** A month's number at a token, with the point that shortens it. */
function monthAt(
  tokens: readonly Token[],
  i: number,
  { words }: Clock,
): [number, number] | null {
  const word = at(tokens, i);
  const month = tokens[i]?.kind === "word" ? words.months.get(word) : undefined;
  if (month === undefined) return null;
  const dot = words.short.has(word) && at(tokens, i + 1) === "." ? 1 : 0;
  return [month, i + 1 + dot];
}

/** A day of a month in digits: "9", "9-го". */
export function dayAt(
  tokens: readonly Token[],
  i: number,
): [number, number] | null {
  const token = tokens[i];
  if (token?.kind !== "number" || !/^\d{1,2}$/.test(token.text)) return null;
  const day = Number(token.text);
  if (day < 1 || day > 31) return null;
  const ordinal = isHyphen(at(tokens, i + 1)) && tokens[i + 1]!.glued &&
    /^(го|ого|е)$/.test(at(tokens, i + 2));
  return [day, ordinal ? i + 3 : i + 1];
}

/** 9 листопада [2031 року]. */
export function dateAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const day = dayAt(tokens, i);
  const month = day && monthAt(tokens, day[1], clock);
  if (!day || !month) return null;
  const named = yearAt(tokens, month[1], clock);
  const to = named?.to ?? month[1];
  let year = named ? named.year : yearOf(month[0], clock);
  if (year === null) {
    return { ...PLAIN, to, span: "day", start: null, end: null };
  }
  const dayIn = (of: number) => monthStart(of * 12 + month[0]) + day[0] - 1;
  if (!named && dayIn(year) > clock.now! + 31) year--;
  const start = dayIn(year);
  if (start >= monthStart(year * 12 + month[0] + 1)) return null;
  return {
    ...PLAIN,
    year: named ? year : null,
    to,
    span: "day",
    start,
    end: start,
  };
}

/** 09.11.2031, 2031-11-09. */
export function numericAt(
  tokens: readonly Token[],
  i: number,
): Calendar | null {
  const token = tokens[i];
  if (token?.kind !== "number") return null;
  let [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/
    .exec(token.text) ?? [];
  let to = i + 1;
  if (day === undefined) {
    const [second, third] = [tokens[i + 2], tokens[i + 4]];
    if (
      !/^\d{4}$/.test(token.text) || !isHyphen(at(tokens, i + 1)) ||
      second?.kind !== "number" || !isHyphen(at(tokens, i + 3)) ||
      third?.kind !== "number" || !second.glued || !third.glued
    ) return null;
    [year, month, day, to] = [token.text, second.text, third.text, i + 5];
  }
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  if (!(m >= 1 && m <= 12 && d >= 1)) return null;
  const start = monthStart(y * 12 + m - 1) + d - 1;
  if (start >= monthStart(y * 12 + m)) return null;
  return { ...PLAIN, year: y, to, span: "day", start, end: start };
}

/** Жовтень [2031 року]. */
export function monthPart(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const found = monthAt(tokens, i, clock);
  if (!found) return null;
  const named = yearAt(tokens, found[1], clock);
  const year = named ? named.year : yearOf(found[0], clock);
  const to = named?.to ?? found[1];
  if (year === null) {
    return { ...PLAIN, to, span: "month", start: null, end: null };
  }
  const number = year * 12 + found[0];
  return {
    ...PLAIN,
    ...months(number, number),
    year: named ? year : null,
    to,
    span: "month",
  };
}

/** A whole year: "2024 році", "торік". */
export function yearPart(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const found = yearAt(tokens, i, clock);
  if (!found) return null;
  const { year, to } = found;
  if (year === null) {
    return { ...PLAIN, to, span: "year", start: null, end: null };
  }
  return {
    ...PLAIN,
    ...months(year * 12, year * 12 + 11),
    year,
    to,
    span: "year",
  };
}

/** How many: digits or a word, nothing being one. */
export function countAt(
  tokens: readonly Token[],
  i: number,
  { words }: Clock,
): [number, number] | null {
  const token = tokens[i];
  if (token?.kind === "number") {
    return /^\d{1,3}$/.test(token.text) ? [Number(token.text), i + 1] : null;
  }
  const value = words.small.get(at(tokens, i)) ?? words.tens.get(at(tokens, i));
  return value ? [value, i + 1] : null;
}
