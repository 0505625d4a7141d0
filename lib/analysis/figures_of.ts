import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import { calendarUnits } from "../quantity/months.ts";
import type { Period } from "../quantity/period.ts";
import { unitFor } from "../quantity/unit_for.ts";
import type { Unit } from "../quantity/units.ts";
import { type MonthlyFigure, monthlyFigures } from "./monthly.ts";

/** Monthly figures, or claims to take them from. */
export type Figures = Claims | readonly MonthlyFigure[];

/** The periods of claims that give a figure per unit of time. */
function periodsOf(rows: readonly ClaimInterval[]): Period[] {
  return rows.flatMap(({ claim: { kind }, period }) =>
    period && (kind === "total" || kind === "rate") ? [period] : []
  );
}

/**
 * The unit in which figures of claims are shown: the one that suits the days
 * that they are about, but a month where a claim is about less than a quarter or
 * a year.
 */
function unitOfClaims(periods: readonly Period[]): Unit {
  if (periods.length === 0) return "month";
  const unit = unitFor({
    start: Math.min(...periods.map(({ start }) => start)),
    end: Math.max(...periods.map(({ end }) => end)),
  });
  const long = unit === "quarter" || unit === "year";
  const shorter = periods.some((period) => {
    const { n, d } = calendarUnits(period, unit);
    return n < d;
  });
  return long && shorter ? "month" : unit;
}

/**
 * The figures that were given, or those of the claims that were, and the unit
 * that they are of: the one asked for, else what suits the claims.
 */
export function figuresOf(
  from: Figures,
  asked?: Unit,
): { readonly figures: readonly MonthlyFigure[]; readonly per: Unit } {
  const given = Array.isArray(from) && from[0] !== undefined &&
    "row" in from[0];
  if (given) {
    const figures = from as readonly MonthlyFigure[];
    return { figures, per: figures[0]!.per ?? "month" };
  }
  const rows = claimIntervals(from as Claims);
  const per = asked ?? askedOf(from) ?? unitOfClaims(periodsOf(rows));
  return { figures: monthlyFigures(rows, { per }), per };
}

/** The unit that a result was asked to show. */
function askedOf(from: Figures): Unit | undefined {
  return "shown" in from
    ? (from.shown as { readonly per?: Unit } | undefined)?.per
    : undefined;
}
