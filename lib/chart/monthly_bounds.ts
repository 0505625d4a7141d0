import { measureNames } from "../analysis/measure_names.ts";
import { monthlyFigures } from "../analysis/monthly.ts";
import { monthsOf } from "../analysis/published_months.ts";
import { claimIntervals, type TakenClaims } from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { firstDay, formatDay, lastDay } from "../quantity/date.ts";
import { InputError } from "../quantity/input_error.ts";
import { takesPositive, takesWord } from "../quantity/takes.ts";
import { nextUnit, type Unit, UNITS, unitStart } from "../quantity/units.ts";
import type { Show } from "../reconcile/show.ts";
import { drawBounds } from "./bounds_drawing.ts";
import { claimMarks, marksOf, monthlyMarks } from "./bounds_marks.ts";
import { runsOf } from "./bounds_runs.ts";
import type { MonthBound, MonthlyBounds } from "./bounds_types.ts";
import { type Chart, chart } from "./chart.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import { claimsCaption } from "./claims_caption.ts";
import * as kit from "./kit/kit.ts";
import { FIGURES, forEach, whenHolds } from "./unit_words.ts";

export { monthlyMarks } from "./bounds_marks.ts";
export type * from "./bounds_types.ts";

/** What the chart is called, and how it is drawn. */
export interface MonthlyBoundsOptions extends ChartTitle {
  /** Highest value shown; what goes beyond fades out. Default: the highest. */
  readonly top?: number;
}

const OPTION_TYPES: OptionTypes<MonthlyBoundsOptions> = {
  ...TITLE_TYPES,
  top: takesPositive,
};

/** A result as far as this chart draws it. */
export interface BoundsResult extends TakenClaims {
  /** The claims by the measures that they count, once these are made one. */
  readonly facts: readonly {
    readonly claim: string;
    readonly measure: string;
  }[];
  /** The measures in play. */
  readonly measures: readonly string[];
  /** What a measure is called. */
  nameOf(measure: string): string;
  /** The bounds of the months of some measures. */
  boundsEach(
    show: Show,
  ): readonly (MonthBound & { readonly measure: string })[];
  /** The unit in which a measure is shown. */
  unitOf(measure: string): Unit;
  /** Whether a measure counts a flow over time or a level at a moment. */
  counts(measure: string): "flow" | "level";
  /** Only the days that the result was asked to show. */
  readonly shown: Show;
}

/** How the monthly bounds of a result are drawn, and what beside them. */
export interface ResultBoundsOptions extends MonthlyBoundsOptions {
  /**
   * `day`, `week`, `month`, `quarter` or `year`. Default: what the result was
   * asked for, else what gives 10 to 60 steps.
   */
  readonly per?: Unit | undefined;
  /**
   * Published figures to compare with: a dataset, of which the months of this
   * measure are taken or, where it has none, those of whole counts in the same
   * unit; or figures and what they are called.
   */
  readonly record?: Dataset | MonthlyBounds["record"] | undefined;
}

/** What a result implies for one measure, and what its claims say of it. */
function boundsOf(
  result: BoundsResult,
  measure: string,
  record: ResultBoundsOptions["record"],
  per: Unit,
): MonthlyBounds {
  const { from, to } = result.shown;
  const bounds = result.boundsEach({ from, to, per, measures: [measure] });
  const canonical = bounds[0]?.measure ?? measure;
  const ids = new Set(
    result.facts.filter((fact) => fact.measure === canonical)
      .map(({ claim }) => claim),
  );
  const rows = claimIntervals(result).filter(({ claim }) =>
    ids.has(claim.claim_id)
  );
  const counts = result.counts(measure);
  const marks = claimMarks(rows, { per, level: counts === "level" });
  const figures = record && "claims" in record
    ? recordOf(record, measure, per)
    : record;
  const shown = { ...result.shown, per };
  return {
    name: result.nameOf(canonical),
    bounds,
    per,
    counts,
    claims: clipped(marks.claims, shown),
    standing: clipped(marks.standing, shown),
    ...figures
      ? {
        record: {
          ...figures,
          figures: clipped(marksOf(figures.figures), shown),
        },
      }
      : {},
  };
}

/** The marks within the units shown; what they say holds in each of theirs. */
function clipped<M extends { readonly start: string; readonly end: string }>(
  marks: readonly M[],
  { from, to, per }: Show & { readonly per: Unit },
): readonly M[] {
  const first = from === undefined ? -Infinity : unitStart(firstDay(from), per);
  const last = to === undefined ? Infinity : nextUnit(lastDay(to), per) - 1;
  return marks.flatMap((mark) => {
    const start = Math.max(first, firstDay(mark.start));
    const end = Math.min(last, lastDay(mark.end));
    return start > end
      ? []
      : [{ ...mark, start: formatDay(start), end: formatDay(end) }];
  });
}

