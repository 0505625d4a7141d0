import type * as Plot from "@observablehq/plot";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { formatExactNumber } from "../quantity/format_exact.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { takesCount } from "../quantity/takes.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import { captionOf } from "./claims_caption.ts";
import {
  type Conflict,
  type ConflictPart,
  conflictsIn,
  conflictSums,
  type Disagreement,
} from "./conflict.ts";
import * as kit from "./kit/kit.ts";

/** What the chart is called, and how much of it is drawn. */
export interface ConflictDiagramOptions extends ChartTitle {
  /** How many conflicts are drawn. Default: 10. */
  readonly most?: number;
}

const OPTION_TYPES: OptionTypes<ConflictDiagramOptions> = {
  ...TITLE_TYPES,
  most: takesCount,
};

/** A conflict this much smaller than another has an axis of its own. */
const FAR = 40;

interface PartRow extends kit.Row {
  readonly part?: ConflictPart;
  /** What the parts before it on the same side come to. */
  readonly before: number;
  /** Its place in the sum. */
  readonly term: string;
}

/** "≥ 2 × 230,000", "≤ 250,000": a part's place in the sum. */
function term(
  { side, times, low, high }: ConflictPart,
  first: boolean,
): string {
  if (side === "factor") return `factor ${formatExactNumber(low)}`;
  const value = side === "low" ? low : high ?? 0;
  const product = times === 1 ? "" : `${formatExactNumber(times)} × `;
  const sign = side === "high" ? "≤" : first ? "≥" : "+";
  return `${sign} ${product}${formatExactNumber(value)}`;
}

/** The rows of a conflict: what it comes to, its parts, the gap, the sentence. */
function rowsOf({ parts, text }: Conflict, number: number): PartRow[] {
  const { atLeast, atMost } = conflictSums(parts);
  const before = { low: 0, high: 0, factor: 0 };
  const bare = { before: 0, term: "" };
  return [
    {
      ...{ ...bare, type: "heading" },
      label: `Conflict ${number}: at least ${formatNumber(atLeast)}, at most ${
        formatNumber(atMost)
      }`,
    },
    ...parts.map((part, i): PartRow => {
      const row: PartRow = {
        type: "item",
        ...{ label: part.label, title: part.title, part },
        before: before[part.side],
        term: term(part, part.side !== parts[i - 1]?.side),
      };
      const value = part.side === "low" ? part.low : part.high ?? 0;
      before[part.side] += part.times * value;
      return row;
    }),
    { ...bare, type: "space", label: "" },
    { ...bare, type: "note", label: text },
    { ...bare, type: "space", label: "" },
  ];
}

/** The greatest number that a conflict shows. */
function greatest({ parts }: Conflict): number {
  const { atLeast, atMost } = conflictSums(parts);
  return Math.max(1, atLeast, atMost);
}

/** What each part allows, times as often as it is taken, and how far it misses. */
function panel(
  { parts }: Conflict,
  rows: readonly kit.Placed<PartRow>[],
  { x, lines }: kit.NumberAxis,
  [left, right]: readonly [number, number],
  { narrow, inner, fontSize }: kit.Layout,
): Plot.Markish[] {
  const { atLeast, atMost, apart } = conflictSums(parts);
  const items = rows.filter(({ type }) => type === "item");
  const counted = items.flatMap(({ part, mark, before }) =>
    part && part.side !== "factor" ? [{ ...part, ...mark, before }] : []
  );
  const bars = counted.map(({ before, times, title: _, ...part }) => ({
    ...kit.barOf({
      ...part,
      low: before + times * part.low,
      high: part.high === null ? null : before + times * part.high,
    }, { x: (value) => Math.min(right, x(value)), begin: left, end: right }),
    start: x(before),
    high: part.high !== null && x(before + times * part.high) <= right
      ? part.high
      : null,
  }));
  const [gapLeft, gapRight] = kit.seen(x(atMost), x(atLeast));
  const gap = rows.find(({ type }) => type === "space")!;
  // Narrow, the rows' labels stand between the bars: no line runs through them.
  const stripes = narrow
    ? bars.map(({ top, bottom }) => ({ top: top - 2, bottom: bottom + 2 }))
    : bars.length > 0
    ? [{ top: bars[0]!.top - 4, bottom: gap.y }]
    : [];
  const ends = { left: gapLeft, right: gapRight };
  const said = `${formatNumber(apart)} apart`;
  const fits = inner - gapRight - 8 > kit.textWidth(said, fontSize, "bold");
  return [
    lines(stripes),
    kit.rects(stripes.map((stripe) => ({ ...ends, ...stripe })), {
      fill: "var(--gap)",
    }),
    kit.rects(
      bars.map(({ start, left, top, bottom }) => ({
        ...{ left: start, right: left, top: top + 4, bottom: bottom - 4 },
      })),
      { fill: "var(--line)" },
    ),
    ...kit.statusRects(bars),
    ...kit.openEnds(bars),
    ...([["right", "none"], ["left", "3,3"]] as const).map(([end, dash]) =>
      kit.uprights(
        [...stripes, { top: gap.y - 8, bottom: gap.y + 4 }]
          .map((stripe) => ({ ...stripe, x: ends[end] })),
        { stroke: "var(--ink)", strokeWidth: 1.5, strokeDasharray: dash },
      )
    ),
    kit.across([{ ...ends, y: gap.y }], {
      stroke: "var(--ink)",
      strokeWidth: 3,
    }),
    kit.words(
      [{ x: fits ? gapRight + 6 : gapLeft - 6, y: gap.y, text: said }],
      { className: "strong", anchor: fits ? "start" : "end" },
    ),
    kit.words(
      items.map(({ term, y }) => ({ x: inner, y, text: term })),
      { anchor: "end", className: "soft" },
    ),
  ];
}

