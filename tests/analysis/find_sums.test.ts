import type { Sum } from "../../lib/analysis/sums/account.ts";
import { findSums } from "../../lib/analysis/sums/find_sums.ts";
import type { Claim, Measure } from "../../lib/quantity/claim.ts";
import { rational } from "../../lib/quantity/rational.ts";
import assert from "node:assert/strict";

/** A total whose id is its period unless it is given one. */
function total(
  stated: string,
  start: string,
  end: string = start,
  more: Partial<Claim> = {},
): Claim {
  return {
    claim_id: start === end ? start : `${start}/${end}`,
    measure: "all",
    kind: "total",
    hedge: "exact",
    stated,
    start,
    end,
    ...more,
  };
}

const MEASURES: Measure[] = [
  { measure: "all" },
  { measure: "a", part_of: "all", split: "full" },
  { measure: "b", part_of: "all", split: "full" },
  { measure: "some", part_of: "all", split: "part" },
];

const a = (claim: Claim): Claim => ({
  ...claim,
  claim_id: `a ${claim.claim_id}`,
  measure: "a",
});
const b = (claim: Claim): Claim => ({
  ...claim,
  claim_id: `b ${claim.claim_id}`,
  measure: "b",
});

function line({ kind, whole, sum, difference, holds }: Sum): string {
  const side = ({ plus, minus }: Sum["sum"]) =>
    [plus.join(" + "), ...minus].join(" - ");
  return `${kind}: ${side(whole)} = ${side(sum)} ${
    holds ? "holds" : `is off by ${difference}`
  }`;
}

const lines = (claims: Claim[]) => findSums(claims, MEASURES).map(line);

Deno.test("months that lie end to end are held against the longer period", () => {
  assert.deepEqual(
    lines([
      total("10", "2024-01"),
      total("20", "2024-02-01", "2024-02-29"),
      total("30", "2024-01", "2024-02"),
    ]),
    ["periods: 2024-01/2024-02 = 2024-01 + 2024-02-01/2024-02-29 holds"],
  );
});

Deno.test("a gap, an overlap or a day too many is no sum", () => {
  assert.deepEqual(
    lines([
      total("10", "2024-01"),
      total("30", "2024-03"),
      total("60", "2024-01", "2024-03"),
      total("99", "2024-03", "2024-04"),
      total("9", "2024-02-02", "2024-02-29"),
    ]),
    [],
  );
});

Deno.test("a run that one total replaces is left to that total's own sum, and the finest sum is kept", () => {
  assert.deepEqual(
    lines([
      total("1", "2024-01"),
      total("2", "2024-02"),
      total("3", "2024-01", "2024-02"),
      total("4", "2024-03"),
      total("7", "2024-01", "2024-03"),
    ]),
    [
      "periods: 2024-01/2024-02 = 2024-01 + 2024-02 holds",
      "periods: 2024-01/2024-03 = 2024-01/2024-02 + 2024-03 holds",
      "periods: 2024-01/2024-03 = 2024-01 + 2024-02 + 2024-03 holds",
    ],
  );
});

Deno.test("hedges decide whether rounded numbers agree, at the width that is asked for", () => {
  const claims = [
    total("1000", "2024-01", "2024-02", { hedge: "about" }),
    total("800", "2024-01"),
    total("1200", "2024-02"),
  ];
  const [sum] = findSums(claims);
  assert.equal(sum?.holds, true);
  assert.deepEqual(
    [sum?.whole.low, sum?.whole.high, sum?.sum.stated, sum?.difference],
    [0, 2000, 2000, 1000],
  );
  assert.equal(
    findSums(claims, [], { width: rational(1, 2) })[0]?.holds,
    false,
  );
  const open = findSums([
    total("5", "2024-01", "2024-02", { hedge: "at_least" }),
    total("3", "2024-01"),
    total("9", "2024-02"),
  ]);
  assert.deepEqual([open[0]?.whole.high, open[0]?.holds], [null, true]);
});

Deno.test("a count that is stated twice is compared with the one that speaks for it", () => {
  assert.deepEqual(
    lines([
      total("70", "2024", undefined, { start: "2024-01", end: "2024-12" }),
      total("75", "2024-01", "2024-12"),
      total("57", "2024-01", "2024-12", {
        claim_id: "swapped",
        status: "contested",
      }),
    ]),
    [
      "again: 2024-01/2024-12 = 2024 is off by -5",
      "again: swapped = 2024 is off by 13",
    ],
  );
});

