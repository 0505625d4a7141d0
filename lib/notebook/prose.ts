import { cutLong } from "../dataset/cut_long.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { Shown } from "./display.ts";
import { escapeHtml } from "./html.ts";

/**
 * A value in a sentence: numbers get separators, text is escaped.
 *
 * @example
 * ```ts
 * import { prose, type Value } from "./prose.ts";
 * import assert from "node:assert/strict";
 *
 * const value: Value = 61872;
 * assert.equal(`${prose`In all ${value}.`}`, "In all 61,872.");
 * ```
 */
export type Value = string | number;

function show(value: Value): string {
  return typeof value === "number" ? formatNumber(value) : cutLong(value);
}

/**
 * Sentences with computed values, for a notebook to show: numbers with
 * thousands separators, text from a dataset escaped. An empty line begins a new
 * paragraph.
 *
 * @example
 * ```ts
 * import { prose } from "./prose.ts";
 * import assert from "node:assert/strict";
 *
 * const sentence = prose`There are ${1234} claims of ${"A & B"}.`;
 * assert.equal(`${sentence}`, "There are 1,234 claims of A & B.");
 * ```
 */
export function prose(
  strings: TemplateStringsArray,
  ...values: readonly Value[]
): Shown {
  const paragraphs = (escape: (text: string) => string) =>
    strings.reduce((text, string, i) =>
      text + escape(show(values[i - 1]!)) + string
    ).trim().split(/\n\s*\n/).map((text) => text.trim().replace(/\s+/g, " "));
  const html = paragraphs(escapeHtml).map((text) => `<p>${text}</p>`)
    .join("\n");
  return new Shown({
    "text/html": `<div class="tallystick-prose">${html}</div>`,
    "text/plain": paragraphs((text) => text).join("\n\n"),
  });
}
