import * as Plot from "@observablehq/plot";
import { claimIntervals, type TakenClaims } from "../dataset/intervals.ts";
import { checkOptions } from "../quantity/check_options.ts";
import type { ClaimJson } from "../reconcile/result.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { captionOf } from "./claims_caption.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import { type ChartClaim, chartClaim } from "./chart_claim.ts";
import { statusRects } from "./paint.ts";
import { fit, innerWidth, LINE, linear, pixelPlot, words } from "./pixels.ts";
import { TITLE_TYPES } from "./title_types.ts";
import { wrap } from "./wrap.ts";

/**
 * What a claim says, and what the others imply for it, in its own unit.
 *
 * @example
 * ```ts
 * import { impliedDumbbells, type ImpliedRow } from "./implied_dumbbells.ts";
 * import assert from "node:assert/strict";
 *
 * const row: ImpliedRow = {
 *   claim: "paper-60000",
 *   label: "The Paper: about 60,000",
 *   title: "about 60,000",
 *   status: "attributed",
 *   group: "Cases",
 *   low: 50_000,
 *   high: 70_000,
 *   impliedLow: 0,
 *   impliedHigh: 61_872,
 * };
 * assert.match(impliedDumbbells([row]).svg, /The Paper/);
 * ```
 */
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

/** "55,000–65,000", "500,000 or more", "anything". */
function range(low: number | null, high: number | null): string {
  if (low === null) return high === null ? "anything" : `up to ${number(high)}`;
  if (high === null) return low === 0 ? "anything" : `${number(low)} or more`;
  const [from, to] = [number(low), number(high)];
  return from === to ? from : low < 0 ? `${from} to ${to}` : `${from}–${to}`;
}

function implied({ impliedLow, impliedHigh, signed }: ImpliedRow): string {
  return impliedLow === null && !signed ? "nothing possible" : range(
    impliedLow,
    impliedHigh,
  );
}

/** Whether some number is both what the claim says and what the others allow. */
function meets(row: ImpliedRow): boolean {
  const { low, high, impliedLow, impliedHigh, signed } = row;
  if (impliedLow === null && !signed) return false;
  return (high === null || impliedLow === null || impliedLow <= high) &&
    (impliedHigh === null || low === null || low <= impliedHigh);
}

/** How far a claim is from what the others imply, where they do not meet. */
function gap(row: ImpliedRow): readonly [number, number] | null {
  const { low, high, impliedLow, impliedHigh } = row;
  if (meets(row)) return null;
  if (high !== null && impliedLow !== null && high < impliedLow) {
    return [high, impliedLow];
  }
  return low !== null && impliedHigh !== null ? [impliedHigh, low] : null;
}

type Placed = ImpliedRow & {
  readonly y: number;
  readonly x: (value: number) => number;
  /** Where the scale begins and ends. */
  readonly begin: number;
  readonly end: number;
};

interface Heading {
  readonly name: string;
  readonly lines: readonly string[];
  readonly top: number;
  /** The middle of its last line. */
  readonly y: number;
  readonly bottom: number;
  readonly least: number;
  readonly most: number;
  /** Where nought is. */
  readonly nought: number;
}

