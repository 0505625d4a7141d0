import type * as Plot from "@observablehq/plot";
import type { Status } from "../../quantity/claim.ts";
import { type Box, dots, rects, type Spot, type Titled } from "./marks.ts";

/**
 * The paint of each status. Fill and dashes repeat what the colour says, for
 * grey print and for readers who do not see the colours.
 */
const STATUS_PAINT: Readonly<Record<Status | "none", Plot.MarkOptions>> = {
  official: { fill: "var(--official)", fillOpacity: 0.9 },
  attributed: { fill: "var(--attributed)", fillOpacity: 0.5 },
  contested: { fill: "var(--contested)", fillOpacity: 0.18 },
  unverified: {
    ...{ fill: "var(--unverified)", fillOpacity: 0.12 },
    strokeDasharray: "4,3",
  },
  none: { fill: "var(--none)", fillOpacity: 0.12, strokeDasharray: "1,3" },
};

/** What the paint of a status says, as the charts' words have it. */
export const STATUS_WORDS =
  "Solid: official; half: attributed; pale: contested; dashed: unverified.";

/** Something that is painted by the status of its claim. */
export interface Painted extends Titled {
  /** How well the claim's origin is known. */
  readonly status: Status | "none" | null;
}

/** One mark a status. */
function painted<R extends Painted>(
  rows: readonly R[],
  mark: (rows: readonly R[], paint: Plot.MarkOptions) => Plot.Markish,
): Plot.Markish[] {
  return Object.entries(STATUS_PAINT).flatMap(([status, paint]) => {
    const own = rows.filter((row) => (row.status ?? "none") === status);
    return own.length > 0 ? [mark(own, { ...paint, stroke: paint.fill! })] : [];
  });
}

/** Rectangles painted by the status of their claims. */
export function statusRects(
  rows: readonly (Box & Painted)[],
): Plot.Markish[] {
  return painted(rows, (own, paint) => rects(own, { rx: 2, ...paint }));
}

/** Dots painted by the status of their claims. */
export function statusDots(
  rows: readonly (Spot & Painted)[],
  r: number,
): Plot.Markish[] {
  return painted(rows, (own, paint) => dots(own, { r, ...paint }));
}

/** What is said to have the most, or the least, of its like. */
export interface Standing extends Spot, Titled {
  readonly kind: "highest" | "lowest";
}

/** A triangle each: its tip up for the most, down for the least. */
export function standingMarks(rows: readonly Standing[]): Plot.Markish[] {
  return (["highest", "lowest"] as const).flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length === 0 ? [] : [dots(own, {
      ...{ symbol: "triangle", rotate: kind === "lowest" ? 180 : 0, r: 4.5 },
      ...{ fill: "var(--ink)", stroke: "var(--paper)" },
    })];
  });
}
