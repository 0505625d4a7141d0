import type * as Plot from "@observablehq/plot";
import { publisher } from "../analysis/claim_title.ts";
import type { SweepData, SweepRow } from "../analysis/sweep_row.ts";
import { sweepRows } from "../analysis/sweep_rows.ts";
import type { WidthSweep } from "../analysis/width_sweep.ts";
import { hasClaims } from "../dataset/has_claims.ts";
import { claimIntervals, type Claims } from "../dataset/intervals.ts";
import { checkOptions } from "../quantity/check_options.ts";
import { formatPercent } from "../quantity/percent.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import * as kit from "./kit/kit.ts";

/** Conflicts between the same publishers; without a name where none is known. */
interface Party {
  readonly name: string;
  readonly rows: readonly SweepRow[];
}

interface DrawnRow extends kit.Row {
  readonly conflict?: SweepRow;
}

/** Of each party's conflicts and of the parties so many are drawn. */
const ROWS = 4;
const PARTIES = 12;
/** Of conflicts whose parties are not known. */
const ALONE = 24;

/** "0.37", "6", "never": where a conflict ends. */
function phraseWidth(width: number | null): string {
  return width === null ? "never" : formatNumber(Number(width.toFixed(2)));
}

const lasting = ({ until }: SweepRow) => until ?? Infinity;

/** Those that last the longest first, then those that begin first. */
function byLasting(rows: readonly SweepRow[]): SweepRow[] {
  const less = (a: number, b: number) => a === b ? 0 : a < b ? 1 : -1;
  return rows.toSorted((a, b) =>
    less(lasting(a), lasting(b)) || a.from - b.from
  );
}

/** Conflicts by who is in them, those who disagree the longest first. */
function partiesOf(sweep: WidthSweep, claims: Claims): Party[] {
  const publishers = new Map(
    claimIntervals(claims).map((row) => [row.claim.claim_id, publisher(row)]),
  );
  const groups = Map.groupBy(
    sweep.conflicts,
    ({ claims }) =>
      [...new Set(claims.map((id) => publishers.get(id) ?? id))].toSorted()
        .join(", "),
  );
  const parties = [...groups].map(([name, own]) => ({
    name,
    rows: byLasting(sweepRows(own, claims)),
  }));
  const order = byLasting(parties.map(({ rows }) => rows[0]!));
  return parties.toSorted((a, b) =>
    order.indexOf(a.rows[0]!) - order.indexOf(b.rows[0]!)
  );
}

/** "2 more conflicts, gone by width 0.6": what of a list is not drawn. */
function goneBy(rows: readonly SweepRow[]): string {
  const [first] = rows;
  return first === undefined
    ? ""
    : `and ${kit.andMore(rows.length, "conflict")}, ${
      first.until === null
        ? "some of them at every width"
        : `gone by width ${phraseWidth(first.until)}`
    }`;
}

function rowsOf(parties: readonly Party[]): DrawnRow[] {
  const shown = parties.slice(0, PARTIES);
  const rest = parties.slice(PARTIES).flatMap(({ rows }) => rows);
  const note = (label: string): DrawnRow[] =>
    label === "" ? [] : [{ type: "note", label }];
  return [
    ...shown.flatMap(({ name, rows }): DrawnRow[] => {
      const most = name === "" ? ALONE : ROWS;
      return [
        ...(name === "" ? [] : [{
          type: "heading" as const,
          label: `${name}: ${rows.length} conflict${
            rows.length === 1 ? "" : "s"
          }`,
        }]),
        ...rows.slice(0, most).map((conflict): DrawnRow => ({
          ...{ type: "item", label: conflict.label, title: conflict.title },
          conflict,
        })),
        ...note(goneBy(rows.slice(most))),
      ];
    }),
    ...note(goneBy(byLasting(rest))),
  ];
}

