import { checkDataset, type LoadOptions } from "../../lib/dataset/load.ts";
import { formatProblem } from "../../lib/dataset/problem.ts";
import { type Files, withFiles } from "../whole/files/folder.ts";

/** The required columns of a claims table. */
export const HEADER = "claim_id,measure,kind,stated,start,end";

/** Runs with a new folder that holds tables. */
export function inFolder<T>(
  tables: Files,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  return withFiles(
    Object.fromEntries(
      Object.entries(tables).map(([name, table]) => [`${name}.csv`, table]),
    ),
    run,
  );
}

/** The problems of a dataset of these tables, a line each. */
export async function problems(
  tables: Files,
  options?: LoadOptions,
): Promise<string[]> {
  const found = await inFolder(
    tables,
    (folder) => checkDataset(folder, options),
  );
  return found.problems.map(formatProblem);
}
