import { isAbsolute, join, relative, sep } from "node:path";
import { isClone } from "../jupyter/environment/paths.ts";
import { folderConfig, moduleOf, specifier } from "./folder_config.ts";
import { folderLock } from "./folder_lock.ts";

/** A dataset that stands for itself: tests check it where it lies. */
export const TEMPLATE: string = join(import.meta.dirname!, "template");

/** The files of a new dataset, in the order in which they are told of. */
const NAMES = [
  "claims.csv",
  "sources.csv",
  "measures.csv",
  "readings.csv",
  "README.md",
  "datapackage.json",
  "explore.ipynb",
] as const;

/** Whether Deno, looking upwards from a folder, comes upon the toolkit. */
function isWithin(folder: string, toolkit: string): boolean {
  const way = relative(toolkit, folder);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}

/**
 * The files of a new dataset by name: the template's, with the notebook's
 * imports leading from the folder to the toolkit.
 *
 * @param folder Where the dataset will lie, absolute.
 * @param toolkit The folder of the toolkit, absolute.
 */
export async function datasetFiles(
  folder: string,
  toolkit: string,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of NAMES) {
    const text = await Deno.readTextFile(join(TEMPLATE, name));
    files.set(
      name,
      name.endsWith(".ipynb")
        ? text.replace(
          /\.\.\/\.\.\/\.\.\/(\w+)\.ts/g,
          (_, door) => specifier(folder, moduleOf(toolkit, door)),
        )
        : text,
    );
  }
  if (!isWithin(folder, toolkit)) {
    const lock = await folderLock(toolkit);
    files.set(
      "deno.json",
      folderConfig(folder, toolkit, isClone(), lock !== undefined),
    );
    if (lock !== undefined) files.set("deno.lock", lock);
  }
  return files;
}

/** The title that a new dataset has until somebody gives it another one. */
export async function inventedTitle(): Promise<string> {
  const text = await Deno.readTextFile(join(TEMPLATE, "datapackage.json"));
  return JSON.parse(text).title;
}
