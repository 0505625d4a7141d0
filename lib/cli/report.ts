/**
 * `deno task report [FOLDER] [--out DIR] [--separator C] [--force]
 * [--seconds S] [--timeout SECONDS]`: runs the notebooks and writes a report, on the shipped
 * dataset or another one.
 *
 * @module
 */
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { LoadOptions } from "../dataset/load.ts";
import { DatasetError, UnreadableError } from "../dataset/problem.ts";
import { CallError } from "./call/call.ts";
import { exists } from "./jupyter/environment/exists.ts";
import { explainFault } from "./jupyter/environment/fault.ts";
import {
  Interrupted,
  runTask,
  TaskFailure,
} from "./jupyter/environment/failure.ts";
import { ROOT } from "./jupyter/environment/paths.ts";
import { interruption } from "./jupyter/environment/signals.ts";
import { readSeconds } from "./jupyter/environment/seconds.ts";
import { type BuildOptions, buildReport } from "./report/build.ts";
import { TEMPLATE } from "../site/make_pages.ts";
import { OutError, reportPlace } from "./report/place.ts";
import { loadOptions } from "./call/selection.ts";
import { clean } from "./terminal/clean.ts";

/** What `deno task report` has `deno doc` write beforehand. */
const LIBRARY = join(".cache", "library.json");

const HELP =
  `Runs every notebook in notebooks/ in order and writes report/. With the folder
of another dataset: checks it, runs ${TEMPLATE} on it, and writes
reports/NAME/, where NAME is the folder's own; report/ is left alone.

Usage: deno task report [FOLDER] [--out DIR] [--separator C] [--force]
           [--seconds S] [--timeout SECONDS]

  --out DIR          another folder within reports/
  --separator C      what stands between the dataset's fields: , ; tab | or auto
  --force            run all, even where nothing has changed
  --seconds S        how long working out what the claims imply may take in all
                     (60 for another dataset, 600 for the project's own)
  --timeout SECONDS  how long one cell may take (300)
  --help             this text

Exit status: 0 written or up to date, 1 it could not be made, 2 the dataset or
the call is wrong.`;

/** Where the report on another dataset comes from and goes to. */
async function otherReport(
  folder: string,
  chosen: string | undefined,
  load: LoadOptions,
): Promise<Pick<BuildOptions, "out" | "work" | "other">> {
  const place = reportPlace(ROOT, folder, chosen);
  const notebook = join(ROOT, "notebooks", TEMPLATE);
  const notebooks = await exists(notebook) ? [notebook] : [];
  if (notebooks.length === 0) {
    console.error(`There is no ${TEMPLATE}: the report goes without it.`);
  }
  return {
    out: place.out,
    work: place.work,
    other: { data: place.data, notebooks, load },
  };
}

await runTask(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string" },
      separator: { type: "string" },
      force: { type: "boolean", default: false },
      seconds: { type: "string" },
      timeout: { type: "string", default: "300" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [folder, second] = positionals;
  const chosen = values.out ?? values.separator;
  if (second !== undefined || (folder === undefined && chosen !== undefined)) {
    console.error(
      second === undefined
        ? `--${
          values.out ? "out" : "separator"
        } goes with the folder of another dataset.\n`
        : `'${clean(second)}' is one word too many.\n`,
    );
    console.error(HELP);
    return 2;
  }
  try {
    const other = folder === undefined
      ? {}
      : await otherReport(folder, values.out, loadOptions(values.separator));
    const index = relative(
      ROOT,
      join(other.out ?? join(ROOT, "report"), "index.html"),
    );
    const result = await buildReport({
      project: ROOT,
      ...(folder === undefined ? { doc: join(ROOT, LIBRARY) } : other),
      force: values.force,
      ...(values.seconds === undefined
        ? {}
        : { seconds: readSeconds(values.seconds, "--seconds") }),
      timeout: readSeconds(values.timeout),
      signal: interruption(),
    });
    console.log(
      result === "built"
        ? `The report is ready: open ${clean(index)}`
        : `Nothing changed since ${clean(index)} was made; --force runs all.`,
    );
  } catch (error) {
    if (
      error instanceof DatasetError || error instanceof UnreadableError ||
      error instanceof OutError || error instanceof CallError
    ) {
      console.error(clean(error.message, true));
      console.error("\nNo report was written; an earlier one is as it was.");
      return 2;
    }
    if (error instanceof Interrupted) {
      throw new Interrupted("\nStopped. The earlier report is as it was.");
    }
    const message = error instanceof TaskFailure
      ? error.message
      : explainFault(error as Error);
    if (message !== undefined) {
      throw new TaskFailure(
        `${message}\n\nNo report was written; an earlier one is as it was.`,
      );
    }
    throw error;
  }
});
