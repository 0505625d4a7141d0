const IMPORT = /^import (type )?\{([^}]*)\} from "\.{1,2}\/[^"]*";\n/gm;

/** The dataset that comes with the project, from a file of the library. */
const SHIPPED = /new URL\("(?:\.\.\/)+data", import\.meta\.url\)/g;

/** The names that an example takes from the library. */
export function namesFromLibrary(code: string): string[] {
  return [...code.matchAll(IMPORT)].flatMap(([, , names]) =>
    names!.split(",").map((name) => name.trim().replace(/^type /, ""))
      .filter(Boolean)
  );
}

/** An import statement, over several lines where one is too long. */
function importLine(names: readonly string[], from: string): string {
  const isType = (name: string) => name.startsWith("type ");
  const bare = (name: string) => isType(name) ? name.slice(5) : name;
  const type = names.every(isType) ? "type " : "";
  const sorted = names.toSorted((a, b) => bare(a) < bare(b) ? -1 : 1)
    .map((name) => type ? bare(name) : name);
  const line = `import ${type}{ ${sorted.join(", ")} } from "${from}";\n`;
  if (line.length <= 81) return line;
  const lines = sorted.map((own) => `  ${own},\n`).join("");
  return `import ${type}{\n${lines}} from "${from}";\n`;
}

/**
 * An example as a script elsewhere would have it: each name from the door that
 * gives it, and the folder of a dataset as `"data"`. What is tested is the same
 * code in the library's own files.
 *
 * @param library Name of the package.
 * @param doorOf The door that gives a name: `.`, `./chart`.
 */
export function asScript(
  code: string,
  library: string,
  doorOf: (name: string) => string,
): string {
  const names: string[] = [];
  const rest = code.replace(IMPORT, (_, type, list) => {
    for (const item of list.split(",")) {
      const own = item.trim();
      if (own) names.push(type ? `type ${own}` : own);
    }
    return "";
  });
  const by = Map.groupBy(names, (name) => doorOf(name.replace(/^type /, "")));
  const imports = [...by].sort(([a], [b]) => a < b ? -1 : 1).map((
    [door, own],
  ) => importLine(own, library + door.slice(1)));
  return (imports.join("") + rest).replace(SHIPPED, '"data"');
}
