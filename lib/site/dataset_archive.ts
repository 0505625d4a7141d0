import { zipSync } from "fflate";
import { Buffer } from "node:buffer";
import { basename, join } from "node:path";
import { readOwnText } from "../dataset/own_file.ts";
import { TABLES } from "../dataset/tables.ts";

/** A dataset's folder in one file. */
export interface Archive {
  /** What the file is called. */
  readonly name: string;
  /** Its size in bytes. */
  readonly bytes: number;
  /** The whole of it as an address. */
  readonly href: string;
}

/** A larger one makes a first page that takes too long to open. */
const MOST = 3 * 2 ** 20;

/** What belongs to a dataset; nothing else of its folder is read. */
const FILES = [
  ...["datapackage.json", "README.md"],
  ...Object.keys(TABLES).map((table) => `${table}.csv`),
];

/**
 * The files of a dataset as a zip that a page carries; nothing where it would be
 * too large for that. The same files give the same bytes.
 *
 * @example
 * ```ts
 * import { datasetArchive } from "./dataset_archive.ts";
 * import { fileURLToPath } from "node:url";
 * import assert from "node:assert/strict";
 *
 * const data = fileURLToPath(new URL("../../data", import.meta.url));
 * const archive = await datasetArchive(data);
 * assert.equal(archive?.name, "data.zip");
 * assert.match(archive.href, /^data:application\/zip;base64,UEsD/);
 * ```
 */
export async function datasetArchive(
  folder: string,
): Promise<Archive | undefined> {
  const name = basename(folder).replace(/[^\w.-]+/g, "-") || "dataset";
  const files: Record<string, Uint8Array> = {};
  const encoder = new TextEncoder();
  for (const file of FILES) {
    const text = await readOwnText(join(folder, file));
    if (text !== undefined) files[`${name}/${file}`] = encoder.encode(text);
  }
  const zip = zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
  if (zip.length > MOST) return undefined;
  return {
    name: `${name}.zip`,
    bytes: zip.length,
    href: `data:application/zip;base64,${Buffer.from(zip).toString("base64")}`,
  };
}
