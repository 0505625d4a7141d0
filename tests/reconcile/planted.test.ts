import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ResultJson } from "./oracle/compare.ts";
import { dayOf } from "./oracle/day.ts";
import {
  plantedSystem,
  type TrueSystem,
  trueSystem,
} from "./oracle/generate.ts";
import { checkProof } from "./oracle/proof.ts";
import assert from "node:assert/strict";

async function run({ input, options }: TrueSystem): Promise<ResultJson> {
  using result = await reconcile(input, options);
  return JSON.parse(JSON.stringify(result)) as ResultJson;
}

/** Where a bound leaves out what is true. */
function outside({ truth }: TrueSystem, result: ResultJson): string[] {
  return result.bounds.flatMap(({ measure, start, end, low, high }) => {
    const count = truth.count({
      measure,
      start: dayOf(start, "start"),
      end: dayOf(end, "end"),
    });
    const inside = low <= count && (high === null || count <= high);
    return inside ? [] : [`${measure} ${start}: ${count} in ${low} to ${high}`];
  });
}

Deno.test("true claims never conflict, and the truth is inside every bound", async () => {
  for (let seed = 0; seed < 150; seed++) {
    const system = trueSystem(seed);
    const result = await run(system);
    assert.equal(result.consistent, true, `seed ${seed}`);
    assert.equal(result.slack, 0, `seed ${seed}`);
    assert.deepEqual(result.conflicts, [], `seed ${seed}`);
    assert.deepEqual(outside(system, result), [], `seed ${seed}`);
  }
});

Deno.test("every conflict holds a planted false claim", async () => {
  let conflicting = 0;
  for (let seed = 0; seed < 100; seed++) {
    const system = plantedSystem(seed);
    const { input, options, planted } = system;
    const result = await run(system);
    for (const conflict of result.conflicts) {
      const blamed = conflict.claims.some((id) => planted.includes(id));
      assert.ok(blamed, `seed ${seed}: ${conflict.claims.join(", ")}`);
      assert.deepEqual(checkProof(input, conflict, options), []);
    }
    if (!result.consistent) conflicting++;
    // Once the false ones are left out, the rest agrees again.
    using without = await reconcile(input, { ...options, without: planted });
    assert.equal(without.consistent, true, `seed ${seed}`);
  }
  assert.ok(conflicting >= 50, `only ${conflicting} of 100 conflict`);
});
