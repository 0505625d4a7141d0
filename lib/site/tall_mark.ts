/** A taller drawing may be cut in print: half a page would stay empty else. */
const TALL = 520;

/**
 * An attribute for a chart that is too tall to be kept on one printed page with
 * what stands before it; empty for any other.
 *
 * @param svg The drawing's markup.
 *
 * @example
 * ```ts
 * import { tallMark } from "./tall_mark.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(tallMark('<svg width="800" height="900"></svg>'), " data-tall");
 * assert.equal(tallMark('<svg viewBox="0 0 800 300"></svg>'), "");
 * ```
 */
export function tallMark(svg: string): string {
  const [open = ""] = /<svg\b[^>]*>/.exec(svg) ?? [];
  const [, height] = /\bheight="([\d.]+)/.exec(open) ??
    /\bviewBox="\S+ \S+ \S+ ([\d.]+)/.exec(open) ?? [];
  return Number(height ?? 0) > TALL ? " data-tall" : "";
}
