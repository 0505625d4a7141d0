import { HEDGE_WORDS } from "../quantity/hedge_words.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { typedText } from "../quantity/typed_text.ts";
import {
  add,
  compare,
  ONE,
  type Rational,
  subtract,
  toNumber,
} from "../quantity/rational.ts";
import { saysNothing } from "./says_nothing.ts";
import { type PlainNumber, plainNumbers } from "./plain_form.ts";
import { numberRuns } from "./warnings/number_runs.ts";
import { numberTokens } from "./warnings/number_tokens.ts";
import { SCALES, SMALL } from "./warnings/number_words.ts";
import { PLURALS } from "./warnings/plurals.ts";

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
  // "No" may be no number as well as none.
  if (!/^[\p{L} -]+$/u.test(text) || SMALL.get(text) === 0) return [];
  const tokens = numberTokens(text);
  const [run] = numberRuns(tokens);
  return run?.from === 0 && run.end === tokens.length
    ? run.values.map((value) => ({ digits: `${value}` }))
    : [];
}

/** A number with a fraction in one letter: "2½ million", as it was made plain. */
const FRACTION = /^(?:(\d{1,9}) )?(\d{1,2})\/(\d{1,2})(?: ?(\p{L}+))?$/u;

function fractions(text: string): PlainNumber[] {
  const [, whole = "0", over, under, word] = FRACTION.exec(text) ?? [];
  if (under === undefined || Number(under) === 0) return [];
  const part = Number(over) / Number(under);
  // A third is 0.33, a half 0.5.
  const places = [1, 2, 3].find((n) => Number.isInteger(part * 10 ** n)) ?? 2;
  const digits = (Number(whole) + part).toFixed(places);
  return plainNumbers(word === undefined ? digits : `${digits} ${word}`);
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

/** A fraction at the places that a percentage shows, and at whole per cents. */
function atPlaces(value: Rational, places: number): string {
  const [shown, whole] = [places, 2].map((n) => toNumber(value).toFixed(n));
  return places < 2 ? `${shown} (${whole} if rounded to 1%)` : shown!;
}

/** What to write for a percentage: a share of a whole, or what a count became. */
function adviseChange(text: string): string | undefined {
  const [, rise, fall, percent, more, less] = CHANGE.exec(text) ?? [];
  const [share, ...others] = plainNumbers(percent ?? "");
  if (share === undefined || others.length > 0) return undefined;
  const { value } = parseDecimal(share.digits);
  const places = share.digits.split(".")[1]?.length ?? 0;
  const down = (fall ?? less) !== undefined;
  const became = down ? subtract(ONE, value) : add(ONE, value);
  const times = atPlaces(became, places);
  if ((rise ?? fall ?? more ?? less) === undefined) {
    const share = compare(value, ONE) > 0 ? " with kind ratio" : "";
    return `write ${atPlaces(value, places)}${share}, or ${times} with kind ` +
      "ratio where a count rose by as much";
  }
  return became.n < 0n
    ? undefined
    : `a ${down ? "fall" : "rise"} by ${percent} is ${
      atPlaces(became, Math.max(2, places))
    } times as many: write ${times} with kind ratio`;
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

/** What makes another number of it: a part, or points. */
const OTHER_UNIT =
  /\b(?:per|percent\w*|pct|of|in|points?|pp|pts|bps)\b|[\u2030\u2031\u00b0]/;

/** A number as the middle of what is around it. */
const AROUND_MIDDLE = /^(\d[\d.,]*) ?(?:\u00b1|\+\/-) ?(\d[\d.,]*)$/;

/** What to write for "5 ± 1". */
function adviseMiddle(text: string): string | undefined {
  const [, middle, by] = AROUND_MIDDLE.exec(text) ?? [];
  const [[one, ...ones], [other, ...others]] = [middle, by]
    .map((cell) => plainNumbers(cell ?? "")) as [PlainNumber[], PlainNumber[]];
  if (!one || !other || ones.length + others.length > 0) return undefined;
  const [at, off] = [one, other].map(({ digits }) =>
    parseDecimal(digits).value
  ) as [Rational, Rational];
  if (compare(at, off) < 0) return undefined;
  const places = Math.max(
    ...[one, other].map(({ digits }) => digits.split(".")[1]?.length ?? 0),
  );
  const [low, high] = [subtract(at, off), add(at, off)]
    .map((end) => toNumber(end).toFixed(places));
  return `it is a range: write ${low} in stated and ${high} in stated_high ` +
    "with hedge exact";
}

/** "Dozens" alone, or dozens of something. */
function advisePlural(text: string): string | undefined {
  const found = PLURALS.find(([form]) =>
    new RegExp(`^(?:many |some )?(?:${form.source})(?: of .*)?$`).test(text)
  );
  return found && `write ${found[1]} with hedge plural`;
}

/** A minus sign behind a number: some programs put it there. */
function adviseTrailing(text: string): string | undefined {
  const [, number] = /^(\d.*?) ?-$/.exec(text) ?? [];
  const [one, ...others] = numbers(number ?? "");
  if (!one || others.length > 0) return undefined;
  return `is it a fall (write -${one.digits} with kind difference) or a range ` +
    `without its second number (write ${one.digits} in stated and that in ` +
    "stated_high)?";
}

/** A raised number behind another one. */
function adviseRaised(text: string): string | undefined {
  const [, number] =
    /^(\d[\d.,]*)[\u00b2\u00b3\u00b9\u2070-\u2079]+$/.exec(text) ??
      [];
  const found = plainNumbers(number ?? "");
  return found.length === 0
    ? undefined
    : `write ${meant(found.map(written))} if the raised number marks a note`;
}

/** The number in a cell that says something else as well. */
function amongOthers(text: string): PlainNumber[] {
  const [, digits, word = ""] = AROUND.exec(text) ?? [];
  if (digits === undefined || OTHER_UNIT.test(text)) return [];
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
  const text = typedText(value).toLowerCase();
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
  // Only what was one letter: 3/10 may be three of ten, or a date.
  const parts = /[\u00bc-\u00be\u2150-\u215e]/.test(value)
    ? fractions(text)
    : [];
  if (parts.length > 0) return `write ${meant(parts.map(written))}`;
  const other = advisePlural(text) ?? adviseMiddle(text) ??
    adviseTrailing(text) ?? adviseRaised(text);
  if (other !== undefined) return other;
  const [hedge, rest] = hedged(text) ?? [];
  if (hedge !== undefined && rest !== undefined) {
    const advice = adviseBare(rest, false);
    // "…, whichever is meant, with hedge over".
    const pause = advice?.endsWith("meant") ? "," : "";
    return advice && `${advice}${pause} with hedge ${hedge}`;
  }
  const alone = amongOthers(text);
  return alone.length === 0
    ? undefined
    : `write the number alone, ${
      meant(alone.map(written))
    }, and what else is ` +
      "said in note";
}
