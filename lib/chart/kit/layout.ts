/**
 * Where a chart is drawn: wide for a page or a notebook, narrow for a phone.
 *
 * @example
 * ```ts
 * import { chart, type Layout } from "../chart.ts";
 * import assert from "node:assert/strict";
 *
 * const seen: Layout[] = [];
 * chart({
 *   title: "Nothing yet",
 *   description: "An empty frame.",
 *   draw: (layout) => (seen.push(layout), { marks: [] }),
 * });
 * assert.deepEqual(seen.map(({ narrow }) => narrow), [false, true]);
 * ```
 */
export interface Layout {
  /** Width of the whole drawing in pixels. */
  readonly width: number;
  /** Width of what is drawn within it: what marks may take, in pixels. */
  readonly inner: number;
  /** Whether this is the narrow drawing. */
  readonly narrow: boolean;
  /** Size of its text in pixels. */
  readonly fontSize: number;
}

/** Room on each side of what is drawn, in pixels. */
export const PADDING = 14;

/** Both drawings. */
export const LAYOUTS: readonly Layout[] = [
  { width: 880, narrow: false, fontSize: 13 },
  { width: 360, narrow: true, fontSize: 12 },
].map((layout) => ({ ...layout, inner: layout.width - 2 * PADDING }));