function draw(
  conflicts: readonly Conflict[],
  rest: string,
  layout: kit.Layout,
): PlotOptions {
  const { narrow, inner, fontSize } = layout;
  const marks: Plot.Markish[] = [];
  const all = conflicts.map((conflict, i) => rowsOf(conflict, i + 1));
  const terms = Math.ceil(
    kit.widest(all.flatMap((rows) => rows.map(({ term }) => term)), fontSize),
  );
  const room = Math.min(405, Math.max(200, inner - 330 - terms));
  const left = narrow ? 2 : room + 14;
  const right = Math.max(left + 60, inner - terms - 24);
  let y = 0;
  let top = 0;
  let axis: kit.NumberAxis | undefined;
  conflicts.forEach((conflict, i) => {
    const most = greatest(conflict);
    if (!axis || most > top || most * FAR < top) {
      // For all that follow until one is far off.
      const near = conflicts.slice(i).map(greatest);
      const end = near.findIndex((other) => other * FAR < most);
      const own = end < 0 ? near : near.slice(0, end);
      top = Math.max(...own.filter((other) => other < most * FAR));
      axis = kit.numberAxis([0, top * 1.12], [left, right], layout);
      marks.push(axis.names(y + kit.LINE / 2));
      y += kit.AXIS + 6;
    } else marks.push(kit.across([{ left: 0, right: inner, y: y - 9 }]));
    const drawn = kit.list(all[i]!, layout, { top: y, room });
    marks.push(
      ...drawn.marks,
      ...panel(conflict, drawn.rows, axis, [left, right], layout),
    );
    y = drawn.bottom;
  });
  marks.push(kit.words([{ x: 0, y: y + kit.LINE / 2, text: rest }]));
  return kit.pixelPlot(y + (rest ? 24 : 0), marks);
}

/**
 * Conflicts one below the other, on one axis: what each claim allows, as often as
 * the sum takes it; where the low sides end, where the high sides end, how far
 * that is apart, and the sentence that does the arithmetic. A conflict of numbers
 * far from the others' stands below an axis of its own.
 *
 * @example
 * ```ts
 * import { conflictDiagram } from "./conflict_diagram.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { title: "", status: null, times: 1 };
 * const many = { ...claim, claim: "many", label: "A Paper: over 100" };
 * const few = { ...claim, claim: "few", label: "The Register: 70" };
 * const { svg } = conflictDiagram([{
 *   parts: [
 *     { ...many, side: "low", low: 100, high: null },
 *     { ...few, side: "high", low: 70, high: 70 },
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
  const agree = "No conflict: the claims can all be true.";
  const more = kit.andMore(conflicts.length - shown.length, "conflict").join();
  const rest = conflicts.length === 0 ? agree : more && `and ${more}`;
  return chart({
    title: options.title ??
      (conflicts.length === 1
        ? "Claims that cannot all be true, and by how much"
        : "Which claims cannot all be true, and by how much?"),
    subtitle: "A bar is what a claim allows, as many times as the sum takes " +
      "it; claims that add up are laid end to end. They cannot all be true " +
      "because the least that some allow (solid line) is more than the most " +
      `that others allow (dashed line): shaded. ${kit.STATUS_WORDS}`,
    ...(caption ? { caption } : {}),
    description: conflicts.length === 0
      ? agree
      : `${conflicts.length} conflicts, ${shown.length} of them drawn. ` +
        shown.slice(0, 3).map(({ parts, text }) =>
          `${parts.length} claims, ${
            formatNumber(conflictSums(parts).apart)
          } apart: ${text}`
        ).join(" "),
    draw: (layout) => draw(shown, rest, layout),
  });
}
