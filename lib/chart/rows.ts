import * as Plot from "@observablehq/plot";
import type { Layout } from "./chart.ts";
import { shorten } from "./wrap.ts";

/** A row of a chart that lists things one below the other. */
export interface Row {
  /** What the row is. */
  readonly label: string;
  /** A heading, a row with a mark, or a row that only says something. */
  readonly type: "heading" | "item" | "note";
  /** What the row shows when it is pointed at. */
  readonly title: string;
}

/** A row with its place, in pixels from the top of the drawing. */
export type Placed<R extends Row> = R & {
  /** Upper edge. */
  readonly top: number;
  /** Lower edge. */
  readonly bottom: number;
  /** Where the row's mark begins, from above. */
  readonly markTop: number;
  /** Where it ends. */
  readonly markBottom: number;
};

/** Room for labels to the left of the marks; narrow, they stand above them. */
export function labelWidth({ narrow }: Layout): number {
  return narrow ? 0 : 400;
}

/** Places rows from top to bottom. */
export function placeRows<R extends Row>(
  rows: readonly R[],
  { narrow }: Layout,
): Placed<R>[] {
  const heights = narrow
    ? { heading: 30, item: 36, note: 22 }
    : { heading: 28, item: 21, note: 21 };
  let top = 0;
  return rows.map((row) => {
    const bottom = top + heights[row.type];
    const tall = narrow && row.type === "item";
    const placed = {
      ...row,
      top,
      bottom,
      markTop: top + (tall ? 18 : 3),
      markBottom: top + (tall ? 30 : 17),
    };
    top = bottom;
    return placed;
  });
}

/** The height that placed rows take, in pixels. */
export function rowsHeight(rows: readonly Placed<Row>[]): number {
  return rows.at(-1)?.bottom ?? 0;
}

/** Plot's options for a vertical scale in pixels of the placed rows. */
export function rowScale(
  rows: readonly Placed<Row>[],
  marginTop: number,
): Plot.ScaleOptions {
  const height = rowsHeight(rows);
  return {
    type: "linear",
    domain: [0, Math.max(1, height)],
    range: [marginTop, marginTop + height],
    axis: null,
  };
}

/**
 * The labels of the rows, and a line above each heading but the first. `inset`
 * is the room, in pixels, between the labels' column and the scale's start.
 */
export function rowLabels<R extends Row>(
  rows: readonly Placed<R>[],
  layout: Layout,
  inset = 0,
): Plot.Markish[] {
  const left = labelWidth(layout);
  const room = layout.narrow ? layout.width - 40 : left - 8;
  const label = (type: Row["type"], className: string) =>
    Plot.text(rows.filter((row) => row.type === type), {
      frameAnchor: "left",
      textAnchor: "start",
      dx: -left - inset,
      y: (row: Placed<R>) =>
        layout.narrow && type === "item"
          ? row.top + 10
          : row.bottom - (type === "heading" ? 9 : 11),
      text: (row: Placed<R>) =>
        shorten(
          row.label,
          layout.narrow && type === "heading" ? layout.width - 28 : room,
          layout.fontSize,
          type === "heading" ? "bold" : "regular",
        ),
      title: "title",
      className,
    });
  return [
    Plot.ruleY(rows.filter((row) => row.type === "heading" && row.top > 0), {
      y: "top",
      stroke: "var(--line)",
      insetLeft: -left - inset,
    }),
    label("heading", "strong"),
    label("item", "label"),
    label("note", "soft"),
  ];
}
