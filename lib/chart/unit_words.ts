import type { Unit } from "../quantity/units.ts";

/** What is counted: a flow over a unit, or a level at its end. */
export interface Shown {
  /** The unit. */
  readonly per: Unit;
  /** Whether it is a level. */
  readonly level: boolean;
}

/** When it holds: "in a month", "on the last day of each month". */
export function whenHolds({ per, level }: Shown): string {
  if (!level) return `in a ${per}`;
  return per === "day"
    ? "at the end of each day"
    : `on the last day of each ${per}`;
}

/** The same for a title: "for each month", "for the last day of each month". */
export function forEach({ per, level }: Shown): string {
  return level && per !== "day"
    ? `for the last day of each ${per}`
    : level
    ? "for the end of each day"
    : `for each ${per}`;
}

/** What figures of a unit are called. */
export const FIGURES: Readonly<Record<Unit, string>> = {
  day: "daily figures",
  week: "weekly figures",
  month: "monthly figures",
  quarter: "quarterly figures",
  year: "yearly figures",
};
