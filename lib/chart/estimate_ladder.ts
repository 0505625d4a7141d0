import * as Plot from "@observablehq/plot";
import { checkOptions } from "../quantity/check_options.ts";
import type { Status } from "../quantity/claim.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import { statusRects } from "./paint.ts";
import { phraseBounds, type Range } from "../quantity/phrase_bounds.ts";
import {
  labelWidth,
  type Placed,
  placeRows,
  type Row,
  rowLabels,
  rowScale,
  rowsHeight,
} from "./rows.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { shorten } from "./wrap.ts";
import type {
  EstimateRung,
  LadderStep,
  OfficialRung,
} from "../analysis/ladder_step.ts";

interface LadderRow extends Row {
  readonly status: Status | "none";
  readonly low: number;
  readonly high: number | null;
  readonly ratio: string;
  /** The estimate that an official count is held against. */
  readonly estimate: EstimateRung | null;
}

const NOTHING = "There are no estimates to compare.";
const TOP = 44;
const INSET = 6;

/** "1.88 to 2.60 ×", "at most 0.85 ×": a range of ratios. */
function phraseRatio({ ratioLow, ratioHigh }: OfficialRung): string {
  const number = (value: number) =>
    value < 10 ? value.toFixed(2) : formatNumber(Number(value.toPrecision(3)));
  if (ratioLow === null) {
    return ratioHigh === null ? "open" : `at most ${number(ratioHigh)} ×`;
  }
  if (ratioHigh === null) return `at least ${number(ratioLow)} ×`;
  const [from, to] = [number(ratioLow), number(ratioHigh)];
  return from === to ? `${from} ×` : `${from} to ${to} ×`;
}

/** A count's name and number, the name cut where both would not fit. */
function nameCount(rung: OfficialRung, layout: Layout): string {
  const count = phraseBounds(rung);
  const room = labelWidth(layout) || layout.width - 32;
  const rest = room - 8 - (count.length + 2) * layout.fontSize * 0.56;
  return `${shorten(rung.label, rest, layout.fontSize)}: ${count}`;
}

function rowsOf(steps: readonly LadderStep[], layout: Layout): LadderRow[] {
  return steps.flatMap(({ period, estimate, officials }): LadderRow[] => [
    {
      type: "heading",
      label: period,
      title: period,
      status: "none",
      low: 0,
      high: 0,
      ratio: "",
      estimate: null,
    },
    {
      type: "item",
      label: estimate.label,
      title: estimate.title,
      status: estimate.status ?? "none",
      low: estimate.low,
      high: estimate.high,
      ratio: "",
      estimate: null,
    },
    ...officials.map((official): LadderRow => ({
      type: "item",
      label: nameCount(official, layout),
      title: `${official.title}\n${estimate.label} is ${
        phraseRatio(official)
      } this count`,
      status: "official",
      low: official.low,
      high: official.high,
      ratio: phraseRatio(official),
      estimate,
    })),
  ]);
}

/** The bars, open ends as arrows, the estimate's lines and the ratios. */
function marks(
  rows: readonly Placed<LadderRow>[],
  most: number,
  margin: number,
  layout: Layout,
): Plot.Markish[] {
  const items = rows.filter((row) => row.type === "item");
  const middle = (row: Placed<LadderRow>) => (row.markTop + row.markBottom) / 2;
  const ends = items.flatMap((row) =>
    row.estimate
      ? [row.estimate.low, row.estimate.high ?? most].map((value) => ({
        ...row,
        value,
      }))
      : []
  );
  const open = items.filter((row) => row.high === null);
  return [
    Plot.ruleX(ends, {
      x: "value",
      // Narrow, the rows' labels stand between the marks.
      y1: (row: Placed<LadderRow>) =>
        layout.narrow ? row.markTop - 3 : row.top - 4,
      y2: (row: Placed<LadderRow>) => row.markBottom + (layout.narrow ? 3 : 0),
      stroke: "var(--ink)",
      strokeDasharray: "2,3",
      title: "title",
    }),
    Plot.ruleY(open, {
      x1: "low",
      x2: () => most,
      y: middle,
      stroke: "var(--ink)",
      insetRight: 6,
      title: "title",
    }),
    Plot.dot(open, {
      x: () => most,
      y: middle,
      symbol: "triangle",
      rotate: 90,
      r: 4,
      dx: -4,
      fill: "var(--ink)",
      title: "title",
    }),
    ...statusRects(items, {
      x1: "low",
      x2: (row: LadderRow) => row.high ?? row.low,
      y1: "markTop",
      y2: "markBottom",
      // An exact count is a line; it must not vanish.
      insetLeft: -1.5,
      insetRight: -1.5,
    }),
    Plot.text(items.filter((row) => row.ratio !== ""), {
      frameAnchor: "right",
      textAnchor: "end",
      dx: margin - 2,
      y: middle,
      text: "ratio",
      title: "title",
      className: "strong",
    }),
  ];
}

