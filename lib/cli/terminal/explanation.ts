import { describePeriod } from "../../quantity/describe_period.ts";
import { formatWhole } from "../../quantity/format_rational.ts";
import { formatNumber } from "../../quantity/phrase.ts";
import { period } from "../../quantity/period.ts";
import type { ClaimFacts } from "../../reconcile/proof/tell_conflicts.ts";
import type { Bounds, SideProof } from "../../reconcile/reconciliation.ts";
import type { ProofRowJson } from "../../reconcile/result.ts";
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
  /** What the modelled claims say. */
  readonly facts: readonly ClaimFacts[];
  /** Whether what is left out certainly is the cheapest repair. */
  readonly certain: boolean;
  /** Whether witnesses are weighed, which are left out with all their claims. */
  readonly byOrigin: boolean;
}

const over = (row: { start: string; end: string }) =>
  describePeriod(period(row.start, row.end));

/** What a row says: a number of its own count, or how two counts stand. */
function says(
  row: ProofRowJson,
  fact: ClaimFacts | undefined,
  name: (measure: string) => string,
): string {
  const least = row.side === "low" ? "at least" : "at most";
  const number = formatNumber(row.value);
  const [kind] = fact?.kind.split(",") ?? [];
  if (fact && (kind === "highest" || kind === "lowest")) {
    // Its row has the dates of the unit that it is compared with.
    return `${over(fact)}, the ${kind}, ${
      kind === "highest" ? "at least" : "at most"
    } as many as in ${over(row)}`;
  }
  const other = fact?.of;
  if (!other) return `${least} ${number}, ${over(row)}`;
  const same = other.start === row.start && other.end === row.end;
  const than = `${clean(name(other.measure))}${same ? "" : `, ${over(other)}`}`;
  return kind === "difference"
    ? `${least} ${number} more than ${than}, ${over(row)}`
    : `${least} ${
      row.value === 1 ? "as many as" : `${number} times`
    } ${than}, ${over(row)}`;
}

function steps(
  { proof, background, times }: SideProof,
  side: "low" | "high",
  { name, facts }: Told,
): string[] {
  const factOf = new Map(facts.map((fact) => [fact.claim, fact]));
  const rows = proof.map((row) => [
    `    ${clean(row.claim)}: ${says(row, factOf.get(row.claim), name)}`,
    `${(row.side === side ? "+" : "−")} ${formatWhole(row.times)} ×`,
  ]);
  const known = background.map((row) => {
    const times = BigInt(row.times);
    return [
      `    ${FACTS[row.fact](clean(name(row.measure)))}, ${over(row)}`,
      `${times < 0n ? "−" : "+"} ${formatWhole(times < 0n ? -times : times)} ×`,
    ];
  });
  const lines = columns([...rows, ...known]);
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
  told: Told,
  paint: Paint,
): string {
  const { name, certain, byOrigin } = told;
  const { measure, low, high, lowProof, highProof, without } = bounds;
  const lines = [
    paint.bold(`${nameAndId(measure, name(measure))}, ${over(bounds)}`),
    `  at least ${formatNumber(low)}`,
    ...steps(lowProof, "low", told),
    high === null
      ? "  at most: open; nothing bounds it"
      : `  at most ${formatNumber(high)}`,
  ];
  if (highProof) lines.push(...steps(highProof, "high", told));
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
