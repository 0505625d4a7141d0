import { numberRuns, type Run, scale } from "./number_runs.ts";
import { numberTokens, type Token } from "./number_tokens.ts";
import { PARTS, TIMES, VAGUE } from "./number_words.ts";

/** A number that words may stand for. */
export interface SaidNumber {
  /** The least that is meant. */
  readonly low: number;
  /** The most; the same but for vague words. */
  readonly high: number;
  /** It is a part, and "a third" is not quite 0.33. */
  readonly part?: boolean;
}

type Tokens = readonly Token[];
type Runs = readonly Run[];

const same = (values: readonly number[], part?: boolean): SaidNumber[] =>
  values.map((value) => ({
    low: value,
    high: value,
    ...part ? { part } : {},
  }));

/** "doubled", "hundreds", "several thousand". */
function words(tokens: Tokens): SaidNumber[] {
  return tokens.flatMap(({ text }, i) => {
    const times = TIMES.get(text);
    if (times !== undefined) return same([times]);
    const vague = VAGUE.get(text);
    if (!vague) return [];
    if (vague[1] === 1) return [{ low: vague[0], high: vague[1] }];
    const behind = tokens[i + 1]?.text === "of" ? i + 2 : i + 1;
    const factor = scale([1], tokens, behind).values[0]!;
    return [{ low: vague[0] * factor, high: vague[1] * factor }];
  });
}

/** "a third", "three quarters", "half a million", "two and a half thousand". */
function parts(tokens: Tokens, runs: Runs): SaidNumber[] {
  return tokens.flatMap(({ text }, i) => {
    const part = PARTS.get(text);
    if (part === undefined) return [];
    const counts = runs.find(({ end }) => end === i)?.values ?? [1];
    let behind = i + 1;
    if (tokens[behind]?.text === "of") behind++;
    if (tokens[behind]?.text === "a") behind++;
    const said = scale(counts.map((count) => count * part), tokens, behind);
    const whole = tokens[i - 1]?.text === "a" && tokens[i - 2]?.text === "and"
      ? runs.find(({ end }) => end === i - 2)
      : undefined;
    // "a million and a half" is half a million more.
    const mixed = whole?.values.flatMap((value, k) => [
      value + part,
      value + part * (value / (whole.unscaled[k] ?? 1) || 1),
    ]) ?? [];
    return [
      ...same(said.values, true),
      ...same(scale(mixed, tokens, i + 1).values, true),
    ];
  });
}

/** "15 to 18 thousand": what multiplies the second number may be of both. */
function ranges(between: string, before: Run, run: Run): SaidNumber[] {
  if (!/^(?:-|to|and|or)$/.test(between)) return [];
  const factor = run.values[0]! / run.unscaled[0]!;
  return same(before.values.map((value) => value * factor));
}

/** "one in five", "3 out of 10", "1/2", and with a whole number "2 1/2". */
function fractions(
  between: string,
  before: Run,
  run: Run,
  whole: Run | undefined,
): SaidNumber[] {
  if (!/^(?:\/|in|of|out of|per)$/.test(between)) return [];
  const shares = before.values.flatMap((value) =>
    run.unscaled.filter((of) => of !== 0).map((of) => value / of)
  );
  const mixed = whole?.end === before.from
    ? whole.values.flatMap((value) => shares.map((more) => value + more))
    : [];
  const factor = run.values[0]! / run.unscaled[0]!;
  return [
    ...same([...shares, ...mixed], true),
    ...same([...shares, ...mixed].map((value) => value * factor), true),
  ];
}

/** What two numbers say together that stand beside each other. */
function pairs(tokens: Tokens, runs: Runs): SaidNumber[] {
  return runs.slice(1).flatMap((run, k) => {
    const before = runs[k]!;
    const between = tokens.slice(before.end, run.from)
      .map(({ text }) => text).join(" ");
    return [
      ...ranges(between, before, run),
      ...fractions(between, before, run, runs[k - 1]),
    ];
  });
}

/**
 * All numbers that words can be taken to say: in digits with any separators,
 * with "thousand" or "k" behind them, spelled out in English, as a part ("two
 * thirds", "one in five"), a multiple ("doubled") or a vague quantity
 * ("hundreds"). Rather one too many than one too few. A percentage is the
 * number before its sign.
 *
 * @example
 * ```ts
 * import { saidNumbers } from "./said_numbers.ts";
 * import assert from "node:assert/strict";
 *
 * const said = (words: string) => saidNumbers(words).map(({ low }) => low);
 * assert.deepEqual(said("60.5 thousand"), [60500]);
 * assert.deepEqual(said("two thirds"), [2, 2 / 3]);
 * assert.deepEqual(said("15 to 18 thousand"), [15, 18000, 15000]);
 * ```
 */
export function saidNumbers(wording: string): SaidNumber[] {
  const tokens = numberTokens(wording);
  const runs = numberRuns(tokens);
  return [
    ...same(runs.flatMap(({ values }) => values)),
    ...pairs(tokens, runs),
    ...parts(tokens, runs),
    ...words(tokens),
  ];
}
