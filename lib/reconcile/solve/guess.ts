import { lcm } from "../../quantity/rational.ts";
import type { Vector } from "./modular_kernel.ts";

/** No denominator beyond this is tried. */
const FINEST = 1e9;

/** The smallest denominator with which a number is nearly whole, or 0. */
function denominatorOf(value: number, tolerance: number): number {
  let [q0, q1] = [1, 0];
  let rest = Math.abs(value);
  for (let i = 0; i < 20; i++) {
    const whole = Math.floor(rest);
    [q0, q1] = [whole * q0 + q1, q0];
    // The first denominator is 1, the numerators are not needed.
    if (i === 0) [q0, q1] = [1, 0];
    if (q0 > FINEST) return 0;
    const scaled = value * q0;
    if (Math.abs(scaled - Math.round(scaled)) <= tolerance * q0) return q0;
    rest = 1 / (rest - whole);
    if (!Number.isFinite(rest)) return q0;
  }
  return 0;
}

/** How many numbers without a small common denominator are put up with. */
const GROUPS = 4;

/**
 * Fractions with small denominators near rounded numbers: what a solver rounded
 * was most often plain. It is a guess, to be checked.
 *
 * @param off How far they may be off.
 * @returns `null` where no few small denominators suit all.
 */
export function guess(values: ArrayLike<number>, off = 1e-8): Vector | null {
  // What hangs together has a small common denominator; all of it may not.
  const groups = [1];
  const groupOf = new Uint8Array(values.length);
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    const at = groupFor(values[i]!, groups, off);
    if (at < 0) return null;
    groupOf[i] = at;
  }
  const parts = groups.map(BigInt);
  let d = 1n;
  for (const part of parts) d = lcm(d, part);
  const n = new Array<bigint>(values.length).fill(0n);
  for (let i = 0; i < values.length; i++) {
    const at = groupOf[i]!;
    const whole = Math.round(values[i]! * groups[at]!);
    if (whole !== 0) n[i] = BigInt(whole) * (d / parts[at]!);
  }
  return { n, d };
}

/** The group in which a number is nearly whole; −1: none, and no room. */
function groupFor(value: number, groups: number[], off: number): number {
  const near = (scaled: number) => {
    const tolerance = Math.max(off, Math.abs(scaled) * 1e-12);
    const whole = Math.abs(scaled - Math.round(scaled)) <= tolerance;
    return { tolerance, usable: tolerance <= 1e-2 && whole };
  };
  for (let at = 0; at < groups.length; at++) {
    if (near(value * groups[at]!).usable) return at;
  }
  for (let at = groups.length - 1; at <= groups.length; at++) {
    const d = groups[at] ?? 1;
    const scaled = value * d;
    const { tolerance } = near(scaled);
    if (tolerance > 1e-2 || !Number.isFinite(scaled)) return -1;
    const by = denominatorOf(scaled, tolerance / d);
    if (by === 0 || d * by > FINEST) continue;
    if (at === GROUPS) return -1;
    groups[at] = d * by;
    return at;
  }
  return -1;
}