/** Each group: a heading, its scale, its rows. */
function place(
  groups: ReadonlyMap<string, readonly ImpliedRow[]>,
  [from, to]: readonly [number, number],
  room: number,
  { narrow, fontSize }: Layout,
) {
  const height = narrow ? 62 : 30;
  const headings: Heading[] = [];
  const rows: Placed[] = [];
  let top = 0;
  for (const [name, own] of groups) {
    const values = own.flatMap(({ low, high, impliedLow, impliedHigh }) =>
      [low, high, impliedLow, impliedHigh].map((value) => value ?? 0)
    );
    const least = Math.min(0, ...values);
    // Noughts alone stand on a scale to 1.
    const most = Math.max(...values, 0) || (least < 0 ? 0 : 1);
    const lines = wrap(name, room, fontSize, "bold")
      .map((line) => fit(line, room, fontSize * 1.1));
    const first = top + 14 + LINE * Math.max(1, lines.length);
    const bottom = first + height * own.length;
    const more = 0.04 * (most - least);
    const x = linear([least < 0 ? least - more : 0, most + more], [from, to]);
    headings.push({
      ...{ name, lines, top, y: first - LINE, bottom, least, most },
      nought: least < 0 ? x(0) : from,
    });
    own.forEach((row, i) =>
      rows.push({
        ...row,
        y: first + height * i + (narrow ? 29 : 13),
        x,
        begin: from,
        end: to,
      })
    );
    top = bottom + 10;
  }
  return { headings, rows, bottom: top };
}

/** The claim above, the others below, and a bar across where they miss. */
function marks(rows: readonly Placed[]): Plot.Markish[] {
  const says = rows.map(({ x, begin, end, ...row }) => ({
    ...row,
    status: row.status ?? "none" as const,
    left: row.low === null ? begin : x(row.low) - 1.5,
    from: row.low === null,
    right: row.high === null ? end + 2 : x(row.high) + 1.5,
    top: row.y - 10,
    bottom: row.y - 1,
    open: row.high === null,
    at: row.y - 5.5,
  }));
  const others = rows.filter(({ impliedLow, signed }) =>
    impliedLow !== null || signed
  )
    .map(({ x, begin, end, ...row }) => ({
      title: `${row.title}\nthe others imply ${implied(row)}`,
      left: row.impliedLow === null ? begin : x(row.impliedLow),
      from: row.impliedLow === null,
      right: row.impliedHigh === null ? end + 2 : x(row.impliedHigh),
      at: row.y + 6,
      open: row.impliedHigh === null,
    }));
  const ends = others.flatMap(({ left, right, ...row }) => [
    { ...row, end: left, cap: !row.from },
    { ...row, end: right, cap: !row.open },
  ]);
  const misses = rows.flatMap((row) => {
    const missed = gap(row);
    return missed
      ? [{
        left: row.x(missed[0]),
        right: row.x(missed[1]),
        y: row.y,
        title: `${row.title}\ndoes not meet what the others imply: ${
          implied(row)
        }`,
      }]
      : [];
  });
  return [
    Plot.rect(misses, {
      x1: "left",
      x2: "right",
      y1: (miss: { y: number }) => miss.y - 10,
      y2: (miss: { y: number }) => miss.y + 10,
      fill: "var(--line)",
      title: "title",
    }),
    ...statusRects(says, {
      x1: "left",
      x2: "right",
      y1: "top",
      y2: "bottom",
    }),
    Plot.ruleY(others, {
      x1: "left",
      x2: "right",
      y: "at",
      stroke: "var(--ink)",
      strokeWidth: 2,
      title: "title",
    }),
    Plot.ruleX(ends.filter(({ cap }) => cap), {
      x: "end",
      y1: (end: { at: number }) => end.at - 4,
      y2: (end: { at: number }) => end.at + 4,
      stroke: "var(--ink)",
      strokeWidth: 2,
      title: "title",
    }),
    Plot.text([
      ...says.filter(({ open }) => open),
      ...others.filter(({ open }) => open),
    ], {
      x: "right",
      y: "at",
      text: () => "→",
      textAnchor: "start",
      title: "title",
    }),
    ...(rows.some(({ signed }) => signed)
      ? [
        Plot.text([
          ...says.filter(({ from }) => from),
          ...others.filter(({ from }) => from),
        ], {
          x: "left",
          y: "at",
          text: () => "←",
          textAnchor: "end",
          title: "title",
        }),
      ]
      : []),
  ];
}

