import { join } from "node:path";

// What changes the disk, and what is done of it when a kill comes in the middle.
const CHANGES = ["rename", "mkdir", "makeTempDir", "remove"] as const;

/** Called before a change is whole; what is half done by then is on the disk. */
export type OnChange = () => void | Promise<void>;

/**
 * Runs while each change to the disk is told of in the middle: of a file half is
 * written then, and nothing else of what it changes has been done.
 *
 * @returns How many changes there were.
 */
export async function atChanges(
  run: () => Promise<unknown>,
  onChange: OnChange,
): Promise<number> {
  let changes = 0;
  const told = async () => {
    changes++;
    await onChange();
  };
  const own = Deno as unknown as Record<string, unknown>;
  const { writeTextFile, open } = Deno;
  const before = new Map<string, unknown>(
    [...CHANGES, "writeTextFile", "open"].map((name) => [name, own[name]]),
  );
  for (const name of CHANGES) {
    const change = Deno[name] as (...args: unknown[]) => Promise<unknown>;
    own[name] = async (...args: unknown[]) => {
      await told();
      return await change(...args);
    };
  }
  Deno.writeTextFile = async (path, text, options) => {
    const half = String(text).slice(0, String(text).length / 2);
    await writeTextFile(path, half, options);
    await told();
    await writeTextFile(path, text, options);
  };
  Deno.open = async (path, options) => {
    if (!options?.write) return await open(path, options);
    await told();
    const file = await open(path, options);
    const write = file.write.bind(file);
    file.write = async (bytes) => {
      const half = await write(bytes.subarray(0, bytes.length / 2));
      await told();
      return half + await write(bytes.subarray(half));
    };
    return file;
  };
  try {
    await run();
    return changes;
  } finally {
    for (const [name, value] of before) own[name] = value;
  }
}

// Told of no one: it may be called while changes are.
const { mkdir, copyFile } = Deno;

/** Copies a folder and all that is in it. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for await (const { name, isDirectory } of Deno.readDir(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (isDirectory) await copyFolder(source, target);
    else await copyFile(source, target);
  }
}
