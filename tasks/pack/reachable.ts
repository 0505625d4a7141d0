import { dirname, join } from "node:path/posix";
import type { Files } from "./self_contained.ts";

/** Where a module names a file beside it, in code as `deno pack` writes it. */
const NAMED =
  /((?:\bfrom|\bimport)\s*\(?\s*"|\bnew URL\(\s*")(\.{1,2}\/[^"]+)(")/g;

/** A name of a file or folder in a text. */
const IN_QUOTES = /"([^"\n]*)"/g;

/** Code without what stands in comments. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, "");
}

/**
 * The files of a package that can be reached from its doors: modules that are
 * imported or started, the types that belong to them, and what they read: files
 * in their folder, or in one below it, that they name.
 *
 * A module that is started by its address is not in `deno pack`'s graph, and
 * comes as TypeScript: it is translated, and so is what it imports.
 *
 * @param doors Paths of the modules that can be imported.
 * @param translate Makes JavaScript of TypeScript.
 */
export async function reachable(
  files: Files,
  doors: readonly string[],
  translate: (code: string) => Promise<string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const names = new Map<string, Set<string>>();
  const todo = [...doors];
  for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
    if (found.has(path)) continue;
    const source = path.replace(/\.js$/, ".ts");
    const text = files.get(path) ?? files.get(source);
    if (text === undefined) throw new Error(`The package lacks ${path}`);
    if (!/\.[jt]s$/.test(path)) {
      found.set(path, text);
      continue;
    }
    const code = files.has(path) ? text : await translate(text);
    const folder = dirname(path);
    const own = code.replace(NAMED, (_, before, specifier, after) => {
      const target = join(folder, specifier);
      const script = target.replace(/\.ts$/, ".js");
      const there = files.has(target) || files.has(script);
      // An example in a comment names sources.
      if (!there) return before + specifier + after;
      if (!target.endsWith(".d.ts")) todo.push(script);
      return before + specifier.replace(/(?<!\.d)\.ts$/, ".js") + after;
    });
    found.set(path, own);
    const types = path.replace(/(?<!\.d)\.[jt]s$/, ".d.ts");
    if (types !== path && files.has(types)) todo.push(types);
    const said = names.get(folder) ?? new Set();
    for (const [, quoted] of withoutComments(own).matchAll(IN_QUOTES)) {
      for (const part of quoted!.split("/")) said.add(part);
    }
    names.set(folder, said);
  }
  for (const [path, text] of files) {
    if (found.has(path) || /\.[jt]s$/.test(path)) continue;
    const parts = path.split("/");
    const isNamed = parts.some((_, i) =>
      i > 0 && [...names.get(parts.slice(0, i).join("/")) ?? []]
        .some((name) => name === parts[i])
    );
    if (isNamed) found.set(path, text);
  }
  return found;
}
