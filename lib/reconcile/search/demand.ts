import {
  add,
  compare,
  divide,
  lcm,
  multiply,
  type Rational,
  subtract,
  ZERO,
} from "../../quantity/rational.ts";
import type { Certificate } from "../proof/certificate.ts";

/**
 * What a contradiction asks for, said of amounts: units dropped must make up
 * for so much.
 */
export interface Demand {
  /** Units, ascending. */
  readonly set: readonly number[];
  /** What dropping each makes up for, in whole numbers. */
  readonly amounts: readonly number[];
  /** What must be made up for. */
  readonly need: number;
  /** The items that say so. */
  readonly items: readonly number[];
}

/** Amounts are told in parts of at most this. */
const FINEST = 2 ** 20;

/**
 * What must give where a sum of bounds contradicts itself. The lows exceed the
 * highs by a gap. A low that is dropped leaves a count that is still at least
 * zero, so that its share of the sum is all that is gained; a high or a factor
 * that is dropped may make up for anything. This says far more than that one of
 * the claims must go: of 24 months of at least 1 under a cap of 12 that twelve
 * must.
 *
 * Method: the knapsack cover inequality of Wolsey, "Faces for a linear
 * inequality in 0–1 variables", Mathematical Programming 8 (1975), of the sum
 * that refutes.
 *
 * @param unitOf The unit of an item.
 * @returns `null` where it says no more than that one of them must go.
 */
export function demandOf(
  certificate: Certificate,
  unitOf: (item: number) => number,
): Demand | null {
  let gap = ZERO;
  const gains = new Map<number, Rational | null>();
  const items = new Set<number>();
  for (const { constraint, times } of certificate.rows) {
    const { item, side, of, less, value } = constraint;
    const amount = of ? ZERO : multiply(times, value);
    gap = side === "low" ? add(gap, amount) : subtract(gap, amount);
    const unit = unitOf(item);
    items.add(item);
    const before = gains.get(unit);
    const part = of || less || side === "high" ? null : amount;
    gains.set(
      unit,
      before === null || !part ? null : before ? add(before, part) : part,
    );
  }
  if (gap.n <= 0n) return null;
  const set = [...gains.keys()].sort((a, b) => a - b);
  const shares = set.map((unit) => {
    const gain = gains.get(unit)!;
    return gain && compare(gain, gap) < 0 ? divide(gain, gap) : null;
  });
  if (shares.filter((share) => share !== null).length < 2) return null;
  const need = wholeNeed(shares);
  const amounts = shares.map((share) => {
    if (!share) return need;
    // Rounded up: it then asks for less, which is true as well.
    const scaled = share.n * BigInt(need);
    return Number((scaled + share.d - 1n) / share.d);
  });
  return { set, amounts, need, items: [...items] };
}

/** The least whole number of which all shares are whole ones, if it is small. */
function wholeNeed(shares: readonly (Rational | null)[]): number {
  let scale = 1n;
  for (const share of shares) {
    if (!share) continue;
    scale = lcm(scale, share.d);
    if (scale > BigInt(FINEST)) return FINEST;
  }
  return Number(scale);
}
