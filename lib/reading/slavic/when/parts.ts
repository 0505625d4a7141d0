import { monthStart } from "../../../quantity/date.ts";
import { type Calendar, months, unitOf } from "../../period.ts";
import { at, isHyphen, type Token } from "../../token.ts";
import {
  type Clock,
  countAt,
  monthPart,
  PLAIN,
  yearAt,
  yearNow,
  yearPart,
} from "./dates.ts";
import { relativeAt } from "./relative.ts";

/** Latin letters, and the Cyrillic ones that look like them. */
const ROMAN: ReadonlyMap<string, number> = new Map([
  ["i", 1],
  ["ii", 2],
  ["iii", 3],
  ["iv", 4],
  ["і", 1],
  ["іі", 2],
  ["ііі", 3],
  ["іv", 4],
]);

/** Which of several: "першому", "ІІІ", "3-му". */
function ordinalAt(
  tokens: readonly Token[],
  i: number,
  { words }: Clock,
): [number, number] | null {
  const word = at(tokens, i);
  const value = words.ordinals.get(word) ?? ROMAN.get(word);
  if (value !== undefined) return [value, i + 1];
  if (tokens[i]?.kind !== "number" || !/^[1-4]$/.test(word)) return null;
  const ending = isHyphen(at(tokens, i + 1)) && tokens[i + 1]!.glued ? 2 : 0;
  return [Number(word), i + 1 + ending];
}

/** The year of a part of it; without one, that of publication or the last. */
function yearOfPart(
  tokens: readonly Token[],
  i: number,
  first: number,
  clock: Clock,
): [number | null, number] {
  const named = yearAt(tokens, i, clock);
  if (named) return [named.year, named.to];
  const year = yearNow(clock);
  if (year === null || clock.now === null) return [null, i];
  // "Року" alone is the year of publication.
  const to = clock.words.spans.get(at(tokens, i)) === "year" ? i + 1 : i;
  return [monthStart(year * 12 + first) > clock.now ? year - 1 : year, to];
}

/** "Третьому кварталі 2024 року", "першому півріччі", "першій половині року". */
export function partAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const which = ordinalAt(tokens, i, clock);
  if (!which) return null;
  const { words } = clock;
  const unit = at(tokens, which[1]);
  const quarter = words.spans.get(unit) === "quarter";
  const half = words.halfYear.has(unit) || words.fractions.get(unit) === 2;
  if (!quarter && !half || which[0] > (quarter ? 4 : 2)) return null;
  const size = quarter ? 3 : 6;
  const from = (which[0] - 1) * size;
  const month = words.halfYear.has(unit)
    ? null
    : monthPart(tokens, which[1] + 1, clock);
  if (half && month) {
    if (month.start === null) return { ...month, span: "week" };
    const middle = month.start + 14;
    return which[0] === 1
      ? { ...month, end: middle, span: "week" }
      : { ...month, start: middle + 1, span: "week" };
  }
  const [year, to] = yearOfPart(tokens, which[1] + 1, from, clock);
  // "Перша половина" alone is of a match as well.
  if (words.fractions.has(unit) && to === which[1] + 1) return null;
  const span = quarter ? "quarter" : "year";
  return year === null ? { ...PLAIN, to, span, start: null, end: null } : {
    ...PLAIN,
    ...months(year * 12 + from, year * 12 + from + size - 1),
    to,
    span,
  };
}

/** "Перші десять місяців 2024 року", "9 місяців 2024 року". */
export function firstMonthsAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const { words } = clock;
  const first = words.first.has(at(tokens, i)) ? 1 : 0;
  const count = countAt(tokens, i + first, clock);
  const unit = count && words.spans.get(at(tokens, count[1]));
  if (!count || unit !== "month" && unit !== "quarter" && unit !== "week") {
    return null;
  }
  if (unit === "week") {
    const month = first ? monthPart(tokens, count[1] + 1, clock) : null;
    if (!month || count[0] > 4) return null;
    return month.start === null
      ? { ...month, span: "week" }
      : { ...month, end: month.start + 7 * count[0] - 1, span: "week" };
  }
  const [year, to] = yearOfPart(tokens, count[1] + 1, 0, clock);
  if (to === count[1] + 1) return null;
  const size = count[0] * (unit === "quarter" ? 3 : 1);
  if (size > 12) return null;
  return year === null
    ? { ...PLAIN, to, span: "month", start: null, end: null }
    : {
      ...PLAIN,
      ...months(year * 12, year * 12 + size - 1),
      to,
      span: "month",
    };
}

/** "Початку року", "кінця червня 2024", "середині травня". */
export function nearAt(
  tokens: readonly Token[],
  i: number,
  clock: Clock,
): Calendar | null {
  const { words, now } = clock;
  const word = at(tokens, i);
  const [begin, end] = [words.begin.has(word), words.end.has(word)];
  if (!begin && !end && !words.middle.has(word)) return null;
  const span = words.spans.get(at(tokens, i + 1));
  const own = span && span !== "day" && now !== null
    ? { ...PLAIN, ...unitOf(now, span), to: i + 2, span }
    : null;
  const inner = monthPart(tokens, i + 1, clock) ??
    yearPart(tokens, i + 1, clock) ?? relativeAt(tokens, i + 1, clock) ?? own;
  if (!inner || inner.start === null || inner.end === null) return inner;
  // "До кінця", "з початку", "на кінець" mean a day; "на початку" some days.
  const before = at(tokens, i - 1);
  const exact = words.since.has(before) || words.until.has(before) ||
    words.on.has(before) && /^(початок|кінець|начало|конец)$/.test(word);
  if (!exact || !begin && !end) {
    return { ...inner, why: `${word}: which days is not said` };
  }
  const day = begin ? inner.start : unitOf(inner.start, inner.span).end!;
  return { ...inner, start: day, end: day, span: "day" };
}
