import type * as Plot from "@observablehq/plot";
import { claimTitle, countName, sourceName } from "../analysis/claim_title.ts";
import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import type { Kind } from "../quantity/claim.ts";
import { type Day, formatDay, lastDayOrYear } from "../quantity/date.ts";
import { type Period, period } from "../quantity/period.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import * as kit from "./kit/kit.ts";
import { labelsOf } from "./labels_of.ts";
import { numbersByDate } from "./numbers_by_date.ts";

interface TimelineRow extends kit.Row, Pick<kit.Painted, "status"> {
  readonly kind: Kind;
  /** What it is about; `null`: no days are stated. */
  readonly days: Period | null;
  /** What a difference starts from, what something stands out of. */
  readonly other: Period | null;
  readonly published: Day | null;
}

/** More claims are not listed: their numbers are drawn by date. */
const LISTED = 80;

const TOP = 24;

/** The other days that a row shows: of differences and of what stands out. */
function otherOf({ claim }: ClaimInterval): Period | null {
  const { kind, of_start, of_end } = claim;
  const shown = kind === "difference" || kind === "highest" ||
    kind === "lowest";
  return shown && of_start && of_end ? period(of_start, of_end) : null;
}

/** A source's claims: its heading, a row a claim, one for all the others. */
function rowsOf(
  claims: readonly ClaimInterval[],
  name: (measure: string) => string,
): TimelineRow[] {
  const first = claims[0]!;
  const published = first.source?.published
    ? lastDayOrYear(first.source.published)
    : null;
  const modelled = claims.filter(({ claim }) => claim.kind !== "none");
  const rest = claims.filter(({ claim }) => claim.kind === "none");
  const bare = { status: null, days: null, other: null, kind: "none" } as const;
  const heading: TimelineRow = {
    ...{ ...bare, type: "heading", label: sourceName(first), published: null },
    title: first.source?.title ?? sourceName(first),
  };
  const note: TimelineRow = {
    ...{ ...bare, type: "note", published },
    label: `${modelled.length > 0 ? "and " : ""}${rest.length} not modelled`,
    title: rest.map(({ claim }) => `“${claim.wording ?? claim.claim_id}”`)
      .join("\n"),
  };
  return [
    heading,
    ...modelled.map((row): TimelineRow => ({
      type: "item",
      label: `${phraseNumber(row.claim)} · ${countName(row, name)}`,
      title: claimTitle(row),
      status: row.claim.status ?? null,
      kind: row.claim.kind,
      days: row.period,
      other: otherOf(row),
      published,
    })),
    ...(rest.length > 0 ? [note] : []),
  ];
}

/** A mark a claim, and a diamond for its publication. */
function marks(
  rows: readonly kit.Placed<TimelineRow>[],
  { x }: kit.TimeScale,
): Plot.Markish[] {
  const middle = ({ start, end }: Period) => (x(start) + x(end + 1)) / 2;
  const span = ({ start, end }: Period) => {
    const [left, right] = kit.seen(x(start), x(end + 1));
    return { left, right };
  };
  const dated = rows.flatMap(({ days, other, y, mark, status, kind }) =>
    days
      ? [{ ...mark, ...span(days), x: middle(days), y, status, kind, other }]
      : []
  );
  const moments = dated.filter(({ kind }) => kind === "level");
  const compared = dated.flatMap(({ other, ...row }) =>
    other ? [{ ...row, from: middle(other), ...span(other) }] : []
  );
  const changes = compared.filter(({ kind }) => kind === "difference");
  const stand = compared.filter(({ kind }) => kind !== "difference");
  return [
    ...kit.statusRects(dated.filter(({ kind }) => kind !== "level")),
    ...kit.statusDots(moments, 5),
    // The days that something stands out of, and a triangle where it does.
    kit.across(stand, { stroke: "var(--ink)", strokeOpacity: 0.6 }),
    ...kit.standingMarks(
      stand.map(({ kind, x, y }) => ({
        ...{ kind: kind as "highest" | "lowest", x, y },
      })),
    ),
    // What a difference starts from, and an arrow from there.
    kit.rects(
      changes.map((row) => ({
        ...{ ...row, top: row.top + 3, bottom: row.bottom - 3 },
      })),
      { fill: "var(--paper)", stroke: "var(--ink)" },
    ),
    kit.across(
      changes.map(({ from, x, y }) => ({
        ...{ left: Math.min(from, x), right: Math.max(from, x), y },
      })),
      { stroke: "var(--ink)", strokeWidth: 1.5 },
    ),
    kit.dots(changes, {
      ...{ symbol: "triangle", r: 4, fill: "var(--ink)" },
      rotate: (row: { from: number; x: number }) => row.from > row.x ? -90 : 90,
    }),
    kit.dots(
      rows.flatMap(({ published, y }) =>
        published === null ? [] : [{ x: x(published + 0.5), y }]
      ),
      {
        ...{ symbol: "diamond", r: 4, fill: "var(--ink)" },
        stroke: "var(--paper)",
      },
    ),
  ];
}

