// What the engine finds in the record, pinned.
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const official = data.claims.filter((claim) =>
  claim.collection === "record" && claim.status === "official"
);

function figure(ref: string) {
  const found = data.claims.find((claim) => claim["ref_id"] === ref);
  assert.ok(found, ref);
  return found;
}

Deno.test("the official figures of the record agree", async () => {
  using result = await reconcile({ ...data, claims: official });
  assert.equal(result.consistent, true);
  assert.deepEqual(result.conflicts, []);
  assert.equal(result.slack, 0);
});

Deno.test("a month left out comes back exactly from the totals around it", async () => {
  using result = await reconcile({ ...data, claims: official });
  // Eleven months of the table and the year leave only one number for each.
  for (const month of ["01", "02", "05", "08", "11"]) {
    const claim = official.find(({ measure, start, end }) =>
      measure === "table" && start === `2024-${month}` && end === start
    )!;
    const { impliedLow, impliedHigh } = result.implied(claim.claim_id);
    const stated = Number(claim.stated);
    assert.deepEqual([impliedLow, impliedHigh], [stated, stated]);
  }
  const october = official.find(({ measure, start, end }) =>
    measure === "bureau" && start === "2025-10" && end === start
  )!;
  const { impliedLow, impliedHigh } = result.implied(october.claim_id);
  assert.deepEqual([impliedLow, impliedHigh], [19_961, 19_961]);
});

for (
  const [ref, stated, why] of [
    ["R083", "90950", "two digits swapped, against 90,590"],
    ["R021", "185339", "a list misread, against 202,997 and the years"],
  ] as const
) {
  Deno.test(`${stated} is found: ${why}`, async () => {
    const variant = figure(ref);
    assert.equal(variant.stated, stated);
    using result = await reconcile({ ...data, claims: [...official, variant] });
    assert.equal(result.consistent, false);
    for (const { claims } of result.conflicts) {
      assert.ok(claims.includes(variant.claim_id));
    }
    const repair = result.repairs.find(({ drop }) =>
      drop.length === 1 && drop[0] === variant.claim_id
    );
    assert.ok(repair, "leaving it out mends everything");
  });
}

Deno.test("reports against the table: all counts of cases agree with it but one total", async () => {
  const cases = data.claims.filter((claim) =>
    claim.collection === "reports" && claim.measure.startsWith("proceedings")
  );
  const table = official.filter(({ measure }) =>
    /^table(-\d+)?$/.test(measure)
  );
  const claims = { ...data, claims: [...cases, ...table] };
  const same = [
    ["proceedings", "table"],
    ["proceedings-407", "table-407"],
    ["proceedings-408", "table-408"],
  ] as const;
  // "Over 230,000" of absence by November 2025 reaches 240,000; the table's
  // months of absence alone add up to 240,260: the total is a stale one.
  const stale = "wtat-230000-cases";
  using rest = await reconcile(claims, { same, without: [stale] });
  assert.equal(rest.consistent, true);
  const months = [
    "record-table-407-2022-11-tsn",
    "record-table-407-2023-01-to-2023-09-ukrreality",
    "record-table-407-2024-01-to-2024-10-babel",
    "record-table-407-2024-11-24tv",
    "record-table-407-2024-12-24tv",
    "record-table-407-2025-01-to-2025-10-chronicles",
  ];
  using some = await reconcile({
    ...data,
    claims: data.claims.filter(({ claim_id }) =>
      claim_id === stale || months.includes(claim_id)
    ),
  }, { same });
  assert.deepEqual(some.conflicts.map((conflict) => conflict.claims), [
    [...months, stale].sort(),
  ]);
  assert.match(some.conflicts[0]!.text, /240,260, more than 240,000/);
});
