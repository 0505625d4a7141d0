import type { Token } from "./number_tokens.ts";
import { ALONE, PARTS, SCALES, SMALL } from "./number_words.ts";

/** Tokens that say one number together: "60 thousand", "two hundred and ten". */
export interface Run {
  /** All that it can mean. */
  readonly values: readonly number[];
  /** What was multiplied by a scale: 60 in "60 thousand". */
  readonly unscaled: readonly number[];
  /** Its first token. */
  readonly from: number;
  /** The first token behind it. */
  readonly end: number;
}

/** Multiplies by the scales that stand from a token on. */
export function scale(
  values: readonly number[],
  tokens: readonly Token[],
  from: number,
): { values: readonly number[]; end: number } {
  let [scaled, end] = [values, from];
  for (;;) {
    const factors = SCALES.get(tokens[end]?.text ?? "");
    if (!factors) return { values: scaled, end };
    const before = scaled;
    scaled = factors.flatMap((factor) => before.map((value) => value * factor));
    end++;
  }
}

/** "two hundred fifty thousand". */
function spelledOut(words: readonly string[]): number {
  let [total, current] = [0, 0];
  for (const word of words) {
    const factor = SCALES.get(word)?.[0];
    if (factor === undefined) current += SMALL.get(word)!;
    else if (factor < 1000) current = (current || 1) * factor;
    else {
      total += (current || 1) * factor;
      current = 0;
    }
  }
  return total + current;
}

function spelledRun(tokens: readonly Token[], from: number): Run {
  const parts: string[][] = [[]];
  let end = from;
  const isNumber = (i: number) => {
    const text = tokens[i]?.text ?? "";
    return SMALL.has(text) || SCALES.has(text);
  };
  while (true) {
    if (isNumber(end)) parts.at(-1)!.push(tokens[end]!.text);
    else if (tokens[end]?.text === "and" && isNumber(end + 1)) parts.push([]);
    else break;
    end++;
  }
  const factor = SCALES.get(parts.at(-1)!.at(-1)!)?.[0] ?? 1;
  const apart = parts.map(spelledOut);
  // "two hundred and ten" is one number, "five and six hundred" are two.
  const values = parts.length > 1
    ? [
      spelledOut(parts.flat()),
      ...apart,
      ...apart.slice(0, -1).map((value) => value * factor),
    ]
    : apart;
  const unscaled = values.map((value) => value / factor);
  return { values, unscaled, from, end };
}

/** Whether a scale is told by the part before it: "half a million". */
function isOfPart(tokens: readonly Token[], i: number): boolean {
  let before = i - 1;
  if (tokens[before]?.text === "a") before--;
  if (tokens[before]?.text === "of") before--;
  return PARTS.has(tokens[before]?.text ?? "");
}

/**
 * The numbers of a wording, in digits or spelled out, in the order of its
 * tokens.
 *
 * @example
 * ```ts
 * import { numberRuns } from "./number_runs.ts";
 * import { numberTokens } from "./number_tokens.ts";
 * import assert from "node:assert/strict";
 *
 * const runs = numberRuns(numberTokens("60 thousand, then twenty-one"));
 * assert.deepEqual(runs.map(({ values }) => values), [[60000], [21]]);
 * ```
 */
export function numberRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < tokens.length;) {
    const { text, values } = tokens[i]!;
    if (values) {
      const scaled = scale(values, tokens, i + 1);
      runs.push({ unscaled: values, from: i, ...scaled });
    } else if (
      SMALL.has(text) || ALONE.has(text) && !isOfPart(tokens, i)
    ) {
      runs.push(spelledRun(tokens, i));
    } else {
      i++;
      continue;
    }
    i = runs.at(-1)!.end;
  }
  return runs;
}
