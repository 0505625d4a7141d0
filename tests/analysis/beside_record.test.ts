import {
  type BesideRecord,
  besideRecord,
} from "../../lib/analysis/beside_record.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const official = data.claims.filter((claim) =>
  claim.collection === "record" && claim.status === "official"
);

async function beside(registers: Record<string, string[]>) {
  using record = await reconcile({ ...data, claims: official });
  return besideRecord(
    claimIntervals(data).filter(({ claim }) => claim.collection === "reports"),
    record,
    registers,
  );
}

function of(rows: readonly BesideRecord[], id: string): BesideRecord {
  const found = rows.find(({ row }) => row.claim.claim_id === id);
  assert.ok(found, id);
  return found;
}

// Nobody states 230,804: it is a total to August less January to August, plus
// January to June. The engine finds it as the only count that these allow.
Deno.test("the table settles 231 thousand, 107 thousand and 60,000 by sums", async () => {
  const rows = await beside({ proceedings: ["table"] });
  for (
    const [id, count, difference, width] of [
      ["izvestia-231k-lead", 230_804, -196, 1000],
      ["izvestia-231k-body", 230_804, -196, 1000],
      ["izvestia-107k-h1", 107_672, 672, 1000],
      ["kyivpost-60000-cases", 61_872, 1872, 10_000],
    ] as const
  ) {
    const row = of(rows, id);
    assert.deepEqual([row.low, row.high], [count, count], id);
    assert.equal(row.differenceLow, difference, id);
    assert.equal(row.differenceHigh, difference, id);
    assert.equal(row.hedgeWidth, width, id);
    assert.equal(row.meets, true, id);
  }
});

Deno.test("registers are kept apart, and may settle the same claim differently", async () => {
  const rows = await beside({ proceedings: ["registered", "bureau"] });
  const year = rows.filter(({ row }) =>
    row.claim.claim_id === "wtat-180000-since-january"
  );
  assert.deepEqual(
    year.map(({ register, low, high }) => [register, low, high]),
    [
      ["registered", 184_144, 184_144],
      ["bureau", 176_321, 176_321],
    ],
  );
  const rate = rows.filter(({ row }) =>
    row.claim.claim_id === "wtat-15k-18k-monthly"
  );
  // A rate is set beside the register's monthly mean, exactly.
  assert.deepEqual(rate.map(({ low }) => low), [18_414.4, 17_632.1]);
  // Less 18,000 at least, less 15,000 at most: a range that does not run
  // backwards.
  assert.deepEqual(
    rate.map(({ differenceLow, differenceHigh }) => [
      differenceLow,
      differenceHigh,
    ]),
    [[414.4, 3414.4], [-367.9, 2632.1]],
  );
});

Deno.test("a register that sets one limit alone is set beside, and may not be met", async () => {
  const rows = await beside({
    "proceedings": ["table"],
    "proceedings-407": ["table-407"],
    // Of 2024 the bureau's counts say nothing at all.
    "proceedings-408": ["bureau-408"],
  });
  const october = of(rows, "wtat-21600-october");
  assert.deepEqual([october.low, october.high], [10_915, null]);
  assert.deepEqual(
    [october.differenceLow, october.differenceHigh, october.meets],
    [-10_685, null, true],
  );
  const november = of(rows, "wtat-230000-cases");
  assert.deepEqual([november.low, november.high], [244_485, null]);
  assert.deepEqual([november.differenceLow, november.meets], [14_485, false]);
  assert.ok(
    !rows.some(({ row }) => row.claim.claim_id === "tass-4690-cases"),
  );
  for (const { differenceLow, differenceHigh } of rows) {
    assert.ok(differenceLow <= (differenceHigh ?? Infinity));
  }
});

Deno.test("no register, no comparison; nothing is said of ratios and shares", async () => {
  assert.deepEqual(await beside({}), []);
  assert.deepEqual(await beside({ proceedings: ["no-such-register"] }), []);
  const rows = await beside({
    "proceedings": ["table"],
    "persons-returned": ["bureau-returned"],
  });
  assert.ok(
    rows.every(({ row: { claim: { kind } } }) =>
      kind === "total" || kind === "rate"
    ),
  );
});
