/**
 * Inputs on which a floating-point answer was once taken on trust, each with the
 * right value and the sum that gives it.
 */
import assert from "node:assert/strict";
import type { Claim } from "../../lib/quantity/claim.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions } from "../../lib/reconcile/model/tables.ts";
import { compare, type ResultJson } from "./oracle/compare.ts";
import type { Input } from "./oracle/input.ts";
import { checkProof } from "./oracle/proof.ts";

function exact(
  claim_id: string,
  cells: Omit<Claim, "claim_id" | "kind"> & Partial<Pick<Claim, "kind">>,
): Claim {
  return { kind: "total", hedge: "exact", claim_id, ...cells };
}

async function json(
  input: Input,
  options: ReconcileOptions = {},
): Promise<ResultJson> {
  using result = await reconcile(input, options);
  return JSON.parse(JSON.stringify(result));
}

Deno.test("the cheapest repair is found where ratios over several months add up", async () => {
  // Thirty exact numbers of one count of q: 29 must go, whichever stays, at 1 each.
  // m is 1,000,000 in January, so that January to March is no less, and t allows
  // 500,000 at most: b (50) or t (1) must go. 29 · 1 + 1 = 30, and of the thirty
  // ways to drop 29 that of q001 to q029 comes first. With b, m from January to
  // March is 3,000,000 at least by r1 and r2: more than any number stated.
  const january = { start: "2024-01", end: "2024-01" };
  const names = Array.from(
    { length: 30 },
    (_, i) => `q${String(i + 1).padStart(3, "0")}`,
  );
  const no_less = { measure: "m", kind: "ratio", stated: "1" } as const;
  const of = {
    hedge: "at_least",
    of_measure: "m",
    of_start: "2024-01",
    of_end: "2024-01",
    weight: "50",
  };
  const claims: Claim[] = [
    ...names.map((id, i) =>
      exact(id, { measure: "q", stated: String(i + 1), ...january })
    ),
    exact("b", { measure: "m", stated: "1000000", ...january, weight: "50" }),
    exact("r1", { ...no_less, start: "2024-02", end: "2024-02", ...of }),
    exact("r2", { ...no_less, start: "2024-03", end: "2024-03", ...of }),
    exact("t", {
      measure: "m",
      stated: "500000",
      hedge: "up_to",
      start: "2024-01",
      end: "2024-03",
      weight: "1",
    }),
    exact("link", {
      measure: "q",
      kind: "ratio",
      stated: "1000",
      hedge: "up_to",
      ...january,
      of_measure: "m",
      weight: "1",
    }),
  ];
  using result = await reconcile(claims);
  assert.deepEqual(result.cheapestRepair, {
    ...result.cheapestRepair,
    drop: [...names.slice(0, 29), "t"],
    weight: 30,
    certain: true,
  });
  assert.equal(result.repairs[0]?.weight, 30);
  // What stays: 30 in January, and m as b, r1 and r2 have it.
  const m = result.bounds("m", "2024-01", "2024-03");
  assert.deepEqual([m.low, m.high], [3_000_000, null]);
});

Deno.test("a low is kept that stands far below the numbers it comes from", async () => {
  // Nearly 1,800,000 times aa (1,700,000 to 1,800,000) are all of 3 April to 30
  // June, and these hold a, which is b: 131,659,000,000 at least. So aa of 3 to 6
  // April is at least 131,659,000,000 / 1,800,000 = 73,143.8889, and with it April.
  const input: Input = {
    claims: [
      exact("z", {
        measure: "b",
        stated: "131659000000",
        stated_high: "216000000000",
        start: "2024-04-07",
        end: "2024-06",
      }),
      exact("p", {
        measure: "all",
        kind: "ratio",
        stated: "1800000",
        hedge: "nearly",
        start: "2024-04-03",
        end: "2024-06",
        of_measure: "aa",
        of_start: "2024-04-03",
        of_end: "2024-04-06",
        weight: "3",
      }),
    ],
    measures: [
      { measure: "all" },
      { measure: "a", part_of: "all", split: "part" },
      { measure: "b", part_of: "a", split: "full" },
      { measure: "c", part_of: "b", split: "full" },
      { measure: "aa" },
      { measure: "ab" },
      { measure: "aaa", part_of: "c", split: "part" },
    ],
  };
  const result = await json(input);
  assert.deepEqual(compare(input, {}, result), []);
  const low = (measure: string, start: string) =>
    result.bounds.find((b) => b.measure === measure && b.start === start)?.low;
  assert.equal(low("aa", "2024-04-01"), 131_659_000_000 / 1_800_000);
  assert.equal(low("aa", "2024-05-01"), 0);
  using alone = await reconcile(input);
  const { exactLow } = alone.bounds("aa", "2024-04", "2024-04");
  // In lowest terms: both are divided by 200,000.
  assert.deepEqual(exactLow, { n: 658_295n, d: 9n });
});