/**
 * Estimates held against official counts of the same days: a group an estimate,
 * its bar above those of the counts, all on one scale, with lines down from the
 * estimate's ends and, at the right, what the estimate is of each count.
 *
 * @example
 * ```ts
 * import { estimateLadder } from "./estimate_ladder.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = estimateLadder([{
 *   period: "January to October 2024",
 *   estimate: {
 *     label: "The Post: over 100,000",
 *     low: 100_000,
 *     high: 200_000,
 *     status: "unverified",
 *     title: "“over 100,000”",
 *   },
 *   officials: [{
 *     label: "Register",
 *     low: 50_000,
 *     high: 50_000,
 *     ratioLow: 2,
 *     ratioHigh: 4,
 *     title: "The register's own count",
 *   }],
 * }]);
 * assert.match(svg, /2.00 to 4.00 ×/);
 * ```
 */
export function estimateLadder(
  steps: readonly LadderStep[],
  options: ChartTitle = {},
): Chart {
  checkOptions(options, TITLE_TYPES);
  const {
    title = "How do the estimates compare with the official counts?",
    caption = "An estimate of persons and a count of proceedings are " +
      "different things; that they differ does not make either wrong. Point " +
      "at a bar for the wording and the source.",
  } = options;
  const rungs = steps.flatMap(({ estimate, officials }): Range[] => [
    estimate,
    ...officials,
  ]);
  const most = 1.08 *
    Math.max(1, ...rungs.flatMap(({ low, high }) => [low, high ?? 0]));
  return chart({
    title,
    subtitle: steps.length === 0
      ? NOTHING
      : "Under each estimate, the official counts of the same days. " +
        "Bars: what each number allows, an arrow where it is open above; dotted " +
        "lines carry the estimate's ends down. Solid: official; half: " +
        "attributed; pale: contested; dashed: unverified.",
    caption,
    description: steps.length === 0
      ? NOTHING
      : steps.map(({ period, estimate, officials }) =>
        `${estimate.label}, ${period}: ${
          officials.map((rung) => `${phraseRatio(rung)} ${rung.label}`)
            .join("; ") || "held against no count"
        }`
      ).join(". ") + ".",
    draw: (layout) => {
      const placed = placeRows(rowsOf(steps, layout), layout);
      // The column of ratios is as wide as they are.
      const longest = Math.max(
        layout.narrow ? 14 : 15,
        ...steps.flatMap(({ officials }) =>
          officials.map((rung) => phraseRatio(rung).length)
        ),
      );
      const margin = longest * layout.fontSize * 0.64 + 12;
      return {
        height: TOP + rowsHeight(placed) + 4,
        marginTop: TOP,
        marginBottom: 4,
        marginLeft: labelWidth(layout) + INSET,
        marginRight: margin,
        x: { type: "linear", domain: [0, most], label: null },
        y: rowScale(placed, TOP),
        marks: [
          Plot.gridX({
            ticks: steps.length > 0 ? 3 : [],
            stroke: "var(--line)",
            strokeOpacity: 1,
          }),
          Plot.axisX({
            anchor: "top",
            ticks: steps.length > 0 ? 3 : [],
            tickFormat: formatNumber,
            tickSize: 0,
          }),
          Plot.text(steps.length > 0 ? ["estimate ÷ count"] : [], {
            frameAnchor: "top-right",
            textAnchor: "end",
            dx: margin - 2,
            dy: -38,
            className: "soft",
          }),
          ...marks(placed, most, margin, layout),
          ...rowLabels(placed, layout, INSET),
        ],
      };
    },
  });
}
