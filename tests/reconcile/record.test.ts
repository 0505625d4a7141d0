import assert from "node:assert/strict";
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions } from "../../lib/reconcile/model/tables.ts";

const data = await loadDataset(new URL("../../data", import.meta.url));

/** The claims of the dataset whose ids match. */
function only(ids: RegExp | readonly string[], options: ReconcileOptions = {}) {
  const claims = data.claims.filter(({ claim_id }) =>
    ids instanceof RegExp ? ids.test(claim_id) : ids.includes(claim_id)
  );
  assert.ok(claims.length > 1);
  return reconcile({ ...data, claims }, options);
}

Deno.test("months left out come back exactly from the totals around them", async () => {
  // Eleven months and the year 2022 under article 407: October is missing.
  using early = await only(/^record-table-407-2022-(\d\d-tsn|ukrreality)$/);
  assert.equal(early.consistent, true);
  const october = early.bounds("table-407", "2022-10", "2022-10");
  assert.deepEqual([october.low, october.high], [672, 672]);
  // The same of both articles: December 2024, then May and June 2025.
  using late = await only([
    ...data.claims.map(({ claim_id }) => claim_id).filter((id) =>
      /^record-table-202[45]-\d\d-news-(kiev|pravda)$/.test(id)
    ),
    "record-table-2024-news-kiev",
    "record-table-2025-01-to-2025-05-kharkovnews",
    "record-table-2025-01-to-2025-06-news-kiev",
  ]);
  assert.equal(late.consistent, true);
  const found = ["2024-12", "2025-05", "2025-06"].map((month) => {
    const { low, high } = late.bounds("table", month, month);
    return [low, high];
  });
  assert.deepEqual(found, [[17593, 17593], [19956, 19956], [17082, 17082]]);
});

Deno.test("90,950 has two digits swapped against 90,590: one claim to drop", async () => {
  using result = await only([
    "record-table-2025-01-to-2025-05-kharkovnews",
    "record-table-2025-01-to-2025-05-news-pravda-cz",
    "record-table-2025-01-to-2025-06-news-kiev",
  ], { vintages: "all" });
  assert.deepEqual(result.conflicts.map(({ claims }) => claims), [[
    "record-table-2025-01-to-2025-05-kharkovnews",
    "record-table-2025-01-to-2025-05-news-pravda-cz",
  ]]);
  assert.ok(
    result.repairs.some(({ drop }) =>
      drop.join() === "record-table-2025-01-to-2025-05-news-pravda-cz"
    ),
  );
});

Deno.test("185,339 misread a list by year: the years and 202,997 stand against it", async () => {
  using result = await only([
    "record-registered-407-2022-ukrainska-pravda",
    "record-registered-407-2023-ukrainska-pravda",
    "record-registered-407-2024-ukrainska-pravda",
    "record-registered-407-2025-01-to-2025-07-ukrainska-pravda",
    "record-registered-407-2022-01-to-2025-07-ukrainska-pravda",
    "record-registered-407-2022-01-to-2025-07-babel",
  ], { vintages: "all" });
  const misread = "record-registered-407-2022-01-to-2025-07-babel";
  assert.equal(result.conflicts.length, 2);
  for (const { claims } of result.conflicts) {
    assert.ok(claims.includes(misread));
  }
  assert.deepEqual(result.cheapestRepair.drop, [misread]);
  const { impliedLow, impliedHigh } = result.implied(misread);
  assert.deepEqual([impliedLow, impliedHigh], [202_997, 202_997]);
});

Deno.test("what is implied is not called certain when the time ran out", async () => {
  const collections = ["record"];
  using cut = await reconcile(data, { collections, seconds: 0 });
  assert.equal(cut.impliedCertain, false);
  // It holds all the same, after another repair.
  assert.equal(cut.claims.length, cut.modelled.length);
  // Claims that agree need no repair, and yet the time that it takes to work
  // out what each implies: the seconds are those of the whole call.
  const ids = /^record-table-407-2022-(\d\d-tsn|ukrreality)$/;
  using late = await only(ids, { seconds: 0 });
  assert.deepEqual([late.consistent, late.impliedCertain], [true, false]);
  using agreeing = await only(ids);
  assert.equal(agreeing.impliedCertain, true);
});

