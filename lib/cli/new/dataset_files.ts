import { isAbsolute, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** A dataset that stands for itself: tests check it where it lies. */
export const TEMPLATE: string = join(import.meta.dirname!, "template");

/** The files of a new dataset, in the order in which they are told of. */
const NAMES = [
  "claims.csv",
  "sources.csv",
  "measures.csv",
  "readings.csv",
  "README.md",
  "datapackage.json",
  "explore.ipynb",
] as const;

/** How a module in a folder names a path: `../x` as far as there is a way. */
function specifier(from: string, to: string): string {
  const way = relative(from, to);
  // Another drive: nothing leads there.
  if (isAbsolute(way)) return pathToFileURL(to).href;
  const plain = way.split(sep).map(encodeURIComponent).join("/");
  return plain.startsWith("..") ? plain : `./${plain}`;
}

/**
 * Where Deno finds what the toolkit imports, for notebooks and scripts in a
 * folder from which no `deno.json` of the toolkit is found: the toolkit's own
 * import map, lock and stand-in, so that no version is named twice and nothing
 * is fetched anew.
 */
function denoConfig(folder: string, toolkit: string): string {
  const at = (...names: string[]) => specifier(folder, join(toolkit, ...names));
  const config = {
    importMap: at("deno.json"),
    links: [at("links", "std-csv")],
    lock: at("deno.lock"),
    compilerOptions: { lib: ["deno.window", "dom", "dom.iterable"] },
  };
  return JSON.stringify(config, null, 2) + "\n";
}

/** Whether Deno, looking upwards from a folder, comes upon the toolkit. */
function isWithin(folder: string, toolkit: string): boolean {
  const way = relative(toolkit, folder);
  return !isAbsolute(way) && way.split(sep)[0] !== "..";
}

/**
 * The files of a new dataset by name: the template's, with the notebook's
 * imports leading from the folder to the toolkit.
 *
 * @param folder Where the dataset will lie, absolute.
 * @param toolkit The folder of the toolkit, absolute.
 */
export async function datasetFiles(
  folder: string,
  toolkit: string,
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const name of NAMES) {
    const text = await Deno.readTextFile(join(TEMPLATE, name));
    files.set(
      name,
      name.endsWith(".ipynb")
        ? text.replace(
          /\.\.\/\.\.\/\.\.\/(\w+\.ts)/g,
          (_, door) => specifier(folder, join(toolkit, "lib", door)),
        )
        : text,
    );
  }
  if (!isWithin(folder, toolkit)) {
    files.set("deno.json", denoConfig(folder, toolkit));
  }
  return files;
}
