import { type Day, monthOf } from "../../../quantity/date.ts";
import { atomAt } from "./calendar.ts";
import { countAt, monthAt } from "./dates.ts";
import { mayBeginPeriod } from "../words/calendar_words.ts";
import { ORDINALS, SPANS } from "../words/calendar_words.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import {
  type Bond,
  type Calendar,
  daysBefore,
  inYearOf,
  months,
  type NamedPeriod,
  trailing,
  unitOf,
} from "../../period.ts";
import { at, isHyphen, type Token } from "../../token.ts";

/** Words before a date, and what they make of it. */
const BONDS: ReadonlyMap<string, Bond> = new Map([
  ["in", "in"],
  ["on", "in"],
  ["during", "in"],
  ["for", "in"],
  ["over", "in"],
  ["within", "in"],
  ["throughout", "in"],
  ["at", "in"],
  ["of", "in"],
  ["since", "since"],
  ["by", "by"],
  ["until", "until"],
  ["till", "until"],
  ["through", "until"],
  ["before", "until"],
  ["after", "after"],
]);

const RANGE: ReadonlySet<string> = new Set(
  "to until till through and - – — thru".split(" "),
);

/** A day on which a text says that something began: "the strike began on …". */
export interface Beginning {
  readonly noun: string;
  readonly day: Day;
}

/** Finds the periods of one sentence, in order; none overlap. */
export function findPeriods(
  tokens: readonly Token[],
  from: number,
  to: number,
  now: Day | null,
  beginnings: readonly Beginning[] = [],
): NamedPeriod[] {
  const found: NamedPeriod[] = [];
  for (let i = from; i < to;) {
    const period = mayBeginPeriod(tokens, i)
      ? periodAt(tokens, i, from, now, beginnings) ??
        partAloneAt(tokens, i, from, found.at(-1))
      : null;
    if (period && period.to <= to) {
      found.push(period);
      i = period.to;
    } else i++;
  }
  return found;
}

/**
 * "To 6.8% in the third quarter from 7.1% in the second": a quarter or a half
 * that only its number names, after one that the sentence names whole.
 */
function partAloneAt(
  tokens: readonly Token[],
  i: number,
  from: number,
  last: NamedPeriod | undefined,
): NamedPeriod | null {
  const which = ORDINALS.get(at(tokens, i));
  if (which === undefined || !last || last.start === null) return null;
  if (at(tokens, i - 1) !== "the" || i - 2 < from) return null;
  const next = tokens[i + 1];
  if (
    next?.kind === "number" || next?.kind === "word" && !isClosed(next.lower)
  ) {
    return null;
  }
  let size = 0;
  let own: number | undefined;
  for (let k = last.from; k < last.to; k++) {
    own = ORDINALS.get(at(tokens, k)) ?? own;
    size ||= PARTS.get(at(tokens, k)) ?? 0;
  }
  if (size === 0 || own === undefined || which * size > 12) return null;
  let earlier = false;
  for (let k = i - 2; k >= Math.max(last.to, i - 6); k--) {
    if (/^(from|than|against)$/.test(at(tokens, k))) earlier = true;
  }
  const year = Math.floor(monthOf(last.start) / 12) -
    (earlier && which > own ? 1 : 0);
  const first = year * 12 + (which - 1) * size;
  const { bond, at: begins } = bondBefore(tokens, i - 1, from);
  return {
    ...months(first, first + size - 1),
    from: begins,
    to: i + 1,
    bond,
    span: last.span,
    same: false,
    shift: null,
    why: `the ${
      size === 3 ? "quarter" : "half"
    } meant is the text's, named before`,
  };
}

/** Months of the parts of a year. */
const PARTS: ReadonlyMap<string, number> = new Map([["quarter", 3], [
  "half",
  6,
]]);