Deno.test("a ratio that binds is not called open, in whatever order it is asked", async () => {
  // At width 2 the share of a in June to September is 0.003664 to 0.005664 of all
  // from 19 September on, and a is 1,603,000 at most: all from there to December
  // is at most 1,603,000 / 0.003664 = 437,500,000, and so is each month of it.
  const summer = { start: "2026-06-10", end: "2026-09-18" };
  const autumn = { start: "2026-09-19", end: "2026-12" };
  const claims = (names: readonly string[]): Claim[] => [
    exact(names[0]!, {
      measure: "all",
      kind: "ratio",
      stated: "1.0",
      stated_high: "1.619",
      ...autumn,
      of_measure: "all",
    }),
    exact(names[1]!, {
      measure: "a",
      kind: "ratio",
      stated: "0.0083",
      hedge: "up_to",
      ...summer,
      of_measure: "all",
    }),
    exact(names[2]!, {
      measure: "a",
      stated: "1603000",
      hedge: "nearly",
      rounding: "1000",
      start: "2024-11",
      end: "2026-12",
    }),
    exact(names[3]!, {
      measure: "a",
      kind: "share",
      stated: "0.003664",
      hedge: "over",
      rounding: "0.001",
      ...summer,
      of_measure: "all",
      of_start: autumn.start,
      of_end: autumn.end,
    }),
  ];
  const measures = [
    { measure: "a", part_of: "all" },
    { measure: "all" },
  ];
  const months = ["2026-10", "2026-11", "2026-12"];
  for (const names of ["bcda", "abcd", "dcba", "zyxw"]) {
    const input: Input = { claims: claims([...names]), measures };
    const result = await json(input, { width: 2 });
    assert.deepEqual(compare(input, { width: 2 }, result), [], names);
    for (const month of months) {
      const found = result.bounds.find((b) =>
        b.measure === "all" && b.start === `${month}-01`
      );
      assert.equal(found?.high, 437_500_000, `${names} ${month}`);
    }
    for (const order of [months, months.toReversed()]) {
      using alone = await reconcile(input, { width: 2 });
      for (const month of order) {
        const { high, tight } = alone.bounds("all", month, month);
        assert.deepEqual([high, tight], [437_500_000, true], names);
      }
      alone.claims;
      for (const month of order) {
        assert.equal(alone.bounds("all", month, month).high, 437_500_000);
      }
    }
  }
});

Deno.test("a contradiction is seen however little is missing", async () => {
  // m2 is a millionth of a millionth of 100, 0.0000000001, and not 0: all four
  // claims are needed to say so, and dropping any one of them is a repair.
  // Nothing but t = 1 lets a low of a ratio fall to 0.
  const january = { start: "2024-01", end: "2024-01" };
  const share = { kind: "share", stated: "0.000001", ...january } as const;
  const claims = [
    exact("a", { measure: "m0", stated: "100", ...january }),
    exact("r1", { measure: "m1", of_measure: "m0", ...share }),
    exact("r2", { measure: "m2", of_measure: "m1", ...share }),
    exact("z", { measure: "m2", stated: "0", ...january }),
  ];
  const input: Input = { claims };
  const result = await json(input);
  assert.equal(result.consistent, false);
  assert.deepEqual(
    result.conflicts.map(({ claims }) => claims),
    [["a", "r1", "r2", "z"]],
  );
  assert.deepEqual(
    result.repairs.map(({ drop }) => drop),
    [["a"], ["r1"], ["r2"], ["z"]],
  );
  assert.ok(Math.abs(result.slack - 1) <= 1e-6, `${result.slack}`);
  assert.deepEqual(compare(input, {}, result), []);
});

