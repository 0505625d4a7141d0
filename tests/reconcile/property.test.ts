import { features, known } from "./oracle/features.ts";
import { randomSystem } from "./oracle/generate.ts";
import { judge } from "./oracle/judge.ts";
import { mixedSystem } from "./oracle/mixed.ts";
import { wideSystem } from "./oracle/wide.ts";
import assert from "node:assert/strict";

const PROFILES = {
  usual: { make: randomSystem, seeds: 300 },
  wide: { make: wideSystem, seeds: 150 },
  mixed: { make: (seed: number) => mixedSystem(seed), seeds: 300 },
};
const BATCH = 50;
const has = await features();

for (const [profile, { make, seeds }] of Object.entries(PROFILES)) {
  for (let from = 0; from < seeds; from += BATCH) {
    const name = `${profile} systems ${from} to ${from + BATCH - 1}: the ` +
      "engine gives what trying every subset gives, and its proofs add up";
    Deno.test(name, async () => {
      for (let seed = from; seed < from + BATCH; seed++) {
        const { input, options } = make(seed);
        const system = { input, options: known(options, has) };
        assert.deepEqual(await judge(system, seed), [], `seed ${seed}`);
      }
    });
  }
}
