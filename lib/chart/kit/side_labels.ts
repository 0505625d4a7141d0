import * as Plot from "@observablehq/plot";
import { LINE, type Words, words } from "./marks.ts";
import { fit, wrap } from "./text.ts";

/** A mark to be named at the side of the drawing. */
export interface SideLabel {
  /** Where the mark ends, and its middle. */
  readonly right: number;
  readonly y: number;
  /** What it is. */
  readonly text: string;
  /** What the label shows when it is pointed at. */
  readonly title: string;
}

const GAP = 5;

interface Block extends SideLabel {
  readonly lines: readonly string[];
  readonly height: number;
  /** Upper edge. */
  top: number;
}

/**
 * Names marks in a column to their right, in the order of their heights, each
 * with a line to its mark. `left` is where the marks' area ends and `room` the
 * width from there on; `top` and `bottom` bound the column.
 */
export function sideLabels(
  labels: readonly SideLabel[],
  { left, room, top, bottom }: {
    readonly left: number;
    readonly room: number;
    readonly top: number;
    readonly bottom: number;
  },
  fontSize: number,
): Plot.Markish[] {
  const width = room - 22;
  const blocks = labels.toSorted((a, b) => a.y - b.y || b.right - a.right)
    .map((label): Block => {
      const lines = wrap(label.text, width, fontSize).map((line) =>
        fit(line, width, fontSize)
      );
      const height = Math.max(1, lines.length) * LINE;
      return { ...label, lines, height, top: label.y - height / 2 };
    });
  // Down, so that none covers the one above; then up from the bottom.
  let edge = top;
  for (const block of blocks) {
    block.top = Math.max(block.top, edge);
    edge = block.top + block.height + GAP;
  }
  edge = bottom;
  for (const block of blocks.toReversed()) {
    block.top = Math.min(block.top, edge - block.height);
    edge = block.top - GAP;
  }
  // More than fit: the highest stay within the drawing, the rest goes.
  const shown = blocks.filter((block) => block.top >= top - 1);
  const leaders = shown.flatMap((block) => [
    { x1: block.right, x2: left + 2, y1: block.y, y2: block.y },
    {
      x1: left + 2,
      x2: left + 18,
      y1: block.y,
      y2: block.top + LINE / 2,
    },
  ]);
  return [
    Plot.link(leaders, {
      x1: "x1",
      x2: "x2",
      y1: "y1",
      y2: "y2",
      stroke: "var(--soft)",
      strokeWidth: 0.8,
    }),
    words(
      shown.flatMap(({ lines, top, title }) =>
        lines.map((text, i): Words => ({
          x: left + 22,
          y: top + LINE * (i + 0.5),
          text,
          title,
        }))
      ),
    ),
  ];
}
