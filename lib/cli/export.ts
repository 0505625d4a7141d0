/**
 * `tallystick export DIR --out FOLDER`: writes the results of a dataset's claims
 * as tables. Exit status 0 written, 1 they could not be, 2 the input or the call
 * is wrong.
 *
 * @module
 */
import { join } from "node:path";
import { loadDataset } from "../dataset/load.ts";
import { resultTables } from "../frames/result_tables.ts";
import {
  TABLE_FORMATS,
  type TableFormat,
  writeTable,
} from "../frames/write_table.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import { CallError, checkWords } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import { exists } from "./jupyter/environment/exists.ts";
import { Progress } from "./jupyter/environment/progress.ts";
import { takeOptions } from "./call/own_options.ts";
import { readCall, SELECTION_HELP } from "./call/selection.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { clean } from "./terminal/clean.ts";

const SELECTION_LINES = SELECTION_HELP.split("\n")
  .filter((line) => !line.includes("--json"));

const HELP =
  `Writes what a dataset's claims imply together as tables: conflicts,
proofs (of the conflicts), repairs, bounds (of each month or --per) and implied (the
range that the others imply for each claim).

Usage: tallystick export DIR --out FOLDER [options]

  --out FOLDER              where to write; files of these names are replaced
  --format FORMAT           csv (default), json or parquet (repeatable)
${SELECTION_LINES.join("\n")}

In CSV an apostrophe stands before text that a spreadsheet would run as a
formula; JSON and Parquet hold the text as it is.

Exit status: 0 written, 1 it could not be written, 2 the input or the call is
wrong.

Example: tallystick export my-claims --out tables --format parquet`;

function readFormats(words: readonly string[]): TableFormat[] {
  const formats = words.map((word) => {
    const format = TABLE_FORMATS.find((format) => format === word);
    if (format) return format;
    throw new CallError(
      `--format ${word}: give one of ${TABLE_FORMATS.join(", ")}`,
    );
  });
  return formats.length > 0 ? [...new Set(formats)] : ["csv"];
}

async function run({ args }: Asked): Promise<number> {
  const { own, rest } = takeOptions(args, ["out", "format"]);
  const { words, options, load, json } = readCall(rest);
  checkWords(words, "DIR");
  if (json) throw new CallError("--json: give --format json");
  const [out, second] = own.out!;
  if (!out) throw new CallError("--out FOLDER is missing: where to write");
  if (second) throw new CallError(`--out ${second}: one folder is enough`);
  const formats = readFormats(own.format!);
  // What cannot be looked into is told when it cannot be written to.
  if (await exists(join(out, "claims.csv")).catch(() => false)) {
    throw new CallError(
      `--out ${out}: a dataset is in there; give another folder`,
    );
  }
  const progress = new Progress();
  progress.start("Reconciling");
  const dataset = await loadDataset(await datasetFolder(words[0]!), load);
  using result = await reconcile(dataset, options);
  const tables = resultTables(result.toJSON());
  progress.drop();
  try {
    await Deno.mkdir(out, { recursive: true });
    for (const [name, frame] of Object.entries(tables)) {
      for (const format of formats) {
        const path = join(out, `${name}.${format}`);
        await writeTable(frame, path);
        console.log(`${clean(path)}  ${frame.height} rows`);
      }
    }
  } catch (error) {
    const { message } = error as Error;
    console.error(`Could not write to ${clean(out)}: ${clean(message, true)}`);
    console.error("What was there before is as it was, or a whole new table.");
    return 1;
  }
  return 0;
}

/** The verb `export`. */
export const exportResults: Verb = { help: HELP, run };
