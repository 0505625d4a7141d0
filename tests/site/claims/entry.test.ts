import assert from "node:assert/strict";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { claimsBody } from "../../../lib/site/claims/claims_body.ts";
import { entryGroups } from "../../../lib/site/claims/entry.ts";
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
