import { dirname } from "node:path";

/**
 * Writes a file when it says something else. Two tasks at once, or a program
 * that reads it now, never see half a file.
 */
export async function writeIfNew(path: string, text: string): Promise<void> {
  if (await Deno.readTextFile(path).catch(() => "") === text) return;
  await Deno.mkdir(dirname(path), { recursive: true });
  const part = `${path}.${crypto.randomUUID()}`;
  await Deno.writeTextFile(part, text);
  await Deno.rename(part, path);
}
