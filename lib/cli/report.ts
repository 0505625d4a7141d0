/**
 * `tallystick report [DIR] [--out FOLDER]`: pages of a dataset, of what its
 * claims imply and of a notebook run on it; without DIR, in a clone, the
 * project's own report.
 *
 * @module
 */
import { join, relative, resolve } from "node:path";
import { loadDataset } from "../dataset/load.ts";
import { readDataPackage } from "../site/data_package.ts";
import { TEMPLATE } from "../site/make_pages.ts";
import { CallError, checkWords } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import { takeOptions } from "./call/own_options.ts";
import { isInputFault } from "./call/run_call.ts";
import { readCall, SELECTION_HELP } from "./call/selection.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { exists } from "./jupyter/environment/exists.ts";
import { Interrupted, TaskFailure } from "./jupyter/environment/failure.ts";
import { explainFault } from "./jupyter/environment/fault.ts";
import { isClone, ROOT, workshop } from "./jupyter/environment/paths.ts";
import { readyJupyter } from "./jupyter/environment/ready.ts";
import { readSeconds } from "./jupyter/environment/seconds.ts";
import { interruption } from "./jupyter/environment/signals.ts";
import { writeIfNew } from "./jupyter/environment/write_if_new.ts";
import { kernelConfig } from "./new/folder_config.ts";
import { inventedTitle } from "./new/dataset_files.ts";
import { type BuildOptions, buildReport } from "./report/build.ts";
import {
  assertWritable,
  datasetKey,
  isTaken,
  OutError,
  REPORTS,
  usualPlace,
  workFolder,
} from "./report/place.ts";
import { selectsAll } from "./report/select.ts";
import { clean } from "./terminal/clean.ts";

/** What `deno task report` has `deno doc` write beforehand. */
const LIBRARY = join(".cache", "library.json");

const SELECTION_LINES = SELECTION_HELP.split("\n")
  .filter((line) => !/--json|--seconds|--help/.test(line));

const HELP =
  `Makes pages of a dataset: its claims, its conflicts, what follows from them, an
explorer to switch claims off and on, and a notebook run on it.

Usage: tallystick report DIR [options]
       tallystick report [--force] [--timeout SECONDS]

Without DIR, and in a clone of Tallystick alone, all its notebooks are run and
report/ is written there.

  --out FOLDER              where to write it: a new folder, an empty one, or the
                            one of this dataset's earlier report; ${REPORTS}/NAME
                            by default, where NAME is the dataset's folder
  --force                   run all, even where nothing has changed
  --timeout SECONDS         how long one cell of a notebook may take (300)
  --seconds S               how long working out what the claims imply may take
                            in all (60; without DIR 600)
${SELECTION_LINES.join("\n")}
  --help                    this text

What is selected is held against itself collection by collection. A report of
one dataset never takes the place of a report of another.

Exit status: 0 written or up to date, 1 it could not be made, 2 the dataset or
the call is wrong.

Example: tallystick report my-claims --out pages --without-source radio-2024-07-03`;

const KEPT = "No report was written; an earlier one is as it was.";

/** Where the notebook runs: from there `../lib/` has to be the library. */
async function kernelFolder(): Promise<string> {
  const folder = join(isClone() ? ROOT : workshop(), "notebooks");
  if (isClone()) return folder;
  await Deno.mkdir(folder, { recursive: true });
  await writeIfNew(join(folder, "deno.json"), kernelConfig(folder, ROOT));
  return folder;
}

/** Where reports go of which nothing else is said. */
function reportsFolder(program: string): string {
  // A task of the clone keeps them there, wherever it is called from.
  return resolve(program === "tallystick" ? REPORTS : join(ROOT, REPORTS));
}

/** Says what is left of the invented dataset that this one began as. */
async function warnOfTitle(folder: string): Promise<void> {
  const { title, titled } = await readDataPackage(folder);
  if (!titled || title !== await inventedTitle()) return;
  console.error(
    `The report will be titled "${clean(title)}": that is the invented title ` +
      "that `new` has written. Change it in datapackage.json.",
  );
}

