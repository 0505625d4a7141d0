import { basename, dirname, join } from "node:path";
import {
  type Dataset,
  loadDataset,
  type LoadOptions,
} from "../../dataset/load.ts";
import { exists } from "../jupyter/environment/exists.ts";
import { readOwnText } from "../../dataset/own_file.ts";
import { Interrupted, TaskFailure } from "../jupyter/environment/failure.ts";
import { withLock } from "../jupyter/environment/lock.ts";
import { clearParts } from "../jupyter/environment/clear_parts.ts";
import { Progress } from "../jupyter/environment/progress.ts";
import { sha256 } from "../jupyter/environment/digest.ts";
import type { InputFile } from "../jupyter/environment/input_files.ts";
import { whileStill } from "../jupyter/environment/while_still.ts";
import { executeNotebook } from "../jupyter/notebook/execute.ts";
import { listNotebooks } from "../jupyter/notebook/list.ts";
import { findFindings } from "./find_findings.ts";
import { datasetFiles, datasetFingerprint } from "./dataset_fingerprint.ts";
import { fingerprint, projectFiles } from "./fingerprint.ts";
import { type DataPackage, readDataPackage } from "../../site/data_package.ts";
import { BundleError } from "../../site/explorer/bundle.ts";
import { makePages } from "../../site/make_pages.ts";
import {
  assertOneDisk,
  clearWorkFolder,
  makeWorkFolder,
  publish,
  recover,
} from "./publish.ts";
import { datasetKey, OutError } from "./place.ts";
import {
  assumptions,
  opening,
  selectDataset,
  selectionText,
  selectsAll,
} from "./select.ts";
import { assumptions as tellSelection } from "../terminal/report.ts";
import { NAME, wordNotebook } from "./word_notebook.ts";
import type { ReconcileOptions } from "../../reconcile/model/tables.ts";
import { renderNotebooks } from "./render.ts";
import { foreignEntries, isMadeFrom, isReport, writeStamp } from "./stamp.ts";

/** How to build a report. */
export interface BuildOptions {
  /** The folder that holds `notebooks/`, `data/` and the rest. */
  readonly project: string;
  /** The report's folder; `report/` in the project by default. */
  readonly out?: string;
  /**
   * Where to work; `.cache/` in the project by default, and on the same disk as
   * `out`. Each report needs one of its own.
   */
  readonly work?: string;
  /** Another dataset than `data/`, and the notebooks to run on it. */
  readonly other?: {
    /** Its folder; the notebooks find it in `TALLYSTICK_DATA`. */
    readonly data: string;
    /** Paths of notebooks. */
    readonly notebooks: readonly string[];
    /** How its tables are read; the notebooks find it in `TALLYSTICK_SEPARATOR`. */
    readonly load?: LoadOptions;
    /** What of it, and under which assumptions; in `TALLYSTICK_SELECTION`. */
    readonly selection?: ReconcileOptions;
    /** Whether the notebooks are worded for it, and run in this folder. */
    readonly worded?: { readonly folder: string };
  };
  /** File with what `deno doc --json` says of the library, to tell of it too. */
  readonly doc?: string;
  /** Run all, even where nothing has changed. */
  readonly force?: boolean;
  /**
   * Seconds that what the claims imply may take to work out, of all collections
   * together; 60 of another dataset, which may come from anybody, and 600 of the
   * project's own, so that a slow machine finds the same.
   */
  readonly seconds?: number;
  /** Seconds that one cell may take. */
  readonly timeout?: number;
  /** How to run a notebook, where something has run it already. */
  readonly execute?: typeof executeNotebook;
  readonly signal?: AbortSignal;
}

/** Whether the report was built, or was up to date. */
export type BuildResult = "built" | "unchanged";

async function executeAll(
  options: BuildOptions,
  notebooks: readonly string[],
  folder: string,
  progress: Progress,
  check: () => Promise<void>,
): Promise<string[]> {
  const executed: string[] = [];
  for (const [index, notebook] of notebooks.entries()) {
    await check();
    const name = basename(notebook, ".ipynb");
    const place = `[${index + 1}/${notebooks.length}] ${name}`;
    const out = join(folder, basename(notebook));
    const started = performance.now();
    progress.start(`${place}: starting the kernel`);
    const worded = options.other?.worded;
    await (options.execute ?? executeNotebook)({
      notebook,
      out,
      ...(worded ? { folder: worded.folder } : {}),
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
      ...(options.other
        ? {
          env: {
            TALLYSTICK_DATA: options.other.data,
            TALLYSTICK_SEPARATOR: options.other.load?.separator ?? ",",
            TALLYSTICK_SELECTION: selectionText(options.other.selection),
          },
        }
        : {}),
      onCell: (cell, of) => progress.start(`${place}: cell ${cell} of ${of}`),
    });
    progress.done(place, performance.now() - started);
    executed.push(out);
  }
  return executed;
}

/** The dataset of a project, which may have none; another one has to be there. */
async function datasetOf(
  { project, other }: BuildOptions,
): Promise<Dataset | undefined> {
  const folder = other?.data ?? join(project, "data");
  const needed = other || await exists(join(folder, "claims.csv"));
  return needed ? await loadDataset(folder, other?.load) : undefined;
}

/** The package and its documentation, for the page of the library. */
async function readLibrary(project: string, file: string) {
  const { name } = JSON.parse(
    await Deno.readTextFile(join(project, "deno.json")),
  );
  return { name: String(name), doc: await Deno.readTextFile(file) };
}

/** Options with all the places. */
type Places = Required<Pick<BuildOptions, "out" | "work">> & BuildOptions;

