import { join } from "node:path";
import { checkDataset } from "../../dataset/load.ts";
import { formatProblems } from "../../dataset/problem.ts";
import { InputError } from "../../quantity/input_error.ts";
import { replaceFiles } from "../read/replace_files.ts";
import type { Change } from "../../reading/rows/move_drafts.ts";

/** Finds what is wrong with a folder once changed tables stand in it. */
async function problemsWith(
  folder: string,
  changes: readonly Change[],
): Promise<string | null> {
  const copy = join(folder, `.accept-${crypto.randomUUID()}`);
  try {
    await Deno.mkdir(copy);
    for await (const { name, isFile } of Deno.readDir(folder)) {
      const table = /\.csv$/.test(name) || name === "datapackage.json";
      if (isFile && table) {
        await Deno.copyFile(join(folder, name), join(copy, name));
        // Of a file that is read-only the copy is too.
        if (Deno.build.os !== "windows") {
          await Deno.chmod(join(copy, name), 0o600);
        }
      }
    }
    for (const { name, text } of changes) {
      await Deno.writeTextFile(join(copy, name), text);
    }
    const { problems } = await checkDataset(copy);
    return problems.length === 0 ? null : formatProblems(problems);
  } catch (error) {
    const { message } = error as Error;
    throw new InputError(
      `Cannot write ${folder}: ${message.replaceAll(copy, folder)}`,
    );
  } finally {
    await Deno.remove(copy, { recursive: true }).catch(() => {});
  }
}

/**
 * Writes changed tables into a folder once a copy of it with them is found
 * valid: all of them, or none.
 *
 * @throws {InputError} When the folder would have problems, or cannot be written.
 */
export async function writeChecked(
  folder: string,
  changes: readonly Change[],
): Promise<void> {
  const told = await problemsWith(folder, changes);
  if (told) {
    const before = await problemsWith(folder, []).catch(() => null);
    throw new InputError(
      before
        ? `Nothing was changed: the dataset has problems already\n${before}`
        : `Nothing was changed: with these drafts\n${told}`,
    );
  }
  await replaceFiles(
    changes.map(({ name, before, text }) => ({
      path: join(folder, name),
      before,
      text,
    })),
  );
}
