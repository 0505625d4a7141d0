import { describePeriod } from "../../quantity/describe_period.ts";
import { formatWhole } from "../../quantity/format_rational.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { period } from "../../quantity/period.ts";
import type { Bounds, SideProof } from "../../reconcile/reconciliation.ts";
import { clean } from "./clean.ts";
import { columns, wrap } from "./layout.ts";
import type { Paint } from "./paint.ts";

const WIDTH = 88;

const FACTS = {
  flow: (measure: string) => `${measure} is never negative`,
  full: (measure: string) => `the parts of ${measure} sum to it`,
  part: (measure: string) => `${measure} is at most its whole`,
  level: (measure: string) => `${measure} is never negative`,
  balance: (measure: string) =>
    `what goes in and out makes up the rise of ${measure}`,
};

/** What is said of a bound besides its proof. */
export interface Told {
  /** How a measure is called. */
  readonly name: (measure: string) => string;
  /** Whether what is left out certainly is the cheapest repair. */
  readonly certain: boolean;
  /** Whether witnesses are weighed, which are left out with all their claims. */
  readonly byOrigin: boolean;
}

function steps(
  { proof, background, times }: SideProof,
  side: "low" | "high",
  name: (measure: string) => string,
): string[] {
  const over = (row: { start: string; end: string }) =>
    describePeriod(period(row.start, row.end));
  const rows = proof.map((row) => [
    `    ${clean(row.claim)}: ${row.side === "low" ? "at least" : "at most"} ${
      formatNumber(row.value)
    }, ${over(row)}`,
    `${(row.side === side ? "+" : "−")} ${formatWhole(row.times)} ×`,
  ]);
  const facts = background.map((row) => {
    const times = BigInt(row.times);
    return [
      `    ${FACTS[row.fact](clean(name(row.measure)))}, ${over(row)}`,
      `${times < 0n ? "−" : "+"} ${formatWhole(times < 0n ? -times : times)} ×`,
    ];
  });
  const lines = columns([...rows, ...facts]);
  if (BigInt(times) > 1n) {
    lines.push(`    all divided by ${formatWhole(times)}`);
  }
  return lines;
}

/** A measure's name with its id where that is another word. */
export function nameAndId(measure: string, label: string): string {
  return label === measure
    ? clean(measure)
    : `${clean(label)} (${clean(measure)})`;
}

/** One bound, both sides, each with the sum that gives it. */
export function explanation(
  bounds: Bounds,
  { name, certain, byOrigin }: Told,
  paint: Paint,
): string {
  const { measure, low, high, lowProof, highProof, without } = bounds;
  const over = describePeriod(period(bounds.start, bounds.end));
  const lines = [
    paint.bold(`${nameAndId(measure, name(measure))}, ${over}`),
    `  at least ${formatNumber(low)}`,
    ...steps(lowProof, "low", name),
    high === null
      ? "  at most: open; nothing bounds it"
      : `  at most ${formatNumber(high)}`,
  ];
  if (highProof) lines.push(...steps(highProof, "high", name));
  const say = (text: string) => lines.push(wrap(text, WIDTH, "  "));
  if (!bounds.tight) say("A tighter bound may hold that was not certified.");
  if (without.length > 0) {
    const left = without.map((c) => clean(c)).join(", ");
    const first = byOrigin
      ? "the one of the fewest witnesses, then the first in the order of names"
      : "the one of the fewest claims, then the first in the order of ids";
    lines.push(
      ...wrap(
        `The claims conflict. This is without the cheapest repair, where several weigh as little ${first}: ${left}`,
        WIDTH,
        "  ",
      ).split("\n").map(paint.dim),
    );
    if (!certain) {
      say(
        "The time ran out before that was known to be the cheapest repair (--seconds).",
      );
    }
  }
  return lines.join("\n");
}