function draw(
  groups: ReadonlyMap<string, readonly ImpliedRow[]>,
  layout: Layout,
): Plot.PlotOptions {
  const { narrow, fontSize } = layout;
  const inner = innerWidth(layout);
  const labelRoom = 370;
  const column = 122;
  const scale = narrow
    ? [2, inner - 16] as const
    : [labelRoom + 12, inner - 2 * column - 40] as const;
  const { headings, rows, bottom } = place(
    groups,
    scale,
    narrow ? inner : labelRoom,
    layout,
  );
  const text = (
    x: number,
    of: (row: Placed) => string,
    room: number,
    dy = 0,
  ) =>
    rows.map((row) => ({
      x,
      y: row.y + dy,
      text: fit(of(row), room, fontSize),
      title: row.title,
    }));
  const verdict = (row: Placed) => meets(row) ? "" : "✕ ";
  return pixelPlot(Math.max(20, bottom), [
    Plot.ruleY(headings.filter(({ top }) => top > 0), {
      x1: 0,
      x2: inner,
      y: (heading: { top: number }) => heading.top,
      stroke: "var(--line)",
    }),
    Plot.ruleX(headings, {
      x: "nought",
      y1: (heading: { y: number }) => heading.y + 12,
      y2: "bottom",
      stroke: "var(--line)",
    }),
    words(
      headings.flatMap(({ lines, y }) =>
        lines.map((text, i) => ({
          x: 0,
          y: y - LINE * (lines.length - 1 - i),
          text,
        }))
      ),
      { className: "strong" },
    ),
    ...(narrow ? [] : [
      words(
        headings.flatMap(({ y, least }) => [
          { x: scale[0] + 2, y, text: number(least) },
          { x: inner - 2 * column - 14, y, text: "says" },
          { x: inner - column - 6, y, text: "others imply" },
        ]),
        { className: "soft" },
      ),
      words(
        headings.map(({ y, most }) => ({
          x: scale[1],
          y,
          text: number(most),
        })),
        { className: "soft", anchor: "end" },
      ),
      words(
        text(
          inner - 2 * column - 14,
          (row) => range(row.low, row.high),
          column,
        ),
      ),
      words(
        text(
          inner - column - 6,
          (row) => verdict(row) + implied(row),
          column + 6,
        ),
      ),
    ]),
    ...marks(rows),
    words(
      text(
        0,
        ({ label }) => label,
        narrow ? inner : labelRoom,
        narrow ? -20 : 0,
      ),
    ),
    ...(narrow
      ? [words(
        text(
          0,
          (row) =>
            `says ${range(row.low, row.high)}; ${verdict(row)}others ${
              implied(row)
            }`,
          inner,
          21,
        ),
        { className: "soft" },
      )]
      : []),
    words(
      rows.length === 0
        ? [{ x: 0, y: 10, text: "No claim that is modelled." }]
        : [],
    ),
  ]);
}

/**
 * A result as far as this chart draws it.
 *
 * @example
 * ```ts
 * import { type ImpliedResult, impliedRows } from "./implied_dumbbells.ts";
 * import assert from "node:assert/strict";
 *
 * const nameOf = (measure: string) => measure;
 * const result: ImpliedResult = { asRead: [], claims: [], measures: [], nameOf };
 * assert.deepEqual(impliedRows(result), []);
 * ```
 */
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
      ...chartClaim(row),
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
  const groups = Map.groupBy(rows, ({ group }) => group);
  const missed = rows.filter((row) => !meets(row));
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
      }` + "Solid: official; " +
      "half: attributed; pale: contested; dashed: unverified.",
    ...(caption ? { caption } : {}),
    description: `${rows.length} claims in ${groups.size} groups; ` +
      (missed.length === 0
        ? "each meets what the others imply."
        : `${missed.length} do not meet what the others imply: ${
          missed.slice(0, 5).map(({ label }) => label).join("; ")
        }${missed.length > 5 ? " and others" : ""}.`),
    draw: (layout) => draw(groups, layout),
  });
}
