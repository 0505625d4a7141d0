/**
 * `tallystick workbench [DIR] [--out FILE]`: writes the workbench, a page in one
 * file on which claims are put in, edited and reconciled; with the dataset of a
 * folder in it, or empty. Exit status 0 written, 2 the dataset, the file or the
 * call will not do.
 *
 * @module
 */
import { resolve } from "node:path";
import { loadDataset } from "../dataset/load.ts";
import { DatasetError } from "../dataset/problem.ts";
import { readDataPackage } from "../site/data_package.ts";
import { footerOf } from "../site/data_package.ts";
import { renderPage } from "../site/page.ts";
import style from "../site/style.css" with { type: "text" };
import { reportBench, unsoundBench } from "../site/workbench/report_bench.ts";
import { workbenchPage } from "../site/workbench/workbench_page.ts";
import { CallError, parseCall } from "./call/call.ts";
import { datasetFolder } from "./call/dataset_folder.ts";
import { loadOptions } from "./call/selection.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { clean } from "./terminal/clean.ts";

const HELP =
  `Writes the workbench: a page in one file on which claims are put in by hand, from
tables or from a text, edited, reconciled and saved. It opens in any browser,
from the file, and sends nothing anywhere.

Usage: tallystick workbench [DIR] [options]

With DIR it holds the dataset of that folder, problems and all; without, nothing.

  --out FILE                where to write it (workbench.html); a file that is there
                            and is no workbench stays as it is
  --separator S             what stands between fields: ",", ";", tab, "|" or auto
  --help                    this text

Exit status: 0 written, 2 the dataset cannot be read, the file is another or the
call is wrong.

Example: tallystick workbench my-claims --out my-claims.html`;

/** What the workbench of DIR opens with, and how the page ends. */
async function contentOf(
  word: string | undefined,
  separator: string | undefined,
) {
  if (word === undefined) return { bench: undefined, footer: "" };
  const folder = await datasetFolder(word);
  const options = loadOptions(separator);
  const about = await readDataPackage(resolve(folder));
  const footer = footerOf(about);
  try {
    const dataset = await loadDataset(folder, options);
    return { bench: await reportBench(dataset, folder), footer };
  } catch (error) {
    if (!(error instanceof DatasetError)) throw error;
    console.error(
      `${
        error.problems.length === 1
          ? "1 problem"
          : `${error.problems.length} problems`
      } in ${
        clean(folder)
      }: the workbench shows where, and what would be right.`,
    );
    return { bench: await unsoundBench(folder, options.separator), footer };
  }
}

/** Whether nothing is lost where the file is written. */
async function isFree(path: string): Promise<boolean> {
  try {
    const text = await Deno.readTextFile(path);
    return text.includes("<title>The workbench:");
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return true;
    throw error;
  }
}

async function run({ args }: Asked): Promise<number> {
  const { values, positionals } = parseCall(args, {
    out: { type: "string" },
    separator: { type: "string" },
    help: { type: "boolean" },
  });
  const [word, second] = positionals;
  if (second !== undefined) {
    throw new CallError(`'${second}' is one word too many`);
  }
  const { out = "workbench.html" } = values;
  if (out === "") throw new CallError("--out: '' names no file");
  try {
    if (!(await isFree(out))) {
      throw new CallError(
        `--out: ${out} is there and is no workbench; give another file`,
      );
    }
    const { bench, footer } = await contentOf(word, values.separator);
    const { page } = await workbenchPage(bench);
    const html = renderPage({ ...page, footer }, {
      style,
      links: [],
      alone: true,
    });
    await Deno.writeTextFile(out, html);
  } catch (error) {
    if (error instanceof Error && "code" in error) {
      console.error(`${clean(out)} cannot be written: ${clean(error.message)}`);
      return 2;
    }
    throw error;
  }
  console.log(`The workbench is written: open ${clean(out)} in a browser`);
  return 0;
}

/** The verb `workbench`. */
export const workbench: Verb = { help: HELP, run };
