import * as Plot from "@observablehq/plot";
import { claimIntervals, type TakenClaims } from "../dataset/intervals.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { takesCount } from "../quantity/takes.ts";
import { formatPercent } from "../quantity/percent.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import { type ChartClaim, chartClaim } from "./chart_claim.ts";
import { captionOf } from "./claims_caption.ts";
import { matrix, type MatrixColumn, type MatrixRow } from "./matrix.ts";
import {
  andMore,
  fit,
  innerWidth,
  LINE,
  linear,
  pixelPlot,
  words,
} from "./pixels.ts";
import { textWidth } from "./text_width.ts";
import { TITLE_TYPES } from "./title_types.ts";

/**
 * A way to make the rest of the claims agree.
 *
 * @example
 * ```ts
 * import type { Repair } from "./blame_chart.ts";
 * import assert from "node:assert/strict";
 *
 * const cheapest: Repair = { drop: ["estimate"], weight: 1 };
 * assert.equal(cheapest.drop.length, 1);
 * ```
 */
export interface Repair {
  /** Ids of the claims it drops. */
  readonly drop: readonly string[];
  /** What that costs. */
  readonly weight: number;
}

/**
 * What must give. The engine's `blame`, `repairs` and `cheapestRepair` fit.
 *
 * @example
 * ```ts
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import type { BlameInput } from "./blame_chart.ts";
 * import assert from "node:assert/strict";
 *
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const year = { ...claim, start: "2024-01", end: "2024-12" };
 * using result = await reconcile([
 *   { ...year, claim_id: "a", stated: "70" },
 *   { ...year, claim_id: "b", stated: "90" },
 * ]);
 * const input: BlameInput = {
 *   claims: [],
 *   blame: result.blame,
 *   repairs: result.repairs,
 *   cheapest: result.cheapestRepair,
 * };
 * assert.deepEqual(input.blame.map(({ share }) => share), [0.5, 0.5]);
 * ```
 */
export interface BlameInput {
  /** The claims as charts name them; others go by their ids. */
  readonly claims: readonly ChartClaim[];
  /** The share of the repairs, 0 to 1, that drop each claim. */
  readonly blame: readonly { readonly claim: string; readonly share: number }[];
  /** The repairs. */
  readonly repairs: readonly Repair[];
  /** The cheapest of them; of several that weigh as little the first. */
  readonly cheapest?: Repair;
}

/**
 * What the chart is called, and how much of it is drawn.
 *
 * @example
 * ```ts
 * import { blameChart, type BlameOptions } from "./blame_chart.ts";
 * import assert from "node:assert/strict";
 *
 * const options: BlameOptions = { title: "What must give", mostClaims: 5 };
 * const blame = [{ claim: "a", share: 1 }];
 * const repairs = [{ drop: ["a"], weight: 1 }];
 * assert.equal(
 *   blameChart({ claims: [], blame, repairs }, options).title,
 *   "What must give",
 * );
 * ```
 */
export interface BlameOptions extends ChartTitle {
  /** How many repairs are drawn. Default: 10. */
  readonly mostRepairs?: number;
  /** How many claims are drawn. Default: 15. */
  readonly mostClaims?: number;
}

const OPTION_TYPES: OptionTypes<BlameOptions> = {
  ...TITLE_TYPES,
  mostRepairs: takesCount,
  mostClaims: takesCount,
};

type Blamed = ChartClaim & { readonly share: number };

/** Claims that some repair drops, the most often dropped first. */
function blamed({ claims, blame, cheapest }: BlameInput): Blamed[] {
  const named = new Map(claims.map((row) => [row.claim, row]));
  const kept = new Set(cheapest?.drop);
  return blame.filter(({ share }) => share > 0).map(({ claim, share }) => ({
    ...(named.get(claim) ??
      { claim, label: claim, title: claim, status: null }),
    share,
  })).toSorted((a, b) =>
    b.share - a.share || Number(kept.has(b.claim)) - Number(kept.has(a.claim))
  );
}

const sameSet = (a: Repair, b: Repair) =>
  a.drop.length === b.drop.length &&
  a.drop.every((claim) => b.drop.includes(claim));

