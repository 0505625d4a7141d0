/** Longest text in a chart: a cell may hold a megabyte, and a chart many cells. */
const LONGEST = 2000;

// Control characters, most of which make an SVG file unreadable, and what turns
// the direction of text round.
const UNSEEN =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/**
 * Text of an SVG file without what a reader cannot see: `\ufffd` stands for it.
 *
 * @example
 * ```ts
 * import { visible } from "./visible.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(visible("a\u0007b \u202ec"), "a\ufffdb \ufffdc");
 * ```
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, "\ufffd");
}

/**
 * A text cut with an ellipsis where it is too long for any chart.
 *
 * @example
 * ```ts
 * import { cutLong } from "./visible.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(cutLong("short"), "short");
 * assert.equal(cutLong("long ".repeat(1000)).length, 2000);
 * ```
 */
export function cutLong(text: string): string {
  return text.length <= LONGEST
    ? text
    : `${text.slice(0, LONGEST - 1).toWellFormed()}…`;
}

/** Cuts every long text within an element. */
export function cutTexts(element: Element): void {
  for (const part of element.querySelectorAll("text, tspan, title")) {
    for (const node of part.childNodes) {
      const text = node.nodeType === 3 ? node.nodeValue ?? "" : "";
      if (text.length > LONGEST) node.nodeValue = cutLong(text);
    }
  }
}
