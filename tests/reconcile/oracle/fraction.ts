/** An exact fraction in lowest terms; `d` is above 0. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** Greatest common divisor of two whole numbers, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  if (a < 0n) a = -a;
  if (b < 0n) b = -b;
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The fraction n/d. */
export function frac(n: bigint | number, d: bigint | number = 1n): Fraction {
  let top = BigInt(n), bottom = BigInt(d);
  if (bottom === 0n) throw new RangeError("A fraction over 0");
  if (bottom < 0n) [top, bottom] = [-top, -bottom];
  const g = gcd(top, bottom);
  return g > 1n ? { n: top / g, d: bottom / g } : { n: top, d: bottom };
}

export const NONE: Fraction = frac(0);
export const UNIT: Fraction = frac(1);

/** a + b */
export function plus(a: Fraction, b: Fraction): Fraction {
  return frac(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** a − b */
export function minus(a: Fraction, b: Fraction): Fraction {
  return frac(a.n * b.d - b.n * a.d, a.d * b.d);
}

/** a · b */
export function times(a: Fraction, b: Fraction): Fraction {
  return frac(a.n * b.n, a.d * b.d);
}

/** a / b */
export function over(a: Fraction, b: Fraction): Fraction {
  return frac(a.n * b.d, a.d * b.n);
}

/** Below 0, 0 or above 0 as a is less than, equal to or more than b. */
export function order(a: Fraction, b: Fraction): number {
  const x = a.n * b.d, y = b.n * a.d;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A plain decimal such as `12`, `0.50` or `.5`, exactly. */
export function decimal(text: string): Fraction {
  if (!/^(\d+\.?\d*|\.\d+)$/.test(text)) throw new RangeError(text);
  const [whole = "", part = ""] = text.split(".");
  return frac(BigInt(whole + part || "0"), 10n ** BigInt(part.length));
}

/** The number nearest to a fraction, ties to even: one rounding. */
export function nearest({ n, d }: Fraction): number {
  if (n < 0n) return -nearest({ n: -n, d });
  if (n === 0n) return 0;
  // Scale so that the whole quotient has well over 53 bits, keep a sticky bit.
  const lead = n.toString(2).length - d.toString(2).length;
  const shift = 60 - lead;
  const top = shift > 0 ? n << BigInt(shift) : n;
  const bottom = shift > 0 ? d : d << BigInt(-shift);
  const whole = top / bottom;
  const sticky = whole * bottom === top ? whole : whole | 1n;
  return Number(sticky) * 2 ** -shift;
}

/** The exact value of a finite number. */
export function exactly(x: number): Fraction {
  if (!Number.isFinite(x)) throw new RangeError(String(x));
  let scale = 0;
  while (!Number.isInteger(x)) {
    x *= 2;
    scale++;
  }
  return frac(BigInt(x), 1n << BigInt(scale));
}

/**
 * The fraction of least denominator that rounds to a number: the exact value
 * that a program most likely held before it wrote the number down.
 */
export function simplest(x: number): Fraction {
  if (x < 0) {
    const { n, d } = simplest(-x);
    return { n: -n, d };
  }
  // Continued fraction of the exact value: the first convergent that rounds to x.
  let { n, d } = exactly(x);
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
  while (d !== 0n) {
    const a = n / d;
    [p0, q0, p1, q1] = [p1, q1, a * p1 + p0, a * q1 + q0];
    if (nearest({ n: p1, d: q1 }) === x) break;
    [n, d] = [d, n - a * d];
  }
  return frac(p1, q1);
}
