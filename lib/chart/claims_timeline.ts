import * as Plot from "@observablehq/plot";
import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import { formatDay, lastDayOrYear } from "../quantity/date.ts";
import { type Period, period } from "../quantity/period.ts";
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
import { statusDots, statusRects } from "./paint.ts";
import { innerWidth } from "./pixels.ts";
import { standingMarks } from "./standing.ts";
import type { STATUS_PAINT } from "./status.ts";
import { axisStart, timeAxis, timeTicks } from "./time_axis.ts";
import type { Kind } from "../quantity/claim.ts";

interface TimelineRow extends Row {
  readonly status: keyof typeof STATUS_PAINT;
  /** What it is about; `null`: no days are stated. */
  readonly days: Days | null;
  /** What a difference starts from, what something stands out of. */
  readonly other: Days | null;
  readonly kind: Kind;
  readonly published: Date | null;
}

/** Days of a row as instants: the first, and the end of the last. */
interface Days {
  readonly start: Date;
  readonly end: Date;
  readonly middle: Date;
}

function daysOf({ start, end }: Period): Days {
  const [from, to] = [instant(start), instant(end + 1)];
  return { start: from, end: to, middle: new Date((+from + +to) / 2) };
}

/** The other days that a row shows: of differences and of what stands out. */
function otherOf({ claim }: ClaimInterval): Period | null {
  const { kind, of_start, of_end } = claim;
  const shown = kind === "difference" || kind === "highest" ||
    kind === "lowest";
  return shown && of_start && of_end ? period(of_start, of_end) : null;
}

const TOP = 22;

