import { join } from "node:path";
import { sha256 } from "../environment/digest.ts";

// What a report is made from. Everything else can change without changing it.
const INPUTS = [
  "notebooks",
  "lib",
  "links",
  "data",
  "tasks/environment",
  "tasks/kernel",
  "tasks/notebook",
  "tasks/report",
  "deno.json",
  "deno.lock",
  "requirements.txt",
];

async function* files(folder: string, path: string): AsyncGenerator<string> {
  const full = join(folder, path);
  const info = await Deno.stat(full).catch(() => undefined);
  if (info?.isFile) yield path;
  if (!info?.isDirectory) return;
  const names: string[] = [];
  for await (const entry of Deno.readDir(full)) names.push(entry.name);
  for (const name of names.sort()) {
    // Checkpoints, byte code, editors' files.
    if (!name.startsWith(".") && !name.startsWith("__")) {
      yield* files(folder, `${path}/${name}`);
    }
  }
}

/**
 * One hash over everything of the project that a report is made from, or over
 * some of it. The project is one's own: its links are followed.
 */
export async function fingerprint(
  project: string,
  inputs: readonly string[] = INPUTS,
): Promise<string> {
  const lines = [`deno ${Deno.version.deno}`];
  for (const input of inputs) {
    for await (const path of files(project, input)) {
      lines.push(`${sha256(await Deno.readFile(join(project, path)))} ${path}`);
    }
  }
  return sha256(lines.join("\n"));
}
