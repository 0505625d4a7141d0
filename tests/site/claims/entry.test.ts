import assert from "node:assert/strict";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { claimsBody } from "../../../lib/site/claims/claims_body.ts";
import { entryGroups } from "../../../lib/site/claims/entry.ts";
import { entryHtml } from "../../../lib/site/claims/entry_html.ts";
import { findingsOf } from "../../../lib/site/claims/findings.ts";
import { inFolder } from "../../dataset/folder.ts";

Deno.test("an entry names a few claims of its origin, and how many more there are", async () => {
  const n = 30;
  const claims = "claim_id,measure,kind,stated,start,end,origin,collection\n" +
    Array.from(
      { length: n },
      (_, i) =>
        `c${i},m,total,1,2024-01,2024-01,${i < n - 1 ? "o" : ""},k${i % 2}\n`,
    ).join("");
  await inFolder({ claims }, async (folder) => {
    const groups = entryGroups(await loadDataset(folder), []);
    const entries = groups.flatMap(({ entries }) => entries);
    assert.equal(entries.length, n);
    const entry = (id: string) =>
      entries.find(({ claim }) => claim.claim_id === id)!;
    // Of both collections, itself left out.
    assert.deepEqual(
      entry("c3").sameOrigin,
      ["c0", "c1", "c2", "c4", "c5", "c6", "c7", "c8"],
    );
    assert.equal(entry("c3").moreOfOrigin, n - 1 - 1 - 8);
    assert.deepEqual(entry("c20").sameOrigin.length, 8);
    assert.deepEqual([entry("c29").sameOrigin, entry("c29").moreOfOrigin], [
      [],
      0,
    ]);
    assert.match(`${claimsBody(groups)}`, / and 20 more\./);
  });
});

Deno.test("a claim that is counted as an echo says of which, and not that it is not modelled", async () => {
  const claims = `claim_id,measure,kind,stated,start,end,origin,source_id
late,m,total,7,2024-01,2024-01,o,june
first,m,total,7,2024-01,2024-01,o,may
later,m,total,7,2024-01,2024-01,o,june
alone,m,none,,,,o,june
`;
  const sources = "source_id,published\nmay,2024-05\njune,2024-06\n";
  await inFolder({ claims, sources }, async (folder) => {
    const data = await loadDataset(folder);
    using result = await reconcile(data, { echoes: "once" });
    assert.deepEqual(result.echoes, [
      { claim: "late", of: "first" },
      { claim: "later", of: "first" },
    ]);
    const found = { ...findingsOf(null, result), selected: true };
    const [group] = entryGroups(data, [found]);
    const told = Object.fromEntries(
      group!.entries.map((entry) => [
        entry.claim.claim_id,
        `${entryHtml(entry)}`,
      ]),
    );
    for (const id of ["late", "later"]) {
      assert.match(told[id]!, /none: it is set aside/);
      assert.match(told[id]!, /an echo of <a href="#[^"]*first">/);
    }
    assert.match(told["alone"]!, /none: it is not modelled/);
    for (const id of ["first", "alone"]) {
      assert.doesNotMatch(told[id]!, /an echo of/);
    }
  });
});
