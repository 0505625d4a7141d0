import { claimIntervals, type TakenClaims } from "../dataset/intervals.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { formatPercent } from "../quantity/percent.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { takesCount } from "../quantity/takes.ts";
import type { RepairJson } from "../reconcile/result.ts";
import { type Chart, chart } from "./chart.ts";
import { type ChartClaim, namedClaim } from "./chart_claim.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import { captionOf } from "./claims_caption.ts";
import * as kit from "./kit/kit.ts";
import { labelsOf } from "./labels_of.ts";

/** A way to make the rest of the claims agree: what it drops, what that costs. */
export type Repair = Pick<RepairJson, "drop" | "weight">;

/** What must give. The engine's `blame`, `repairs` and `cheapestRepair` fit. */
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

/** What the chart is called, and how much of it is drawn. */
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

const AGREE = "Nothing to repair: the claims agree.";

type Blamed = ChartClaim & { readonly share: number };

/** Claims that some repair drops, the most often dropped first. */
function blamed({ claims, blame, cheapest }: BlameInput): Blamed[] {
  const named = new Map(claims.map((row) => [row.claim, row]));
  const first = new Set(cheapest?.drop);
  return blame.filter(({ share }) => share > 0).map(({ claim, share }) => ({
    ...(named.get(claim) ??
      { claim, label: claim, title: claim, status: null }),
    share,
  })).toSorted((a, b) =>
    b.share - a.share || Number(first.has(b.claim)) - Number(first.has(a.claim))
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

const percent = (share: number) => formatPercent(share, 2);

function matrixOf(
  input: BlameInput,
  all: readonly Blamed[],
  { mostRepairs = 10, mostClaims = 15 }: BlameOptions,
): kit.MatrixOptions {
  const { claims, cheapest } = input;
  const named = new Map(claims.map((row) => [row.claim, row.label]));
  const repairs = ordered(input);
  return {
    rows: all.slice(0, mostClaims).map((row) => ({
      ...row,
      title: `${row.title}\ndropped by ${percent(row.share)} of the repairs`,
      aside: percent(row.share),
    })),
    columns: repairs.slice(0, mostRepairs).map(({ drop, weight }) => {
      const marked = cheapest?.weight === weight;
      return {
        head: formatNumber(weight),
        title: `${marked ? "Cheapest repair" : "Repair"}, weight ${
          formatNumber(weight)
        }: drops ${drop.map((id) => named.get(id) ?? id).join("; ")}`,
        ...{ claims: drop, marked },
      };
    }),
    ...{ asideHead: "dropped by", head: "cost", marked: "cheapest" },
    more: {
      rows: [all.length - mostClaims, "claim"],
      columns: [repairs.length - mostRepairs, "repair"],
    },
    nothing: AGREE,
  };
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

/** A result as far as this chart draws it. */
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
    claims: claimIntervals(from).map((row) => namedClaim(row, labelsOf(from))),
    blame: from.blame,
    repairs: from.repairs,
    cheapest: from.cheapestRepair,
  };
}

/**
 * What must give: a row a claim that some repair drops, with the share of the
 * repairs that do, and beside it the repairs, a column each with what it costs.
 * The cheapest comes first, in a frame, and so do others that cost as little.
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
    subtitle:
      "A column is a repair: without the claims with a dot the others " +
      "can all be true, and no smaller part of them would do. Above it what it " +
      "costs; in a frame the cheapest. Beside each claim: the share of the " +
      "repairs that drop it. A claim that is dropped need not be wrong.",
    ...(caption ? { caption } : {}),
    description: first
      ? `${repairs.length} repairs of ${all.length} claims. Dropped most ` +
        `often, by ${percent(first.share)}: ${first.label}.` +
        (cheapest ? ` ${cheapestWords(input, cheapest)}` : "")
      : AGREE,
    draw: (layout) => kit.matrix(matrixOf(input, all, options), layout),
  });
}