/** The words before a period: "as of", "up to", "since". */
function bondBefore(
  tokens: readonly Token[],
  i: number,
  from: number,
): { bond: Bond; at: number } {
  const word = i > from ? at(tokens, i - 1) : "";
  const two = i - 1 > from ? at(tokens, i - 2) : "";
  if ((word === "of" || word === "at" || word === "on") && two === "as") {
    return { bond: "as_of", at: i - 2 };
  }
  // "Since the ceasefire of August 2028".
  if (word === "of") {
    for (let k = i - 3; k >= Math.max(from, i - 6); k--) {
      if (tokens[k]!.kind !== "word") break;
      if (at(tokens, k) === "since") return { bond: "since", at: k };
    }
  }
  if (word === "of" && two === "all") return { bond: "in", at: i - 2 };
  if (word === "of" && two === "whole") {
    const the = at(tokens, i - 3) === "the" ? 1 : 0;
    const bond = BONDS.get(at(tokens, i - 3 - the));
    return { bond: bond ?? "in", at: i - 2 - the - (bond ? 1 : 0) };
  }
  if (word === "to" && two === "up") return { bond: "until", at: i - 2 };
  if (word === "including") return { bond: "until", at: i - 1 };
  if (word === "far" && two === "so") return { bond: "in", at: i - 2 };
  const bond = BONDS.get(word);
  return bond ? { bond, at: i - 1 } : { bond: "in", at: i };
}

/** "Between 2 and 9 May", "3–10 June", "from 28 to 30 April". */
function dayRange(
  tokens: readonly Token[],
  i: number,
  opens: boolean,
  now: Day | null,
): Calendar | null {
  const first = tokens[i];
  if (first?.kind !== "number" || !/^\d{1,2}$/.test(first.text)) return null;
  const join = at(tokens, i + 1);
  if (!RANGE.has(join) || join === "and" && !opens) return null;
  const second = atomAt(tokens, i + 2, now);
  if (!second || second.span !== "day" || second.end === null) return null;
  const last = tokens[i + 2];
  if (last?.kind !== "number" || !/^\d{1,2}$/.test(last.text)) return null;
  const start = second.end - Number(last.text) + Number(first.text);
  return start <= second.end && Number(first.text) > 0
    ? { ...second, start }
    : null;
}

/** "In 2023 and 2024, 300 and 410 respectively": each year has its own. */
function isEachItsOwn(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < from + 20 && i < tokens.length; i++) {
    if (at(tokens, i) === "respectively") return true;
    if (tokens[i]!.text === ".") return false;
  }
  return false;
}

function rangeAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const opens = at(tokens, i) === "from" || at(tokens, i) === "between";
  const days = dayRange(tokens, opens ? i + 1 : i, opens, now);
  if (days) return days;
  const place = opens ? i + 1 : i;
  let first = atomAt(tokens, place, now);
  if (!first) return null;
  const join = at(tokens, first.to);
  const and = join === "and" && at(tokens, i) !== "between";
  if (!RANGE.has(join)) return null;
  const dash = join === "-" || join === "–" || join === "—";
  if (dash && !opens && first.span === "day" && !tokens[first.to]!.glued) {
    return null;
  }
  // 2023–24.
  const short = tokens[first.to + 1];
  if (
    dash && first.span === "year" && short?.kind === "number" &&
    short.text.length === 2 && short.glued && first.year !== null
  ) {
    const year = Math.floor(first.year / 100) * 100 + Number(short.text);
    if (year > first.year) {
      const end = daysBefore(first, first.year - year, "year").end;
      return { ...first, end, to: first.to + 2, year };
    }
  }
  const second = atomAt(tokens, first.to + 1, now);
  if (!second || second.shift || second.same) return null;
  // "From January to July 2031" has its year behind it, whenever it is said.
  const named = monthAt(tokens, place) ?? countAt(tokens, place);
  if (
    first.start === null && first.year === null && second.year !== null &&
    second.end !== null && named
  ) first = atomAt(tokens, place, second.end) ?? first;
  // "In April and May": months that touch are one period.
  if (and) {
    const like = !opens && first.span === second.span &&
      (first.span === "month" ||
        first.span === "year" && !isEachItsOwn(tokens, second.to));
    const moved = like && first.start !== null && first.end !== null
      ? inYearOf(first, second)
      : null;
    return moved?.end != null && moved.end + 1 === second.start
      ? { ...second, start: moved.start }
      : null;
  }
  if (first.start === null || second.end === null) {
    return { ...second, start: null, end: null };
  }
  // "Since March" has its year.
  const moved = first.end === null ? first : inYearOf(first, second);
  const start = moved.start!;
  if (start > second.end) return null;
  const range = { ...second, start, year: second.year ?? first.year };
  if (!opens || first.span !== second.span || second.start === null) {
    return range;
  }
  return {
    ...range,
    ends: {
      first: { start, end: moved.end },
      last: { start: second.start, end: second.end },
      from: i + 1,
      to: first.to,
    },
  };
}

