import { HEDGE_WORDS } from "../quantity/hedge_words.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { add, compare, ONE, subtract, toNumber } from "../quantity/rational.ts";
import { saysNothing } from "./says_nothing.ts";
import { type PlainNumber, plainNumbers } from "./plain_form.ts";
import { numberRuns } from "./warnings/number_runs.ts";
import { numberTokens } from "./warnings/number_tokens.ts";
import { SCALES } from "./warnings/number_words.ts";

/** Hedges as they stand in tables, beside those of wordings. */
const TABLE_HEDGES: readonly (readonly [string, string])[] = [
  ["c", "about"],
  ["c.", "about"],
  ["ca.", "about"],
  ["approx.", "about"],
  ["est", "about"],
  ["est.", "about"],
  ["=>", "at_least"],
  ["=<", "up_to"],
  ["min", "at_least"],
  ["min.", "at_least"],
  ["max", "up_to"],
  ["max.", "up_to"],
];

/** Longer ones first: "no more than" before "more than". */
const HEDGES = [...HEDGE_WORDS, ...TABLE_HEDGES]
  .toSorted(([a], [b]) => b.length - a.length);

/** Hedges that stand behind a number too. */
const BEHIND = /^(.*\d.*?)\s*(\+|plus|or more|or so|odd)$/;

const BETWEEN =
  /^(?:between |from )?(.+?)\s*(?:-|\.{2,3}|~| to | and | or )\s*(.+)$/;

/** What multiplies the second number of a range may be of both. */
const SCALE = /\s*(?:\p{L}+\s*)?(?:%|\p{L}+)$/u;

type Range = readonly [low: PlainNumber, high: PlainNumber];

/** A number spelled out, "sixty thousand", and nothing else. */
function spelledOut(text: string): PlainNumber[] {
  if (!/^[\p{L} -]+$/u.test(text)) return [];
  const tokens = numberTokens(text);
  const [run] = numberRuns(tokens);
  return run?.from === 0 && run.end === tokens.length
    ? run.values.map((value) => ({ digits: `${value}` }))
    : [];
}

function numbers(text: string): PlainNumber[] {
  const plain = plainNumbers(text);
  return plain.length > 0 ? plain : spelledOut(text);
}

const rises = ([low, high]: Range) =>
  compare(parseDecimal(low.digits).value, parseDecimal(high.digits).value) < 0;

/** The ranges that a text may stand for. */
function ranges(text: string): Range[] {
  const [, low, high] = BETWEEN.exec(text) ?? [];
  if (low === undefined || high === undefined) return [];
  const pairs = (first: string): Range[] => {
    const [lows, highs] = [numbers(first), numbers(high)];
    return lows.length === highs.length
      ? lows.map((one, i): Range => [one, highs[i]!]).filter(rises)
      : [];
  };
  const [scale] = /\d/.test(low) ? SCALE.exec(high) ?? [] : [];
  // "900-1.2m" may be thousands to millions: nobody knows.
  return pairs(scale && !SCALE.test(low) ? low + scale : low);
}

const meant = (all: readonly string[]) =>
  all.join(" or ") + (all.length > 1 ? ", whichever is meant" : "");

const written = ({ digits, rounding }: PlainNumber) =>
  digits + (rounding ? ` with rounding ${rounding}` : "");

/** What to write for a number or a range without a hedge. */
function adviseBare(text: string, shortened: boolean): string | undefined {
  const found = numbers(text);
  if (found.length > 0) {
    const whole = shortened && found[0]!.rounding
      ? "; or all its digits, if a program has shortened it"
      : "";
    return `write ${meant(found.map(written))}${whole}`;
  }
  const between = ranges(text);
  if (between.length === 0) return undefined;
  return "it is a range: write " + meant(
    between.map(([low, high]) =>
      `${written(low)} in stated and ${written(high)} in stated_high`
    ),
  );
}

/** A percentage that something changed by. */
const CHANGE =
  /^(?:(\+|up|plus)|(-|down|minus))? ?(?:by )?(\d[\d.,]* ?(?:%|per ?cent|pct))(?: (?:(more|higher|up)|(less|fewer|lower|down)))?$/;