/** The published months, or other units, that a count can be held against. */
function recordOf(
  data: Dataset,
  measure: string,
  per: Unit,
): MonthlyBounds["record"] {
  const figures = monthlyFigures(data, { per });
  const unit = (id: string) =>
    data.measures.find((row) => row.measure === id)?.unit ?? null;
  const partOf = new Map(
    data.measures.map((row) => [row.measure, row.part_of]),
  );
  const counted = [...new Set(figures.map(({ row }) => row.claim.measure))];
  const chosen = counted.includes(measure)
    ? [measure]
    : counted.filter((id) =>
      unit(id) === unit(measure) && !counted.includes(partOf.get(id) ?? "")
    );
  if (chosen.length === 0) return undefined;
  const name = measureNames(data.measures);
  return {
    name: chosen.map(name).join("; "),
    figures: monthlyMarks(chosen.flatMap((id) => monthsOf(figures, id))),
  };
}

/**
 * What claims together imply for each calendar month, or another unit, as a band
 * of steps, with the claims' own monthly figures and published ones on top. Of a
 * level the band leads from the last day of each unit to that of the next. Where
 * nothing sets an upper limit, it fades towards the top, under an arrow; units
 * that are said to stand out have a triangle below. Takes a result
 * and one of its measures, which need not be said where it has one alone or was
 * asked to show one.
 *
 * @throws {InputError} When the result has no such measure.
 *
 * @example
 * ```ts
 * import { monthlyBounds } from "./monthly_bounds.ts";
 * import assert from "node:assert/strict";
 *
 * const { svg } = monthlyBounds({
 *   name: "Cases",
 *   bounds: [
 *     { start: "2024-01", low: 0, high: 900 },
 *     { start: "2024-02", low: 300, high: null },
 *   ],
 * });
 * assert.match(svg, /each month|January 2024: up to 900/);
 * ```
 */
export function monthlyBounds(
  result: BoundsResult,
  measure?: string,
  options?: ResultBoundsOptions,
): Chart;
/** The same of bounds and figures of one's own. */
export function monthlyBounds(
  shown: MonthlyBounds,
  options?: MonthlyBoundsOptions,
): Chart;
export function monthlyBounds(
  from: BoundsResult | MonthlyBounds,
  ...[second = {}, third = {}]: readonly (
    | string
    | ResultBoundsOptions
    | undefined
  )[]
): Chart {
  if (!("asRead" in from) && !(from instanceof Promise)) {
    return boundsChart(from, second as MonthlyBoundsOptions);
  }
  const result = from as BoundsResult;
  const measure = typeof second === "string" ? second : onlyMeasure(result);
  const { record, per, ...options } = third as ResultBoundsOptions;
  if (per !== undefined) takesWord(UNITS)(per, "per");
  const input = boundsOf(
    result,
    measure,
    record,
    per ?? result.unitOf(measure),
  );
  const caption = claimsCaption(
    claimIntervals(result),
    "Where claims conflict, the band holds after the cheapest repair. Point at " +
      "a mark for the wording and the source.",
  );
  return boundsChart(input, { caption, ...options });
}

/** The one measure that a result has, or was asked to show. */
function onlyMeasure({ shown, measures }: Partial<BoundsResult>): string {
  const asked = shown?.measures ?? measures ?? [];
  if (asked.length === 1) return asked[0]!;
  throw new InputError(
    "The bounds of which measure? Say it: monthlyBounds(await reconcile(data), " +
      `'${asked[0] ?? "cases"}')`,
  );
}

function boundsChart(
  input: MonthlyBounds,
  options: MonthlyBoundsOptions,
): Chart {
  checkOptions(options, OPTION_TYPES);
  const { bounds, claims = [], standing = [], record, per = "month" } = input;
  const level = input.counts === "level";
  const shown = { per, level };
  const runs = runsOf(bounds, shown);
  const narrowest = runs.filter(({ high }) => high !== null)
    .toSorted((a, b) => (a.high! - a.low) - (b.high! - b.low))[0];
  const open = bounds.filter(({ high }) => high === null).length;
  return chart({
    title: options.title ??
      (bounds.length > 0
        ? `What do the claims together imply ${forEach(shown)}?`
        : `How do the claims lie to the published ${per}s?`),
    subtitle: (bounds.length > 0
      ? `Band: all that the claims leave possible ${whenHolds(shown)}; ` +
        (level ? "between these days the lines only lead on; " : "") +
        "↑: above the scale, or without limit. "
      : "") +
      (level
        ? "Bars: what a claim says of the end of a day."
        : `Bars: what a claim says of a ${per}, level over the ${per}s it ` +
          "averages.") +
      (standing.length > 0
        ? " ▲, ▼: said to have the most, or the least, of its like."
        : "") +
      (record ? ` Dots: ${record.name}, for comparison.` : "") +
      ` ${kit.STATUS_WORDS}`,
    ...(options.caption ? { caption: options.caption } : {}),
    description: `${input.name}: ` +
      (bounds.length > 0
        ? `bounds of ${bounds.length} ${per}s, ${open} ` +
          "of them without an upper limit" +
          (narrowest ? `; the narrowest is ${narrowest.title}` : "") +
          ". "
        : "") +
      `${claims.length} ${level ? "numbers" : FIGURES[per]} of claims` +
      (record ? ` and ${record.figures.length} of ${record.name}.` : "."),
    draw: (layout) =>
      drawBounds(input, options.top, layout),
  });
}
