import type * as Plot from "@observablehq/plot";
import { claimIntervals, type TakenClaims } from "../dataset/intervals.ts";
import { checkOptions } from "../quantity/check_options.ts";
import { meets } from "../quantity/meets.ts";
import { formatNumber } from "../quantity/phrase.ts";
import type { ClaimJson } from "../reconcile/result.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import { type ChartClaim, namedClaim } from "./chart_claim.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import { captionOf } from "./claims_caption.ts";
import * as kit from "./kit/kit.ts";

/** What a claim says, and what the others imply for it, in its own unit. */
export interface ImpliedRow extends ChartClaim {
  /** Rows of a group share a scale: what is counted, and in which unit. */
  readonly group: string;
  /** At least, by the claim; `null` is open, of a difference alone. */
  readonly low: number | null;
  /** At most; `null` is open. */
  readonly high: number | null;
  /**
   * At least, by the others; `null` where no such count is possible, and of a
   * difference where it is open.
   */
  readonly impliedLow: number | null;
  /** At most, by the others; `null` is open. */
  readonly impliedHigh: number | null;
  /** Whether it may be a fall: of a difference, whose lows may be open. */
  readonly signed?: boolean;
}

/** Numbers in few digits: whole ones from ten up, else three digits. */
function number(value: number): string {
  return formatNumber(
    Math.abs(value) >= 10 ? Math.round(value) : Number(value.toPrecision(3)),
  ).replace("-", "−");
}

/** "55,000–65,000", "500,000 or more", "any number". */
function range(low: number | null, high: number | null): string {
  if (high === null) return low ? `${number(low)} or more` : "any number";
  if (low === null) return `up to ${number(high)}`;
  const [from, to] = [number(low), number(high)];
  return from === to ? from : low < 0 ? `${from} to ${to}` : `${from}–${to}`;
}

/** Whether the others leave any number. */
function possible({ impliedLow, signed }: ImpliedRow): boolean {
  return impliedLow !== null || signed === true;
}

function implied(row: ImpliedRow): string {
  return possible(row)
    ? range(row.impliedLow, row.impliedHigh)
    : "nothing possible";
}

/** Whether some number is both what the claim says and what the others allow. */
function fits(row: ImpliedRow): boolean {
  return possible(row) &&
    meets(row, { low: row.impliedLow, high: row.impliedHigh });
}

/** How far a claim is from what the others imply, where they do not meet. */
function gap(row: ImpliedRow): readonly [number, number] | null {
  const { low, high, impliedLow, impliedHigh } = row;
  if (fits(row)) return null;
  if (high !== null && impliedLow !== null && high < impliedLow) {
    return [high, impliedLow];
  }
  return low !== null && impliedHigh !== null ? [impliedHigh, low] : null;
}

interface DumbbellRow extends kit.Row {
  readonly row?: ImpliedRow;
  /** Of a heading: the rows of its group. */
  readonly own?: readonly ImpliedRow[];
}

/** Height of a claim's bar, in pixels. */
const BAR = 9;

/** More claims are not drawn. */
const MOST = 100;

/** The claim above, the others below, shaded across where they miss. */
function marks(
  items: readonly (kit.Placed<DumbbellRow> & { readonly row: ImpliedRow })[],
  span: kit.Span,
): Plot.Markish[] {
  const says = items.map(({ row: { low, high, status }, mark: { top } }) =>
    kit.barOf({ low, high, status, top, bottom: top + BAR }, span)
  );
  const others = items.filter(({ row }) => possible(row))
    .map(({ row: { impliedLow, impliedHigh }, mark: { bottom } }) =>
      kit.barOf({
        ...{ low: impliedLow, high: impliedHigh, status: null },
        ...{ top: bottom - 8, bottom },
      }, span)
    );
  const misses = items.flatMap(({ row, mark }) => {
    const missed = gap(row);
    if (!missed) return [];
    const [left, right] = kit.seen(span.x(missed[0]), span.x(missed[1]));
    return [{ left, right, ...mark }];
  });
  const ink = { stroke: "var(--ink)", strokeWidth: 2 };
  const caps = others.flatMap(({ left, right, low, high, ...rest }) => [
    ...(low === null ? [] : [{ ...rest, x: left }]),
    ...(high === null ? [] : [{ ...rest, x: right }]),
  ]);
  return [
    kit.rects(misses, { fill: "var(--gap)" }),
    ...kit.statusRects(says),
    kit.across(others.map((bar) => ({ ...bar, y: kit.middleOf(bar) })), ink),
    kit.uprights(caps, ink),
    ...kit.openEnds([...says, ...others]),
  ];
}