Deno.test("multipliers beyond 2^53 are digits, the smallest, and add up", async () => {
  // Six ratios to three digits, of which the first says 1,000,000 and the last
  // 999,999. m6 at least 999,999, taken 10^18 times, is more than 0.991 m5 taken
  // as often, that is 0.991 · 0.667 m4, and so on: 1,000,000 taken
  // 667 · 991 · 457 · 333 · 667 · 991 times, which no 2 and no 5 divides, so
  // that no smaller multipliers are whole.
  const thousandths = [667n, 991n, 457n, 333n, 667n, 991n];
  const january = { start: "2024-01", end: "2024-01" };
  const input: Input = {
    claims: [
      exact("t0", { measure: "m0", stated: "1000000", ...january }),
      ...thousandths.map((n, i) =>
        exact(`r${i + 1}`, {
          measure: `m${i + 1}`,
          kind: "ratio",
          stated: `0.${n}`,
          ...january,
          of_measure: `m${i}`,
        })
      ),
      exact("tn", { measure: "m6", stated: "999999", ...january }),
    ],
  };
  const { conflicts } = await json(input);
  assert.equal(conflicts.length, 1);
  const conflict = conflicts[0]!;
  assert.deepEqual(checkProof(input, conflict), []);
  const times = new Map(conflict.proof.map((row) => [row.claim, row.times]));
  assert.equal(times.get("tn"), `${10n ** 18n}`);
  assert.equal(times.get("r6"), `${10n ** 18n}`);
  // Each ratio back takes its factor with it; 2^53 is 9,007,199,254,740,992.
  assert.equal(times.get("r5"), "991000000000000000");
  assert.equal(times.get("t0"), `${thousandths.reduce((a, b) => a * b)}`);
  assert.equal(typeof times.get("t0"), "string");
});

Deno.test("echoes are told apart by the measures that are taken to be one", async () => {
  // Both repeat X on January of what is one count: the first of the file stays.
  const january = { start: "2024-01", end: "2024-01", origin: "X" };
  const claims = [
    exact("c1", { measure: "a", stated: "100", ...january }),
    exact("c2", { measure: "b", stated: "120", ...january }),
  ];
  using apart = await reconcile(claims, { echoes: "once" });
  assert.deepEqual(apart.modelled, ["c1", "c2"]);
  using one = await reconcile(claims, { echoes: "once", same: [["a", "b"]] });
  assert.deepEqual(one.modelled, ["c1"]);
  assert.equal(one.consistent, true);
  const { low, high, measure } = one.bounds("a", "2024-01", "2024-01");
  assert.deepEqual([measure, low, high], ["b", 100, 100]);
});

Deno.test("echoes of one origin differ where kind, spread or the other count does", async () => {
  const january = { start: "2024-01", end: "2024-01", origin: "X" };
  const of = { kind: "ratio", stated: "2", ...january } as const;
  const claims = [
    exact("total", { measure: "m", stated: "31", ...january }),
    exact("mean", { measure: "m", kind: "rate", stated: "31", ...january }),
    exact("each", {
      measure: "m",
      kind: "rate",
      spread: "each",
      stated: "31",
      ...january,
    }),
    exact("spelt", {
      measure: "m",
      kind: "rate",
      spread: "mean",
      stated: "31",
      ...january,
    }),
    exact("times", { measure: "m", of_measure: "n", ...of }),
    exact("other", { measure: "m", of_measure: "p", ...of }),
    exact("own", {
      measure: "m",
      of_measure: "n",
      ...of,
      of_start: "2024-01-01",
      of_end: "2024-01-31",
    }),
  ];
  using result = await reconcile(claims, { echoes: "once" });
  // An empty spread is a mean, and the other period is the claim's own.
  assert.deepEqual(
    result.modelled,
    ["total", "mean", "each", "times", "other"],
  );
});
