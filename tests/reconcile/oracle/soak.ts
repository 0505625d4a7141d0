/**
 * Compares the engine with the oracle on many seeds:
 * `deno task soak FROM TO [--profile usual|wide]`. Prints a line a hundred seeds
 * and each mismatch with its seed and the smallest input that still shows it, as
 * the tables of a dataset. Exit status 1 where there was any.
 */
import type { Mismatch } from "./compare.ts";
import { features, known } from "./features.ts";
import { randomSystem, type System } from "./generate.ts";
import { judge } from "./judge.ts";
import { shrink } from "./shrink.ts";
import { tablesText } from "./tables_text.ts";
import { wideSystem } from "./wide.ts";

const PROFILES = { usual: randomSystem, wide: wideSystem };

/** What a mismatch is about, whatever claim or count shows it. */
function kindOf({ field }: Mismatch): string {
  return field.split(" ")[0]!;
}

function argumentsOf(args: readonly string[]) {
  const at = args.indexOf("--profile");
  const name = at < 0 ? "usual" : args[at + 1] ?? "";
  if (!(name in PROFILES)) {
    console.error(`--profile ${name}: ${Object.keys(PROFILES).join(" or ")}`);
    Deno.exit(2);
  }
  const numbers = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  const [from = 0, to = from + 1000] = numbers.map(Number);
  return { make: PROFILES[name as keyof typeof PROFILES], name, from, to };
}

const { make, name, from, to } = argumentsOf(Deno.args);
const has = await features();
const system = (seed: number): System => {
  const { input, options } = make(seed);
  return { input, options: known(options, has) };
};
/** Whether it is more than a multiplier that a double does not hold. */
function counts({ engine }: Mismatch): boolean {
  return has.has("digits") ||
    !JSON.stringify(engine)?.includes("a double holds");
}

console.log(`${name}, with ${[...has].join(", ") || "no newer option"}`);
let wrong = 0, done = 0;
const kinds = new Map<string, number>();
const began = performance.now();
for (let seed = from; seed < to; seed++) {
  const one = system(seed);
  const found = (await judge(one, seed)).filter(counts);
  const first = found[0];
  if (first) {
    wrong++;
    const kind = kindOf(first);
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    const small = await shrink(
      one,
      async (smaller) =>
        (await judge(smaller, seed)).filter(counts).some((other) =>
          kindOf(other) === kind
        ),
    );
    console.log(
      `\nseed ${seed}: ${found.map(({ field }) => field).join("; ")}`,
    );
    console.log(tablesText(small));
    for (const other of (await judge(small, seed)).filter(counts)) {
      console.log(JSON.stringify(other));
    }
  }
  done++;
  if ((seed + 1 - from) % 100 === 0 || seed + 1 === to) {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${done} seeds, ${wrong} mismatches, ${seconds} s`);
  }
}
for (const [kind, many] of kinds) console.log(`${many} × ${kind}`);
if (wrong > 0) Deno.exit(1);
