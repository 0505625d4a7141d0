import * as Plot from "@observablehq/plot";
import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import {
  formatDay,
  lastDayOrYear,
  monthOf,
  monthStart,
} from "../quantity/date.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import { type Chart, chart } from "./chart.ts";
import { claimTitle, countName, sourceName } from "../analysis/claim_title.ts";
import { instant } from "./instant.ts";
import {
  labelWidth,
  type Placed,
  placeRows,
  type Row,
  rowLabels,
  rowScale,
  rowsHeight,
} from "./rows.ts";
import { statusRects } from "./paint.ts";
import type { STATUS_PAINT } from "./status.ts";

interface TimelineRow extends Row {
  readonly status: keyof typeof STATUS_PAINT;
  readonly start: Date | null;
  readonly end: Date | null;
  readonly published: Date | null;
}

const TOP = 22;

/** A source's claims: its heading, a row a claim, one for all the others. */
function rowsOf(claims: readonly ClaimInterval[]): TimelineRow[] {
  const first = claims[0]!;
  const published = first.source?.published
    ? instant(lastDayOrYear(first.source.published))
    : null;
  const bare = { status: "none", start: null, end: null } as const;
  const modelled = claims.filter(({ claim }) => claim.kind !== "none");
  const rest = claims.filter(({ claim }) => claim.kind === "none");
  const rows: TimelineRow[] = [{
    ...bare,
    type: "heading",
    label: sourceName(first),
    title: first.source?.title ?? sourceName(first),
    published: null,
  }];
  for (const row of modelled) {
    rows.push({
      type: "item",
      label: `${phraseNumber(row.claim)} · ${countName(row)}`,
      title: claimTitle(row),
      status: row.claim.status ?? "none",
      start: row.period && instant(row.period.start),
      end: row.period && instant(row.period.end + 1),
      published,
    });
  }
  if (rest.length > 0) {
    rows.push({
      ...bare,
      type: "note",
      label: `${modelled.length > 0 ? "and " : ""}${rest.length} not modelled`,
      title: rest.map(({ claim }) => `“${claim.wording ?? claim.claim_id}”`)
        .join("\n"),
      published,
    });
  }
  return rows;
}

/** A bar a claim, painted by status, and a diamond for its publication. */
function marks(rows: readonly Placed<TimelineRow>[]): Plot.Markish[] {
  const bars = statusRects(rows.filter((row) => row.start), {
    x1: "start",
    x2: "end",
    y1: "markTop",
    y2: "markBottom",
  });
  const diamonds = Plot.dot(rows.filter((row) => row.published), {
    x: "published",
    y: (row: Placed<TimelineRow>) => (row.markTop + row.markBottom) / 2,
    symbol: "diamond",
    r: 4,
    fill: "var(--ink)",
    stroke: "var(--paper)",
    title: "title",
  });
  return [...bars, diamonds];
}

/**
 * Every claim of a dataset over time, grouped by source: a bar for the period
 * that a claim is about, a diamond for the day its source appeared. Claims that
 * are recorded without being modelled share a row a source.
 *
 * @example
 * ```ts
 * import { claimsTimeline } from "./claims_timeline.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const { svg } = claimsTimeline(data);
 * assert.match(svg, /Kyiv Post/);
 * ```
 */
export function claimsTimeline(of: Claims): Chart {
  const claims = claimIntervals(of);
  const sources = Map.groupBy(claims, ({ claim }) => claim.source_id);
  const rows = [...sources.values()].flatMap(rowsOf);
  const days = claims.flatMap(({ period, source }) => [
    ...(period ? [period.start, period.end] : []),
    ...(source?.published ? [lastDayOrYear(source.published)] : []),
  ]);
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const modelled = rows.filter((row) => row.type === "item").length;
  return chart({
    title: "What does each source claim, and of which period?",
    subtitle: "A bar is the period a claim is about, a diamond the day its " +
      "source appeared (the last of the month where only that is known). " +
      "Solid: official; half: attributed; pale: contested; dashed: unverified.",
    caption: "Claims as their sources state them, in the default reading. " +
      "Point at a bar for the wording.",
    description: `${modelled} modelled claims of ${sources.size} sources` +
      (days.length > 0
        ? `, with dates from ${formatDay(from)} to ${formatDay(to)}.`
        : ", none with a date."),
    draw: (layout) => {
      const placed = placeRows(rows, layout);
      return {
        height: TOP + rowsHeight(placed) + 4,
        marginTop: TOP,
        marginBottom: 4,
        marginLeft: labelWidth(layout),
        marginRight: 10,
        x: {
          type: "utc",
          ...(days.length > 0
            ? { domain: [instant(yearStart(from)), instant(to + 1)] }
            : {}),
        },
        y: rowScale(placed, TOP),
        marks: [
          Plot.gridX({
            interval: "year",
            stroke: "var(--line)",
            strokeOpacity: 1,
          }),
          Plot.axisX({
            anchor: "top",
            interval: "year",
            label: null,
            tickSize: 0,
            textAnchor: "start",
          }),
          ...marks(placed),
          ...rowLabels(placed, layout),
        ],
      };
    },
  });
}

function yearStart(day: number): number {
  const month = monthOf(day);
  return monthStart(month - month % 12);
}
