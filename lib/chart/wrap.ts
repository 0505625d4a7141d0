/**
 * Average width of a character, in ems: on the wide side, since which font a
 * reader's system has is not known.
 */
const CHARACTER = { regular: 0.56, bold: 0.64 };

/**
 * Breaks a text into lines that fit a width, without measuring fonts: the same
 * lines come out on every machine. Widths and sizes in pixels.
 *
 * @example
 * ```ts
 * import { wrap } from "./wrap.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(wrap("one two three", 60, 12), ["one two", "three"]);
 * ```
 */
export function wrap(
  text: string,
  width: number,
  fontSize: number,
  weight: keyof typeof CHARACTER = "regular",
): string[] {
  const longest = capacity(width, fontSize, weight);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (joined.length > longest && line !== "") {
      lines.push(line);
      line = word;
    } else line = joined;
  }
  if (line !== "") lines.push(line);
  return lines;
}

function capacity(
  width: number,
  fontSize: number,
  weight: keyof typeof CHARACTER,
): number {
  return Math.max(1, Math.floor(width / (fontSize * CHARACTER[weight])));
}

/**
 * A text cut with an ellipsis where it would not fit a width, in pixels.
 *
 * @example
 * ```ts
 * import { shorten } from "./wrap.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(shorten("one two three", 60, 12), "one two…");
 * ```
 */
export function shorten(
  text: string,
  width: number,
  fontSize: number,
  weight: keyof typeof CHARACTER = "regular",
): string {
  const most = capacity(width, fontSize, weight);
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
