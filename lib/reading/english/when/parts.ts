import type { Day } from "../../../quantity/date.ts";
import { monthStart } from "../../../quantity/date.ts";
import { type Calendar, daysBefore, months, unitOf } from "../../period.ts";
import { at, type Token } from "../../token.ts";
import { ORDINALS, SPANS } from "../words/calendar_words.ts";
import { countAt, monthPart, PLAIN, whichYear, yearAloneAt } from "./dates.ts";
import { relativeAt, rollingAt } from "./relative.ts";

/** First half of 2031, the third quarter, Q1 2024, H1. */
export function partAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
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
  const [named, after] = whichYear(tokens, to, now);
  // "The second half" alone is of a match as well.
  if (after === to && !code && size === 6) return null;
  if (named === null) {
    return { ...PLAIN, to: after, span: "quarter", start: null, end: null };
  }
  let year = named;
  if (
    after === to && now !== null &&
    monthStart(year * 12 + (which - 1) * size) > now
  ) year--;
  const first = year * 12 + (which - 1) * size;
  return {
    ...PLAIN,
    ...months(first, first + size - 1),
    to: after,
    span: size === 3 ? "quarter" : "year",
  };
}

/** "The first ten months of 2024", "the last two months of the year". */
export function firstMonthsAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const article = at(tokens, i) === "the" ? 1 : 0;
  const word = at(tokens, i + article);
  if (word !== "first" && word !== "last" && word !== "final") return null;
  const count = countAt(tokens, i + article + 1);
  const unit = count && at(tokens, count[1]);
  if (!count || unit !== "months" && unit !== "quarters") return null;
  const [named, after] = whichYear(tokens, count[1] + 1, now);
  if (after === count[1] + 1) return null;
  const size = count[0] * (unit === "quarters" ? 3 : 1);
  if (named === null || size > 12) return null;
  const first = word === "first" ? named * 12 : named * 12 + 12 - size;
  return {
    ...PLAIN,
    ...months(first, first + size - 1),
    to: after,
    span: "month",
  };
}

/** "The first week of May", "the last ten days of May", "the 2020s". */
export function weekOfAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const article = at(tokens, i) === "the" ? 1 : 0;
  const decade = tokens[i + article];
  if (
    decade?.kind === "number" && /^(1[89]|20)\d0$/.test(decade.text) &&
    at(tokens, i + article + 1) === "s" && tokens[i + article + 1]!.glued
  ) {
    const first = Number(decade.text) * 12;
    return {
      ...PLAIN,
      ...months(first, first + 119),
      to: i + article + 2,
      span: "decade",
    };
  }
  const which = ORDINALS.get(at(tokens, i + article)) ??
    (at(tokens, i + article) === "last" ? -1 : 0);
  if (!which) return null;
  const count = countAt(tokens, i + article + 1);
  const unit = at(tokens, count ? count[1] : i + article + 1);
  const size = /^weeks?$/.test(unit) ? 7 : /^days?$/.test(unit) ? 1 : 0;
  const of = (count ? count[1] : i + article + 1) + 1;
  if (!size || at(tokens, of) !== "of" || !count && size === 1) return null;
  const month = monthPart(tokens, of + 1, now);
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

/** Early, mid, late; the end of, the beginning of. */
export function nearAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const article = at(tokens, i) === "the" ? 1 : 0;
  const word = at(tokens, i + article);
  if (/^(early|mid|late)$/.test(word)) {
    const dash = at(tokens, i + article + 1) === "-" ? 1 : 0;
    const inner = monthPart(tokens, i + article + 1 + dash, now) ??
      yearAloneAt(tokens, i + article + 1 + dash, now);
    if (!inner) return null;
    // "By mid-May": its middle.
    const edge = /^(by|until|till|since)$/.test(at(tokens, i - 1));
    if (edge && word === "mid" && inner.start !== null && inner.end !== null) {
      const day = inner.span === "month"
        ? inner.start + 14
        : inner.start + Math.floor((inner.end - inner.start) / 2);
      return { ...inner, start: day, end: day, span: "day" };
    }
    return {
      ...inner,
      why: `${word} in the ${inner.span}: which days is not said`,
    };
  }
  if (!/^(end|start|beginning|close|turn)$/.test(word)) return null;
  if (at(tokens, i + article + 1) !== "of") return null;
  const inner = monthPart(tokens, i + article + 2, now) ??
    relativeAt(tokens, i + article + 2, now) ??
    yearAloneAt(tokens, i + article + 2, now) ??
    rollingAt(tokens, i + article + 2, now) ??
    ownYearAt(tokens, i + article + 2, now);
  if (!inner) return null;
  const end = word === "end" || word === "close";
  if (inner.start === null || inner.end === null) return inner;
  const last = unitOf(inner.start, inner.span).end!;
  // "By the end of the year", said of what was, is not an end to come.
  const own = at(tokens, i + article + 2) === "the" && end && now !== null &&
    last > now && inner.span === "year" && inner.year === null;
  const day = own
    ? unitOf(daysBefore(inner, 1, "year").start!, "year").end!
    : end
    ? Math.max(last, inner.end)
    : inner.start;
  return { ...inner, start: day, end: day, span: "day" };
}

function ownYearAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  if (at(tokens, i) !== "the") return null;
  const span = SPANS.get(at(tokens, i + 1));
  if (!span || span === "day" || now === null) return null;
  return { ...PLAIN, ...unitOf(now, span), to: i + 2, span };
}
