import { dirname, join, relative } from "node:path";

/** A module of the library, and what it imports, of types too. */
export interface Module {
  /** Its path within `lib/`: `chart/chart.ts`. */
  readonly name: string;
  /** Paths within `lib/`. */
  readonly imports: readonly string[];
  /** Names of packages and of what is built in. */
  readonly packages: readonly string[];
}

const IMPORT =
  /(?:^\s*(?:import|export)\b[^;"=]*?\bfrom\s*|^\s*import\s*|\bimport\(\s*)"([^"]+)"/gm;

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = join(folder, name);
    if (isDirectory) yield* sources(path);
    else if (name.endsWith(".ts")) yield path;
  }
}

/** Every module of a library. */
export async function readModules(lib: string): Promise<Module[]> {
  const modules: Module[] = [];
  for await (const path of sources(lib)) {
    const text = await Deno.readTextFile(path);
    const code = text.replace(/\/\*[\s\S]*?\*\//g, "");
    const named = [...code.matchAll(IMPORT)].map(([, specifier]) => specifier!);
    const own = named.filter((specifier) => specifier.startsWith("."));
    modules.push({
      name: relative(lib, path).replaceAll("\\", "/"),
      imports: own.map((specifier) =>
        relative(lib, join(dirname(path), specifier)).replaceAll("\\", "/")
      ),
      packages: named.filter((specifier) => !specifier.startsWith(".")),
    });
  }
  return modules.sort((a, b) => a.name < b.name ? -1 : 1);
}

/** The first room of a path: `chart` of `chart/kit/rows.ts`; a door is its own. */
export function roomOf(name: string): string {
  return name.split("/")[0]!;
}

/** Modules that import each other, in a ring, if there are such. */
export function findCircle(modules: readonly Module[]): string[] | undefined {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (name: string): string[] | undefined => {
    const at = way.indexOf(name);
    if (at >= 0) return [...way.slice(at), name];
    if (done.has(name)) return undefined;
    way.push(name);
    for (const next of byName.get(name)?.imports ?? []) {
      const circle = visit(next);
      if (circle) return circle;
    }
    way.pop();
    done.add(name);
    return undefined;
  };
  for (const { name } of modules) {
    const circle = visit(name);
    if (circle) return circle;
  }
  return undefined;
}

/** All that a module imports, itself included, through others too. */
export function reachedFrom(
  modules: readonly Module[],
  name: string,
): Module[] {
  const byName = new Map(modules.map((module) => [module.name, module]));
  const found = new Map<string, Module>();
  const todo = [name];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const module = byName.get(next);
    if (!module || found.has(next)) continue;
    found.set(next, module);
    todo.push(...module.imports);
  }
  return [...found.values()];
}
