import { textWidth, type Weight, widthOf } from "./text_width.ts";

/**
 * How much of a text, from its beginning, fits a width; a character and the
 * marks that combine with it stay together, and one is always taken.
 */
function fitting(
  text: string,
  width: number,
  fontSize: number,
  weight: Weight,
): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    const own = widthOf(character, fontSize, weight);
    if (own > 0 && used + own > width && end > 0) break;
    used += own;
    end += character.length;
  }
  return text.slice(0, end);
}

/** A word in pieces that fit a width, where it is too long for a line. */
function pieces(
  word: string,
  width: number,
  fontSize: number,
  weight: Weight,
): string[] {
  const parts: string[] = [];
  for (let rest = word; rest !== "";) {
    const part = fitting(rest, width, fontSize, weight);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts;
}

/**
 * Breaks a text into lines that fit a width, without measuring fonts: the same
 * lines come out on every machine. A word too long for a line is broken. Widths
 * and sizes in pixels.
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
  weight: Weight = "regular",
): string[] {
  const space = textWidth(" ", fontSize, weight);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const words = text.split(/\s+/).filter(Boolean)
    .flatMap((word) => pieces(word, width, fontSize, weight));
  for (const word of words) {
    const own = textWidth(word, fontSize, weight);
    if (line !== "" && used + space + own > width) {
      lines.push(line);
      line = "";
    }
    used = line === "" ? own : used + space + own;
    line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/**
 * A text cut with an ellipsis where it would not fit a width, in pixels.
 *
 * @example
 * ```ts
 * import { shorten } from "./wrap.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(shorten("one two three", 64, 12), "one two…");
 * ```
 */
export function shorten(
  text: string,
  width: number,
  fontSize: number,
  weight: Weight = "regular",
): string {
  // Measured only as far as it may fit: a label may be a megabyte.
  if (fitting(text, width, fontSize, weight) === text) return text;
  const room = width - textWidth("…", fontSize, weight);
  return `${fitting(text, room, fontSize, weight).trimEnd()}…`;
}
