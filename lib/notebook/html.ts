/**
 * Text without what cannot be seen: control characters, overrides of its
 * direction.
 *
 * @example
 * ```ts
 * import { visibleText } from "./html.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(visibleText("a\u202eb\u0007"), "ab");
 * ```
 */
export function visibleText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}

/**
 * Text made fit to stand in HTML, between tags and in quoted attributes. What
 * cannot be seen (control characters, overrides of the text's direction) is
 * left out.
 *
 * @example
 * ```ts
 * import { escapeHtml } from "./html.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(escapeHtml(`<b title="x">`), "&#60;b title=&#34;x&#34;&#62;");
 * ```
 */
export function escapeHtml(text: string): string {
  return visibleText(text).replace(
    /[&<>"'`]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}
