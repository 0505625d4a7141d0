import * as Plot from "@observablehq/plot";
import type { ChartClaim } from "./chart_claim.ts";
import { type Words, words } from "./pixels.ts";

/** A set of claims: a column of a matrix. */
export interface MatrixColumn {
  /** What stands above it: a number, say. */
  readonly head: string;
  /** What it shows when it is pointed at. */
  readonly title: string;
  /** Ids of the claims in it. */
  readonly claims: readonly string[];
  /** Whether it is set off from the others. */
  readonly marked: boolean;
}

/** A claim with the middle of its row, in pixels. */
export interface MatrixRow extends ChartClaim {
  readonly y: number;
}

/**
 * The sets that claims are in: a dot each, joined in each column where no words
 * stand between the rows.
 */
export function matrix(
  rows: readonly MatrixRow[],
  columns: readonly MatrixColumn[],
  { left, step, headY, bottom, apart }: {
    readonly left: number;
    /** Width of a column. */
    readonly step: number;
    /** Where the heads stand. */
    readonly headY: number;
    readonly bottom: number;
    /** Whether words stand between the rows. */
    readonly apart: boolean;
  },
): Plot.Markish[] {
  const x = (i: number) => left + step * (i + 0.5);
  const cells = columns.flatMap((column, i) => {
    const held = new Set(column.claims);
    return rows.map((row) => ({
      x: x(i),
      y: row.y,
      held: held.has(row.claim),
      title: `${row.title}\n\n${column.title}`,
    }));
  });
  const joins = columns.flatMap((_, i) => {
    const own = cells.filter((cell) => cell.held && cell.x === x(i));
    return own.length < 2 || apart
      ? []
      : [{ x: x(i), y1: own[0]!.y, y2: own.at(-1)!.y }];
  });
  const reach = apart
    ? [headY, ...rows.map(({ y }) => y)].map((y) => [y - 10, y + 10] as const)
    : [[headY - 10, bottom] as const];
  const boxes = columns.flatMap(({ marked, title }, i) =>
    (marked ? reach : []).map(([y1, y2]) => ({
      x1: x(i) - step / 2 + 1,
      x2: x(i) + step / 2 - 1,
      y1,
      y2,
      title,
    }))
  );
  return [
    Plot.rect(boxes, {
      x1: "x1",
      x2: "x2",
      y1: "y1",
      y2: "y2",
      rx: 4,
      fill: "var(--band)",
      stroke: "var(--official)",
      title: "title",
    }),
    Plot.ruleX(joins, {
      x: "x",
      y1: "y1",
      y2: "y2",
      stroke: "var(--ink)",
      strokeWidth: 1.5,
    }),
    ...[false, true].map((held) =>
      Plot.dot(cells.filter((cell) => cell.held === held), {
        x: "x",
        y: "y",
        r: held ? Math.min(5.5, step / 3) : 1.3,
        fill: held ? "var(--ink)" : "var(--none)",
        title: "title",
      })
    ),
    words(
      columns.map(({ head, title }, i): Words => ({
        x: x(i),
        y: headY,
        text: head,
        title,
      })),
      { anchor: "middle", className: "strong" },
    ),
  ];
}