/** What to write for a percentage: a share of a whole, or what a count became. */
function adviseChange(text: string): string | undefined {
  const [, rise, fall, percent, more, less] = CHANGE.exec(text) ?? [];
  const [share, ...others] = plainNumbers(percent ?? "");
  if (share === undefined || others.length > 0) return undefined;
  const { value } = parseDecimal(share.digits);
  const places = share.digits.split(".")[1]?.length ?? 0;
  const down = (fall ?? less) !== undefined;
  const times = toNumber(down ? subtract(ONE, value) : add(ONE, value))
    .toFixed(places);
  if ((rise ?? fall ?? more ?? less) === undefined) {
    return `write ${share.digits}, or ${times} with kind ratio where a count ` +
      "rose by as much";
  }
  return Number(times) < 0
    ? undefined
    : `a ${down ? "fall" : "rise"} by ${percent} is ${times} times as many: ` +
      `write ${times} with kind ratio`;
}

/** The hedge before or behind a number, and what it hedges. */
function hedged(text: string): [hedge: string, rest: string] | undefined {
  for (const [words, hedge] of HEDGES) {
    if (!text.startsWith(words)) continue;
    const rest = text.slice(words.length);
    if (/\p{L}$/u.test(words) && /^\p{L}/u.test(rest)) continue;
    return [hedge, rest.trim()];
  }
  const [, rest, words] = BEHIND.exec(text) ?? [];
  return words === undefined ? undefined : [HEDGE_WORDS.get(words)!, rest!];
}

/** A number with a currency, a noun or the mark of a footnote around it. */
const AROUND =
  /^\p{Sc}?\s*(\d[\d.,'’_ ]*?)(?:\s?(\p{L}+))?(?:\s*(?![.,-])[^\d%/]*|\s*\[[^\]]*\])$/u;

/** The number in a cell that says something else as well. */
function amongOthers(text: string): PlainNumber[] {
  const [, digits, word = ""] = AROUND.exec(text) ?? [];
  if (digits === undefined || /\b(?:per|percent|pct|of)\b/.test(text)) {
    return [];
  }
  const behind = text.slice(text.indexOf(digits) + digits.length + word.length);
  if (behind.split(/[^\p{L}]+/u).some((other) => SCALES.has(other))) return [];
  return SCALES.has(word)
    ? plainNumbers(`${digits} ${word}`)
    : plainNumbers(digits);
}

/**
 * What to write instead of a number in another form: with a hedge in its cell,
 * a range, with a word for thousands or an exponent (then with the rounding
 * that plain digits would hide), below zero, or none at all. `undefined` where
 * it is nothing of the kind.
 *
 * @example
 * ```ts
 * import { adviseNumber } from "./other_numbers.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(adviseNumber(">220,000"), "write 220000 with hedge over");
 * assert.equal(
 *   adviseNumber("12–15"),
 *   "it is a range: write 12 in stated and 15 in stated_high",
 * );
 * assert.equal(adviseNumber("many"), undefined);
 * ```
 */
export function adviseNumber(value: string): string | undefined {
  if (value.length > 40) return undefined;
  const text = value.normalize("NFKC").replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/\s+/g, " ").trim().toLowerCase();
  if (saysNothing(value)) {
    return "where no number is stated, leave the cell empty and write kind none";
  }
  const change = adviseChange(text);
  if (change !== undefined) return change;
  const [, minus, brackets] = /^(?:- ?([\d.].*)|\(([\d.,' ]+)\))$/.exec(text) ??
    [];
  const fall = minus ?? brackets;
  if (fall !== undefined) {
    const [one] = numbers(fall);
    return one &&
      "a count cannot be negative: is it a correction (state the count that " +
        "is right, which corrects the other in relations.csv) or a fall " +
        `(write -${one.digits} with kind difference)?`;
  }
  const bare = adviseBare(text, /\de[+-]?\d/.test(text));
  if (bare !== undefined) return bare;
  const [hedge, rest] = hedged(text) ?? [];
  if (hedge !== undefined && rest !== undefined) {
    const advice = adviseBare(rest, false);
    return advice && `${advice} with hedge ${hedge}`;
  }
  const among = amongOthers(text);
  return among.length === 0
    ? undefined
    : `write the number alone, ${
      meant(among.map(written))
    }, and what else is ` +
      "said in note";
}