/** The repairs in the order drawn: the cheapest first, as it must be seen. */
function ordered({ repairs, cheapest }: BlameInput): Repair[] {
  if (!cheapest || cheapest.drop.length === 0) return [...repairs];
  return [cheapest, ...repairs.filter((repair) => !sameSet(repair, cheapest))];
}

function columnsOf(repairs: readonly Repair[], input: BlameInput) {
  const { claims, cheapest } = input;
  const named = new Map(claims.map((row) => [row.claim, row.label]));
  return repairs.map((repair): MatrixColumn => {
    const marked = cheapest?.weight === repair.weight;
    return {
      head: formatNumber(repair.weight),
      title: `${marked ? "Cheapest repair" : "Repair"}, weight ${
        formatNumber(repair.weight)
      }: drops ${repair.drop.map((id) => named.get(id) ?? id).join("; ")}`,
      claims: repair.drop,
      marked,
    };
  });
}

const percent = (share: number) => formatPercent(share, 2);

function draw(
  input: BlameInput,
  options: BlameOptions,
  layout: Layout,
): Plot.PlotOptions {
  const { narrow, fontSize } = layout;
  const inner = innerWidth(layout);
  const all = blamed(input);
  const claims = all.slice(0, options.mostClaims ?? 15);
  const repairs = ordered(input);
  const bars = narrow ? [0, 76] as const : [420, 510] as const;
  const left = narrow ? 128 : 600;
  const every = columnsOf(repairs, input);
  // As many as there is room for what they cost.
  const widest = Math.max(
    12,
    ...every.map(({ head }) => textWidth(head, fontSize)),
  ) + 4;
  const columns = every.slice(
    0,
    Math.min(
      options.mostRepairs ?? 10,
      Math.max(1, Math.floor((inner - left) / widest)),
    ),
  );
  const step = Math.min(
    Math.max(widest, narrow ? 30 : 34),
    (inner - left) / Math.max(1, columns.length),
  );
  const top = 44;
  const height = narrow ? 38 : 24;
  const x = linear([0, 1], bars);
  const rows = claims.map((claim, i): MatrixRow & Blamed => ({
    ...claim,
    y: top + height * i + (narrow ? 26 : 12),
  }));
  const bottom = top + height * rows.length;
  const shares = rows.map((row) => ({
    ...row,
    title: `${row.title}\ndropped by ${percent(row.share)} of the repairs`,
    x1: x(0),
    x2: x(row.share),
    y1: row.y - 7,
    y2: row.y + 7,
  }));
  const shown = new Set(claims.map(({ claim }) => claim));
  const hidden = columns.map((column, i) => ({
    x: left + step * (i + 0.5),
    y: bottom + 10,
    n: column.claims.filter((claim) => !shown.has(claim)).length,
    title: column.title,
  })).filter(({ n }) => n > 0);
  const moreClaims = all.length - claims.length;
  const moreRepairs = repairs.length - columns.length;
  const rest = [
    ...andMore(moreClaims, "claim"),
    ...andMore(moreRepairs, "repair"),
  ].join(" and ");
  const end = bottom + (hidden.length > 0 ? 22 : 4);
  const marked = columns.findIndex((column) => column.marked);
  const heads = rows.length === 0 ? [] : [
    { x: bars[0], y: 28, text: narrow ? "share" : "share of repairs" },
    ...(marked >= 0
      ? [{ x: left + step * marked + 1, y: 8, text: "cheapest" }]
      : []),
  ];
  return pixelPlot(
    rows.length === 0 ? 22 : end + (rest ? LINE + 6 : 0),
    [
      Plot.ruleY(rows, {
        x1: 0,
        x2: inner,
        y: (row: MatrixRow) => row.y + 12,
        stroke: "var(--line)",
      }),
      words(heads, { className: "soft" }),
      words(
        rows.length > 0 ? [{ x: left - 4, y: 28, text: "cost" }] : [],
        { anchor: "end", className: "soft" },
      ),
      Plot.rect(shares, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        rx: 2,
        fill: "var(--none)",
        title: "title",
      }),
      words(shares.map((row) => ({
        x: row.x2 + 5,
        y: row.y,
        text: percent(row.share),
        title: row.title,
      }))),
      ...matrix(rows, columns, {
        left,
        step,
        headY: 28,
        bottom: end - 2,
        apart: narrow,
      }),
      words(rows.map((row) => ({
        x: 0,
        y: narrow ? row.y - 18 : row.y,
        text: fit(row.label, narrow ? inner : 410, fontSize),
        title: row.title,
      }))),
      words(
        hidden.map(({ n, ...at }) => ({ ...at, text: `+${formatNumber(n)}` })),
        { anchor: "middle", className: "soft" },
      ),
      words(
        rows.length === 0
          ? [{ x: 0, y: 10, text: "Nothing to repair: the claims agree." }]
          : rest
          ? [{ x: 0, y: end + LINE / 2, text: `and ${rest}` }]
          : [],
      ),
    ],
  );
}