/** A source's claims: its heading, a row a claim, one for all the others. */
function rowsOf(claims: readonly ClaimInterval[]): TimelineRow[] {
  const first = claims[0]!;
  const published = first.source?.published
    ? instant(lastDayOrYear(first.source.published))
    : null;
  const bare = {
    status: "none",
    days: null,
    other: null,
    kind: "none",
  } as const;
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
    const other = otherOf(row);
    rows.push({
      type: "item",
      label: `${phraseNumber(row.claim)} · ${countName(row)}`,
      title: claimTitle(row),
      status: row.claim.status ?? "none",
      kind: row.claim.kind,
      days: row.period && daysOf(row.period),
      other: other && daysOf(other),
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

type PlacedRow = Placed<TimelineRow>;

const middle = (row: PlacedRow) => (row.markTop + row.markBottom) / 2;

/** A circle for a number at a moment, painted by status. */
function moments(rows: readonly PlacedRow[]): Plot.Markish[] {
  return statusDots(rows, {
    x: (row: PlacedRow) => row.days!.middle,
    y: middle,
    r: 5,
  });
}

/** What a difference starts from, and an arrow from there. */
function differences(rows: readonly PlacedRow[]): Plot.Markish[] {
  return [
    Plot.rect(rows, {
      x1: (row: PlacedRow) => row.other!.start,
      x2: (row: PlacedRow) => row.other!.end,
      y1: (row: PlacedRow) => row.markTop + 3,
      y2: (row: PlacedRow) => row.markBottom - 3,
      insetLeft: -1,
      insetRight: -1,
      fill: "var(--paper)",
      stroke: "var(--ink)",
      title: "title",
    }),
    Plot.arrow(rows, {
      x1: (row: PlacedRow) => row.other!.middle,
      x2: (row: PlacedRow) => row.days!.middle,
      y1: middle,
      y2: middle,
      stroke: "var(--ink)",
      strokeWidth: 1.5,
      headLength: 7,
      title: "title",
    }),
  ];
}

/** The days that something stands out of, and a triangle where it does. */
function outstanding(rows: readonly PlacedRow[]): Plot.Markish[] {
  return [
    Plot.ruleY(rows, {
      x1: (row: PlacedRow) => row.other!.start,
      x2: (row: PlacedRow) => row.other!.end,
      y: middle,
      stroke: "var(--ink)",
      strokeOpacity: 0.6,
      title: "title",
    }),
    ...standingMarks(
      rows.map((row) => ({
        kind: row.kind as "highest" | "lowest",
        x: row.days!.middle,
        y: middle(row),
        title: row.title,
      })),
    ),
  ];
}

/** Days shorter than this share of the scale would hardly be seen. */
const THIN = 1 / 300;

/** A mark a claim, and a diamond for its publication. */
function marks(rows: readonly PlacedRow[], scale: number): Plot.Markish[] {
  const dated = rows.filter((row) => row.days);
  const levels = dated.filter((row) => row.kind === "level");
  const compared = dated.filter((row) => row.other);
  const stand = compared.filter(({ kind }) => kind !== "difference");
  const others = dated.filter((row) => row.kind !== "level");
  const thin = ({ days }: PlacedRow) =>
    +days!.end - +days!.start < scale * THIN;
  const bars = (rows: readonly PlacedRow[], inset: number) =>
    rows.length === 0 ? [] : statusRects(rows, {
      x1: (row: PlacedRow) => row.days!.start,
      x2: (row: PlacedRow) => row.days!.end,
      y1: "markTop",
      y2: "markBottom",
      ...(inset ? { insetLeft: -inset, insetRight: -inset } : {}),
    });
  const diamonds = Plot.dot(rows.filter((row) => row.published), {
    x: "published",
    y: middle,
    symbol: "diamond",
    r: 4,
    fill: "var(--ink)",
    stroke: "var(--paper)",
    title: "title",
  });
  return [
    ...bars(others.filter((row) => !thin(row)), 0),
    ...bars(others.filter(thin), 1.5),
    ...(levels.length > 0 ? moments(levels) : []),
    ...(stand.length > 0 ? outstanding(stand) : []),
    ...(compared.length > stand.length
      ? differences(compared.filter(({ kind }) => kind === "difference"))
      : []),
    diamonds,
  ];
}

/**
 * Every claim of a dataset over time, grouped by source: a bar for the period
 * that a claim is about, a circle for the moment of a level, an arrow to a
 * difference from what it starts from, a triangle on what stands out, a diamond
 * for the day its source appeared. Claims that
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
  const days = claims.flatMap((row) => {
    const { period, source } = row;
    const other = row.claim.kind === "none" ? null : otherOf(row);
    return [
      ...(period ? [period.start, period.end] : []),
      ...(other ? [other.start, other.end] : []),
      ...(source?.published ? [lastDayOrYear(source.published)] : []),
    ];
  });
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const start = days.length > 0 ? axisStart(from, to) : 0;
  const modelled = rows.filter((row) => row.type === "item").length;
  return chart({
    title: "What does each source claim, and of which period?",
    subtitle: "A bar is the period a claim is about, a diamond the day its " +
      "source appeared (the last of the month where only that is known). " +
      legend(claims) +
      "Solid: official; half: attributed; pale: contested; dashed: unverified.",
    caption: "Claims as their sources state them, in the default reading. " +
      "Point at a bar for the wording.",
    description: `${modelled} modelled claims of ${sources.size} sources` +
      (days.length > 0
        ? `, with dates from ${formatDay(from)} to ${formatDay(to)}.`
        : ", none with a date."),
    draw: (layout) => {
      const placed = placeRows(rows, layout);
      const scale = { from: start, to: days.length > 0 ? to + 1 : 1 };
      const room = innerWidth(layout) - labelWidth(layout) - 10;
      const ticks = timeTicks([scale.from, scale.to], room, layout.fontSize);
      return {
        height: TOP + rowsHeight(placed) + 4,
        marginTop: TOP,
        marginBottom: 4,
        marginLeft: labelWidth(layout),
        marginRight: 10,
        x: {
          type: "utc",
          ...(days.length > 0
            ? { domain: [instant(start), instant(to + 1)] }
            : {}),
        },
        y: rowScale(placed, TOP),
        marks: [
          Plot.gridX(ticks.map(({ day }) => instant(day)), {
            stroke: "var(--line)",
            strokeOpacity: 1,
          }),
          ...timeAxis(scale, room, layout),
          ...marks(placed, +instant(scale.to) - +instant(scale.from)),
          ...rowLabels(placed, layout),
        ],
      };
    },
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
