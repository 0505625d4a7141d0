import * as Plot from "@observablehq/plot";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { formatExactNumber } from "../quantity/format_exact.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { takesCount } from "../quantity/takes.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import {
  type Conflict,
  type ConflictPart,
  conflictsIn,
  type ConflictSums,
  conflictSums,
  type Disagreement,
} from "./conflict.ts";
import { captionOf } from "./claims_caption.ts";
import { statusRects } from "./paint.ts";
import {
  andMore,
  fit,
  innerWidth,
  LINE,
  linear,
  pixelPlot,
  type Words,
  words,
} from "./pixels.ts";
import { textWidth } from "./text_width.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { wrap } from "./wrap.ts";

/**
 * What the chart is called, and how much of it is drawn.
 *
 * @example
 * ```ts
 * import type { ConflictDiagramOptions } from "./conflict_diagram.ts";
 * import assert from "node:assert/strict";
 *
 * const options: ConflictDiagramOptions = { title: "They differ", most: 3 };
 * assert.equal(options.most, 3);
 * ```
 */
export interface ConflictDiagramOptions extends ChartTitle {
  /** How many conflicts are drawn. Default: 10. */
  readonly most?: number;
}

const OPTION_TYPES: OptionTypes<ConflictDiagramOptions> = {
  ...TITLE_TYPES,
  most: takesCount,
};

interface PartRow {
  readonly part: ConflictPart;
  /** Edges of its mark. */
  readonly top: number;
  readonly bottom: number;
  /** What the parts before it on the same side come to. */
  readonly before: number;
}

interface Panel {
  readonly marks: Plot.Markish[];
  readonly bottom: number;
}

/** What a sum comes to, to thousandths. */
const amount = (value: number) => formatNumber(value);

/** "2 × 230,000", "at most 250,000": a part's place in the sum. */
function term({ side, times, low, high }: ConflictPart): string {
  if (side === "factor") return `factor ${formatExactNumber(low)}`;
  const value = side === "low" ? low : high ?? 0;
  const product = times === 1 ? "" : `${formatExactNumber(times)} × `;
  return `${product}${formatExactNumber(value)}`;
}

/** The parts of a conflict, each side laid end to end. */
function rowsOf(
  parts: readonly ConflictPart[],
  top: number,
  narrow: boolean,
): { rows: PartRow[]; bottom: number } {
  const before = { low: 0, high: 0, factor: 0 };
  let y = top;
  const rows = parts.map((part): PartRow => {
    const row = {
      part,
      top: y + (narrow && part.side !== "factor" ? 20 : 4),
      bottom: y + (narrow && part.side !== "factor" ? 32 : 18),
      before: before[part.side],
    };
    const value = part.side === "low" ? part.low : part.high ?? 0;
    before[part.side] += part.times * value;
    y += narrow && part.side !== "factor" ? 40 : 24;
    return row;
  });
  return { rows, bottom: y };
}

/** What each part allows, times as often as it is taken, on one scale. */
function bars(
  rows: readonly PartRow[],
  sums: ConflictSums,
  [from, to]: readonly [number, number],
): { marks: Plot.Markish[]; x: (value: number) => number } {
  const counted = rows.filter(({ part }) => part.side !== "factor");
  const ends = counted.map(({ part, before }) =>
    before + part.times * (part.high ?? part.low)
  );
  const most = Math.max(1, sums.atLeast, sums.atMost, ...ends);
  const x = linear([0, most], [from, to]);
  const boxes = counted.map(({ part, before, top, bottom }) => {
    const left = x(before + part.times * part.low);
    const right = part.high === null
      ? to + 8
      : x(before + part.times * part.high);
    return {
      status: part.status ?? "none" as const,
      title: part.title,
      left,
      right: Math.max(right, left + 2.5),
      start: x(before),
      top,
      bottom,
      middle: (top + bottom) / 2,
      open: part.high === null,
    };
  });
  return {
    x,
    marks: [
      // The way from where the row starts to what it says at least.
      Plot.rect(boxes, {
        x1: "start",
        x2: "left",
        y1: "top",
        y2: "bottom",
        insetTop: 4,
        insetBottom: 4,
        fill: "var(--line)",
        title: "title",
      }),
      ...statusRects(boxes, {
        x1: "left",
        x2: "right",
        y1: "top",
        y2: "bottom",
      }),
      Plot.text(boxes.filter(({ open }) => open), {
        x: "right",
        y: "middle",
        text: () => "→",
        textAnchor: "start",
        dx: 1,
        title: "title",
      }),
    ],
  };
}

