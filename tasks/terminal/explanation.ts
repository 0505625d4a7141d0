import { describePeriod } from "../../lib/quantity/describe_period.ts";
import { formatNumber } from "../../lib/quantity/phrase.ts";
import { period } from "../../lib/quantity/period.ts";
import type { Bounds, SideProof } from "../../lib/reconcile/reconciliation.ts";
import { clean } from "./clean.ts";
import { columns } from "./layout.ts";
import type { Paint } from "./paint.ts";

const FACTS = {
  flow: (measure: string) => `${measure} is never negative`,
  full: (measure: string) => `the parts of ${measure} sum to it`,
  part: (measure: string) => `${measure} is at most its whole`,
};

function steps(
  { proof, background, times }: SideProof,
  side: "low" | "high",
): string[] {
  const over = (row: { start: string; end: string }) =>
    describePeriod(period(row.start, row.end));
  const rows = proof.map((row) => [
    `    ${clean(row.claim)}: ${row.side === "low" ? "at least" : "at most"} ${
      formatNumber(row.value)
    }, ${over(row)}`,
    `${(row.side === side ? "+" : "−")} ${formatNumber(row.times)} ×`,
  ]);
  const facts = background.map((row) => [
    `    ${FACTS[row.fact](clean(row.measure))}, ${over(row)}`,
    `${row.times < 0 ? "−" : "+"} ${formatNumber(Math.abs(row.times))} ×`,
  ]);
  const lines = columns([...rows, ...facts]);
  if (times > 1) lines.push(`    all divided by ${formatNumber(times)}`);
  return lines;
}

/** One bound, both sides, each with the sum that gives it. */
export function explanation(bounds: Bounds, paint: Paint): string {
  const { measure, low, high, lowProof, highProof, without } = bounds;
  const lines = [
    paint.bold(
      `${clean(measure)}, ${describePeriod(period(bounds.start, bounds.end))}`,
    ),
    `  at least ${formatNumber(low)}`,
    ...steps(lowProof, "low"),
    high === null
      ? "  at most: open; nothing bounds it"
      : `  at most ${formatNumber(high)}`,
  ];
  if (highProof) lines.push(...steps(highProof, "high"));
  if (!bounds.tight) {
    lines.push("  A tighter bound may hold that was not certified.");
  }
  if (without.length > 0) {
    lines.push(
      paint.dim(
        `  The claims conflict; left out: ${
          without.map((c) => clean(c)).join(", ")
        }`,
      ),
    );
  }
  return lines.join("\n");
}
