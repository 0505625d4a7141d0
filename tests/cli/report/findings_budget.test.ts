import assert from "node:assert/strict";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { entryGroups } from "../../../lib/site/claims/entry.ts";
import { verdict } from "../../../lib/site/claims/group.ts";
import { Progress } from "../../../lib/cli/jupyter/environment/progress.ts";
import { findFindings } from "../../../lib/cli/report/find_findings.ts";
import { HEADER } from "../../dataset/folder.ts";
import { withFiles } from "../../whole/files/folder.ts";

/** Two claims with a long way between them, and one that stands alone. */
const LONG = 400;
const TABLES = {
  "claims.csv": `${HEADER},collection\n` +
    "a,m0,total,1,2024-01,2024-01,bomb\n" +
    `b,m${LONG - 1},total,2,2024-01,2024-01,bomb\n` +
    "c,alone,total,3,2024-01,2024-01,plain\n",
  "measures.csv": "measure,part_of,split\nalone,,\nm0,,\n" +
    Array.from({ length: LONG - 1 }, (_, i) => `m${i + 1},m${i},full\n`)
      .join(""),
};

Deno.test("what the claims imply is worked out in the time given for all, or said not to be", async () => {
  await withFiles(TABLES, async (folder) => {
    const dataset = await loadDataset(folder);
    const seconds = 2;
    const progress = new Progress();
    const options = { cache: `${folder}/cache`, seconds, progress };
    const { error } = console;
    console.error = () => {};
    // Once before, that the thread's types are checked.
    const claims = dataset.claims.slice(2);
    await findFindings({ ...dataset, claims, measures: [] }, options);
    const started = performance.now();
    const findings = await findFindings(dataset, options);
    console.error = error;
    const took = (performance.now() - started) / 1000;
    // Starting a thread takes a moment too, on a busy machine.
    assert.ok(took < seconds + 12, `${took} s`);
    assert.deepEqual(
      findings.map(({ collection }) => collection),
      ["bomb", "plain"],
    );
    const [bomb, plain] = entryGroups(dataset, findings).map((group) =>
      `${verdict(group)}`
    );
    assert.match(plain!, /^1 claim, 1 of them modelled/);
    // Either is true of it; that it agrees is not.
    assert.match(
      bomb!,
      /^2 claims\. Whether .* could not be worked out|cannot all be true/,
    );
    // Found once: the same again at once.
    const again = performance.now();
    assert.deepEqual(await findFindings(dataset, options), findings);
    assert.ok(performance.now() - again < 1000 * took);
  });
});