/** One conflict: its claims, the scale, the sum and the sentence. */
function panel(
  { parts, text }: Conflict,
  number: number,
  top: number,
  layout: Layout,
): Panel {
  const { narrow, fontSize } = layout;
  const inner = innerWidth(layout);
  const sums = conflictSums(parts);
  const labelRoom = narrow ? inner : 390;
  const tape = narrow ? 100 : 110;
  const scale = [narrow ? 2 : labelRoom + 12, inner - tape - 14] as const;
  const heading = top + 10;
  const first = top + 26;
  const { rows, bottom } = rowsOf(parts, first, narrow);
  const { marks, x } = bars(rows, sums, scale);
  const [atMost, atLeast] = [x(sums.atMost), x(sums.atLeast)];
  const gap = bottom + 9;
  const lows = rows.filter(({ part }) => part.side === "low");
  const highs = rows.filter(({ part }) => part.side === "high");
  const lines = [
    { x: atLeast, y1: lows[0]?.top ?? first, dash: false },
    { x: atMost, y1: (highs[0] ?? rows.at(-1))?.top ?? first, dash: true },
  ];
  const apart = `${amount(sums.apart)} apart`;
  // The words stand to the right of the gap, or to its left near the edge.
  const room = inner - atLeast - 8;
  const fits = textWidth(apart, fontSize, "bold") < room;
  const label = (row: PartRow): Words => {
    const { part, top } = row;
    const factor = part.side === "factor";
    return {
      x: 0,
      y: narrow && !factor ? top - 9 : top + 8,
      // A factor has no bar: its words may take the room.
      text: fit(
        part.label,
        factor ? inner - tape : narrow ? inner : labelRoom,
        fontSize,
      ),
      title: part.title,
    };
  };
  const side = (row: PartRow): Words => ({
    x: inner,
    y: (row.top + row.bottom) / 2,
    text: fit(
      row.part.side === "high"
        ? `≤ ${term(row.part)}`
        : row.part.side === "low"
        ? `${row === lows[0] ? "≥" : "+"} ${term(row.part)}`
        : narrow
        ? ""
        : term(row.part),
      tape + 10,
      fontSize,
    ),
    title: row.part.title,
  });
  const sentence = wrap(text, inner, fontSize);
  const said = gap + LINE + 6;
  return {
    marks: [
      Plot.ruleY(number > 1 ? [top - 8] : [], {
        x1: 0,
        x2: inner,
        y: (y: number) => y,
        stroke: "var(--line)",
      }),
      words([{
        x: 0,
        y: heading,
        text: fit(
          `Conflict ${number}: at least ${amount(sums.atLeast)}, at most ${
            amount(sums.atMost)
          }`,
          inner,
          fontSize,
          "bold",
        ),
      }], { className: "strong" }),
      Plot.ruleX([scale[0]], {
        x: (x: number) => x,
        y1: first,
        y2: bottom - 2,
        stroke: "var(--line)",
      }),
      ...marks,
      ...[false, true].map((dash) =>
        Plot.ruleX(lines.filter((line) => line.dash === dash), {
          x: "x",
          y1: "y1",
          y2: gap + 5,
          stroke: "var(--ink)",
          strokeWidth: 1.5,
          ...(dash ? { strokeDasharray: "3,3" } : {}),
        })
      ),
      Plot.ruleY([gap], {
        x1: Math.min(atMost, atLeast),
        x2: Math.max(atMost, atLeast),
        y: (y: number) => y,
        stroke: "var(--ink)",
        strokeWidth: 3,
      }),
      words([{ x: fits ? atLeast + 6 : atMost - 6, y: gap, text: apart }], {
        className: "strong",
        anchor: fits ? "start" : "end",
      }),
      words(rows.map(label)),
      words(rows.map(side), { anchor: "end", className: "soft" }),
      words(
        sentence.map((line, i) => ({
          x: 0,
          y: said + LINE * (i + 0.5),
          text: fit(line, inner, fontSize),
        })),
        { className: "soft" },
      ),
    ],
    bottom: said + LINE * sentence.length + 22,
  };
}

