// What the engine finds in the record, pinned.
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const official = data.claims.filter((claim) =>
  claim.collection === "record" && claim.status === "official"
);

Deno.test("the official figures of the record agree", async () => {
  using result = await reconcile({ ...data, claims: official });
  assert.equal(result.consistent, true);
  assert.deepEqual(result.conflicts, []);
  assert.equal(result.slack, 0);
});

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
