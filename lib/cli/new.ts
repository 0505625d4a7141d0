/**
 * `deno task new FOLDER`: writes a minimal dataset into a new folder. Exit
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
import { CallError, parseCall } from "./call/call.ts";
import { ROOT } from "./jupyter/environment/paths.ts";
import { datasetFiles } from "./new/dataset_files.ts";
import { FolderError, writeFolder } from "./new/write_folder.ts";
import { runCall } from "./call/run_call.ts";
import { clean } from "./terminal/clean.ts";

const HELP = `Writes a minimal dataset into a new or empty folder:

  claims.csv        three claims, invented, to be replaced with your own
  sources.csv       the documents that hold them
  measures.csv      what they count
  readings.csv      what else their words can mean
  README.md         the codebook: what each column holds
  datapackage.json  the dataset's title and tables
  explore.ipynb     a notebook that checks, draws and reconciles them
  deno.json         where the notebook finds Tallystick; only outside of it

Usage: deno task new FOLDER

  --help   this text

Exit status: 0 written, 2 the folder is not empty or cannot be written, or the
call is wrong.`;

/** A word as a shell takes it. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}_./:\\@%+=-]+$/u.test(word)
    ? word
    : `'${clean(word).replaceAll("'", `'\\''`)}'`;
}

await runCall(HELP, async () => {
  const { values, positionals } = parseCall(Deno.args, {
    help: { type: "boolean" },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const [folder, ...more] = positionals;
  if (!folder || more.length > 0) {
    throw new CallError("Name one folder to write.");
  }
  try {
    const path = resolve(folder);
    await writeFolder(path, await datasetFiles(path, ROOT));
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
  deno task validate ${name}    check the tables
  deno task reconcile ${name}   work out what the claims imply together
  deno task report ${name}      make pages of them
  deno task lab ${name}         open its notebook, explore.ipynb`,
  );
  return 0;
});