/** What the cheapest repair drops, where it is one. */
function cheapestWords(input: BlameInput, { drop, weight }: Repair): string {
  const least = ordered(input).filter((repair) => repair.weight === weight);
  if (least.length > 1) {
    return `${formatNumber(least.length)} of them are the cheapest.`;
  }
  const named = new Map(input.claims.map((row) => [row.claim, row.label]));
  return `The cheapest drops ${
    drop.slice(0, 5).map((id) => named.get(id) ?? id).join("; ")
  }${drop.length > 5 ? " and others" : ""}.`;
}

/**
 * A result as far as this chart draws it.
 *
 * @example
 * ```ts
 * import { blameChart, type BlameResult } from "./blame_chart.ts";
 * import assert from "node:assert/strict";
 *
 * const cheapestRepair = { drop: ["a"], weight: 1 };
 * const result: BlameResult = {
 *   asRead: [],
 *   blame: [{ claim: "a", share: 1 }],
 *   repairs: [cheapestRepair],
 *   cheapestRepair,
 * };
 * assert.match(blameChart(result).svg, /100%/);
 * ```
 */
export interface BlameResult extends TakenClaims {
  /** How much each claim is to blame. */
  readonly blame: BlameInput["blame"];
  /** The repairs. */
  readonly repairs: readonly Repair[];
  /** The cheapest. */
  readonly cheapestRepair: Repair;
}

function inputOf(from: BlameInput | BlameResult): BlameInput {
  if (!("asRead" in from)) return from;
  return {
    claims: claimIntervals(from).map(chartClaim),
    blame: from.blame,
    repairs: from.repairs,
    cheapest: from.cheapestRepair,
  };
}

/**
 * What must give: the share of the repairs that drop each claim, and beside it
 * the repairs, a column each with what it costs. The cheapest comes first, in a
 * frame, and so do others that cost as little.
 *
 * @example
 * ```ts
 * import { blameChart } from "./blame_chart.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = blameChart({
 *   claims: [],
 *   blame: [{ claim: "a", share: 0.5 }, { claim: "b", share: 0.5 }],
 *   repairs: [{ drop: ["a"], weight: 1 }, { drop: ["b"], weight: 2 }],
 *   cheapest: { drop: ["a"], weight: 1 },
 * });
 * assert.match(svg, /50%/);
 * ```
 */
export function blameChart(
  from: BlameInput | BlameResult,
  options: BlameOptions = {},
): Chart {
  checkOptions(options, OPTION_TYPES);
  const input = inputOf(from);
  const caption = options.caption ?? captionOf(from);
  const all = blamed(input);
  const { repairs, cheapest } = input;
  const first = all[0];
  return chart({
    title: options.title ?? "What would have to go for the rest to agree?",
    subtitle: "Bar: how many of the repairs drop the claim. A column is a " +
      "repair: without the claims with a dot the others can all be true, and " +
      "no smaller part of them would do. Above it what it costs; in a frame " +
      "the cheapest. A claim that is dropped need not be wrong.",
    ...(caption ? { caption } : {}),
    description: first
      ? `${repairs.length} repairs of ${all.length} claims. Dropped most ` +
        `often, by ${percent(first.share)}: ${first.label}.` +
        (cheapest ? ` ${cheapestWords(input, cheapest)}` : "")
      : "Nothing to repair: the claims agree.",
    draw: (layout) => draw(input, options, layout),
  });
}
