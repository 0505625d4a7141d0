import { join } from "node:path";
import { checkDataset } from "../../dataset/load.ts";
import { formatProblems } from "../../dataset/problem.ts";
import { InputError } from "../../quantity/input_error.ts";
import { writeWhole } from "../read/table_text.ts";
import type { Change } from "./move_drafts.ts";

/**
 * Writes changed tables into a folder once a copy of it with them is found
 * valid; otherwise nothing is changed.
 *
 * @throws {InputError} When the folder would have problems, or cannot be written.
 */
export async function writeChecked(
  folder: string,
  changes: readonly Change[],
): Promise<void> {
  const copy = join(folder, `.accept-${crypto.randomUUID()}`);
  try {
    await Deno.mkdir(copy);
    for await (const { name, isFile } of Deno.readDir(folder)) {
      const table = /\.csv$/.test(name) || name === "datapackage.json";
      if (isFile && table) {
        await Deno.copyFile(join(folder, name), join(copy, name));
      }
    }
    for (const { name, text } of changes) {
      await Deno.writeTextFile(join(copy, name), text);
    }
    const { problems } = await checkDataset(copy);
    if (problems.length > 0) {
      const told = formatProblems(problems).replaceAll(`${copy}/`, "");
      throw new InputError(`Nothing was changed: with these drafts\n${told}`);
    }
    for (const { name, text } of changes) {
      await writeWhole(join(folder, name), text);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`Cannot write ${folder}: ${(error as Error).message}`);
  } finally {
    await Deno.remove(copy, { recursive: true }).catch(() => {});
  }
}
