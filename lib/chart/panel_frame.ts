import * as Plot from "@observablehq/plot";
import { formatNumber } from "../quantity/phrase.ts";
import type { Layout } from "./chart.ts";
import { shorten } from "./wrap.ts";

/** A panel of a chart that stacks panels over a shared time. */
export interface PanelFrame {
  /** What the panel shows; stands above it. */
  readonly name: string;
  /** Where it begins, in pixels from the top of the drawing. */
  readonly top: number;
  /** Level lines: their values, and where they lie. */
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  /** How far the drawing's edge lies left of the scale. */
  readonly left: number;
}

/** The heading of a panel, and its level lines with their numbers. */
export function panelFrame(
  { name, top, levels, left }: PanelFrame,
  layout: Layout,
): Plot.Markish[] {
  return [
    Plot.text([shorten(name, layout.width - 28, layout.fontSize, "bold")], {
      frameAnchor: "left",
      textAnchor: "start",
      dx: -left,
      y: () => top + 9,
      className: "strong",
    }),
    Plot.ruleY(levels, { y: "y", stroke: "var(--line)" }),
    Plot.text(levels, {
      frameAnchor: "left",
      textAnchor: "end",
      dx: -6,
      y: "y",
      text: (level: { value: number }) => formatNumber(level.value),
      className: "soft",
    }),
  ];
}