/** "The 12 months to March", "the year ending 31 October". */
function endingAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const article = at(tokens, i) === "the" || at(tokens, i) === "a" ? 1 : 0;
  const count = countAt(tokens, i + article) ??
    [1, i + article] as [number, number];
  const span = SPANS.get(at(tokens, count[1]));
  if (!span || !article && count[1] === i) return null;
  const word = at(tokens, count[1] + 1);
  const that = word === "that" ? 1 : 0;
  const link = at(tokens, count[1] + 1 + that);
  if (!/^(to|ending|ended|from|between|until)$/.test(link)) return null;
  if (link === "from" || link === "between") {
    const range = rangeAt(tokens, count[1] + 1, now);
    if (!range) return null;
    // "In the two years from 2022 to 2023" is all of them.
    const { ends: _ends, ...all } = range;
    return all;
  }
  const on = at(tokens, count[1] + 2 + that) === "on" ? 1 : 0;
  const the = at(tokens, count[1] + 2 + that + on) === "in" ? 1 : 0;
  const last = atomAt(tokens, count[1] + 2 + that + on + the, now);
  if (!last || last.end === null || last.start === null) return null;
  const end = last.end;
  return { ...last, ...trailing(end, count[0], span), span };
}

/** "The three-day strike that ended on Wednesday". */
function longEventAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const count = countAt(tokens, i);
  const span = count && SPANS.get(at(tokens, count[1] + 1));
  if (!span || !isHyphen(at(tokens, count[1]))) return null;
  for (let k = count[1] + 2; k < count[1] + 6; k++) {
    const link = at(tokens, k);
    if (/^(ending|ended|to)$/.test(link)) {
      const on = /^(on|in)$/.test(at(tokens, k + 1)) ? 1 : 0;
      const last = atomAt(tokens, k + 1 + on, now);
      return last?.end == null || last.span !== "day"
        ? null
        : { ...last, ...trailing(last.end, count[0], span) };
    }
    if (tokens[k]?.kind !== "word") return null;
  }
  return null;
}

function sinceEvent(
  tokens: readonly Token[],
  i: number,
  beginnings: readonly Beginning[],
  now: Day | null,
): { to: number; day: Day; elsewhere: boolean } | null {
  if (at(tokens, i) !== "since") return null;
  for (let k = i + 1; k < i + 8 && k < tokens.length; k++) {
    const token = tokens[k]!;
    if (token.kind === "mark") return null;
    if (!/^(began|started|begun|opened|erupted|broke)$/.test(token.lower)) {
      // "Since the first dyke gave way on 6 September".
      const date = token.lower === "on" && k > i + 2
        ? atomAt(tokens, k + 1, now)
        : null;
      if (date?.span === "day" && date.start !== null) {
        return { to: date.to, day: date.start, elsewhere: false };
      }
      continue;
    }
    const on = /^(on|in)$/.test(at(tokens, k + 1)) ? 1 : 0;
    const date = atomAt(tokens, k + 1 + on, now);
    if (date && date.start !== null && !date.shift) {
      return { to: date.to, day: date.start, elsewhere: false };
    }
    const noun = at(tokens, k - 1);
    const known = beginnings.find((one) => one.noun === noun) ??
      (beginnings.length === 1 ? beginnings[0] : undefined);
    if (!known) return null;
    const out = at(tokens, k + 1) === "out" ? 1 : 0;
    return { to: k + 1 + out, day: known.day, elsewhere: true };
  }
  // "since the beginning of the strike".
  if (
    /^(start|beginning|outbreak|onset)$/.test(at(tokens, i + 2)) &&
    at(tokens, i + 3) === "of"
  ) {
    for (let k = i + 4; k < i + 8; k++) {
      const known = beginnings.find((one) => one.noun === at(tokens, k));
      if (known) return { to: k + 1, day: known.day, elsewhere: true };
    }
  }
  return null;
}

