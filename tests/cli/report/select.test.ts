import assert from "node:assert/strict";
import { assumptions, selectDataset } from "../../../lib/cli/report/select.ts";
import { loadDataset } from "../../../lib/dataset/load.ts";
import type { ReconcileOptions } from "../../../lib/reconcile/model/tables.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { inFolder } from "../../dataset/folder.ts";

// June corrects May, and so is the only one of the two that is taken.
const TABLES = {
  claims: `claim_id,measure,kind,stated,start,end,origin,collection
may,m,total,5,2024-01,2024-01,desk,a
june,m,total,7,2024-01,2024-01,desk,a
other,m,total,7,2024-01,2024-01,,b
`,
  relations: "from,relation,to\njune,corrects,may\n",
};

/** What the pages of a selection find: its part, under what it assumes. */
async function found(options: ReconcileOptions) {
  return await inFolder(TABLES, async (folder) => {
    const part = selectDataset(await loadDataset(folder), options);
    using result = await reconcile(part, assumptions(options));
    return {
      claims: part.claims.map(({ claim_id }) => claim_id),
      modelled: result.modelled,
      aside: result.setAside.map(({ claim, by }) => `${claim} by ${by}`),
    };
  });
}

Deno.test("the pages of a selection hold what is set aside, with what replaced it", async () => {
  assert.deepEqual(await found({ collections: ["a"] }), {
    claims: ["may", "june"],
    modelled: ["june"],
    aside: ["may by june"],
  });
});

Deno.test("with all vintages the pages take every claim, as the command does", async () => {
  assert.deepEqual(await found({ collections: ["a"], vintages: "all" }), {
    claims: ["may", "june"],
    modelled: ["may", "june"],
    aside: [],
  });
});
