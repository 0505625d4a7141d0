import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { compare, type ResultJson } from "./oracle/compare.ts";
import { randomSystem } from "./oracle/generate.ts";
import assert from "node:assert/strict";

const SEEDS = 300;
const BATCH = 50;

for (let from = 0; from < SEEDS; from += BATCH) {
  const name = `random systems ${from} to ${from + BATCH - 1}: the engine ` +
    "gives what trying every subset gives, and its proofs add up";
  Deno.test(name, async () => {
    for (let seed = from; seed < from + BATCH; seed++) {
      const { input, options } = randomSystem(seed);
      using result = await reconcile(input, options);
      const json = JSON.parse(JSON.stringify(result)) as ResultJson;
      assert.deepEqual(compare(input, options, json), [], `seed ${seed}`);
    }
  });
}
