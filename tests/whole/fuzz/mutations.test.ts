import assert from "node:assert/strict";
import type { Dataset } from "../../../lib/dataset/load.ts";
import type { TableName } from "../../../lib/dataset/rows.ts";
import { TABLES } from "../../../lib/dataset/tables.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { compare, type ResultJson } from "../../reconcile/oracle/compare.ts";
import { checkProof } from "../../reconcile/oracle/proof.ts";
import { Random } from "../../reconcile/oracle/random.ts";
import { Folder, type Tables } from "./folder.ts";
import { judge } from "./judge.ts";
import { mutate } from "./mutate.ts";

const COPIES = 500;

/** Of those that load so many are held against every subset, which takes long. */
const RECONCILED = 30;

async function shipped(): Promise<Tables> {
  const tables: Tables = {};
  for (const name of Object.keys(TABLES) as TableName[]) {
    tables[name] = await Deno.readFile(
      new URL(`../../../data/${name}.csv`, import.meta.url),
    );
  }
  return tables;
}

/** A few modelled claims of the reports or the record, as an input of its own. */
function some(dataset: Dataset, random: Random) {
  const { measure } = random.pick(dataset.claims);
  const near = dataset.claims.filter((claim) =>
    claim.kind !== "none" &&
    (claim.measure === measure || claim.of_measure === measure)
  );
  const from = random.whole(0, Math.max(0, near.length - 6));
  return { ...dataset, claims: near.slice(from, from + 6) };
}

Deno.test(`${COPIES} damaged copies of the dataset load whole, or give located problems`, async (t) => {
  const tables = await shipped();
  await using folder = await Folder.make();
  const seen = { loaded: 0, refused: 0 };
  const datasets: { seed: number; how: string[]; dataset: Dataset }[] = [];
  for (let seed = 0; seed < COPIES; seed++) {
    const random = new Random(seed);
    // The claims half of the time: they hold most of what can go wrong.
    const name = random.chance(0.5)
      ? "claims"
      : random.pick(["readings", "sources", "measures", "relations", "hedges"]);
    const { how, table } = mutate(tables[name as TableName]!, random);
    const copy = { ...tables, [name]: table };
    const checked = await folder.check(copy);
    try {
      seen[judge(checked, copy)]++;
    } catch (error) {
      throw new Error(`seed ${seed}, ${name}: ${how.join(", ")}`, {
        cause: error,
      });
    }
    if (checked.dataset && name === "claims") {
      datasets.push({ seed, how, dataset: checked.dataset });
    }
  }
  assert.ok(seen.loaded > 50 && seen.refused > 150, JSON.stringify(seen));

  await t.step(
    "what loads is reconciled as trying every subset does",
    async () => {
      assert.ok(datasets.length >= RECONCILED, `only ${datasets.length} load`);
      for (const { seed, how, dataset } of datasets.slice(0, RECONCILED)) {
        const input = some(dataset, new Random(seed));
        using result = await reconcile(input);
        const json = JSON.parse(JSON.stringify(result)) as ResultJson;
        assert.deepEqual(compare(input, {}, json), [], `seed ${seed}: ${how}`);
      }
    },
  );

  await t.step(
    "the whole is reconciled too, and its proofs add up",
    async () => {
      for (const { seed, how, dataset } of datasets.slice(0, 8)) {
        const claims = dataset.claims.filter(({ collection }) =>
          collection === "reports"
        );
        using result = await reconcile({ ...dataset, claims }, { most: 20 });
        // Not all of the result: the bounds of every month would take longest.
        for (const conflict of result.conflicts) {
          const wrong = checkProof({ ...dataset, claims }, conflict, {});
          assert.deepEqual(wrong, [], `seed ${seed}: ${how}`);
        }
        const { drop } = result.cheapestRepair;
        const left = claims.filter(({ claim_id }) => !drop.includes(claim_id));
        using repaired = await reconcile({ ...dataset, claims: left });
        assert.equal(repaired.consistent, true, `seed ${seed}: ${how}`);
      }
    },
  );
});