function rowsOf(
  groups: ReadonlyMap<string, readonly ImpliedRow[]>,
): DumbbellRow[] {
  return [...groups].flatMap(([label, own]): DumbbellRow[] => [
    { type: "heading", label, own },
    ...own.map((row): DumbbellRow => ({
      type: "item",
      label: row.label,
      title: `${row.title}\nthe others imply ${implied(row)}`,
      row,
    })),
  ]);
}

/** The scale of a group, and room for the arrow of what is open downwards. */
function scaleOf(
  own: readonly ImpliedRow[],
  [from, end]: readonly [number, number],
): kit.Span & { readonly least: number; readonly most: number } {
  const values = own.flatMap(({ low, high, impliedLow, impliedHigh }) =>
    [low, high, impliedLow, impliedHigh].map((value) => value ?? 0)
  );
  const least = Math.min(0, ...values);
  // Noughts alone stand on a scale to 1.
  const most = Math.max(...values, 0) || (least < 0 ? 0 : 1);
  const more = 0.04 * (most - least);
  const begin = own.some(({ signed }) => signed) ? from + 14 : from;
  const x = kit.linear([least < 0 ? least - more : 0, most + more], [
    begin,
    end,
  ]);
  return { x, begin, end, least, most };
}

function draw(
  groups: ReadonlyMap<string, readonly ImpliedRow[]>,
  count: number,
  layout: kit.Layout,
): PlotOptions {
  const { narrow, inner, fontSize } = layout;
  const all = [...groups.values()].flat();
  const says = (row: ImpliedRow) => range(row.low, row.high);
  const verdict = (row: ImpliedRow) =>
    `${fits(row) ? "" : "✕ "}${implied(row)}`;
  // Each column is as wide as what stands in it; the scale takes the rest.
  const [first, second] = ([[says, "says"], [verdict, "others imply"]] as const)
    .map(([of, head]) => kit.widest([...all.map(of), head], fontSize) + 14);
  const columns = Math.min(380, first! + second!);
  const room = Math.min(360, inner - columns - 150);
  const { rows, left, bottom, ...own } = kit.list(rowsOf(groups), layout, {
    ...{ room, heading: room, mark: 20, below: kit.LINE + 2 },
  });
  const end = narrow ? inner - 16 : inner - columns - 16;
  const soft: kit.Words[] = [];
  const plain: kit.Words[] = [];
  const drawn: Plot.Markish[] = [];
  let span = scaleOf([], [left + 2, end]);
  rows.forEach(({ own, type, bottom }, i) => {
    if (type !== "heading") return;
    span = scaleOf(own!, [left + 2, end]);
    const items = rows.slice(i + 1, i + 1 + own!.length).flatMap((item) =>
      item.row ? [{ ...item, row: item.row }] : []
    );
    const y = bottom - 4 - kit.LINE / 2;
    drawn.push(
      // Narrow, words stand between the marks.
      kit.uprights(
        (narrow ? items.map(({ mark }) => mark) : [
          { top: bottom - 2, bottom: items.at(-1)!.bottom },
        ]).map((line) => ({ ...line, x: span.x(0) })),
      ),
      ...marks(items, span),
    );
    for (const { row, y, mark } of items) {
      const [said, found] = [says(row), verdict(row)];
      if (narrow) {
        soft.push({
          ...{ x: 0, y: mark.bottom + kit.LINE / 2 + 3 },
          text: kit.fit(`says ${said}; others ${found}`, inner, fontSize),
        });
      } else {
        plain.push(
          { x: inner - columns + 4, y, text: kit.fit(said, first!, fontSize) },
          {
            ...{ x: inner - columns + first! + 4, y },
            text: kit.fit(found, columns - first!, fontSize),
          },
        );
      }
    }
    if (narrow) return;
    const most = number(span.most);
    soft.push(
      { x: span.begin, y, text: number(span.least) },
      { x: end - kit.textWidth(most, fontSize), y, text: most },
      { x: inner - columns + 4, y, text: "says" },
      { x: inner - columns + first! + 4, y, text: "others imply" },
    );
  });
  const rest = kit.andMore(count - all.length, "claim").join();
  return kit.pixelPlot(Math.max(20, bottom + (rest ? kit.LINE : 0)), [
    ...own.marks,
    ...drawn,
    kit.words(soft, { className: "soft" }),
    kit.words(plain),
    kit.words(
      all.length === 0
        ? [{ x: 0, y: 10, text: "No claim that is modelled." }]
        : [{ x: 0, y: bottom + kit.LINE / 2, text: rest && `and ${rest}` }],
    ),
  ]);
}

/** A result as far as this chart draws it. */
export interface ImpliedResult extends TakenClaims {
  /** What the others imply for each claim. */
  readonly claims: readonly ClaimJson[];
  /** The measures, in order. */
  readonly measures: readonly string[];
  /** What a measure is called. */
  nameOf(measure: string): string;
}

