import {
  type Bond,
  type Calendar,
  daysBefore,
  inYearOf,
  type NamedPeriod,
  unitOf,
  wholeUnit,
} from "../../period.ts";
import { monthOf } from "../../../quantity/date.ts";
import { at, DASHES, type Token } from "../../token.ts";
import type { SlavicWords } from "../words.ts";
import {
  type Clock,
  dateAt,
  dayAt,
  monthPart,
  numericAt,
  PLAIN,
  yearPart,
} from "./dates.ts";
import { firstMonthsAt, nearAt, partAt } from "./parts.ts";
import { relativeAt } from "./relative.ts";

/** The part of the calendar that begins at a token, without a range. */
function atomAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const token = tokens[i];
  if (!token || token.kind === "mark") return null;
  return numericAt(tokens, i) ?? dateAt(tokens, i, clock) ??
    partAt(tokens, i, clock) ?? firstMonthsAt(tokens, i, clock) ??
    nearAt(tokens, i, clock) ?? monthPart(tokens, i, clock) ??
    yearPart(tokens, i, clock) ?? relativeAt(tokens, i, clock);
}

/** "З січня до жовтня", "січень–жовтень 2024 року", "3–9 травня", "2022–2024". */
function rangeAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const { words } = clock;
  const between = words.between.has(at(tokens, i));
  const opens = between || words.since.has(at(tokens, i)) ||
    words.from.has(at(tokens, i));
  const start = opens ? i + 1 : i;
  const joins = (word: string) =>
    DASHES.has(word) || between && words.and.has(word) ||
    opens && words.until.has(word);
  const day = dayAt(tokens, start);
  if (day && joins(at(tokens, day[1]))) {
    const last = dateAt(tokens, day[1] + 1, clock);
    const lastDay = dayAt(tokens, day[1] + 1);
    if (last && lastDay && lastDay[0] >= day[0]) {
      return last.end === null
        ? last
        : { ...last, start: last.end - lastDay[0] + day[0] };
    }
  }
  // "2022–2024 роки": the word stands after the second.
  const years = [tokens[start], tokens[start + 2]];
  if (
    joins(at(tokens, start + 1)) &&
    years.every((one) =>
      one?.kind === "number" && /^(19|20)\d\d$/.test(one.text)
    )
  ) {
    const last = yearPart(tokens, start + 2, clock);
    const first = Number(years[0]!.text);
    if (last && last.year !== null && last.year > first) {
      const { start: from } = daysBefore(last, last.year - first, "year");
      return { ...last, start: from };
    }
  }
  let first = atomAt(tokens, start, clock);
  if (!first) return null;
  const joined = joins(at(tokens, first.to));
  if (!joined && !words.and.has(at(tokens, first.to))) return null;
  const second = atomAt(tokens, first.to + 1, clock);
  if (!second || second.same || second.shift) return null;
  if (!joined) return neighbours(first, second);
  // "З січня по липень 2031 року": the year stands behind the end.
  const named = dayAt(tokens, start) ?? words.months.get(at(tokens, start)) ??
    null;
  if (
    first.start === null && first.year === null && second.year !== null &&
    second.end !== null && named !== null
  ) first = atomAt(tokens, start, { ...clock, now: second.end }) ?? first;
  if (first.start === null || second.end === null) {
    return { ...PLAIN, ...second, start: null, end: null };
  }
  const from = inYearOf(first, second).start!;
  return from > second.end
    ? null
    : { ...second, start: from, year: second.year ?? first.year };
}

/** "У вересні та жовтні": two that touch are one period. */
function neighbours(first: Calendar, second: Calendar): Calendar | null {
  if (first.same || first.shift || first.span !== second.span) return null;
  if (first.start === null || second.end === null) return null;
  const { start, end } = inYearOf(first, second);
  return start !== null && end !== null && end + 1 === second.start
    ? { ...second, start, year: second.year ?? first.year }
    : null;
}

/** The words before a period, and what they make of it. */
function bondBefore(
  tokens: readonly Token[],
  i: number,
  from: number,
  { words }: Clock,
  named: Calendar,
): { bond: Bond; at: number } {
  const word = i > from ? at(tokens, i - 1) : "";
  const two = i - 1 > from ? at(tokens, i - 2) : "";
  // "Порівняно з минулим роком".
  if (words.since.has(word) && words.against.has(two)) {
    return { bond: "in", at: i - 1 };
  }
  if (words.on.has(word)) {
    const state = words.state.has(two);
    const open = state && /^по$/.test(at(tokens, i - 3)) ? 3 : 2;
    if (isNight(two)) return { bond: "in", at: i - 2 };
    if (state) return { bond: "as_of", at: i - open };
    if (named.span === "day") return { bond: "as_of", at: i - 1 };
  }
  if (words.since.has(word)) {
    const begun = words.since.has(two) ? 2 : 1;
    return { bond: "since", at: i - begun };
  }
  if (words.until.has(word)) {
    return { bond: word === "по" ? "until" : "by", at: i - 1 };
  }
  if (words.after.has(word)) return { bond: "after", at: i - 1 };
  return { bond: "in", at: words.in.has(word) ? i - 1 : i };
}

const isNight = (word: string): boolean => /^(ніч|ночь)$/.test(word);

