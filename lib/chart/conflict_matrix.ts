import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { takesCount } from "../quantity/takes.ts";
import { type Chart, chart } from "./chart.ts";
import type { ChartClaim } from "./chart_claim.ts";
import { type ChartTitle, TITLE_TYPES } from "./chart_title.ts";
import { captionOf } from "./claims_caption.ts";
import {
  type Conflict,
  conflictsIn,
  conflictSums,
  type Disagreement,
} from "./conflict.ts";
import * as kit from "./kit/kit.ts";

/** What the chart is called, and how much of it is drawn. */
export interface ConflictMatrixOptions extends ChartTitle {
  /** How many conflicts are drawn. Default: 10. */
  readonly mostConflicts?: number;
  /** How many claims are drawn. Default: 15. */
  readonly mostClaims?: number;
}

const OPTION_TYPES: OptionTypes<ConflictMatrixOptions> = {
  ...TITLE_TYPES,
  mostConflicts: takesCount,
  mostClaims: takesCount,
};

const AGREE = "No conflict: the claims can all be true.";

type Counted = ChartClaim & { readonly count: number };

/** The claims in conflicts, those in the most first. */
function countClaims(conflicts: readonly Conflict[]): Counted[] {
  const found = new Map<string, Counted>();
  for (const { parts } of conflicts) {
    for (const part of new Map(parts.map((p) => [p.claim, p])).values()) {
      const { claim, label, title, status } = part;
      const count = (found.get(claim)?.count ?? 0) + 1;
      found.set(claim, { claim, label, title, status, count });
    }
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count);
}

function matrixOf(
  conflicts: readonly Conflict[],
  all: readonly Counted[],
  { mostConflicts = 10, mostClaims = 15 }: ConflictMatrixOptions,
): kit.MatrixOptions {
  const shown = conflicts.slice(0, mostConflicts);
  const columns = shown.map(({ parts, text }, i) => ({
    head: `${i + 1}`,
    title: `Conflict ${i + 1}: ${
      formatNumber(conflictSums(parts).apart)
    } apart\n${text}`,
    claims: parts.map(({ claim }) => claim),
  }));
  const seen = new Set(columns.flatMap(({ claims }) => claims));
  const rows = all.filter(({ claim }) => seen.has(claim)).map((row) => ({
    ...row,
    aside: `in ${row.count} of ${conflicts.length}`,
  }));
  return {
    rows: rows.slice(0, mostClaims),
    ...{ columns, asideHead: "", head: "conflict" },
    more: {
      rows: [rows.length - mostClaims, "claim"],
      columns: [conflicts.length - shown.length, "conflict"],
    },
    nothing: AGREE,
  };
}

/**
 * Which claims are in which conflicts: a row a claim, those in the most
 * conflicts first, and a column a conflict with its claims' dots joined.
 *
 * @example
 * ```ts
 * import { conflictMatrix } from "./conflict_matrix.ts";
 * import assert from "node:assert/strict";
 *
 * const part = { title: "", status: null, times: 1, low: 7, high: 9 } as const;
 * const { svg } = conflictMatrix([{
 *   parts: [
 *     { ...part, claim: "a", label: "A Paper: over 100", side: "low" },
 *     { ...part, claim: "b", label: "The Register: 70", side: "high" },
 *   ],
 *   text: "100 is more than 70.",
 * }]);
 * assert.match(svg, /in 1 of 1/);
 * ```
 */
export function conflictMatrix(
  from: readonly Conflict[] | Disagreement,
  options: ConflictMatrixOptions = {},
): Chart {
  checkOptions(options, OPTION_TYPES);
  const conflicts = conflictsIn(from);
  const caption = options.caption ?? captionOf(from);
  const all = countClaims(conflicts);
  const most = all[0];
  return chart({
    title: options.title ?? "Which claims take part in which conflicts?",
    subtitle: "A column is a conflict: the claims with a dot cannot all be " +
      "true, and without any one of them the rest can.",
    ...(caption ? { caption } : {}),
    description: most
      ? `${all.length} claims in ${conflicts.length} conflicts; in the most, ` +
        `${most.count}: ${most.label}.`
      : AGREE,
    draw: (layout) => kit.matrix(matrixOf(conflicts, all, options), layout),
  });
}
