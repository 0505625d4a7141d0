import { type Day, monthEnd, monthStart, show } from "./day.ts";
import type { Random } from "./random.ts";
import type { Count } from "./statement.ts";
import type { Measure } from "../../../lib/quantity/claim.ts";

/** Measures with a true count of every day, on a span of whole months. */
export interface Truth {
  readonly measures: readonly Measure[];
  /** First and last month of the span. */
  readonly first: number;
  readonly last: number;
  /** The true count, a whole number. */
  count(count: Count): number;
}

/** How the measures hang together. */
export type Shape =
  | "one"
  | "full"
  | "part"
  | "nested"
  | "apart"
  | "ragged";

const PARENTS: Record<Shape, [id: string, parent: string, split: string][]> = {
  one: [["m", "", ""]],
  full: [["w", "", ""], ["x", "w", "full"], ["y", "w", "full"]],
  part: [["w", "", ""], ["x", "w", "part"], ["y", "w", ""]],
  nested: [
    ["w", "", ""],
    ["x", "w", "full"],
    ["y", "w", "full"],
    ["x1", "x", "full"],
    ["x2", "x", "full"],
    ["p", "w", "part"],
  ],
  ragged: [
    ["w", "", ""],
    ["p", "w", ""],
    ["p1", "p", "full"],
    ["p2", "p", "full"],
    ["q", "p1", "part"],
  ],
  apart: [
    ["m", "", ""],
    ["w", "", ""],
    ["x", "w", "full"],
    ["y", "w", "full"],
  ],
};

/** A table of measures, in an order that says nothing. */
export function measuresOf(random: Random, shape: Shape): Measure[] {
  const rows = PARENTS[shape].map(([measure, part_of, split]) => ({
    measure,
    part_of: part_of || (random.chance(0.5) ? null : ""),
    split: split === "" ? null : split as "full" | "part",
  }));
  if (random.chance(0.3)) rows.reverse();
  return rows;
}

/** A daily series for every measure: parts first, wholes from them. */
export function truth(
  random: Random,
  measures: readonly Measure[],
  first: number,
  last: number,
): Truth {
  const origin = monthStart(first);
  const days = monthEnd(last) - origin + 1;
  const series = new Map<string, number[]>();
  const usual = random.pick([1, 3, 20, 200]);
  const fill = (id: string): number[] => {
    const known = series.get(id);
    if (known) return known;
    const children = measures.filter(({ part_of }) => part_of === id);
    const full = children.filter(({ split }) => split === "full");
    const within = children.filter(({ split }) => split !== "full");
    // Now and then a measure of another order of magnitude.
    const level = random.chance(0.85) ? usual : random.pick([1, 20, 20_000]);
    const daily = Array.from({ length: days }, (_, day) => {
      const full0 = full.map((child) => fill(child.measure)[day]!);
      if (full.length > 0) return full0.reduce((a, b) => a + b, 0);
      const most = within.map((child) => fill(child.measure)[day]!);
      const spare = random.chance(0.1) ? 0 : random.whole(0, level);
      return Math.max(0, ...most) + spare;
    });
    // A part beside full ones counts at most their sum.
    if (full.length > 0) {
      for (const child of within) {
        series.set(
          child.measure,
          fill(child.measure).map((n, day) => Math.min(n, daily[day]!)),
        );
      }
    }
    series.set(id, daily);
    return daily;
  };
  for (const { measure } of measures) fill(measure);
  return {
    measures,
    first,
    last,
    count: ({ measure, start, end }) =>
      series.get(measure)!.slice(start - origin, end - origin + 1)
        .reduce((a, b) => a + b, 0),
  };
}

/** A day that starts a period, as a cell: a month where it can be. */
export function startCell(random: Random, day: Day): string {
  const text = show(day);
  return text.endsWith("-01") && random.chance(0.7) ? text.slice(0, 7) : text;
}

/** A day that ends a period, as a cell: a month where it can be. */
export function endCell(random: Random, day: Day): string {
  const month = show(day).slice(0, 7);
  const last = show(day + 1).slice(0, 7) !== month;
  return last && random.chance(0.7) ? month : show(day);
}
