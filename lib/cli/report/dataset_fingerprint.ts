import { join } from "node:path";
import { openOwnFile } from "../../dataset/own_file.ts";
import { TABLES } from "../../dataset/tables.ts";
import { sha256, sha256Of } from "../jupyter/environment/digest.ts";
import type { InputFile } from "../jupyter/environment/input_files.ts";

// What a report on a dataset is made from, in the order in which it is read, so
// that of several faults the same is told first; nothing else of its folder.
const FILES = new Set([
  ...["datapackage.json", "README.md"],
  ...["measures.csv", "hedges.csv", "sources.csv"],
  ...["claims.csv", "readings.csv", "relations.csv"],
  ...Object.keys(TABLES).map((table) => `${table}.csv`),
]);

/** The files of a dataset that a report is made from, there or not. */
export async function* datasetFiles(
  folder: string,
): AsyncGenerator<InputFile> {
  for (const name of FILES) yield { name, path: join(folder, name) };
}

/**
 * One hash over the files of a dataset. It may come from anybody, so nothing is
 * read that the loader would not read, and no file is held in memory.
 *
 * @throws {UnreadableError} As the loader, where a file is not the dataset's
 * own, is no regular file or is too large.
 */
export async function datasetFingerprint(folder: string): Promise<string> {
  const lines: string[] = [];
  for (const name of FILES) {
    const file = await openOwnFile(join(folder, name));
    if (file) lines.push(`${await sha256Of(file.readable)} ${name}`);
  }
  return sha256(lines.join("\n"));
}