function periodAt(
  tokens: readonly Token[],
  i: number,
  from: number,
  now: Day | null,
  beginnings: readonly Beginning[],
): NamedPeriod | null {
  const event = sinceEvent(tokens, i, beginnings, now);
  if (event) {
    return {
      from: i,
      to: event.to,
      start: event.day,
      end: now,
      bond: "since",
      span: "day",
      same: false,
      shift: null,
      why: event.elsewhere
        ? "the text says elsewhere when it began; up to the publication"
        : "up to the publication",
    };
  }
  if (at(tokens, i) === "so" && at(tokens, i + 1) === "far") {
    const after = atomAt(tokens, i + 2, now);
    return after && after.start !== null
      ? { ...after, from: i, bond: "in", end: now }
      : null;
  }
  const named = rangeAt(tokens, i, now) ?? endingAt(tokens, i, now) ??
    longEventAt(tokens, i, now) ??
    atomAt(tokens, i, now);
  if (!named) return null;
  const { bond, at: start } = bondBefore(tokens, i, from);
  const between = { ...named, from: start, bond };
  if (named.same || named.shift && named.start === null) return between;
  if (bond === "since") {
    return { ...between, end: now, why: named.why ?? "up to the publication" };
  }
  if (bond === "by" || bond === "until") {
    const before = at(tokens, i - 1) === "before" ||
      bond === "by" && named.span !== "day";
    const day = before ? named.start : named.end;
    return {
      ...between,
      start: null,
      end: day === null ? null : before ? day - 1 : day,
    };
  }
  if (bond === "after") {
    return {
      ...between,
      start: named.end === null ? null : named.end + 1,
      end: null,
    };
  }
  if (bond === "as_of") return { ...between, start: named.end, end: named.end };
  // "This year" said of what has happened ends with the publication; a month
  // or a year that is not over yet does too.
  if (
    now !== null && named.end !== null && named.start !== null &&
    named.start <= now && named.end > now
  ) {
    return { ...between, end: now, why: `the ${named.span} is not over yet` };
  }
  return between;
}

const BEGAN: ReadonlySet<string> = new Set(
  "began started opened erupted".split(" "),
);

/** The days on which a text says that something began. */
export function findBeginnings(
  tokens: readonly Token[],
  now: Day | null,
): Beginning[] {
  const found: Beginning[] = [];
  tokens.forEach((token, i) => {
    if (!BEGAN.has(token.lower) || i === 0) return;
    const noun = tokens[i - 1]!;
    if (noun.kind !== "word") return;
    const on = /^(on|in)$/.test(at(tokens, i + 1)) ? 1 : 0;
    const date = atomAt(tokens, i + 1 + on, now);
    if (!date || date.start === null || date.shift) return;
    if (isCounted(noun) && noun.lower === "records") return;
    found.push({ noun: noun.lower, day: date.start });
  });
  return found;
}

/** The whole unit that a period lies in, for "a year earlier". */
export function shifted(
  period: { readonly start: Day | null; readonly end: Day | null },
  shift: NonNullable<NamedPeriod["shift"]>,
): { start: Day | null; end: Day | null } {
  const moved = daysBefore(period, shift.count, shift.span);
  if (moved.start === null || moved.end === null) return moved;
  // A month and a year end on other days: keep whole months whole.
  const month = unitOf(moved.start, "month");
  return period.end !== null && month.start === moved.start &&
      unitOf(period.end, "month").end === period.end
    ? { start: moved.start, end: unitOf(moved.end, "month").end }
    : moved;
}
