import { sha256 } from "../jupyter/environment/digest.ts";
import {
  type InputFile,
  inputFiles,
} from "../jupyter/environment/input_files.ts";

// What a report is made from. Everything else can change without changing it.
const INPUTS = [
  "notebooks",
  "lib",
  "links",
  "data",
  "deno.json",
  "deno.lock",
  "requirements.txt",
];

/** The files of the project that a report is made from. */
export async function* projectFiles(
  project: string,
  inputs: readonly string[] = INPUTS,
): AsyncGenerator<InputFile> {
  for (const input of inputs) yield* inputFiles(project, input);
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
  for await (const { name, path } of projectFiles(project, inputs)) {
    lines.push(`${sha256(await Deno.readFile(path))} ${name}`);
  }
  return sha256(lines.join("\n"));
}
