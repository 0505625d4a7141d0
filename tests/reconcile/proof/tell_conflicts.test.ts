import assert from "node:assert/strict";
import fc from "fast-check";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { tellConflicts } from "../../../lib/reconcile/proof/tell_conflicts.ts";

function upTo(end: string, stated: string, cells: Partial<Claim> = {}): Claim {
  return {
    claim_id: `${end}-${stated}`,
    measure: "cases",
    kind: "total",
    hedge: "exact",
    start: "2024-01-01",
    stated,
    end,
    ...cells,
  };
}

async function told(claims: Claim[], most = 100): Promise<string[]> {
  using result = await reconcile(claims, { most });
  return tellConflicts(result.conflicts, result.facts, () => "Cases")
    .map(({ text }) => text);
}

const CASES: [what: string, Claim[], expected: string[]][] = [
  ["one fall, and all that belongs to it", [
    upTo("2024-05-01", "110"),
    upTo("2024-05-03", "120"),
    upTo("2024-05-05", "100"),
    upTo("2024-05-07", "105"),
    upTo("2024-05-09", "130"),
  ], [
    "Cases since 1 January 2024 fell from 120 by 3 May to 100 by 5 May 2024 " +
    "(also from 110 by 1 May; to 105 by 7 May).",
  ]],
  ["two falls, the second below the first", [
    upTo("2024-05-03", "120"),
    upTo("2024-05-05", "100"),
    upTo("2024-05-07", "90"),
  ], [
    "Cases since 1 January 2024 fell from 120 by 3 May to 100 by 5 May 2024 " +
    "(also to 90 by 7 May).",
    "Cases since 1 January 2024 fell from 100 by 5 May to 90 by 7 May 2024.",
  ]],
  [
    "numbers with their hedges, over the turn of a year",
    [
      upTo("2023-12-29", "250", { start: "2023-01-01" }),
      upTo("2023-12-30", "300", { hedge: "over", start: "2023-01-01" }),
      upTo("2024-01-02", "100", { hedge: "about", start: "2023-01-01" }),
    ],
    [
      "Cases since 1 January 2023 fell from at least 300 by 30 December 2023 to " +
      "at most 200 by 2 January 2024 (also from 250 by 29 December 2023).",
    ],
  ],
  ["the same number twice", [
    upTo("2024-05-03", "120"),
    upTo("2024-05-03", "120", { claim_id: "again" }),
    upTo("2024-05-05", "100"),
  ], [
    "Cases since 1 January 2024 fell from 120 by 3 May to 100 by 5 May 2024.",
  ]],
  ["what starts on another day is another total", [
    upTo("2024-05-03", "120"),
    upTo("2024-05-05", "100", { start: "2023-12-31" }),
  ], [
    "cases: 120 from 1 January to 3 May 2024 (exactly 120) is more than 100 " +
    "from 31 December 2023 to 5 May 2024 (exactly 100).",
  ]],
  ["four numbers for one count, no two of which agree", [
    upTo("2024-05-03", "120"),
    upTo("2024-05-03", "100"),
    upTo("2024-05-03", "110"),
    upTo("2024-05-03", "130", { hedge: "at_least" }),
  ], [
    "Cases from 1 January to 3 May 2024: 100; 110; 120 and at least 130. " +
    "No two of these can be true together.",
  ]],
  ["numbers for one count, some of which agree", [
    upTo("2024-05-03", "120"),
    upTo("2024-05-03", "100"),
    upTo("2024-05-03", "105", { hedge: "over", rounding: "10" }),
    upTo("2024-05-03", "110"),
  ], [
    "Cases from 1 January to 3 May 2024: 100; 105 to 115; 110 and 120. " +
    "Of these, 5 pairs cannot be true together.",
  ]],
  ["two numbers with their hedges: the sentence says more", [
    upTo("2024-05-03", "300", { hedge: "over" }),
    upTo("2024-05-05", "200"),
  ], [
    "cases: 300 from 1 January to 3 May 2024 (over 300) is more than 200 " +
    "from 1 January to 5 May 2024 (exactly 200).",
  ]],
  ["two numbers for one day are no fall", [
    upTo("2024-05-03", "120"),
    upTo("2024-05-03", "100"),
  ], [
    "cases: 120 from 1 January to 3 May 2024 (exactly 120) is more than 100 " +
    "from 1 January to 3 May 2024 (exactly 100).",
  ]],
];

for (const [what, claims, expected] of CASES) {
  Deno.test(`conflicts told once: ${what}`, async () => {
    assert.deepEqual(await told(claims), expected);
  });
}

Deno.test("conflicts told once: a claim that restates another is named beside it", async () => {
  const march = { start: "2024-03", end: "2024-03" };
  const claims = [
    upTo("", "30", { claim_id: "a", ...march }),
    upTo("", "30", { claim_id: "b", ...march }),
    upTo("", "40", { claim_id: "c", ...march }),
    // Another interval, though the number is the same.
    upTo("", "30", { claim_id: "d", ...march, hedge: "bare", rounding: "2" }),
  ];
  using result = await reconcile(claims);
  const found = tellConflicts(result.conflicts, result.facts);
  assert.deepEqual(
    found.map(({ claims, also }) => [claims.join(), also.join()]),
    [["a,c", "b"], ["c,d", ""]],
  );
  assert.deepEqual(found.map(({ conflicts }) => conflicts), [[0, 1], [2]]);
});

Deno.test("all falls are told where the list of conflicts is cut", async () => {
  const claims = [120, 100, 130, 110, 140, 100].map((n, i) =>
    upTo(`2024-05-0${i + 1}`, String(n))
  );
  const all = await told(claims);
  assert.equal(all.length, 3);
  assert.deepEqual(await told(claims, 1), all);
});

/** The most pairs of which no two have a day between in common. */
function apart(pairs: readonly (readonly [number, number])[]): number {
  let [count, end] = [0, -1];
  for (const [from, to] of pairs.toSorted((a, b) => a[1] - b[1])) {
    if (from < end) continue;
    count++;
    end = to;
  }
  return count;
}

Deno.test("every pair of a running total is told once, in the fewest falls", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 8 }),
      async (numbers) => {
        const claims = numbers.map((n, i) =>
          upTo(`2024-05-0${i + 1}`, String(n))
        );
        using result = await reconcile(claims, { most: 1000 });
        const found = tellConflicts(result.conflicts, result.facts);
        const listed = found.flatMap(({ conflicts }) => conflicts);
        assert.deepEqual(
          listed.toSorted((a, b) => a - b),
          result.conflicts.map((_, i) => i),
        );
        const pairs = numbers.flatMap((a, i) =>
          numbers.flatMap((b, j) => i < j && a > b ? [[i, j] as const] : [])
        );
        assert.equal(found.length, apart(pairs));
      },
    ),
    { numRuns: 60 },
  );
});
