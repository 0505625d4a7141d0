import type { Rational } from "../../quantity/rational.ts";
import type { WholeCost } from "./exact_program.ts";
import type { Vector } from "./modular_kernel.ts";

/** A sum of columns, and a bound of it that some point may attain. */
export interface Target {
  readonly columns: readonly number[];
  readonly value: Rational;
}

/** So many targets a point has to attain that the next is looked for. */
const WORTH = 4;

/** Whether a point attains a target. */
export function attains({ n, d }: Vector, { columns, value }: Target): boolean {
  if (columns.length === 1 && d === 1n && value.d === 1n) {
    return n[columns[0]!] === value.n;
  }
  let sum = 0n;
  for (const column of columns) sum += n[column]!;
  return sum * value.d === value.n * d;
}

/**
 * Points that attain many targets at once, one after the other: each has the
 * greatest, or the least, sum of all that are left over.
 *
 * Method: the filtering rounds of Gleixner, Berthold, Müller & Weltge, "Three
 * enhancements for optimization-based bound tightening", Journal of Global
 * Optimization 67 (2017).
 *
 * @param find A point that costs little; `null` where none is found.
 */
export function* pointsAttaining(
  targets: readonly Target[],
  side: "low" | "high",
  find: (cost: WholeCost) => Vector | null,
): Generator<Vector> {
  const price = side === "low" ? 1n : -1n;
  let left = targets;
  for (let more = true; more && left.length >= WORTH;) {
    const cost = new Map<number, bigint>();
    for (const { columns } of left) {
      for (const column of columns) {
        cost.set(column, (cost.get(column) ?? 0n) + price);
      }
    }
    const point = find(cost);
    if (!point) return;
    yield point;
    const rest = left.filter((target) => !attains(point, target));
    more = left.length - rest.length >= WORTH;
    left = rest;
  }
}
