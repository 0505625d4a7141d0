import { plain } from "./plain.ts";

/**
 * Text made fit to stand in HTML, between tags and in quoted attributes. What
 * cannot be seen (control characters, overrides of the text's direction) is
 * left out.
 *
 * @example
 * ```ts
 * import { escapeHtml } from "./escape_html.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(escapeHtml(`<b title="x">`), "&#60;b title=&#34;x&#34;&#62;");
 * ```
 */
export function escapeHtml(text: string): string {
  return plain(text).replace(
    /[&<>"'`]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
