import { join } from "node:path";

/** A file that something is made from. */
export interface InputFile {
  /** What it is called where it is told. */
  readonly name: string;
  /** Where it is. */
  readonly path: string;
}

/** The files of a folder, or a file itself, in an order of their own. */
export async function* inputFiles(
  folder: string,
  name: string,
): AsyncGenerator<InputFile> {
  const path = join(folder, name);
  const info = await Deno.stat(path).catch(() => undefined);
  if (info?.isFile) yield { name, path };
  if (!info?.isDirectory) return;
  const names: string[] = [];
  for await (const entry of Deno.readDir(path)) names.push(entry.name);
  for (const own of names.sort()) {
    // Checkpoints, byte code, editors' files.
    if (!own.startsWith(".") && !own.startsWith("__")) {
      yield* inputFiles(folder, `${name}/${own}`);
    }
  }
}