Deno.test("reports against the monthly table, taken to count the same", async () => {
  const same = [
    ["proceedings", "table"],
    ["proceedings-407", "table-407"],
    ["proceedings-408", "table-408"],
  ] as const;
  const ids =
    /^(record-table-(202\d-\d\d-(news|nakanune)|2024-news|2025-01-to-2025-06-news)|kyivpost-60000-cases|kyivpost-(19922|41950)|izvestia-107k|wtat-21600)/;
  using apart = await only(ids);
  assert.equal(apart.consistent, true);
  using together = await only(ids, { same });
  assert.ok(!together.measures.includes("proceedings"));
  // 107,672 lies in over 107,000, and 61,872 is the sum of ten months; 21,600
  // is that of another count than the table's 21,185.
  assert.deepEqual(together.conflicts.map(({ claims }) => claims), [[
    "record-table-2025-10-nakanune",
    "wtat-21600-october",
  ]]);
  const { low, high } = together.bounds("table", "2024-01", "2024-10");
  assert.deepEqual([low, high], [61_872, 61_872]);
});

Deno.test("what the record says was replaced is set aside, and what replaced it stays", async () => {
  using result = await reconcile(data, { collections: ["record"] });
  const [reply, table] = ["record-registered", "record-table"];
  // The office gave 2022 and 2023 again in a later reply; two misprints were
  // put right, and a year that lacked two months.
  assert.deepEqual(
    result.setAside.map(({ claim, by, why }) => [claim, by, why]),
    [
      ["407-2022", "corrected", "ukrainska-pravda"],
      ["407-2023", "vintage", "ukrainska-pravda"],
      ["407-2022-01-to-2025-07", "corrected", "ukrainska-pravda"],
      ["408-2022", "vintage", "news-pravda-it"],
      ["408-2023", "vintage", "news-pravda-it"],
    ].map(([figure, why, by]) => [
      `${reply}-${figure}-babel`,
      `${reply}-${figure}-${by}`,
      why,
    ]).concat([[
      `${table}-2025-01-to-2025-05-news-pravda-cz`,
      `${table}-2025-01-to-2025-05-kharkovnews`,
      "corrected",
    ]]),
  );
  assert.equal(result.selected, 208);
  // 90,590 stays where 90,950 does not; what others round or misread stays too.
  for (
    const claim of [
      `${table}-2025-01-to-2025-05-kharkovnews`,
      `${reply}-407-2023-rambler`,
      `${reply}-407-2023-censor`,
    ]
  ) assert.ok(result.modelled.includes(claim), claim);
});

Deno.test("who is absent in January 2026 was so before, or left since", async () => {
  const january = "record-persons-absent-2026-01-14-kyivindependent";
  const dates = ["2025-11-29", "2026-01-14"] as const;
  // At most 250,000 absent at the end of November, read as at a moment, and at
  // least 150,000 in January: nobody need have left between.
  const range = "record-persons-left-2022-02-24-to-2025-11-28-tass";
  const reading = { [range]: "at-a-moment" };
  using before = await only([january, range], { reading });
  assert.equal(before.bounds("persons-left", ...dates).low, 0);
  // With 40,000 at most by then 110,000 left at the least.
  using few = await reconcile({
    ...data,
    claims: data.claims.flatMap((claim) =>
      claim.claim_id === january ? [claim] : claim.claim_id === range
        ? [{
          ...claim,
          kind: "level",
          measure: "persons-absent",
          stated: "40000",
          stated_high: null,
          hedge: "up_to",
          start: "2025-11-28",
          end: null,
        }]
        : []
    ),
  });
  const { low, high } = few.bounds("persons-left", ...dates);
  assert.deepEqual([low, high], [150_000 - 40_000, null]);
});
