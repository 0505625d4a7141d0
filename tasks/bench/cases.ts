import type { Claim } from "../../lib/quantity/claim.ts";

/** Whole numbers below a limit from a seed, the same on every machine. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed % 2147483646 + 1;
  return (below) => (state = state * 48271 % 2147483647) % below;
}

/** A month by number, from January 2010 on. */
export function month(i: number): string {
  return `${2010 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, "0")}`;
}

/** A true monthly series and its running sums. */
function series(months: number, random: (below: number) => number): number[] {
  const sums = [0];
  for (let i = 0; i < months; i++) sums.push(sums[i]! + 100 + random(900));
  return sums;
}

/** True claims about one measure, every one about some span of months. */
export function trueClaims(
  measure: string,
  count: number,
  months: number,
  seed: number,
): Claim[] {
  const random = randomFrom(seed);
  const sums = series(months, random);
  return Array.from({ length: count }, (_, i): Claim => {
    const from = random(months);
    const to = from + 1 + random(months - from);
    const truth = sums[to]! - sums[from]!;
    const rounding = 10 ** (1 + random(3));
    const stated = Math.floor(truth / rounding) * rounding;
    return {
      claim_id: `${measure}-${i}`,
      measure,
      kind: "total",
      stated: String(stated),
      hedge: "over",
      rounding: String(rounding),
      start: month(from),
      end: month(to - 1),
    };
  });
}

/**
 * 200 claims over 100 months: true months and quarters, and 30 false months
 * beside them, each of which contradicts what is true around it.
 */
export function plantedClaims(): Claim[] {
  const random = randomFrom(7);
  const sums = series(100, random);
  const claim = (
    id: string,
    from: number,
    to: number,
    value: number,
  ): Claim => ({
    claim_id: id,
    measure: "cases",
    kind: "total",
    stated: String(value),
    hedge: "exact",
    start: month(from),
    end: month(to - 1),
  });
  const claims: Claim[] = [];
  for (let i = 0; i < 100; i++) {
    claims.push(claim(`month-${i}`, i, i + 1, sums[i + 1]! - sums[i]!));
  }
  for (let i = 0; i + 5 <= 100; i += 5) {
    claims.push(claim(`five-${i}`, i, i + 5, sums[i + 5]! - sums[i]!));
  }
  for (let k = 0; k < 30; k++) {
    const i = k * 10 % 99 + Math.floor(k / 10);
    const truth = sums[i + 1]! - sums[i]!;
    claims.push(claim(`false-${k}`, i, i + 1, truth + 500 + random(500)));
  }
  for (let i = 0; i < 50; i++) {
    const from = i * 2;
    const low = sums[from + 2]! - sums[from]!;
    claims.push({
      ...claim(`pair-${i}`, from, from + 2, low),
      hedge: "at_least",
    });
  }
  return claims;
}
