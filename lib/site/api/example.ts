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

/**
 * An example as a script elsewhere would have it: the library under its name,
 * and the folder of a dataset as `"data"`. What is tested is the same code in
 * the library's own files.
 *
 * @param name Name of the package.
 */
export function asScript(code: string, name: string): string {
  const names: string[] = [];
  const types: string[] = [];
  const rest = code.replace(IMPORT, (_, type, list) => {
    for (const item of list.split(",")) {
      const own = item.trim();
      if (!own) continue;
      if (type) types.push(own);
      else if (own.startsWith("type ")) types.push(own.slice(5));
      else names.push(own);
    }
    return "";
  });
  if (names.length + types.length === 0) return rest;
  const onlyTypes = names.length === 0;
  const sorted = [
    ...names.map((own) => [own, own] as const),
    ...types.map((own) => [own, onlyTypes ? own : `type ${own}`] as const),
  ].sort(([a], [b]) => a < b ? -1 : 1).map(([, text]) => text);
  const type = onlyTypes ? "type " : "";
  const line = `import ${type}{ ${sorted.join(", ")} } from "${name}";\n`;
  const first = line.length <= 81
    ? line
    : `import ${type}{\n${
      sorted.map((own) => `  ${own},\n`).join("")
    }} from "${name}";\n`;
  return (first + rest).replace(SHIPPED, '"data"');
}