/** Where the report on a dataset comes from and goes to. */
async function placeOf(
  word: string,
  chosen: string | undefined,
  program: string,
): Promise<{ data: string; out: string; work: string }> {
  const data = resolve(await datasetFolder(word));
  const out = chosen === undefined
    ? await usualPlace(reportsFolder(program), data)
    : resolve(chosen);
  if (await isTaken(out, await datasetKey(data))) {
    throw new OutError(
      `${chosen ?? out} holds the report of another dataset: give another ` +
        "folder, or remove that report first",
    );
  }
  await assertWritable(out);
  const cache = join(workshop(), ".cache");
  await Deno.mkdir(cache, { recursive: true });
  return { data, out, work: await workFolder(cache, out) };
}

type Job = Omit<BuildOptions, "project" | "force" | "timeout" | "signal">;

/** What is to be built of somebody's dataset. */
async function otherReport(
  call: ReturnType<typeof readCall>,
  chosen: string | undefined,
  program: string,
): Promise<Job> {
  checkWords(call.words, "DIR");
  const { data, out, work } = await placeOf(call.words[0]!, chosen, program);
  // What is wrong with the dataset is told before anything is set up.
  await loadDataset(data, call.load);
  await warnOfTitle(data);
  const notebook = join(ROOT, "notebooks", TEMPLATE);
  const { seconds } = call.options;
  return {
    out,
    work,
    ...(seconds === undefined ? {} : { seconds }),
    other: {
      data,
      load: call.load,
      selection: call.options,
      notebooks: await exists(notebook) ? [notebook] : [],
      worded: { folder: await kernelFolder() },
    },
  };
}

/** What is to be built of the project itself. */
function ownReport(call: ReturnType<typeof readCall>, program: string): Job {
  if (!isClone() || program === "tallystick") {
    throw new CallError(
      "Something is missing from the call: DIR, the folder of a dataset",
    );
  }
  const { seconds } = call.options;
  return {
    doc: join(ROOT, LIBRARY),
    ...(seconds === undefined ? {} : { seconds }),
  };
}

/**
 * Says why no report came of it, and that an earlier one is as it was.
 *
 * @param stopped Whether the caller stopped it: Ctrl-C ends its children, too, and
 * what they say of that is no news.
 */
function failed(error: unknown, stopped: boolean): number {
  if (error instanceof CallError) throw error;
  if (isInputFault(error) || error instanceof OutError) {
    console.error(`${clean(error.message, true)}\n\n${KEPT}`);
    return 2;
  }
  if (stopped || error instanceof Interrupted) {
    throw new Interrupted("\nStopped. The earlier report is as it was.");
  }
  const message = error instanceof TaskFailure
    ? error.message
    : error instanceof Error
    ? explainFault(error)
    : undefined;
  if (message === undefined) throw error;
  throw new TaskFailure(`${message}\n\n${KEPT}`);
}

async function run({ args, program }: Asked): Promise<number> {
  const { own, flags, rest } = takeOptions(args, ["out", "timeout"], ["force"]);
  const call = readCall(rest);
  if (call.json) throw new CallError("--json: a report is made of pages");
  const chosen = own.out!.at(-1);
  const bare = call.words.length === 0;
  if (bare && (chosen !== undefined || !selectsAll(call.options))) {
    throw new CallError(
      "--out and what is selected go with the folder of a dataset.",
    );
  }
  const timeout = readSeconds(own.timeout!.at(-1) ?? "300");
  let signal: AbortSignal | undefined;
  try {
    const job = bare
      ? ownReport(call, program)
      : await otherReport(call, chosen, program);
    signal = interruption();
    // Without a notebook nothing needs it.
    if (job.other?.notebooks.length !== 0) await readyJupyter(signal);
    const result = await buildReport({
      project: ROOT,
      ...job,
      force: flags.has("force"),
      timeout,
      signal,
    });
    const index = relative(
      Deno.cwd(),
      join(job.out ?? join(ROOT, "report"), "index.html"),
    );
    console.log(
      result === "built"
        ? `The report is ready: open ${clean(index)}`
        : `Nothing changed since ${clean(index)} was made; --force runs all.`,
    );
    return 0;
  } catch (error) {
    return failed(error, signal?.aborted ?? false);
  }
}

/** The verb `report`. */
export const report: Verb = { help: HELP, run };
