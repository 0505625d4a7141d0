import { escapeHtml } from "./escape_html.ts";

/** Text that is HTML already. Only {@linkcode safe} and {@linkcode markup} make it. */
export class Html {
  /** Takes the markup. */
  constructor(readonly markup: string) {}

  /** The markup. */
  toString(): string {
    return this.markup;
  }
}

/** What can stand in a template: text is escaped, HTML is not, nothing is left out. */
export type Part =
  | Html
  | string
  | number
  | null
  | undefined
  | false
  | readonly Part[];

function show(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.markup;
  if (typeof part === "object") return part.map(show).join("");
  return escapeHtml(String(part));
}

/**
 * HTML with values in it. Every value is escaped unless it is HTML itself, so
 * that text from a dataset stays text, between tags and in quoted attributes.
 * (Not named `html`: `deno fmt` lays such templates out anew, and the spaces it
 * adds would show.)
 *
 * @example
 * ```ts
 * import { safe } from "./html.ts";
 * import assert from "node:assert/strict";
 *
 * const name = safe`<b>${"A & B"}</b>`;
 * assert.equal(`${safe`<p>${name} ${null}</p>`}`, "<p><b>A &#38; B</b> </p>");
 * ```
 */
export function safe(
  strings: TemplateStringsArray,
  ...values: readonly Part[]
): Html {
  return new Html(
    strings.reduce((text, string, i) => text + show(values[i - 1]) + string),
  );
}

/**
 * Takes a string for HTML: only for what this program made or has parsed.
 *
 * @example
 * ```ts
 * import { markup, safe } from "./html.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(`${safe`<p>${markup("<br>")}</p>`}`, "<p><br></p>");
 * ```
 */
export function markup(text: string): Html {
  return new Html(text);
}