function draw(
  rows: readonly TimelineRow[],
  span: readonly [Day, Day],
  layout: kit.Layout,
): PlotOptions {
  const { left, bottom, ...own } = kit.list(rows, layout, { top: TOP });
  const scale = kit.timeScale(span, [left, layout.inner - 10]);
  return kit.pixelPlot(bottom + 4, [
    kit.timeLines(scale, layout, own.areas),
    kit.timeNames(scale, layout),
    ...own.marks,
    ...marks(own.rows, scale),
  ]);
}

/**
 * Every claim of a dataset over time, grouped by source: a bar for the period
 * that a claim is about, a circle for the moment of a level, an arrow to a
 * difference from what it starts from, a triangle on what stands out, a diamond
 * for the day its source appeared. Claims that are recorded without being
 * modelled share a row a source. Of more than 80 modelled claims the numbers are
 * drawn by date, a panel a count.
 *
 * @example
 * ```ts
 * import { claimsTimeline } from "./claims_timeline.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const { svg } = claimsTimeline(data.only({ collections: ["reports"] }));
 * assert.match(svg, /Kyiv Post/);
 * ```
 */
export function claimsTimeline(of: Claims): Chart {
  const claims = claimIntervals(of);
  const modelled = claims.filter(({ claim }) => claim.kind !== "none");
  if (modelled.length > LISTED) return numbersByDate(modelled, labelsOf(of));
  const sources = Map.groupBy(claims, ({ claim }) => claim.source_id);
  const rows = [...sources.values()].flatMap((own) =>
    rowsOf(own, labelsOf(of))
  );
  const days = rows.flatMap(({ days, other, published }) => [
    ...[days, other].flatMap((own) => own ? [own.start, own.end] : []),
    ...(published === null ? [] : [published]),
  ]);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const span = days.length > 0
    ? [kit.axisStart(from, to), to + 1] as const
    : [0, 1] as const;
  return chart({
    title: "What does each source claim, and of which period?",
    subtitle: "A bar is the period a claim is about, a diamond the day its " +
      "source appeared (the last of the month where only that is known). " +
      legend(claims) + kit.STATUS_WORDS,
    caption: "Claims as their sources state them, in the default reading. " +
      "Point at a row for the wording.",
    description: `${modelled.length} modelled claims of ${sources.size} ` +
      `sources${
        days.length > 0
          ? `, with dates from ${formatDay(from)} to ${formatDay(to)}.`
          : ", none with a date."
      }`,
    draw: (layout) => draw(rows, span, layout),
  });
}

/** What marks mean that not every timeline has. */
function legend(claims: readonly ClaimInterval[]): string {
  const has = (...kinds: Kind[]) =>
    claims.some(({ claim, period }) => period && kinds.includes(claim.kind));
  return [
    has("level") && "A circle is a number at the end of a day. ",
    has("difference") &&
    "An arrow leads from the count that another is compared with. ",
    has("highest", "lowest") &&
    "▲, ▼: the most or the least of the days along its line. ",
  ].filter(Boolean).join("");
}
