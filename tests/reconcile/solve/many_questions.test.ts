import assert from "node:assert/strict";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

const claim = { kind: "total", hedge: "exact" } as const;

/** Weekly counts of regions, most of them masked, and of the whole. */
function masked() {
  const regions = ["a", "b", "c", "d", "e", "f"];
  const weeks = [
    ["2024-01-01", "2024-01-07", "8"],
    ["2024-01-08", "2024-01-14", "11"],
    ["2024-01-15", "2024-01-21", "6"],
    ["2024-01-22", "2024-01-28", "17"],
  ] as const;
  const claims = weeks.flatMap(([start, end, all]) => [
    {
      ...claim,
      claim_id: `all-${start}`,
      measure: "all",
      stated: all,
      start,
      end,
    },
    ...regions.map((region) => ({
      ...claim,
      hedge: "up_to",
      claim_id: `${region}-${start}`,
      measure: region,
      stated: "5",
      start,
      end,
    })),
  ]);
  const months = regions.map((region, i) => ({
    ...claim,
    ...i > 2 && { hedge: "up_to" },
    claim_id: `${region}-month`,
    measure: region,
    stated: i > 2 ? "5" : "9",
    start: "2024-01-01",
    end: "2024-01-28",
  }));
  const measures = [
    { measure: "all" },
    ...regions.map((measure) =>
      ({ measure, part_of: "all", split: "full" }) as const
    ),
  ];
  return { claims: [...claims, ...months], measures };
}

Deno.test("many questions have the answers that each has by itself", async () => {
  const { claims, measures } = masked();
  using result = await reconcile({ claims, measures });
  assert.ok(result.consistent);
  const weekly = result.boundsEach({ per: "week" });
  assert.equal(weekly.length, 7 * 4);
  for (const { measure, start, end, low, high } of weekly) {
    const alone = result.bounds(measure, start, end);
    assert.ok(alone.tight);
    assert.deepEqual([low, high], [alone.low, alone.high]);
  }
  // 42 in all, 27 of a to c: 15 of d to f, 5 each, which is no room at all.
  const month = result.bounds("d", "2024-01-01", "2024-01-28");
  assert.deepEqual([month.low, month.high], [5, 5]);
  for (const told of result.claims.filter((_, i) => i % 4 === 0)) {
    const claims = masked().claims.filter((c) => c.claim_id !== told.claim);
    using others = await reconcile({ claims, measures });
    const own = masked().claims.find((c) => c.claim_id === told.claim)!;
    const { low, high } = others.bounds(own.measure, own.start, own.end);
    assert.deepEqual([told.implied_low, told.implied_high], [low, high]);
  }
});

Deno.test("months that no claim tells apart have one answer, with own proofs", async () => {
  using result = await reconcile({
    claims: [
      {
        ...claim,
        claim_id: "each",
        measure: "all",
        kind: "rate",
        spread: "each",
        hedge: "up_to",
        stated: "10",
        start: "2020-01",
        end: "2024-12",
      },
      {
        ...claim,
        claim_id: "year",
        measure: "part",
        stated: "114",
        start: "2022-01",
        end: "2022-12",
      },
    ],
    measures: [{ measure: "all" }, {
      measure: "part",
      part_of: "all",
      split: "part",
    }],
  });
  const bounds = result.boundsEach({ measures: ["part"] });
  assert.equal(bounds.length, 60);
  // 114 in twelve months of at most 10: at least 114 − 110 in each.
  for (const { start, low, high } of bounds) {
    assert.deepEqual([low, high], [start.startsWith("2022") ? 4 : 0, 10]);
  }
  const { lowProof } = result.bounds("part", "2022-07", "2022-07");
  const months = lowProof.proof.filter(({ side }) => side === "high")
    .map(({ start }) => start.slice(0, 7));
  assert.equal(months.length, 11);
  assert.ok(!months.includes("2022-07"));
});
