import { cutLong } from "../text/cut_long.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { Shown } from "./display.ts";
import { escapeHtml } from "../text/escape_html.ts";

/**
 * A value in a sentence: numbers get separators, text is escaped. Several texts
 * are a list of their own; lists by what they hold are each told with their
 * count, and an empty one not at all; one that a colon announces is "none". What is nothing leaves nothing: a sentence
 * of which there is nothing to say.
 */
export type Value =
  | string
  | number
  | readonly string[]
  | Readonly<Record<string, readonly string[]>>
  | false
  | null
  | undefined;

/** A paragraph, or the items of a list. */
type Block = string | readonly string[];

function tidy(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

/** `Array.isArray` does not tell a list that is only read. */
function isList(value: object): value is readonly string[] {
  return Array.isArray(value);
}

function blocks(
  strings: readonly string[],
  values: readonly Value[],
  escape: (text: string) => string,
): Block[] {
  const found: Block[] = [];
  let text = "";
  const flush = () => {
    found.push(...text.split(/\n\s*\n/).map(tidy).filter(Boolean));
    text = "";
  };
  const list = (items: readonly string[]) => {
    // "They are:" with nothing below it would be taken for a fault.
    if (items.length === 0) text = text.replace(/:\s*$/, ": none.");
    flush();
    const shown = items.map((item) => tidy(escape(cutLong(item))));
    if (shown.length > 0) found.push(shown);
  };
  strings.forEach((string, i) => {
    text += string;
    const value = values[i];
    if (value === undefined || value === null || value === false) return;
    if (typeof value === "number") text += escape(formatNumber(value));
    else if (typeof value === "string") text += escape(cutLong(value));
    else if (isList(value)) list(value);
    else {
      for (const [words, items] of Object.entries(value)) {
        if (items.length === 0) continue;
        text += escape(`${cutLong(words)}: ${formatNumber(items.length)}.`);
        list(items);
      }
    }
  });
  flush();
  return found;
}

/**
 * Sentences with computed values, for a notebook to show: numbers with
 * thousands separators, text from a dataset escaped. An empty line begins a new
 * paragraph, several texts stand as a list, and a list by its name is told with
 * how many it holds.
 *
 * @example
 * ```ts
 * import { prose } from "./prose.ts";
 * import assert from "node:assert/strict";
 *
 * const sentence = prose`There are ${1234} claims of ${"A & B"}.`;
 * assert.equal(`${sentence}`, "There are 1,234 claims of A & B.");
 * const list = prose`They say: ${["60,000", "61,872"]}`;
 * assert.equal(`${list}`, "They say:\n\n- 60,000\n- 61,872");
 * const named = prose`${{ "Those that fit": ["a", "b"], "Those that do not": [] }}`;
 * assert.equal(`${named}`, "Those that fit: 2.\n\n- a\n- b");
 * assert.equal(`${prose`Left out: ${[]}`}`, "Left out: none.");
 * ```
 */
export function prose(
  strings: TemplateStringsArray,
  ...values: readonly Value[]
): Shown {
  const html = blocks(strings, values, escapeHtml).map((block) =>
    typeof block === "string"
      ? `<p>${block}</p>`
      : `<ul>${block.map((item) => `<li>${item}</li>`).join("")}</ul>`
  ).join("\n");
  const text = blocks(strings, values, (text) => text).map((block) =>
    typeof block === "string"
      ? block
      : block.map((item) => `- ${item}`).join("\n")
  ).join("\n\n");
  return new Shown({
    "text/html": `<div class="tallystick-prose mathjax_ignore">${html}</div>`,
    "text/plain": text,
  });
}