function draw(
  conflicts: readonly Conflict[],
  more: number,
  layout: Layout,
): Plot.PlotOptions {
  const marks: Plot.Markish[] = [];
  let y = 0;
  conflicts.forEach((conflict, i) => {
    const drawn = panel(conflict, i + 1, y, layout);
    marks.push(...drawn.marks);
    y = drawn.bottom;
  });
  const rest = conflicts.length === 0
    ? "No conflict: the claims can all be true."
    : more > 0
    ? `and ${andMore(more, "conflict").join()}`
    : "";
  if (rest) {
    marks.push(words([{ x: 0, y: y + 8, text: rest }]));
    y += 24;
  }
  return pixelPlot(y, marks);
}

/**
 * Conflicts one below the other: what each claim allows, as often as the sum
 * takes it, on one scale; where the low sides end, where the high sides end,
 * how far that is apart, and the sentence that does the arithmetic.
 *
 * @example
 * ```ts
 * import { conflictDiagram } from "./conflict_diagram.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = conflictDiagram([{
 *   parts: [
 *     {
 *       claim: "many",
 *       label: "A Paper: over 100",
 *       title: "“more than 100”",
 *       status: "attributed",
 *       side: "low",
 *       times: 1,
 *       low: 100,
 *       high: null,
 *     },
 *     {
 *       claim: "few",
 *       label: "The Register: 70",
 *       title: "“70”",
 *       status: "official",
 *       side: "high",
 *       times: 1,
 *       low: 70,
 *       high: 70,
 *     },
 *   ],
 *   text: "100 is more than 70.",
 * }]);
 * assert.match(svg, /30 apart/);
 * ```
 */
export function conflictDiagram(
  from: readonly Conflict[] | Disagreement,
  options: ConflictDiagramOptions = {},
): Chart {
  checkOptions(options, OPTION_TYPES);
  const conflicts = conflictsIn(from);
  const caption = options.caption ?? captionOf(from);
  const shown = conflicts.slice(0, options.most ?? 10);
  const gaps = shown.map(({ parts }) => conflictSums(parts).apart);
  return chart({
    title: options.title ??
      (conflicts.length === 1
        ? "Claims that cannot all be true, and by how much"
        : "Which claims cannot all be true, and by how much?"),
    subtitle: "A bar is what a claim allows, as many times as the sum takes " +
      "it; claims that add up are laid end to end. They cannot all be true " +
      "because the least that some allow (solid line) is more than the most " +
      "that others allow (dashed line). Solid: official; half: attributed; " +
      "pale: contested; dashed: unverified.",
    ...(caption ? { caption } : {}),
    description: conflicts.length === 0
      ? "No conflict: the claims can all be true."
      : `${conflicts.length} conflicts, ${shown.length} of them drawn. ` +
        shown.slice(0, 3).map(({ parts, text }, i) =>
          `${parts.length} claims, ${amount(gaps[i]!)} apart: ${text}`
        ).join(" "),
    draw: (layout) => draw(shown, conflicts.length - shown.length, layout),
  });
}
