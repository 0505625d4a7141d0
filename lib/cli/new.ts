/**
 * `tallystick new FOLDER`: writes a minimal dataset into a new folder. Exit
 * status 0 written, 2 the folder or the call will not do.
 *
 * The task may write anywhere, since nobody knows which folder will be named:
 * to start itself again with less it would have to be allowed to start Deno,
 * which is more. It runs nothing and reaches no network, and writes into a
 * folder that is new or empty alone.
 *
 * @module
 */
import { resolve } from "node:path";
import { CallError, checkWords, parseCall } from "./call/call.ts";
import { ROOT } from "./jupyter/environment/paths.ts";
import { datasetFiles } from "./new/dataset_files.ts";
import { FolderError, writeFolder } from "./new/write_folder.ts";
import { followToolkit } from "./new/move.ts";
import type { Asked, Verb } from "./call/verb.ts";
import { clean } from "./terminal/clean.ts";

const HELP = `Writes a minimal dataset into a new or empty folder:

  claims.csv        three claims, invented, to be replaced with your own
  sources.csv       the documents that hold them
  measures.csv      what they count
  readings.csv      what else their words can mean
  README.md         the codebook: what each column holds
  datapackage.json  the dataset's title and tables
  explore.ipynb     a notebook that checks, draws and reconciles them
  deno.json         where the notebook finds Tallystick, and deno task validate,
                    reconcile and the like in that folder, with deno.lock;
                    only outside of Tallystick's own

Usage: tallystick new FOLDER
       tallystick new --moved FOLDER

  --moved  where Tallystick or such a folder has moved: have its deno.json, its
           notebooks and scripts find Tallystick again; nothing else is touched
  --help   this text

Exit status: 0 written, 2 the folder is not empty or cannot be written, or the
call is wrong.

Example: tallystick new my-claims`;

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:\\@%+=-]+$/u.test(word)
    ? word
    : `'${clean(word).replaceAll("'", `'\\''`)}'`;
}

async function run({ args, program }: Asked): Promise<number> {
  const { values, positionals } = parseCall(args, {
    moved: { type: "boolean" },
    help: { type: "boolean" },
  });
  checkWords(positionals, "FOLDER");
  const [folder] = positionals as [string];
  if (folder === "") throw new CallError("'' names no folder");
  const path = resolve(folder);
  try {
    if (values.moved) {
      await followToolkit(path, resolve(ROOT));
      console.log(`${clean(folder)} finds Tallystick again, in ${ROOT}`);
      return 0;
    }
    await writeFolder(path, await datasetFiles(path, resolve(ROOT)));
  } catch (error) {
    if (!(error instanceof FolderError)) throw error;
    console.error(`${clean(folder)} ${clean(error.message)}`);
    return 2;
  }
  const name = quoted(folder);
  console.log(
    `${clean(folder)} holds a dataset now: three invented claims to be replaced
with your own, and README.md, which says what each column holds.

Next:
  ${program} validate ${name}    check the tables
  ${program} reconcile ${name}   work out what the claims imply together
  ${program} report ${name}      make pages of them
  ${program} lab ${name}         open its notebook, explore.ipynb`,
  );
  return 0;
}

/** The verb `new`. */
export const newDataset: Verb = { help: HELP, run };
