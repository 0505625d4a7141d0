import type {
  EstimateRung,
  LadderStep,
  OfficialRung,
} from "../analysis/ladder_step.ts";
import { checkOptions } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { phraseBounds, type Range } from "../quantity/phrase_bounds.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import * as kit from "./kit/kit.ts";

interface LadderRow extends kit.Row, Range, Pick<kit.Painted, "status"> {
  readonly ratio: string;
  /** The estimate that an official count is held against. */
  readonly estimate?: EstimateRung;
}

const NOTHING = "There are no estimates to compare.";
const RATIO = "estimate ÷ count";

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

function rowsOf(steps: readonly LadderStep[]): LadderRow[] {
  return steps.flatMap(({ period, estimate, officials }): LadderRow[] => [
    {
      type: "heading",
      label: period,
      status: null,
      low: 0,
      high: 0,
      ratio: "",
    },
    { type: "item", ...estimate, ratio: "" },
    ...officials.map((official): LadderRow => ({
      type: "item",
      label: `${official.label}: ${phraseBounds(official)}`,
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

function draw(rows: readonly LadderRow[], layout: kit.Layout): PlotOptions {
  if (rows.length === 0) return kit.pixelPlot(1, []);
  const { narrow, inner, fontSize } = layout;
  const top = kit.AXIS + kit.LINE;
  const { items, left, bottom, areas, marks } = kit.list(rows, layout, { top });
  const ratios = Math.max(
    kit.textWidth(RATIO, fontSize),
    kit.widest(rows.map(({ ratio }) => ratio), fontSize, "bold"),
  );
  const end = inner - ratios - 22;
  const most = Math.max(
    1,
    ...items.flatMap(({ low, high }) => [low, high ?? 0]),
  );
  const { x, ...axis } = kit.numberAxis([0, most], [left + 2, end], layout);
  const ends = items.flatMap(({ estimate, mark, top }) =>
    (estimate ? [estimate.low, estimate.high] : []).map((value) => ({
      x: value === null ? end : x(value),
      // Narrow, the rows' labels stand between the marks.
      top: narrow ? mark.top : top - 4,
      bottom: mark.bottom,
    }))
  );
  return kit.pixelPlot(bottom + 4, [
    axis.names(kit.LINE * 1.5),
    axis.lines(areas),
    ...marks,
    kit.uprights(ends, { stroke: "var(--ink)", strokeDasharray: "2,3" }),
    ...kit.intervalBars(
      items.map(({ low, high, status, mark }) => ({
        low,
        high,
        status,
        ...mark,
      })),
      { x, begin: left, end },
    ),
    kit.words([{ x: inner, y: kit.LINE / 2, text: RATIO }], {
      ...{ anchor: "end", className: "soft" },
    }),
    kit.words(items.map(({ ratio, y }) => ({ x: inner, y, text: ratio })), {
      ...{ anchor: "end", className: "strong" },
    }),
  ]);
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
      "at a row for the wording and the source.",
  } = options;
  const held = ({ estimate, officials, period }: LadderStep) =>
    `${estimate.label}, ${period}: ${
      officials.map((rung) => `${phraseRatio(rung)} ${rung.label}`)
        .join("; ") || "held against no count"
    }`;
  return chart({
    title,
    subtitle: steps.length === 0
      ? NOTHING
      : "Under each estimate, the official counts of the same days. " +
        "Bars: what each number allows, an arrow where it is open above; " +
        `dotted lines carry the estimate's ends down. ${kit.STATUS_WORDS}`,
    caption,
    description: steps.length === 0
      ? NOTHING
      : `${steps.map(held).join(". ")}.`,
    draw: (layout) => draw(rowsOf(steps), layout),
  });
}
