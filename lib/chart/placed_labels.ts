import * as Plot from "@observablehq/plot";
import { unscaled, words } from "./pixels.ts";
import type { Labelled, PlacedLabel } from "./place_labels.ts";

/** A label with what it shows when it is pointed at. */
export interface TitledLabel extends Labelled {
  readonly title: string;
}

/** Labels at their places, each with a line to its mark where they lie apart. */
export function placedLabels(
  placed: readonly PlacedLabel<TitledLabel>[],
  options: { readonly className?: string } = {},
): Plot.Markish[] {
  const lines = placed.flatMap(({ leader }) => leader ?? []);
  return [
    Plot.link(lines, {
      x1: unscaled("x"),
      x2: unscaled("x"),
      y1: "y1",
      y2: "y2",
      stroke: "var(--soft)",
      strokeWidth: 1,
    }),
    words(
      placed.map(({ item: { text, title }, x, y }) => ({ x, y, text, title })),
      options,
    ),
  ];
}
