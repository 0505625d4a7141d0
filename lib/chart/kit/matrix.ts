import type * as Plot from "@observablehq/plot";
import type { Layout } from "./layout.ts";
import { list, type Row } from "./list.ts";
import {
  andMore,
  dots,
  LINE,
  pixelPlot,
  rects,
  uprights,
  words,
} from "./marks.ts";
import { fit, textWidth, widest } from "./text.ts";

/** A set of claims: a column of a matrix. */
export interface MatrixColumn {
  /** What stands above it: a number, say. */
  readonly head: string;
  /** What it says when it is pointed at. */
  readonly title: string;
  /** Ids of the claims in it. */
  readonly claims: readonly string[];
  /** Whether it is set off from the others. */
  readonly marked?: boolean;
}

/** A claim: a row of a matrix. */
export interface MatrixRow {
  readonly claim: string;
  readonly label: string;
  readonly title: string;
  /** A few words beside it, before the columns. */
  readonly aside: string;
}

/** What a matrix shows, and what of it is left out. */
export interface MatrixOptions {
  readonly rows: readonly MatrixRow[];
  readonly columns: readonly MatrixColumn[];
  /** What is said of the rows, above the words beside them. */
  readonly asideHead: string;
  /** What the heads are. */
  readonly head: string;
  /** What a marked column is. */
  readonly marked?: string;
  /** How many more rows and columns there are than are given, and of what. */
  readonly more: {
    readonly rows: readonly [number, string];
    readonly columns: readonly [number, string];
  };
  /** What is said where there is nothing to draw. */
  readonly nothing: string;
}

/** The sets that claims are in: a row a claim, a column a set, a dot each. */
export function matrix(
  { rows, columns, asideHead, head, marked, more, nothing }: MatrixOptions,
  layout: Layout,
): Plot.PlotOptions {
  const { narrow, inner, fontSize } = layout;
  if (rows.length === 0) {
    return pixelPlot(22, [words([{ x: 0, y: 10, text: nothing }])]);
  }
  const top = marked ? 42 : 26;
  const aside = Math.max(
    widest(rows.map((row) => row.aside), fontSize),
    textWidth(asideHead, fontSize),
  );
  const wide = widest(columns.map((column) => column.head), fontSize, "bold") +
    8;
  const space = narrow ? inner - aside - textWidth(head, fontSize) - 24 : 330;
  const shown = columns.slice(0, Math.max(1, Math.floor(space / wide)));
  const step = Math.min(
    Math.max(wide, narrow ? 24 : 30),
    space / Math.max(1, shown.length),
  );
  const left = inner - step * shown.length;
  const named = narrow ? 0 : left - aside - textWidth(head, fontSize) - 30;
  const { items, bottom, marks } = list(
    rows.map((row): MatrixRow & Row => ({ ...row, type: "item" })),
    layout,
    { top, room: named, mark: 12, most: narrow ? 2 : 1 },
  );
  const x = (i: number) => left + step * (i + 0.5);
  const cells = shown.flatMap((column, i) =>
    items.map((row) => ({
      x: x(i),
      y: row.y,
      held: column.claims.includes(row.claim),
    }))
  );
  const joins = shown.flatMap((_, i) => {
    const own = cells.filter((cell) => cell.held && cell.x === x(i));
    return own.length < 2 || narrow
      ? []
      : [{ x: x(i), top: own[0]!.y, bottom: own.at(-1)!.y }];
  });
  const listed = new Set(rows.map(({ claim }) => claim));
  const hidden = shown.map(({ claims }, i) => ({
    n: claims.filter((claim) => !listed.has(claim)).length,
    x: x(i),
  })).filter(({ n }) => n > 0);
  const end = bottom + (hidden.length > 0 ? 20 : 4);
  // Narrow, words stand between the rows.
  const framed = narrow
    ? [top - 10, ...items.map(({ y }) => y)]
      .map((y) => ({ top: y - 10, bottom: y + 10 }))
    : [{ top: top - 22, bottom: end - 2 }];
  const frames = shown.flatMap((column, i) =>
    (column.marked ? framed : []).map((frame) => ({
      ...{ left: x(i) - step / 2 + 1, right: x(i) + step / 2 - 1, ...frame },
    }))
  );
  const [beyond, noun] = more.columns;
  const rest = [
    ...andMore(...more.rows),
    ...andMore(columns.length - shown.length + Math.max(0, beyond), noun),
  ].join(" and ");
  return pixelPlot(end + (rest ? LINE + 6 : 0), [
    rects(frames, { rx: 4, fill: "var(--band)", stroke: "var(--official)" }),
    ...marks,
    uprights(joins, { stroke: "var(--ink)", strokeWidth: 1.5 }),
    ...[false, true].map((held) =>
      dots(cells.filter((cell) => cell.held === held), {
        r: held ? Math.min(5.5, step / 3) : 1.3,
        fill: held ? "var(--ink)" : "var(--none)",
      })
    ),
    // A column says which claims are in it where its head is pointed at.
    words(
      shown.map(({ head, title }, i) => ({
        ...{ x: x(i), y: top - 10, text: head, title },
      })),
      { anchor: "middle", className: "strong" },
    ),
    words([
      { x: left - 8, y: top - 10, text: head },
    ], { anchor: "end", className: "soft" }),
    words([
      { x: narrow ? 0 : named + 14, y: top - 10, text: asideHead },
      ...(marked && frames[0]
        ? [{
          x: Math.min(frames[0].left, inner - textWidth(marked, fontSize)),
          ...{ y: 8, text: marked },
        }]
        : []),
    ], { className: "soft" }),
    words(
      items.map((row) => ({
        ...{ x: narrow ? 0 : named + 14, y: row.y },
        text: fit(row.aside, aside + 2, fontSize),
      })),
      { className: "soft" },
    ),
    words(
      hidden.map(({ n, x }) => ({ x, y: bottom + 8, text: `+${n}` })),
      { anchor: "middle", className: "soft" },
    ),
    words([{ x: 0, y: end + LINE / 2, text: rest && `and ${rest}` }]),
  ]);
}
