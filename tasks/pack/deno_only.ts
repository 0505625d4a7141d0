import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * What Node gets for a door that needs Deno: a module that has its names, so
 * that importing one does not fail at the name, and says what is needed.
 *
 * @param project The project's folder.
 * @param door As `exports` has it: `./frames`.
 * @param pack What the package is called.
 * @param others The doors that Node may take.
 */
export async function denoOnly(
  project: string,
  door: string,
  pack: string,
  others: readonly string[],
): Promise<string> {
  const module = join(project, "lib", `${door === "." ? "mod" : door}.ts`);
  const names = Object.keys(await import(pathToFileURL(module).href)).sort();
  const [last, ...before] = others.map((other) => join(pack, other)).reverse();
  const message = `${join(pack, door)} needs Deno (https://deno.com). ` +
    `Node takes ${before.reverse().join(", ")} and ${last}.`;
  return `export let ${names.join(", ")};\n` +
    `throw new Error(${JSON.stringify(message)});\n`;
}
