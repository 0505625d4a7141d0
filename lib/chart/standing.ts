import * as Plot from "@observablehq/plot";

/** Something that is said to have the most or the least. */
export interface Standing {
  readonly kind: "highest" | "lowest";
  /** Where its mark is, in pixels; across, or when on a scale of time. */
  readonly x: number | Date;
  readonly y: number;
  /** What the mark shows when it is pointed at. */
  readonly title: string;
}

/** A triangle each: its tip up for the most, down for the least. */
export function standingMarks(rows: readonly Standing[]): Plot.Markish[] {
  return (["highest", "lowest"] as const).map((kind) =>
    Plot.dot(rows.filter((row) => row.kind === kind), {
      x: "x",
      y: "y",
      symbol: "triangle",
      rotate: kind === "lowest" ? 180 : 0,
      r: 4.5,
      fill: "var(--ink)",
      stroke: "var(--paper)",
      title: "title",
    })
  );
}
