import { dirname, join } from "node:path";

/** Files by name: text, bytes, or text that comes in pieces. */
export type Files = Readonly<
  Record<string, string | Uint8Array | Iterable<string>>
>;

/** Makes a new folder, runs, and takes the folder away. */
export async function withFolder<T>(
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await Deno.makeTempDir();
  try {
    return await run(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The same with a folder that holds files. */
export function withFiles<T>(
  files: Files,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  return withFolder(async (folder) => {
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      await Deno.mkdir(dirname(path), { recursive: true });
      if (content instanceof Uint8Array) await Deno.writeFile(path, content);
      else if (typeof content === "string") {
        await Deno.writeTextFile(path, content);
      } else await Deno.writeTextFile(path, ReadableStream.from(content));
    }
    return await run(folder);
  });
}