/** The number of conflicts, as steps with their heights written on them. */
function countPanel(
  { steps, most }: SweepData,
  x: (width: number) => number,
  top: number,
  { fontSize }: kit.Layout,
): Plot.Markish[] {
  const height = 74;
  const highest = Math.max(1, ...steps.map(({ conflicts }) => conflicts));
  const floor = top + height;
  const y = (count: number) => floor - count / highest * (height - 18);
  const plateaus = steps.flatMap(({ width, conflicts }, i) => {
    if (i > 0 && steps[i - 1]!.conflicts === conflicts) return [];
    const next = steps.slice(i).find((step) => step.conflicts !== conflicts);
    const end = next?.width ?? most;
    return [{
      ...{ left: x(width), right: x(end), top: y(conflicts), bottom: floor },
      text: formatNumber(conflicts),
      title: `${conflicts} conflicts from width ${phraseWidth(width)} to ${
        phraseWidth(end)
      }`,
    }];
  });
  const area = { left: x(0) - 8, right: x(most) + 12, top, bottom: floor };
  return [
    kit.rects(plateaus, { fill: "var(--ink)", fillOpacity: 0.16 }),
    kit.line(
      plateaus.flatMap(({ left, right, top }) =>
        [left, right].map((x) => ({ x, y: top }))
      ),
      { stroke: "var(--ink)", strokeWidth: 1.5 },
    ),
    ...kit.placedLabels(
      kit.placeLabels(plateaus, { area, obstacles: [], fontSize, above: true }),
    ),
  ];
}

/** "96% at every width", "12% at width 0, 4% at width 1, 0% at width 3". */
function slackWords({ steps, most }: SweepData): string {
  const marked = steps.filter(({ width }, i) =>
    i === 0 || i === steps.length - 1 || (width === 1 && most >= 2)
  ).map(({ width, slack }) => ({ width, text: formatPercent(slack, 2) }));
  const [first] = marked;
  if (!first) return "";
  return marked.every(({ text }) => text === first.text)
    ? `${first.text} at every width`
    : marked.map(({ width, text }) => `${text} at width ${phraseWidth(width)}`)
      .join(", ");
}

/** A bar a conflict, from where it begins to where it dissolves. */
function conflictBars(
  rows: readonly (kit.Row & { y: number; conflict: SweepRow })[],
  x: (width: number) => number,
  most: number,
): Plot.Markish[] {
  const bars = rows.map(({ y, conflict: { from, until } }) => {
    const beyond = until === null || until > most;
    const [left, right] = kit.seen(x(from), x(Math.min(until ?? most, most)));
    return {
      ...{ left, right, top: y - 5.5, bottom: y + 5.5 },
      said: {
        ...{ x: right + 6, y },
        text: `${beyond ? "→ " : ""}${phraseWidth(until)}`,
      },
    };
  });
  return [
    kit.rects(bars, {
      ...{ rx: 2, fill: "var(--contested)", fillOpacity: 0.35 },
      stroke: "var(--contested)",
    }),
    kit.words(bars.map(({ said }) => said)),
  ];
}

