import type { Echo } from "../../reconcile/model/echoes.ts";
import type { BesideOfficial } from "../../analysis/beside_official.ts";
import type { OfficialSpan } from "../../analysis/official_spans.ts";
import type { UncountedSpan } from "../../analysis/uncounted_spans.ts";
import type { Flips } from "../../analysis/what_flips.ts";
import type {
  Alternatives,
  Reconciliation,
} from "../../reconcile/reconciliation.ts";
import type {
  BackgroundJson,
  ClaimJson,
  ProofRowJson,
  SetAsideJson,
} from "../../reconcile/result.ts";

/**
 * A conflict as a page tells it, once for all that differ in nothing to read.
 */
export interface PageConflict {
  /** Ids of the claims that are told. */
  readonly claims: readonly string[];
  /** The sentence that does the arithmetic. */
  readonly text: string;
  /** Ids of other claims that make the same conflict. */
  readonly also: readonly string[];
  /** The rows of its proof, where the text is of one conflict alone. */
  readonly proof?: readonly ProofRowJson[];
  /** The facts that the proof uses besides. */
  readonly background?: readonly BackgroundJson[];
}

/**
 * What the claims of one collection imply together: plain data, fit for JSON.
 */
export interface Findings {
  /** The collection; `null` holds the claims without one. */
  readonly collection: string | null;
  /** Whether the time was enough to tell; without, nothing else here holds. */
  readonly settled: boolean;
  /** Whether anything else was assumed than default readings and width 1. */
  readonly selected?: boolean;
  /** Whether all can be true. */
  readonly consistent: boolean;
  /** The least share by which every bound must give. */
  readonly slack: number;
  /** Claims set aside before anything was computed, with what replaced them. */
  readonly setAside: readonly SetAsideJson[];
  /** Claims left out as echoes, where these are counted once. */
  readonly echoes: readonly Echo[];
  /** Modelled claims with what the others imply. */
  readonly claims: readonly ClaimJson[];
  /** The conflicts as they are told. */
  readonly conflicts: readonly PageConflict[];
  /** The claims of each conflict listed, told by itself or not. */
  readonly found: readonly (readonly string[])[];
  /** Whether no conflict is missing. */
  readonly conflictsComplete: boolean;
  /** Whether the time sufficed: if one is missing, the list was full. */
  readonly conflictsCertain: boolean;
  /** The claims of the cheapest repair. */
  readonly drop: readonly string[];
  /** Whether it certainly is the cheapest. */
  readonly dropCertain: boolean;
  /** What could give instead and weigh as little. */
  readonly choices: readonly Alternatives[];
  /** What single change makes all agree, where that was looked for. */
  readonly flips?: Flips;
  /** Spans that no claim counts, those that say the most first. */
  readonly uncounted?: readonly UncountedSpan[];
  /** SVG: the first of its conflicts, drawn. */
  readonly drawing?: string;
  /** Measures of which nothing is at most so many over their whole span. */
  readonly open?: readonly string[];
  /** Claims by themselves beside official figures. */
  readonly beside?: readonly BesideOfficial[];
  /** What official figures have for the spans that no claim counts. */
  readonly official?: readonly OfficialSpan[];
}

/**
 * What a page tells of a reconciliation.
 *
 * @example
 * ```ts
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import { findingsOf } from "./findings.ts";
 * import assert from "node:assert/strict";
 *
 * const total = { kind: "total", measure: "cases" } as const;
 * const period = { start: "2024-01", end: "2024-12" };
 * using result = await reconcile([
 *   { ...total, ...period, claim_id: "a", stated: "10", hedge: "exact" },
 *   { ...total, ...period, claim_id: "b", stated: "12", hedge: "exact" },
 * ]);
 * const found = findingsOf(null, result);
 * assert.deepEqual(found.conflicts[0]?.claims, ["a", "b"]);
 * ```
 */
export function findingsOf(
  collection: string | null,
  result: Reconciliation,
): Findings {
  const { drop, certain } = result.cheapestRepair;
  const { conflicts } = result;
  return {
    collection,
    settled: true,
    consistent: result.consistent,
    slack: result.slack,
    setAside: result.setAside,
    echoes: result.echoes,
    claims: result.claims,
    conflicts: result.told.map(({ claims, text, also, conflicts: of }) => {
      const first = of[0] === undefined ? undefined : conflicts[of[0]];
      const { proof, background } = first ?? {};
      return {
        ...{ claims, text, also },
        ...(proof && background && first?.text === text
          ? { proof, background }
          : {}),
      };
    }),
    found: conflicts.map(({ claims }) => claims),
    conflictsComplete: result.conflictsComplete,
    conflictsCertain: result.isCertain("conflicts"),
    drop,
    dropCertain: certain,
    choices: result.alternatives,
  };
}

/** Whether the first page can answer of them: of the first that it can, it does. */
export function isAnswered({ settled, claims }: Findings): boolean {
  return settled && claims.length > 0;
}

/** Claims that must or may be left out for the rest to agree. */
export function mayGive(
  { choices, drop }: Pick<Findings, "choices" | "drop">,
): ReadonlySet<string> {
  return new Set([
    ...choices.flatMap(({ options }) => options.flat()),
    ...drop,
  ]);
}

/**
 * What a page tells of claims whose reconciliation was given up: nothing.
 *
 * @example
 * ```ts
 * import { unsettled } from "./findings.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(unsettled("reports").settled, false);
 * ```
 */
export function unsettled(collection: string | null): Findings {
  return {
    collection,
    settled: false,
    consistent: true,
    slack: 0,
    setAside: [],
    echoes: [],
    claims: [],
    conflicts: [],
    found: [],
    conflictsComplete: false,
    conflictsCertain: false,
    drop: [],
    dropCertain: false,
    choices: [],
  };
}
