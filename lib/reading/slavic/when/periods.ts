import {
  type Bond,
  type Calendar,
  daysBefore,
  inYearOf,
  type NamedPeriod,
} from "../../period.ts";
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
    if (last && last.end !== null && lastDay && lastDay[0] >= day[0]) {
      return { ...last, start: last.end - lastDay[0] + day[0] };
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
  const first = atomAt(tokens, start, clock);
  if (!first || !joins(at(tokens, first.to))) return null;
  const second = atomAt(tokens, first.to + 1, clock);
  if (!second || second.same || second.shift) return null;
  if (first.start === null || second.end === null) {
    return { ...PLAIN, ...second, start: null, end: null };
  }
  const from = inYearOf(first, second).start!;
  return from > second.end
    ? null
    : { ...second, start: from, year: second.year ?? first.year };
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
  if (words.on.has(word)) {
    const state = words.state.has(two);
    const open = state && /^по$/.test(at(tokens, i - 3)) ? 3 : 2;
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
  const first = firstWords(clock.words);
  const found: NamedPeriod[] = [];
  for (let i = from; i < to;) {
    const { kind, lower } = tokens[i]!;
    const may = kind === "number" || kind === "word" && first.has(lower);
    const period = may ? periodAt(tokens, i, from, clock) : null;
    if (period && period.to <= to) {
      found.push(period);
      i = period.to;
    } else i++;
  }
  return found;
}
