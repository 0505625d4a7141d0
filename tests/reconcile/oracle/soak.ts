/**
 * Compares the engine with the oracle on many seeds:
 * `deno run --allow-read tests/reconcile/oracle/soak.ts FROM TO`. Prints a line
 * a hundred seeds and each mismatch with its seed and the smallest input that
 * still shows it. Exit status 1 where there was any.
 */
import { compare, type Mismatch, type ResultJson } from "./compare.ts";
import { randomSystem, type System } from "./generate.ts";
import { shrink } from "./shrink.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

/** What an engine and the oracle differ in; a throw is a mismatch too. */
async function mismatches({ input, options }: System): Promise<Mismatch[]> {
  try {
    using result = await reconcile(input, options);
    const json = JSON.parse(JSON.stringify(result)) as ResultJson;
    return compare(input, options, json);
  } catch (error) {
    return [{ field: "throws", engine: String(error), oracle: "an answer" }];
  }
}

const [from = 0, to = from + 1000] = Deno.args.map(Number);
let wrong = 0, done = 0;
const began = performance.now();
for (let seed = from; seed < to; seed++) {
  const system = randomSystem(seed);
  const found = await mismatches(system);
  const first = found[0];
  if (first) {
    wrong++;
    const kind = first.field.split(" ")[0];
    const small = await shrink(
      system,
      async (smaller) =>
        (await mismatches(smaller)).some(({ field }) =>
          field.split(" ")[0] === kind
        ),
    );
    console.log(`seed ${seed}: ${found.map(({ field }) => field).join("; ")}`);
    console.log(JSON.stringify(small));
    for (const one of await mismatches(small)) console.log(JSON.stringify(one));
  }
  done++;
  if ((seed + 1 - from) % 100 === 0 || seed + 1 === to) {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${done} seeds, ${wrong} mismatches, ${seconds} s`);
  }
}
if (wrong > 0) Deno.exit(1);
