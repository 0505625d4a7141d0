import { describePeriod } from "../../quantity/describe_period.ts";
import { period } from "../../quantity/period.ts";
import { formatExactNumber } from "../../quantity/format_exact.ts";
import { formatWhole } from "../../quantity/format_rational.ts";
import type { Bounds, SideProof } from "../../reconcile/reconciliation.ts";
import type {
  BackgroundJson,
  ConflictJson,
  ProofRowJson,
  Times,
} from "../../reconcile/result.ts";

/** A step of a sum: a condition of a claim, or a fact that always holds. */
export interface Step {
  /** How many times it is taken: "+ 1 ×", "− 2 ×". */
  readonly times: string;
  /** The claim; `null` for a fact. */
  readonly claim: string | null;
  /** What it says: "at least 60,000, January–October 2024". */
  readonly words: string;
}

/** A sum that gives a bound or a contradiction. */
export interface ProofWords {
  /** What it comes to. */
  readonly result: string;
  /** The steps. */
  readonly steps: readonly Step[];
  /** What the sum is divided by; 1 for nothing. */
  readonly divisor: Times;
}

const FACTS: Readonly<
  Record<BackgroundJson["fact"], (measure: string) => string>
> = {
  flow: (measure) => `${measure} is never negative`,
  full: (measure) => `the parts of ${measure} sum to it`,
  part: (measure) => `${measure} is at most its whole`,
  level: (measure) => `${measure} is never negative`,
  balance: (measure) => `what goes in and out makes up the rise of ${measure}`,
};

function over({ start, end }: { start: string; end: string }): string {
  return describePeriod(period(start, end));
}

/** How a measure is called: by its id, where nobody says otherwise. */
type Name = (measure: string) => string;

const ID: Name = (measure) => measure;

/** The steps of a sum: first what is added, then what is taken away. */
function steps(
  proof: readonly ProofRowJson[],
  background: readonly BackgroundJson[],
  added: "low" | "high",
  name: Name,
): Step[] {
  const sign = (plus: boolean, times: Times) =>
    `${plus ? "+" : "−"} ${formatWhole(times).replace("−", "")} ×`;
  return [
    ...proof.toSorted((a, b) =>
      Number(b.side === added) - Number(a.side === added)
    ).map((row): Step => ({
      times: sign(row.side === added, row.times),
      claim: row.claim,
      words: `at ${row.side === "low" ? "least" : "most"} ${
        formatExactNumber(row.value)
      }, ${over(row)}`,
    })),
    ...background.map((row): Step => ({
      times: sign(Number(row.times) >= 0, row.times),
      claim: null,
      words: `${FACTS[row.fact](name(row.measure))}, ${over(row)}`,
    })),
  ];
}

function side(
  proof: SideProof | null,
  which: "low" | "high",
  value: number | null,
  name: Name,
): ProofWords {
  const result = value === null
    ? "No claim sets an upper limit."
    : `At ${which === "low" ? "least" : "most"} ${formatExactNumber(value)}`;
  return {
    result,
    steps: proof ? steps(proof.proof, proof.background, which, name) : [],
    divisor: proof?.times || 1,
  };
}

/**
 * Why a count lies between its bounds, in words: the low side, the high side.
 *
 * @param name How measures are called; by their ids where it is left out.
 *
 * @example
 * ```ts
 * import { boundWords } from "./proof_words.ts";
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * using result = await reconcile([{
 *   claim_id: "a",
 *   measure: "cases",
 *   kind: "total",
 *   stated: "70",
 *   hedge: "exact",
 *   start: "2024-01",
 *   end: "2024-01",
 * }]);
 * const { low } = boundWords(result.bounds("cases", "2024-01", "2024-01"));
 * assert.equal(low.result, "At least 70");
 * assert.deepEqual(low.steps, [
 *   { times: "+ 1 ×", claim: "a", words: "at least 70, January 2024" },
 * ]);
 * ```
 */
export function boundWords(
  bounds: Pick<Bounds, "low" | "high" | "lowProof" | "highProof">,
  name: Name = ID,
): { readonly low: ProofWords; readonly high: ProofWords } {
  return {
    low: side(bounds.lowProof, "low", bounds.low, name),
    high: side(bounds.highProof, "high", bounds.high, name),
  };
}

/**
 * Why some claims cannot all be true, in words.
 *
 * @param name How measures are called; by their ids where it is left out.
 *
 * @example
 * ```ts
 * import { conflictWords } from "./proof_words.ts";
 * import assert from "node:assert/strict";
 *
 * const words = conflictWords({
 *   claims: ["a"],
 *   text: "2 is more than 1.",
 *   proof: [],
 *   background: [],
 * });
 * assert.equal(words.result, "2 is more than 1.");
 * ```
 */
export function conflictWords(
  { text, proof, background }: ConflictJson,
  name: Name = ID,
): ProofWords {
  return {
    result: text,
    steps: steps(proof, background, "low", name),
    divisor: 1,
  };
}

/**
 * The claims of a proof, each once.
 *
 * @example
 * ```ts
 * import { claimsOf } from "./proof_words.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(claimsOf({ result: "", steps: [], divisor: 1 }), []);
 * ```
 */
export function claimsOf(...proofs: readonly ProofWords[]): string[] {
  return [
    ...new Set(
      proofs.flatMap(({ steps }) => steps.flatMap(({ claim }) => claim ?? [])),
    ),
  ];
}
