import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { type Batch, fileName } from "./batches.ts";
import { asModule, examplesIn } from "./examples.ts";

/** Writes the one module that runs all files of a batch; its path. */
export async function writeEntry(
  batch: Batch,
  folder: string,
): Promise<string> {
  const path = join(folder, `${fileName(batch)}.ts`);
  const lines = batch.files.map((file) =>
    `import ${JSON.stringify(pathToFileURL(join(ROOT, file)).href)};\n`
  );
  await Deno.writeTextFile(path, lines.join(""));
  return path;
}

/**
 * Writes the examples in the documentation of files, each as a module, and one
 * that runs them all: alone, each would load the library again. Its path.
 */
export async function writeExamples(
  files: readonly string[],
  folder: string,
): Promise<string> {
  const tests: string[] = [];
  for (const file of files) {
    const text = await Deno.readTextFile(join(ROOT, file));
    for (const example of examplesIn(file, text)) {
      const path = join(folder, "examples", `${file}.${example.line}.ts`);
      await Deno.mkdir(dirname(path), { recursive: true });
      await Deno.writeTextFile(path, asModule(join(ROOT, file), example));
      const url = JSON.stringify(pathToFileURL(path).href);
      const name = JSON.stringify(`${file}:${example.line}`);
      tests.push(`Deno.test(${name}, () => import(${url}));\n`);
    }
  }
  const path = join(folder, "examples.ts");
  await Deno.writeTextFile(path, tests.join(""));
  return path;
}