/**
 * The claims of a reconciliation as rows of this chart, those of one measure
 * together, in the order of the measures; as they were read.
 *
 * @example
 * ```ts
 * import { impliedRows } from "./implied_dumbbells.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * using result = await reconcile(data.only({ collections: ["reports"] }));
 * const row = impliedRows(result).find(({ claim }) =>
 *   claim === "wtat-15k-18k-monthly"
 * );
 * assert.equal(row?.group, "Criminal proceedings, both articles, a month");
 * ```
 */
export function impliedRows(from: ImpliedResult): ImpliedRow[] {
  const claims = from.claims;
  const byId = new Map(
    claimIntervals(from).map((row) => [row.claim.claim_id, row]),
  );
  const name = (id: string) => from.nameOf(id);
  const order = from.measures;
  const kinds = ["total", "level", "rate", "ratio", "share", "difference"];
  // Groups of one measure stand together, in the order of the measures.
  const rank = ({ claim }: ClaimJson) => {
    const { measure = "", kind = "" } = byId.get(claim)?.claim ?? {};
    return (order.indexOf(measure) * 8) + kinds.indexOf(kind);
  };
  return claims.toSorted((a, b) => rank(a) - rank(b)).flatMap((own) => {
    const row = byId.get(own.claim);
    if (!row) return [];
    const { measure, kind, of_measure } = row.claim;
    const signed = kind === "difference";
    // What stands out states no number.
    if (own.low === null && own.high === null) return [];
    const group = kind === "total" || kind === "level"
      ? name(measure)
      : kind === "rate"
      ? `${name(measure)}, a ${row.claim.per || "month"}`
      : kind === "difference"
      ? `${name(measure)}, less another count`
      : of_measure === measure
      ? `${name(measure)}, against another period`
      : `${name(measure)} per ${name(of_measure ?? "")}`;
    return [{
      ...namedClaim(row, name),
      group,
      low: own.low,
      high: own.high,
      impliedLow: own.implied_low,
      impliedHigh: own.implied_high,
      ...(signed ? { signed } : {}),
    }];
  });
}

/**
 * What each claim says against what all the others imply for it: two intervals
 * a claim, on a scale of its group from nought up, of differences from the
 * deepest fall. Where they do not meet, the
 * gap is shaded and the row marked with a cross.
 *
 * @example
 * ```ts
 * import { impliedDumbbells } from "./implied_dumbbells.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = impliedDumbbells([{
 *   group: "Cases",
 *   claim: "a",
 *   label: "A Paper: over 100",
 *   title: "“more than 100”",
 *   status: "attributed",
 *   low: 100,
 *   high: null,
 *   impliedLow: 0,
 *   impliedHigh: 70,
 * }]);
 * assert.match(svg, /✕ 0–70/);
 * ```
 */
export function impliedDumbbells(
  from: readonly ImpliedRow[] | ImpliedResult,
  options: ChartTitle = {},
): Chart {
  checkOptions(options, TITLE_TYPES);
  const rows: readonly ImpliedRow[] = "asRead" in from
    ? impliedRows(from)
    : from;
  const caption = options.caption ?? captionOf(from);
  // Of too many to be drawn first those that do not meet what others imply.
  const groups = Map.groupBy(
    rows.length > MOST
      ? rows.toSorted((a, b) => Number(fits(a)) - Number(fits(b)))
      : rows,
    ({ group }) => group,
  );
  const missed = rows.filter((row) => !fits(row));
  return chart({
    title: options.title ??
      (rows.length === 0
        ? "What do the other claims imply for each?"
        : missed.length === 0
        ? "Each claim meets what all the others imply for it"
        : `${missed.length} of ${rows.length} claims do not meet what all the ` +
          "others imply"),
    subtitle: "Bar: what the claim allows; line below it: what the others " +
      "imply without it. Shaded, with ✕: the two do not meet. Arrows: no " +
      `upper limit. Each group has its own scale, from 0${
        rows.some(({ signed }) => signed)
          ? "; of differences from the deepest fall, 0 marked. "
          : ". "
      }${kit.STATUS_WORDS}`,
    ...(caption ? { caption } : {}),
    description: `${rows.length} claims in ${groups.size} groups; ` +
      (missed.length === 0
        ? "each meets what the others imply."
        : `${missed.length} do not meet what the others imply: ${
          missed.slice(0, 5).map(({ label }) => label).join("; ")
        }${missed.length > 5 ? " and others" : ""}.`),
    draw: (layout) => draw(kit.takeTurns(groups, MOST), rows.length, layout),
  });
}
