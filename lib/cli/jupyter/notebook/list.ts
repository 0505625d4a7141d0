import { join } from "node:path";

/** The notebooks of a folder, in reading order. */
export async function listNotebooks(folder: string): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isFile && entry.name.endsWith(".ipynb")) names.push(entry.name);
  }
  // By code unit: the order must not depend on the machine's language.
  return names.sort().map((name) => join(folder, name));
}
