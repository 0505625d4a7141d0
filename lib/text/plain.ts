/**
 * Text made fit for a terminal: control characters, which one may obey, and
 * overrides of the text's direction are left out, line breaks and tabs are not.
 *
 * @example
 * ```ts
 * import { plain } from "./plain.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(plain("red\u001b[31m\n"), "red[31m\n");
 * ```
 */
export function plain(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}
