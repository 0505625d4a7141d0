/**
 * `tallystick diff OLD NEW`: what changed between two versions of a dataset, in
 * its tables and in what follows from its claims. Exit status 0 nothing, 1
 * something, 2 the input or the call is wrong.
 *
 * @module
 */
import { type Dataset, loadDataset } from "../dataset/load.ts";
import {
  type ComparedResult,
  compareFindings,
} from "../diff/compare_findings.ts";
import { compareTables } from "../diff/compare_tables.ts";
import { InputError } from "../reconcile/model/input_error.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import type { ReconcileOptions } from "../reconcile/model/tables.ts";
import { checkWords } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import { findingLines } from "./diff/finding_lines.ts";
import { tableLines } from "./diff/table_lines.ts";
import { Progress } from "./jupyter/environment/progress.ts";
import { takeOptions } from "./call/own_options.ts";
import { readCall, SELECTION_HELP } from "./call/selection.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { clean, cleanJson } from "./terminal/clean.ts";
import { paintForOutput } from "./terminal/paint.ts";

const HELP =
  `Tells what changed between two versions of a dataset: rows that were
added, removed, renamed and changed, and what that does to the verdict, the
conflicts, the cheapest repair and the bounds. The order of rows does not count.

Usage: tallystick diff OLD NEW [options]

OLD and NEW are folders of datasets. The selection holds for both.

  --readings                compare the best choices of readings too (slow)
${SELECTION_HELP}

Exit status: 0 nothing changed, 1 something did, 2 the input or the call is
wrong.

Example: tallystick diff my-claims-of-may my-claims`;

async function findingsOf(
  dataset: Dataset,
  options: ReconcileOptions,
  readings: boolean,
): Promise<ComparedResult> {
  try {
    using found = await reconcile(dataset, options);
    return {
      result: found.toJSON(),
      cheapest: found.cheapestRepair,
      readings: readings ? await found.readings() : undefined,
    };
  } catch (error) {
    // An id that only one of the two knows: say which of them lacks it.
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${dataset.folder}: ${error.message}`);
  }
}

async function run({ args }: Asked): Promise<number> {
  const { flags, rest } = takeOptions(args, [], ["readings"]);
  const { words, options, load, json } = readCall(rest);
  checkWords(words, "OLD", "NEW");
  const from = await datasetFolder(words[0]!);
  const to = await datasetFolder(words[1]!);
  const old = await loadDataset(from, load);
  const now = await loadDataset(to, load);
  const { tables, renames } = compareTables(old, now);
  const progress = new Progress();
  const reconciled = async (dataset: Dataset) => {
    progress.start(`Reconciling ${clean(dataset.folder)}`);
    const found = await findingsOf(dataset, options, flags.has("readings"));
    progress.drop();
    return found;
  };
  const before = await reconciled(old);
  // The same tables: the same findings, unless the time cut one of them short.
  const after = tables.length > 0 ? await reconciled(now) : before;
  const findings = compareFindings(before, after, renames);
  const changed = tables.length > 0 || findings.changed;
  if (json) {
    console.log(cleanJson({ version: 1, changed, tables, findings }));
    return changed ? 1 : 0;
  }
  const paint = paintForOutput();
  const lines = changed
    ? [
      ...tables.flatMap((table) => tableLines(table, paint)),
      ...findingLines(findings, paint),
    ].slice(1)
    : [`Nothing changed from ${clean(from)} to ${clean(to)}.`];
  if (flags.has("readings") && !findings.readings) {
    lines.push(
      "",
      "Readings are not compared: a search did not come to its end (--seconds).",
    );
  }
  console.log(lines.join("\n"));
  return changed ? 1 : 0;
}

/** The verb `diff`. */
export const diff: Verb = { help: HELP, run };
