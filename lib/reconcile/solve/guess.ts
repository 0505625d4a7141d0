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

/**
 * Fractions with a small common denominator near rounded numbers: what a solver
 * rounded was most often plain. It is a guess, to be checked.
 *
 * @returns `null` where no small denominator suits all.
 */
export function guess(values: ArrayLike<number>): Vector | null {
  let d = 1;
  for (let i = 0; i < values.length; i++) {
    if (values[i] === 0) continue;
    const value = values[i]! * d;
    const tolerance = Math.max(1e-8, Math.abs(value) * 1e-12);
    if (tolerance > 1e-2 || !Number.isFinite(value)) return null;
    if (Math.abs(value - Math.round(value)) <= tolerance) continue;
    const by = denominatorOf(value, tolerance / d);
    if (by === 0) return null;
    d *= by;
    if (d > FINEST) return null;
  }
  const n = new Array<bigint>(values.length).fill(0n);
  for (let i = 0; i < values.length; i++) {
    const whole = Math.round(values[i]! * d);
    if (whole !== 0) n[i] = BigInt(whole);
  }
  return { n, d: BigInt(d) };
}
