import { lcm, type Rational } from "../../quantity/rational.ts";
import { type Wholes, wholesOf } from "../solve/network_graph.ts";

/** What it costs to drop some claims: total weight, then how many. */
export interface Cost {
  /** Total weight, on a common denominator. */
  readonly weight: bigint;
  /** How many claims. */
  readonly size: number;
}

/** Negative when a costs less than b, zero when they cost the same. */
export function compareCost(a: Cost, b: Cost): number {
  return a.weight === b.weight ? a.size - b.size : a.weight < b.weight ? -1 : 1;
}

/** Compares ascending lists of positions item by item; shorter first. */
export function compareLists(
  a: readonly number[],
  b: readonly number[],
): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/** What dropping some units costs. */
export function costOf(
  set: readonly number[],
  weights: readonly bigint[],
): Cost {
  let weight = 0n;
  for (const unit of set) weight += weights[unit]!;
  return { weight, size: set.length };
}

/** Weights to be added up often: as doubles where these are exact. */
export function quickWeights(
  weights: readonly bigint[],
): { readonly weights: Wholes; readonly zero: number } {
  const { wholes, zero } = wholesOf(weights.map((n) => ({ n, d: 1n })));
  return { weights: wholes, zero };
}

/** Weights on their common denominator, as whole numbers. */
export function wholeWeights(
  weights: readonly Rational[],
): { readonly whole: readonly bigint[]; readonly scale: bigint } {
  let scale = 1n;
  for (const { d } of weights) scale = lcm(scale, d);
  if (scale === 1n) return { whole: weights.map(({ n }) => n), scale };
  return { whole: weights.map(({ n, d }) => n * (scale / d)), scale };
}