/** Every file that the pages are made from. */
async function* filesOf(
  { project, other }: BuildOptions,
): AsyncGenerator<InputFile> {
  yield* projectFiles(project);
  if (!other) return;
  yield* datasetFiles(other.data);
  for (const path of other.notebooks) yield { name: basename(path), path };
}

function secondsOf({ seconds, other }: BuildOptions): number {
  return seconds ?? (other ? 60 : 600);
}

/** One text for everything that the pages depend on. */
async function inputsOf(options: BuildOptions, data: string): Promise<string> {
  const { project, other, doc } = options;
  // First: what the loader would refuse is not read by anything else either.
  const inputs = [await datasetFingerprint(data), await fingerprint(project)];
  // A dataset without a title is called by its folder's name.
  inputs.push(basename(data), other?.load?.separator ?? "");
  inputs.push(selectionText(other?.selection));
  inputs.push(`${secondsOf(options)}`);
  for (
    const path of [...doc === undefined ? [] : [doc], ...other?.notebooks ?? []]
  ) {
    inputs.push(basename(path), sha256(await Deno.readFile(path)));
  }
  return sha256(JSON.stringify(inputs));
}

/**
 * Says so before any work is done where a report would be put into another one,
 * or among files that are none of a report's.
 *
 * @throws {OutError} Where it would.
 */
async function assertPlace(out: string): Promise<void> {
  for (let at = dirname(out); at !== dirname(at); at = dirname(at)) {
    if (!await isReport(at)) continue;
    throw new OutError(
      `${out} lies inside the report ${at}: give a folder beside that one`,
    );
  }
  if (await isReport(out)) return;
  const [first] = await foreignEntries(out);
  if (first === undefined) return;
  throw new OutError(
    `${out} holds something else than a report, such as ${first}: give ` +
      "another folder, or move what it holds elsewhere",
  );
}

/** Notebooks worded for a dataset, in a folder of their own. */
async function wordAll(
  notebooks: readonly string[],
  data: DataPackage,
  folder: string,
): Promise<string[]> {
  await Deno.mkdir(folder);
  const worded: string[] = [];
  for (const notebook of notebooks) {
    const name = notebooks.length === 1 ? NAME : basename(notebook);
    const text = await Deno.readTextFile(notebook);
    worded.push(join(folder, name));
    await Deno.writeTextFile(join(folder, name), wordNotebook(text, data));
  }
  return worded;
}

async function build(options: Places, check: () => Promise<void>) {
  const { project, out, work, other } = options;
  const cache = join(work, "findings");
  await recover(work, out);
  await clearParts(cache);
  const data = other?.data ?? join(project, "data");
  await assertPlace(out);
  const inputs = await inputsOf(options, data);
  if (!options.force && await isMadeFrom(out, inputs)) return "unchanged";
  // Problems are told before any work is done.
  await assertOneDisk(work, out);
  const described = await readDataPackage(data);
  await readOwnText(join(data, "README.md"));
  const selection = other?.selection ?? {};
  const whole = await datasetOf(options);
  const dataset = whole && selectDataset(whole, selection);
  const notebooks = other?.notebooks ??
    await listNotebooks(join(project, "notebooks"));
  if (notebooks.length === 0 && !other) {
    throw new TaskFailure(`No notebooks in ${join(project, "notebooks")}.`);
  }
  const folder = await makeWorkFolder(work);
  const progress = new Progress();
  try {
    const claims = dataset && {
      dataset,
      findings: await findFindings(dataset, {
        cache,
        progress,
        seconds: secondsOf(options),
        assumed: assumptions(selection),
        registers: described.registers,
        signal: options.signal,
      }),
    };
    const executed = await executeAll(
      options,
      other?.worded
        ? await wordAll(notebooks, described, join(folder, "worded"))
        : notebooks,
      folder,
      progress,
      check,
    );
    progress.start("Writing the pages");
    const library = options.doc === undefined
      ? undefined
      : await readLibrary(project, options.doc);
    const rendered = await renderNotebooks(executed);
    const pages = await makePages({
      notebooks: rendered,
      data,
      claims,
      library,
      selected: selectsAll(selection) ? [] : tellSelection(selection),
      ...(selectsAll(selection) ? {} : { assumed: opening(selection) }),
    }).catch((error) => {
      throw error instanceof BundleError
        ? new TaskFailure(error.message)
        : error;
    });
    const aside = join(folder, "pages");
    await Deno.mkdir(aside);
    for (const [name, html] of pages) {
      await Deno.writeTextFile(join(aside, name), html);
    }
    const key = await datasetKey(data);
    await writeStamp(aside, { inputs, dataset: key }, pages);
    if (options.signal?.aborted) throw new Interrupted("Stopped.");
    await check();
    if (other) await Deno.mkdir(dirname(out), { recursive: true });
    await publish(aside, out, folder);
    return "built";
  } finally {
    progress.drop();
    await clearWorkFolder(folder, out);
  }
}

/**
 * Runs every notebook of a project and writes its report, unless nothing has
 * changed. When anything fails, the earlier report stays as it was. All pages
 * are made from one state of the files: where one is saved meanwhile, that is
 * said and the report is made again.
 *
 * @throws {OutError} When the folder is no place for a report.
 * @throws {DatasetError} When the tables of the dataset have problems.
 * @throws {UnreadableError} When another dataset is not to be found.
 */
export async function buildReport(options: BuildOptions): Promise<BuildResult> {
  const out = options.out ?? join(options.project, "report");
  const work = options.work ?? join(options.project, ".cache");
  return await withLock(
    join(work, "report.lock"),
    () => console.error("Another report is being made here; waiting for it."),
    () =>
      whileStill({
        files: () => filesOf(options),
        doing: "the report was being made",
        again: "it is made again",
        work: (check) => build({ ...options, out, work }, check),
      }),
    options.signal,
  );
}