Deno.test("a page is held against its own numbers, and against those that nobody contests", () => {
  const claims = [
    total("6", "2024-01", "2024-01", {
      claim_id: "first",
      origin: "page",
      status: "contested",
    }),
    total("9", "2024-01", "2024-01", { claim_id: "later" }),
    total("4", "2024-02"),
    total("10", "2024-01", "2024-02", { claim_id: "old", origin: "page" }),
    total("13", "2024-01", "2024-02", { claim_id: "new", origin: "other" }),
  ];
  assert.deepEqual(lines(claims), [
    "again: first = later is off by 3",
    "periods: old = first + 2024-02 holds",
    "periods: old = later + 2024-02 is off by 3",
    "again: new = old is off by -3",
    "periods: new = later + 2024-02 holds",
  ]);
});

Deno.test("full parts make up their whole, stated or added up; a plain part does not", () => {
  assert.deepEqual(
    lines([
      total("10", "2024-01"),
      a(total("6", "2024-01")),
      b(total("4", "2024-01")),
      { ...total("99", "2024-01"), claim_id: "some", measure: "some" },
    ]),
    ["parts: 2024-01 = a 2024-01 + b 2024-01 holds"],
  );
  assert.deepEqual(
    lines([
      total("10", "2024-01", "2024-02"),
      a(total("1", "2024-01")),
      a(total("2", "2024-02")),
      b(total("6", "2024-01", "2024-02")),
    ]),
    [
      "parts: 2024-01/2024-02 = a 2024-01 + a 2024-02 + b 2024-01/2024-02 " +
      "is off by -1",
    ],
  );
  assert.deepEqual(
    lines([total("10", "2024-01"), a(total("6", "2024-01"))]),
    [],
  );
});

Deno.test("parts stand in for a month of the whole, and for a whole that nobody states", () => {
  assert.deepEqual(
    lines([
      total("30", "2024-01", "2024-02"),
      total("10", "2024-01"),
      a(total("15", "2024-02")),
      b(total("5", "2024-02")),
    ]),
    ["periods: 2024-01/2024-02 = 2024-01 + a 2024-02 + b 2024-02 holds"],
  );
  assert.deepEqual(
    lines([
      total("10", "2024-01"),
      total("20", "2024-02"),
      a(total("25", "2024-01", "2024-02")),
      b(total("6", "2024-01", "2024-02")),
    ]),
    [
      "parts and periods: a 2024-01/2024-02 + b 2024-01/2024-02 = " +
      "2024-01 + 2024-02 is off by -1",
    ],
  );
});

Deno.test("totals that end together give their difference, twice", () => {
  assert.deepEqual(
    lines([
      total("100", "2022-02-24", "2024-08"),
      total("40", "2024-01", "2024-08"),
      total("130", "2022-02-24", "2024-10"),
      total("71", "2024-01", "2024-10"),
    ]),
    [
      "differences: 2022-02-24/2024-08 - 2024-01/2024-08 = " +
      "2022-02-24/2024-10 - 2024-01/2024-10 is off by -1",
    ],
  );
});

Deno.test("rates, shares, ratios and vague numbers take no part, and neither do other measures", () => {
  assert.deepEqual(
    lines([
      total("10", "2024-01"),
      total("20", "2024-02", "2024-02", { kind: "rate" }),
      total("30", "2024-01", "2024-02", { kind: "none" }),
      { ...total("31", "2024-01", "2024-02"), measure: "other" },
      { ...total("1", "2024-02"), stated: null, kind: "none" },
    ]),
    [],
  );
});

Deno.test("many overlapping periods do not multiply", () => {
  const claims = Array.from({ length: 24 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: 24 - i }, (_, n) => {
      const month = (m: number) =>
        `${2022 + Math.floor(m / 12)}-${String(m % 12 + 1).padStart(2, "0")}`;
      return total(String(n + 1), month(i), month(i + n));
    })
  );
  const sums = findSums(claims);
  assert.ok(sums.every((sum) => sum.holds));
  assert.ok(sums.length < 24 ** 3, `${sums.length} sums`);
});
