/**
 * `deno task soak FROM TO [--profile usual|wide|mixed]` compares the engine with the
 * oracle on many seeds. Prints a line a hundred seeds and each mismatch with its
 * seed and the smallest input that still shows it, as the tables of a dataset.
 * `deno task soak FROM TO --seconds S` asks for everything of heavy systems in so
 * many seconds, and prints how late the answers were and which do not hold.
 * Exit status 1 where anything was wrong.
 */
import type { Mismatch } from "./compare.ts";
import { features, known } from "./features.ts";
import { randomSystem, type System } from "./generate.ts";
import { heavySystem } from "./heavy.ts";
import { hurry } from "./hurry.ts";
import { judge } from "./judge.ts";
import { mixedSystem } from "./mixed.ts";
import { shrink } from "./shrink.ts";
import { tablesText } from "./tables_text.ts";
import { wideSystem } from "./wide.ts";

const PROFILES = { usual: randomSystem, wide: wideSystem, mixed: mixedSystem };

/** The value of an option, taken out of the arguments. */
function take(args: string[], option: string): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args.splice(at, 2)[1];
}

const args = [...Deno.args];
const name = take(args, "--profile") ?? "usual";
const seconds = take(args, "--seconds");
const [from = 1000, to = from + 5000] = args.map(Number);
if (!(name in PROFILES) || !(from < to)) {
  console.error(
    `soak FROM TO [--profile ${Object.keys(PROFILES).join("|")}] [--seconds S]`,
  );
  Deno.exit(2);
}
const has = await features();
const right = seconds === undefined
  ? await match(PROFILES[name as keyof typeof PROFILES])
  : await race(Number(seconds));
Deno.exit(right ? 0 : 1);

/** Whether it is more than a multiplier that a double does not hold. */
function counts({ engine }: Mismatch): boolean {
  return has.has("digits") ||
    !JSON.stringify(engine)?.includes("a double holds");
}

/** What a mismatch is about, whatever claim or count shows it. */
function kindOf({ field, engine }: Mismatch): string {
  const [kind] = field.split(" ");
  if (kind !== "throws") return kind!;
  // One throw is not another: it is told by its words without the ids.
  const [first] = Array.isArray(engine) ? engine : [engine];
  return `throws ${String(first).replace(/'[^']*'|\S+:/g, "").slice(0, 60)}`;
}

async function mismatches(system: System, seed: number): Promise<Mismatch[]> {
  return (await judge(system, seed)).filter(counts);
}

/** Compares the engine with the oracle; whether they agree on all. */
async function match(make: (seed: number) => System): Promise<boolean> {
  console.log(`${name}, with ${[...has].join(", ") || "no newer option"}`);
  const kinds = new Map<string, number>();
  const began = performance.now();
  let wrong = 0;
  for (let seed = from; seed < to; seed++) {
    const { input, options } = make(seed);
    const system = { input, options: known(options, has) };
    const found = await mismatches(system, seed);
    if (found[0]) {
      wrong++;
      const kind = kindOf(found[0]);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const small = await shrink(
        system,
        async (smaller) =>
          (await mismatches(smaller, seed)).some((one) => kindOf(one) === kind),
      );
      const fields = found.map(({ field }) => field).join("; ");
      console.log(`\nseed ${seed}: ${fields}`);
      console.log(tablesText(small));
      for (const one of await mismatches(small, seed)) {
        console.log(JSON.stringify(one));
      }
    }
    const done = seed + 1 - from;
    if (done % 100 === 0 || seed + 1 === to) {
      const took = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`${done} seeds, ${wrong} mismatches, ${took} s`);
    }
  }
  for (const [kind, many] of kinds) console.log(`${many} × ${kind}`);
  return wrong === 0;
}

/** Runs heavy systems against the clock; whether all was well. */
async function race(limit: number): Promise<boolean> {
  const worst = new Map<string, number>();
  let wrong = 0;
  for (let seed = from; seed < to; seed++) {
    const system = heavySystem(seed, {});
    const { shape } = system;
    const run = await hurry(system, limit, seed);
    worst.set(shape, Math.max(worst.get(shape) ?? -Infinity, run.late));
    const bad = run.wrong.filter(counts);
    const open = Object.keys(run.certain).filter((key) => !run.certain[key]);
    console.log(
      `seed ${seed} ${shape}: ${run.seconds.toFixed(2)} s` +
        (run.late > 0 ? `, ${run.late.toFixed(2)} s late` : "") +
        (run.verdict ? "" : "; no verdict") +
        (open.length > 0 ? `; not certain: ${open.join(", ")}` : ""),
    );
    for (const one of bad) console.log(JSON.stringify(one));
    if (bad.length > 0) wrong++;
  }
  for (const [shape, late] of worst) {
    console.log(`${shape}: at worst ${late.toFixed(2)} s late`);
  }
  console.log(`${to - from} systems, ${wrong} of them wrong`);
  return wrong === 0 && [...worst.values()].every((late) => late <= 0);
}
