import { basename, dirname, join, resolve } from "node:path";
import { sha256 } from "../jupyter/environment/digest.ts";
import { exists } from "../jupyter/environment/exists.ts";
import { readStamp } from "./stamp.ts";

/** The folder of reports on other datasets. */
export const REPORTS = "reports";

/** A folder that a report cannot be written to. */
export class OutError extends Error {
  override readonly name = "OutError";
}

/** Where a report on another dataset comes from, is made, and goes to. */
export interface Place {
  /** The dataset's folder. */
  readonly data: string;
  /** The report's folder. */
  readonly out: string;
  /** Where it is made: no other report is made there. */
  readonly work: string;
}

/** A folder's name without what could lead elsewhere or be hidden. */
function plainName(folder: string): string {
  const name = basename(folder).replace(/[^\p{L}\p{N}_.-]+/gu, "-")
    .replace(/^[.-]+/, "");
  return name || "dataset";
}

/** One name for a dataset, whatever its folder is called from where. */
export async function datasetKey(folder: string): Promise<string> {
  return sha256(await Deno.realPath(folder).catch(() => resolve(folder)));
}

/** Whether a folder holds the report of another dataset than this. */
export async function isTaken(out: string, key: string): Promise<boolean> {
  const { dataset } = await readStamp(out) ?? {};
  return dataset !== undefined && dataset !== key;
}

/**
 * Where the report on a dataset goes where nothing is said of that: `NAME` in
 * the folder of reports, after the dataset's folder, with a few letters more
 * where the report of another folder of that name is there.
 */
export async function usualPlace(
  reports: string,
  data: string,
): Promise<string> {
  const key = await datasetKey(data);
  const usual = join(reports, plainName(data));
  return await isTaken(usual, key) ? `${usual}-${key.slice(0, 8)}` : usual;
}

/** The nearest of a path and the folders above it that is there. */
async function nearestThere(path: string): Promise<string> {
  while (!await exists(path)) path = dirname(path);
  return path;
}

/** Which disk the nearest folder that is there lies on. */
export async function diskOf(path: string): Promise<number> {
  return (await Deno.stat(await nearestThere(path))).dev;
}

/**
 * Says so before any work is done where no new folder could be made for a report.
 *
 * @throws {OutError} When it could not.
 */
export async function assertWritable(out: string): Promise<void> {
  if (await exists(out)) return;
  try {
    const dir = await nearestThere(dirname(out));
    await Deno.remove(await Deno.makeTempDir({ dir, prefix: ".report-" }));
  } catch (error) {
    throw new OutError(
      `${out} cannot be written: ${(error as Error).message}. ` +
        "Give another folder with --out",
      { cause: error },
    );
  }
}

/**
 * Where a report is made that goes to `out`: in `cache`, or beside it where that
 * is another disk, since a report is put in its place at one stroke. It is one
 * folder for each report, and no other's.
 */
export async function workFolder(cache: string, out: string): Promise<string> {
  const name = `${plainName(out)}-${sha256(out).slice(0, 12)}`;
  return await diskOf(cache) === await diskOf(out)
    ? join(cache, REPORTS, name)
    : join(dirname(out), `.${name}`);
}
