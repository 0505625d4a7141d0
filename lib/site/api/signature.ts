import type { Location } from "./documented.ts";

const CLOSING: Readonly<Record<string, string>> = {
  "(": ")",
  "[": "]",
  "{": "}",
};

/** After these a brace opens a type, not a body. */
const BEFORE_TYPE = /(?:[:|&<,(=[]|=>|\bextends|\breadonly|\bkeyof)\s*$/;

/** Where the comment or text that begins at a place ends. */
function skip(source: string, at: number): number {
  if (source.startsWith("//", at)) {
    const end = source.indexOf("\n", at);
    return end < 0 ? source.length : end;
  }
  if (source.startsWith("/*", at)) return source.indexOf("*/", at) + 2;
  const quote = source[at]!;
  if (quote === '"' || quote === "'" || quote === "`") {
    let end = at + 1;
    while (end < source.length && source[end] !== quote) {
      end += source[end] === "\\" ? 2 : 1;
    }
    return end + 1;
  }
  return at;
}

/** Where the declaration that begins at a place ends, without its body. */
function endOf(source: string, start: number, kind: string): number {
  const open: string[] = [];
  for (let at = start; at < source.length; at++) {
    const next = skip(source, at);
    if (next > at) {
      at = next - 1;
      continue;
    }
    const character = source[at]!;
    if (open.length === 0) {
      if (character === ";") return at + 1;
      const isBody = character === "{" && kind !== "interface" &&
        !BEFORE_TYPE.test(source.slice(start, at));
      // A value says more than its type only where it is short.
      const isValue = kind === "variable" && character === "=";
      if (isBody || isValue) return at;
    }
    if (CLOSING[character]) open.push(CLOSING[character]);
    else if (character === open.at(-1)) {
      open.pop();
      if (open.length === 0 && kind === "interface" && character === "}") {
        return at + 1;
      }
    }
  }
  return source.length;
}

/**
 * How a declaration reads in its source, without `export` and without a body.
 *
 * @param source Text of the file.
 * @param kind What is declared; `member` for a part of a class.
 */
export function signatureOf(
  source: string,
  { line, col }: Pick<Location, "line" | "col">,
  kind: string,
): string {
  const lines = source.split("\n");
  const before = lines.slice(0, line).join("\n").length + (line > 0 ? 1 : 0);
  const whole = kind === "variable" ? 0 : col;
  const start = before + whole;
  const text = source.slice(start, endOf(source, start, kind)).trimEnd();
  const indent = " ".repeat(whole);
  return text.replace(/^export (?:declare )?(?:async )?/, "")
    .replace(/^async /, "")
    .replace(/;$/, "")
    .split("\n")
    .map((line) => line.startsWith(indent) ? line.slice(whole) : line)
    .join("\n");
}
