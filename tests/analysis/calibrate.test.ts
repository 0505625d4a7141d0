import { calibrate } from "../../lib/analysis/calibrate.ts";
import { type Dataset, loadDataset } from "../../lib/dataset/load.ts";
import type { Claim, Measure } from "../../lib/quantity/claim.ts";
import assert from "node:assert/strict";

const year = {
  kind: "total",
  measure: "cases",
  start: "2024-01",
  end: "2024-12",
} as const;

/** A dataset of claims and measures alone; empty cells are null. */
function dataset(claims: Claim[], measures: Measure[] = []): Dataset {
  const cells = { origin: null, status: null, source_id: null, hedge: null };
  return {
    folder: "",
    claims: claims.map((claim) => ({ ...cells, ...claim })),
    readings: [],
    sources: [],
    measures,
    relations: [],
    hedges: [],
  } as unknown as Dataset;
}

const exact = { ...year, hedge: "exact", status: "official" } as const;

function found(claims: Claim[], options = {}, measures: Measure[] = []) {
  return calibrate(dataset(claims, measures), options).map((pair) => [
    pair.row.claim.claim_id,
    pair.exact,
    pair.distance,
    pair.within,
  ]);
}

Deno.test("calibrate() measures distances in rounding units, by hedge", () => {
  const figure = { ...exact, claim_id: "figure", stated: "107672" };
  assert.deepEqual(
    found([
      figure,
      { ...year, claim_id: "over", stated: "107000", hedge: "over" },
      { ...year, claim_id: "nearly", stated: "110000", hedge: "nearly" },
      { ...year, claim_id: "about", stated: "100000", hedge: "about" },
      { ...year, claim_id: "bare", stated: "107000" },
      { ...year, claim_id: "least", stated: "200000", hedge: "at_least" },
      { ...year, claim_id: "most", stated: "200000", hedge: "up_to" },
      { ...year, claim_id: "unit", stated: "107000", rounding: "2000" },
    ]),
    [
      ["over", 107_672, 0.672, true],
      ["nearly", 107_672, -0.2328, true],
      ["about", 107_672, 0.07672, true],
      ["bare", 107_672, 0.672, false],
      ["least", 107_672, -0.92328, false],
      ["most", 107_672, -0.92328, true],
      ["unit", 107_672, 0.336, true],
    ],
  );
});

Deno.test("calibrate() compares ranges and monthly means", () => {
  const figure = { ...exact, claim_id: "figure", stated: "120000" };
  const rate = { ...year, kind: "rate" } as const;
  assert.deepEqual(
    found([
      figure,
      { ...year, claim_id: "r", stated: "100000", stated_high: "110000" },
      { ...year, claim_id: "in", stated: "100000", stated_high: "130000" },
      { ...rate, claim_id: "mean", stated: "9000", hedge: "over" },
      { ...rate, claim_id: "each", stated: "9000", spread: "each" },
    ]),
    [
      ["r", 120_000, 1, false],
      ["in", 120_000, 0, true],
      ["mean", 10_000, 1, true],
    ],
  );
});

Deno.test("calibrate() takes only official figures of the same measure and period", () => {
  const claim: Claim = { ...year, claim_id: "c", stated: "100000" };
  const figure: Claim = { ...exact, claim_id: "figure", stated: "101000" };
  assert.equal(found([claim, figure]).length, 1);
  for (
    const other of [
      { status: "contested" },
      { status: "attributed" },
      { measure: "register" },
      { end: "2024-11" },
      { hedge: "over" },
      { kind: "rate" },
    ] as const
  ) {
    assert.deepEqual(found([claim, { ...figure, ...other }]), []);
  }
  const registers = { cases: ["register"] };
  assert.equal(
    found([claim, { ...figure, measure: "register" }], { registers }).length,
    1,
  );
});

Deno.test("calibrate() prefers the claim's own origin and counts equal figures once", () => {
  const claim: Claim = {
    ...year,
    claim_id: "c",
    stated: "100000",
    origin: "o",
  };
  const a: Claim = { ...exact, claim_id: "a", stated: "101000" };
  const b: Claim = { ...exact, claim_id: "b", stated: "102000", origin: "o" };
  const [only, ...rest] = calibrate(dataset([claim, a, b]));
  assert.deepEqual([only!.from, only!.sameOrigin], [["b"], true]);
  assert.deepEqual(rest, []);
  const twice = calibrate(dataset([claim, a, { ...a, claim_id: "again" }]));
  assert.deepEqual(twice.map(({ from }) => from), [["a"]]);
});

Deno.test("calibrate() adds full parts where nobody gives the whole", () => {
  const measures: Measure[] = [
    { measure: "cases" },
    { measure: "x", part_of: "cases", split: "full" },
    { measure: "y", part_of: "cases", split: "full" },
    { measure: "z", part_of: "cases", split: "part" },
  ];
  const claim: Claim = { ...year, claim_id: "c", stated: "60000" };
  const x: Claim = { ...exact, claim_id: "x", measure: "x", stated: "41950" };
  const y: Claim = { ...exact, claim_id: "y", measure: "y", stated: "19922" };
  assert.deepEqual(
    found([claim, x, y], {}, measures),
    [["c", 61_872, 0.1872, true]],
  );
  assert.deepEqual(found([claim, x], {}, measures), []);
  const differs = { ...x, claim_id: "x2", stated: "40000" };
  assert.deepEqual(found([claim, x, differs, y], {}, measures), []);
});

Deno.test("calibrate() finds the figures behind the reports", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const pairs = calibrate(data, {
    registers: { proceedings: ["table"] },
    collections: ["reports"],
  });
  assert.deepEqual(
    pairs.map(({ row, exact }) => [row.claim.claim_id, exact]),
    [
      ["kyivpost-60000-cases", 61_872],
      ["kyivpost-60000-contested", 61_872],
      ["izvestia-107k-h1", 107_672],
    ],
  );
});