function draw(
  data: SweepData,
  parties: readonly Party[],
  layout: kit.Layout,
): PlotOptions {
  const { narrow, inner, fontSize } = layout;
  const given = rowsOf(parties);
  const counts = kit.AXIS + kit.LINE + (narrow ? 20 : 0);
  const heading = counts + 82;
  const { rows, left, bottom, ...own } = kit.list(given, layout, {
    ...{ top: heading + kit.LINE + 18, most: 3 },
  });
  const items = rows.flatMap((row) =>
    row.conflict ? [{ ...row, conflict: row.conflict }] : []
  );
  const end = inner - 12 -
    kit.widest(
      items.map(({ conflict }) => `→ ${phraseWidth(conflict.until)}`),
      fontSize,
    );
  const span = [0, Math.max(data.most, 1e-6)] as const;
  const { x, ...axis } = kit.numberAxis(span, [left + 4, end], layout);
  // The line at width 1; narrow, it stops where the rows' labels stand.
  const stripes = narrow
    ? [{ top: counts, bottom: heading - 8 }, ...items.map(({ mark }) => mark)]
    : [{ top: kit.AXIS + kit.LINE, bottom }];
  const name = narrow ? counts - 12 : counts + 8;
  return kit.pixelPlot(bottom + 2, [
    axis.names(kit.LINE * 1.5),
    axis.lines([{ top: counts, bottom: heading - 8 }, ...own.areas]),
    kit.uprights(
      data.most > 1 ? stripes.map((stripe) => ({ ...stripe, x: x(1) })) : [],
      { stroke: "var(--ink)", strokeDasharray: "3,3" },
    ),
    ...own.marks,
    ...countPanel(data, x, counts, layout),
    ...conflictBars(items, x, data.most),
    kit.words(
      [{ x: x(0) - 4, y: kit.LINE / 2, text: "width of hedges and rounding" }],
      {
        className: "soft",
      },
    ),
    kit.words([
      { x: 0, y: name, text: "Conflicts" },
      { x: 0, y: heading + 4, text: "Slack" },
    ], { className: "strong" }),
    kit.words([
      narrow
        ? {
          x: kit.textWidth("Conflicts", fontSize, "bold") + 8,
          y: name,
          text: "how many",
        }
        : {
          x: 0,
          y: name + kit.LINE,
          text: "how many there are at each width",
        },
      {
        ...{ x: kit.textWidth("Slack", fontSize, "bold") + 8, y: heading + 4 },
        text: `every bound must give by ${slackWords(data)}`,
      },
    ], { className: "soft" }),
  ]);
}

/**
 * How findings move with the width of hedges: the number of conflicts as steps,
 * the slack, and, by who is in them, a bar a conflict from the width at which it
 * begins to the one at which its claims can all be true; those that last the
 * longest first. Takes what `sweepWidths` gives, and the data it was asked of.
 *
 * @example
 * ```ts
 * import { widthSweep } from "./width_sweep.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = widthSweep({
 *   most: 2,
 *   steps: [
 *     { width: 0, slack: 0.1, conflicts: 1 },
 *     { width: 0.5, slack: 0, conflicts: 0 },
 *   ],
 *   conflicts: [{ label: "A 10, B 12", title: "“10”", from: 0, until: 0.5 }],
 * });
 * assert.match(svg, /A 10, B 12/);
 * ```
 */
export function widthSweep(
  sweep: WidthSweep,
  claims: Claims,
  options?: ChartTitle,
): Chart;
/** The same of conflicts that have their words already. */
export function widthSweep(data: SweepData, options?: ChartTitle): Chart;
export function widthSweep(
  given: WidthSweep | SweepData,
  second: Claims | ChartTitle = {},
  third: ChartTitle = {},
): Chart {
  const ofClaims = hasClaims(second);
  const options = ofClaims ? third : second;
  checkOptions(options, TITLE_TYPES);
  const parties = ofClaims
    ? partiesOf(given as WidthSweep, second)
    : [{ name: "", rows: byLasting((given as SweepData).conflicts) }];
  const conflicts = parties.flatMap(({ rows }) => rows);
  const data: SweepData = { ...given, conflicts };
  const {
    title,
    caption = "Width 1 (dashed line) is what is assumed unless said " +
      "otherwise: 0 takes every number to the letter, 2 makes hedges and " +
      "rounding twice as wide. Point at a row for the claims' wording.",
  } = options;
  const { most, steps } = data;
  const ends = conflicts.map(({ label, until }) =>
    `${label}: ${until === null ? "never" : `at ${phraseWidth(until)}`}`
  );
  return chart({
    title: title ?? "How wide would the hedges have to be for the claims to " +
        "agree?",
    subtitle: "From left to right hedges and rounding widen. A bar runs from " +
      "the width at which a set of claims becomes a conflict to the one at " +
      "which it dissolves, which stands at its end; an arrow: beyond the " +
      "widths shown. One that begins later takes the place of a smaller one.",
    caption,
    description: `From width 0 to ${phraseWidth(most)} the conflicts go from ` +
      `${steps[0]?.conflicts ?? 0} to ${steps.at(-1)?.conflicts ?? 0}. ` +
      (ends.length > 0
        ? `They dissolve so: ${ends.join("; ")}.`
        : "There is none to dissolve."),
    draw: (layout) => draw(data, parties, layout),
  });
}