function periodAt(
  tokens: readonly Token[],
  i: number,
  from: number,
  clock: Clock,
): NamedPeriod | null {
  const range = rangeAt(tokens, i, clock);
  const named = range ?? atomAt(tokens, i, clock);
  if (!named) return null;
  const { now } = clock;
  const { bond, at: start } = range
    ? bondBefore(tokens, i, from, clock, { ...range, span: "month" })
    : bondBefore(tokens, i, from, clock, named);
  const period: NamedPeriod = { ...named, from: start, bond };
  if (named.same || named.shift && named.start === null) return period;
  // "У ніч на 9 квітня" begins on the 8th.
  if (
    isNight(at(tokens, start)) && named.span === "day" && named.start !== null
  ) {
    return {
      ...period,
      start: named.start - 1,
      why: "the night before it touches two days",
    };
  }
  if (range) return { ...period, bond: "in" };
  if (bond === "since") {
    const open = now === null || named.start !== null && named.start > now;
    return {
      ...period,
      end: open ? null : now,
      why: named.why ?? (open ? null : "up to the publication"),
    };
  }
  if (bond === "by" || bond === "until") {
    // "До травня" ends before it, "до 9 травня" with it.
    const whole = bond === "by" && named.span !== "day";
    const day = whole ? named.start : named.end;
    return {
      ...period,
      start: null,
      end: day === null ? null : whole ? day - 1 : day,
    };
  }
  if (bond === "after") {
    return {
      ...period,
      start: named.end === null ? null : named.end + 1,
      end: null,
    };
  }
  if (bond === "as_of") return { ...period, start: named.end };
  if (
    now !== null && named.start !== null && named.end !== null &&
    named.start <= now && named.end > now
  ) return { ...period, end: now, why: `the ${named.span} is not over yet` };
  return period;
}

/** A year that another period of the sentence is named by. */
const yearOf = (period: NamedPeriod | undefined): number | null =>
  (period as { year?: number | null } | undefined)?.year ?? null;

/** "За той самий період", and nothing that says of which year. */
const isUnplaced = (period: NamedPeriod): boolean =>
  period.same && period.shift === null && yearOf(period) === null;

/** Whether a part of the calendar has no year of its own. */
const isOfThatYear = (period: NamedPeriod): boolean =>
  period.bond === "in" && yearOf(period) === null && !period.same &&
  period.shift === null && /^(day|month|quarter)$/.test(period.span);

/** "Торік у серпні": the month of the year before it. */
function inThatYear(
  period: NamedPeriod,
  last: NamedPeriod,
): NamedPeriod | null {
  const year = yearOf(last);
  const { start, end, span } = period;
  if (year === null) return null;
  const { from } = last;
  if (start === null || end === null) return { ...period, from };
  const count = Math.floor(monthOf(start) / 12) - year;
  // A month that is not over yet is, a year before.
  const whole = span === "day" || count === 0 ? end : unitOf(end, span).end;
  const days = daysBefore({ start, end: whole }, count, "year");
  return { ...period, ...days, from, why: count === 0 ? period.why : null };
}

/**
 * "У 2035 році за той самий період" is one period; and "у 2034-му" after it is
 * of the same months.
 */
function mergedWith(
  last: NamedPeriod | undefined,
  period: NamedPeriod,
): NamedPeriod | null {
  if (!last || last.span !== "year" || last.bond !== "in") return null;
  if (last.to === period.from && isOfThatYear(period)) {
    return inThatYear(period, last);
  }
  const same = { same: true, start: null, end: null, why: null };
  if (isUnplaced(period) && yearOf(last) !== null) {
    return period.from - last.to <= 1
      ? { ...last, ...same, to: period.to }
      : null;
  }
  const again = last.same && yearOf(last) !== null && !period.same &&
    period.span === "year" && period.bond === "in" && yearOf(period) !== null;
  return again ? { ...period, ...same } : null;
}

/** "Цього тижня — 12, минулого — 9": the unit is that of the period before. */
function bareBefore(
  tokens: readonly Token[],
  i: number,
  last: NamedPeriod | undefined,
  { words, now }: Clock,
): NamedPeriod | null {
  if (!last || last.span === "day" || last.span === "decade") return null;
  if (!words.previous.has(at(tokens, i)) || !DASHES.has(at(tokens, i + 1))) {
    return null;
  }
  const { span } = last;
  const days = now === null
    ? { start: null, end: null }
    : wholeUnit(daysBefore(unitOf(now, span), 1, span), span);
  return { ...PLAIN, ...days, from: i, to: i + 1, bond: "in", span };
}

const FIRST = new WeakMap<SlavicWords, ReadonlySet<string>>();

/** Words that a period may begin with: the others are passed over at once. */
function firstWords(words: SlavicWords): ReadonlySet<string> {
  let first = FIRST.get(words);
  if (!first) {
    first = new Set([
      "i ii iii iv і іі ііі іv ц т".split(" "),
      ...[
        words.small,
        words.tens,
        words.ordinals,
        words.months,
        words.weekdays,
        words.spans,
        words.first,
        words.past,
        words.previous,
        words.current,
        words.same,
        words.begin,
        words.end,
        words.middle,
        words.daysAgo,
        words.yearsAgo,
        words.since,
        words.from,
        words.between,
      ].map((part) => [...part.keys()]),
    ].flat());
    FIRST.set(words, first);
  }
  return first;
}

/** Finds the periods of one sentence, in order; none overlap. */
export function findPeriods(
  tokens: readonly Token[],
  from: number,
  to: number,
  clock: Clock,
): NamedPeriod[] {
  const { words } = clock;
  const first = firstWords(words);
  const found: NamedPeriod[] = [];
  for (let i = from; i < to;) {
    const { kind, lower } = tokens[i]!;
    const may = kind === "number" || kind === "word" && first.has(lower);
    const period = may
      ? periodAt(tokens, i, from, clock) ??
        bareBefore(tokens, i, found.at(-1), clock)
      : null;
    if (period && period.to <= to) {
      const last = found.at(-1);
      const merged = mergedWith(last, period);
      if (merged && merged.from === last?.from) found.pop();
      // "The same period", and not which.
      if (merged || !isUnplaced(period)) found.push(merged ?? period);
      i = period.to;
    } else i++;
  }
  return found;
}
