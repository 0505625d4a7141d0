import type * as Plot from "@observablehq/plot";
import type { ClaimInterval } from "../dataset/intervals.ts";
import { type Day, formatDay } from "../quantity/date.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { phraseBounds, type Range } from "../quantity/phrase_bounds.ts";
import { type Chart, chart, type PlotOptions } from "./chart.ts";
import * as kit from "./kit/kit.ts";

/** Kinds whose numbers count something; others are comparisons. */
const COUNTS: Readonly<Record<string, string>> = {
  ...{ total: "up to a day", level: "at the end of a day", rate: "rates" },
};

/** Panels are this high, and so many are drawn. */
const HEIGHT = 84;
const GAP = 14;
const MOST = 24;

/** Numbers of a count whose periods end within the same days. */
interface Bin extends Range {
  readonly start: Day;
  /** The last day. */
  readonly end: Day;
  readonly claims: number;
  readonly title: string;
}

/** A count, and the claims of it in the order of their last days. */
interface Count {
  readonly name: string;
  readonly claims: readonly ClaimInterval[];
  readonly most: number;
}

/** The counts, those with the most claims first. */
function countsOf(
  claims: readonly ClaimInterval[],
  name: (measure: string) => string,
): Count[] {
  const counted = claims.filter(({ claim, period, low }) =>
    claim.kind in COUNTS && period && low !== null
  );
  const groups = Map.groupBy(
    counted,
    ({ claim: { measure, kind } }) => `${name(measure)}, ${COUNTS[kind]}`,
  );
  return [...groups].map(([name, own]) => ({
    name,
    claims: own.toSorted((a, b) => a.period!.end - b.period!.end),
    most: Math.max(1, ...own.map(({ low, high }) => high ?? low ?? 0)),
  })).toSorted((a, b) => b.claims.length - a.claims.length);
}

/** The numbers of a count, those of so many days together. */
function binsOf({ claims }: Count, from: Day, days: number): Bin[] {
  const groups = Map.groupBy(
    claims,
    ({ period }) => Math.floor((period!.end - from) / days),
  );
  return [...groups.values()].map((own) => {
    const [start, end] = [own[0]!.period!.end, own.at(-1)!.period!.end];
    const low = Math.min(...own.map(({ low }) => low!));
    const high = Math.max(...own.map(({ low, high }) => high ?? low!));
    const sources = new Set(own.map(({ claim }) => claim.source_id)).size;
    return {
      ...{ start, end, low, high, claims: own.length },
      title:
        `${describePeriod({ start, end })}: ${phraseBounds({ low, high })}` +
        `\n${own.length} claim${own.length === 1 ? "" : "s"} of ${sources} ` +
        `source${sources === 1 ? "" : "s"}` +
        own.slice(0, 3).map(({ claim }) => `\n${claim.claim_id}`).join("") +
        (own.length > 3 ? `\nand ${own.length - 3} more` : ""),
    };
  });
}

function draw(
  counts: readonly Count[],
  [from, to]: readonly [Day, Day],
  layout: kit.Layout,
): PlotOptions {
  const { narrow, inner } = layout;
  const columns = narrow || counts.length < 3 ? 1 : 2;
  const rows = Math.ceil(counts.length / columns);
  const left = kit.levelRoom(
    counts.flatMap(({ most }) => kit.panelLevels(most)),
    layout,
  );
  const width = (inner - 24 * (columns - 1)) / columns;
  const step = kit.HEADING + HEIGHT + GAP;
  const top = 20;
  const bottom = top + rows * step;
  const days = Math.max(1, Math.ceil((to - from) / (narrow ? 60 : 80)));
  const marks = counts.flatMap((count, i): Plot.Markish[] => {
    const at = Math.floor(i / rows) * (width + 24);
    const scale = kit.timeScale([from, to], [at + left, at + width]);
    const { x } = scale;
    const { y, area, marks } = kit.panel({
      ...{ name: count.name, top: top + (i % rows) * step, height: HEIGHT },
      ...{ start: at, left: at + left, right: at + width, most: count.most },
      aside: `${count.claims.length} claims`,
    }, layout);
    const bars = binsOf(count, from, days).map((bin) => {
      const [left, right] = kit.seen(x(bin.start), x(bin.end + 1));
      const [top, bottom] = kit.seen(y(bin.high!), y(bin.low));
      return { left, right, top, bottom, title: bin.title };
    });
    return [
      kit.timeLines(scale, layout, [area]),
      ...marks,
      kit.rects(bars.map(({ title: _, ...bar }) => bar), {
        ...{ fill: "var(--official)", fillOpacity: 0.75 },
      }),
      kit.targets(
        bars.map((bar) => ({ ...bar, top: area.top, bottom: area.bottom })),
      ),
    ];
  });
  const axes = Array.from({ length: columns }, (_, i) => {
    const at = i * (width + 24);
    const scale = kit.timeScale([from, to], [at + left, at + width]);
    return kit.timeNames(scale, layout);
  });
  return kit.pixelPlot(bottom, [...axes, ...marks]);
}

/** The numbers of many claims by the last day that they count, a panel a count. */
export function numbersByDate(
  claims: readonly ClaimInterval[],
  name: (measure: string) => string,
): Chart {
  const all = countsOf(claims, name);
  const counts = all.slice(0, MOST);
  const days = counts.flatMap(({ claims }) =>
    claims.map(({ period }) => period!.end)
  );
  const [first, last] = days.length > 0
    ? [
      days.reduce((a, b) => Math.min(a, b)),
      days.reduce((a, b) => Math.max(a, b)),
    ]
    : [0, 0];
  const drawn = days.length;
  return chart({
    title: `${
      formatNumber(claims.length)
    } claims: which numbers, of which days?`,
    subtitle: "A panel a count, each with its own scale; a bar runs from the " +
      "least to the most that claims of the same days state. A high bar: " +
      "numbers that lie far apart.",
    caption: (drawn < claims.length
      ? `${
        formatNumber(claims.length - drawn)
      } claims that compare counts, state no ` +
        "number or are of rarer counts are not drawn. "
      : "") + "Point at a bar for its claims.",
    description: `${drawn} claims of ${counts.length} counts` +
      (drawn > 0 ? `, from ${formatDay(first)} to ${formatDay(last)}.` : "."),
    draw: (layout) =>
      draw(counts, [kit.axisStart(first, last), last + 1], layout),
  });
}
