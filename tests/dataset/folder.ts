import { checkDataset, type LoadOptions } from "../../lib/dataset/load.ts";
import { formatProblem } from "../../lib/dataset/problem.ts";

/** The required columns of a claims table. */
export const HEADER = "claim_id,measure,kind,stated,start,end";

/** Tables by name: text, bytes, or text that comes in pieces. */
export type Files = Record<string, string | Uint8Array | Iterable<string>>;

/** Writes tables into a new folder, runs, and takes the folder away. */
export async function inFolder<T>(
  tables: Files,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir();
  try {
    for (const [name, content] of Object.entries(tables)) {
      const path = `${folder}/${name}.csv`;
      if (content instanceof Uint8Array) await Deno.writeFile(path, content);
      else if (typeof content === "string") {
        await Deno.writeTextFile(path, content);
      } else await Deno.writeTextFile(path, ReadableStream.from(content));
    }
    return await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
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
