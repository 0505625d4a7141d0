import { pathToFileURL } from "node:url";

/** An example that stands in the documentation of a file. */
export interface Example {
  /** Line of its first line of code, from 1. */
  readonly line: number;
  readonly code: string;
}

const COMMENT = /^[ \t]*\/\*\*[\s\S]*?\*\//gm;
const FENCED = /^([ \t]*)```(\S*)[^\n]*\n([\s\S]*?)^[ \t]*```[ \t]*$/gm;
const LANGUAGES = new Set([
  ...["js", "javascript", "mjs", "cjs", "jsx"],
  ...["ts", "typescript", "mts", "cts", "tsx"],
]);

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** The fenced examples of a text of Markdown whose first line has a number. */
function fenced(markdown: string, first: number): Example[] {
  return [...markdown.matchAll(FENCED)].flatMap((match) => {
    const [whole, , language = "", code = ""] = match;
    const head = whole.slice(0, whole.indexOf("\n"));
    if (!LANGUAGES.has(language) || /\bignore\b/.test(head)) return [];
    return [{ line: first + lineAt(markdown, match.index), code }];
  });
}

/**
 * The examples in the documentation of a module, or in a text of Markdown: the
 * blocks of code that `deno test --doc` would run.
 *
 * @example
 * ```ts
 * import { examplesIn } from "./examples.ts";
 * import assert from "node:assert/strict";
 *
 * const fence = "`".repeat(3);
 * const text = `# Usage\n${fence}ts\nconsole.log(1);\n${fence}\n`;
 * assert.deepEqual(examplesIn("README.md", text), [
 *   { line: 3, code: "console.log(1);\n" },
 * ]);
 * ```
 */
export function examplesIn(path: string, text: string): Example[] {
  if (path.endsWith(".md")) return fenced(text, 1);
  return [...text.matchAll(COMMENT)].flatMap(({ 0: comment, index }) =>
    fenced(
      comment.replace(/^[ \t]*\/?\*+\/?[ ]?/gm, ""),
      lineAt(text, index),
    )
  );
}

/**
 * An example as a module of its own that may lie anywhere: what it imports by
 * a path is named in full, and its lines have the numbers they have in the file.
 *
 * @param path The file that it stands in.
 */
export function asModule(path: string, { line, code }: Example): string {
  const base = pathToFileURL(path).href;
  const placed = code
    .replace(
      /(\bfrom\s*|\bimport\s*\(?\s*)(["'])(\.{1,2}\/[^"']+)\2/g,
      (_, before, mark, name) =>
        `${before}${mark}${new URL(name, base)}${mark}`,
    )
    .replaceAll("import.meta.url", JSON.stringify(base));
  // What has no import and no export would be a script.
  return `${"\n".repeat(line - 1)}${placed}export {};\n`;
}
