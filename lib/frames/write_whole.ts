import { basename, dirname, join } from "node:path";

/** How the name of a file ends that is being written. */
export const PART = ".part";

/**
 * Writes a file so that it is there as a whole or not at all: beside it first,
 * then in its place. When the disk is full or the program is ended, an earlier
 * file of that name stays as it was; so it does for who reads it now, or writes
 * it at the same time.
 *
 * @throws {Deno.errors.NotFound} When the folder is not there.
 *
 * @example
 * ```ts
 * import { writeWhole } from "./write_whole.ts";
 * import assert from "node:assert/strict";
 *
 * const path = await Deno.makeTempFile();
 * await writeWhole(path, "whole");
 * assert.equal(await Deno.readTextFile(path), "whole");
 * await Deno.remove(path);
 * ```
 */
export async function writeWhole(
  path: string,
  content: string | Uint8Array,
): Promise<void> {
  const bytes = typeof content === "string"
    ? new TextEncoder().encode(content)
    : content;
  const part = join(
    dirname(path),
    `.${basename(path)}.${crypto.randomUUID()}${PART}`,
  );
  try {
    using file = await Deno.open(part, { write: true, createNew: true });
    for (let at = 0; at < bytes.length;) {
      at += await file.write(bytes.subarray(at));
    }
    await file.sync();
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
  try {
    await Deno.rename(part, path);
  } catch (error) {
    await Deno.remove(part).catch(() => {});
    throw error;
  }
}
