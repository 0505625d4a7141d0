import { extname, isAbsolute, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { SUMMARIES, type VerbName } from "../summaries.ts";
import install from "../install.json" with { type: "json" };

/** How modules of the toolkit end: `.ts`, and in the packed library `.js`. */
const EXTENSION = extname(import.meta.url);

/** The verbs that a folder of claims has tasks for, and how each is called. */
const TASKS: Readonly<Record<string, (folder: string) => string>> = {
  validate: (folder) => folder,
  read: (folder) => `--into ${folder}`,
  accept: (folder) => folder,
  reconcile: (folder) => folder,
  explain: (folder) => folder,
  // Another `--out` after it goes before.
  report: (folder) => `${folder} --out ${folder}/report`,
  workbench: (folder) => `${folder} --out ${folder}/workbench.html`,
  export: (folder) => folder,
  lab: (folder) => folder,
  diff: () => "",
};

/** How a module in a folder names a path: `../x` as far as there is a way. */
export function specifier(from: string, to: string): string {
  const way = relative(from, to);
  // Another drive: nothing leads there.
  if (isAbsolute(way)) return pathToFileURL(to).href;
  const plain = way.split(sep).map(encodeURIComponent).join("/");
  return plain.startsWith("..") ? plain : `./${plain}`;
}

/** A path in a command of `deno task`, which is a shell of its own. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", `'"'"'`)}'`;
}

/** The toolkit's module of this name in `lib`. */
export function moduleOf(toolkit: string, name: string): string {
  return join(toolkit, "lib", `${name}${EXTENSION}`);
}

/**
 * What is imported by which name. Each version is named, though the toolkit
 * names it too: an import map that is gone stops `deno task` before it could
 * say so. The library itself is not named: Deno would warn of its `links`.
 */
function importsOf(folder: string, toolkit: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(install.imports).map(([name, target]) => [
      name,
      target.startsWith(".")
        ? specifier(
          folder,
          join(toolkit, "lib", "cli", target).replace(/\.ts$/, EXTENSION),
        )
        : target,
    ]),
  );
}

function baseConfig(folder: string, toolkit: string) {
  return {
    imports: importsOf(folder, toolkit),
    nodeModulesDir: install.nodeModulesDir,
    unstable: install.unstable,
    compilerOptions: { lib: ["deno.window", "dom", "dom.iterable"] },
  };
}

function tasksOf(
  folder: string,
  toolkit: string,
  clone: boolean,
): Record<string, unknown> {
  const way = relative(folder, toolkit);
  const program = quoted(relative(folder, moduleOf(toolkit, "cli")));
  const config = quoted(join(way, "lib", "cli", "install.json"));
  const call = (verb: string, words: (folder: string) => string) =>
    clone
      // The toolkit's own task, with the permissions that it has there.
      ? `HERE="$PWD" && cd ${quoted(way)} && deno task -q ${verb} ${
        words('"$HERE"')
      }`
      : `deno run -A -q --config ${config} ${program} ${verb} ${words(".")}`;
  const again = clone ? "deno task new" : "tallystick new";
  return {
    ...Object.fromEntries(
      Object.entries(TASKS).map(([verb, words]) => [verb, {
        description: SUMMARIES[verb as VerbName],
        dependencies: ["found"],
        command: call(verb, words).trim(),
      }]),
    ),
    found: {
      description: "Say what to do where Tallystick is no longer where it was",
      command: `cat ${program} > /dev/null || (echo "Tallystick has moved: ${
        clone ? "in its folder now, run" : "run"
      }   ${again} --moved '$PWD'" >&2 && exit 2)`,
    },
  };
}

/**
 * The `deno.json` of a folder of claims that lies outside of the toolkit: where
 * notebooks and scripts find what they import, and the program's verbs as tasks.
 *
 * @param folder Where the dataset lies, absolute.
 * @param toolkit The folder of the toolkit, absolute.
 * @param clone Whether that is a clone of the project, or the packed library.
 * @param locked Whether a `deno.lock` is beside it.
 */
export function folderConfig(
  folder: string,
  toolkit: string,
  clone: boolean,
  locked: boolean,
): string {
  const config = {
    ...baseConfig(folder, toolkit),
    // The toolkit's versions are exact.
    lock: locked,
    tasks: tasksOf(folder, toolkit, clone),
  };
  return JSON.stringify(config, null, 2) + "\n";
}

/**
 * The `deno.json` of a folder in which notebooks of the clone run that take the
 * packed library: the doors in `../lib/` are the package's.
 */
export function kernelConfig(folder: string, toolkit: string): string {
  const config = baseConfig(folder, toolkit);
  const imports = {
    ...config.imports,
    ...Object.fromEntries(
      ["mod", "engine", "chart", "frames", "quantity", "site", "reading"].map(
        (door) => [
          `../lib/${door}.ts`,
          pathToFileURL(moduleOf(toolkit, door)).href,
        ],
      ),
    ),
  };
  return JSON.stringify({ ...config, lock: false, imports }, null, 2) + "\n";
}
