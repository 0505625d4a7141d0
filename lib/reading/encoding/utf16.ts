/** How much is looked at. */
const SAMPLE = 4096;

/** Bytes that are the upper half of most letters of the languages read. */
const isUpper = (byte: number): boolean =>
  byte === 0 || byte === 0x04 || byte === 0x20;

/** Whether a text has marks that no text has: NUL and its like. */
function hasControls(text: string): boolean {
  // deno-lint-ignore no-control-regex
  return /[\u0000-\u0008\u000e-\u001f\ufffe\uffff]/.test(text);
}

/**
 * Which UTF-16 bytes without a mark are, or null where they are none: every
 * second byte is the upper half of a letter, Latin, Cyrillic or a quotation
 * mark, and the others mostly are not.
 *
 * @example
 * ```ts
 * import { utf16Of } from "./utf16.ts";
 * import assert from "node:assert/strict";
 *
 * const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
 * assert.equal(utf16Of(bytes("3\u00000\u00000\u0000")), "utf-16le");
 * assert.equal(utf16Of(bytes("300 homes")), null);
 * ```
 */
export function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length & ~1));
  if (sample.length < 4 || !sample.includes(0)) return null;
  const uppers = [0, 0];
  const nulls = [0, 0];
  sample.forEach((byte, i) => {
    if (isUpper(byte)) uppers[i % 2]!++;
    if (byte === 0) nulls[i % 2]!++;
  });
  const half = sample.length / 2;
  for (const [encoding, upper] of [["utf-16le", 1], ["utf-16be", 0]] as const) {
    if (uppers[upper]! < 0.95 * half || nulls[1 - upper]! > 0) continue;
    if (!hasControls(new TextDecoder(encoding).decode(sample))) return encoding;
  }
  return null;
}
