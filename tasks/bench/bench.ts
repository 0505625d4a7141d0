/**
 * `deno task bench [engine] [files] [loading] [reading]`: the engine, the loading
 * of datasets and the reader against other ways to the same answers, each case in a process of its own,
 * all in one run. Needs Python 3 for the others, which are installed into
 * `.cache/bench-venv`.
 *
 * @module
 */
import { benchEngine } from "./engine.ts";
import { benchFiles } from "./files.ts";
import { benchLoading } from "./loading.ts";
import { benchReading } from "./reading.ts";
import { printTable } from "./print_table.ts";

const CASES = {
  engine: benchEngine,
  files: benchFiles,
  loading: benchLoading,
  reading: benchReading,
};

const named = Deno.args.length > 0 ? Deno.args : Object.keys(CASES);
for (const name of named) {
  if (!Object.hasOwn(CASES, name)) {
    console.error(
      `There is no case '${name}'; there are ${Object.keys(CASES).join(", ")}`,
    );
    Deno.exit(2);
  }
}
for (const [i, name] of named.entries()) {
  if (i > 0) console.log();
  printTable(await CASES[name as keyof typeof CASES]());
}
