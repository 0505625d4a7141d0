import * as Plot from "@observablehq/plot";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { formatNumber } from "../quantity/phrase.ts";
import { takesCount } from "../quantity/takes.ts";
import { type Chart, chart, type Layout } from "./chart.ts";
import type { ChartTitle } from "./chart_title.ts";
import type { ChartClaim } from "./chart_claim.ts";
import { captionOf } from "./claims_caption.ts";
import {
  type Conflict,
  conflictsIn,
  conflictSums,
  type Disagreement,
} from "./conflict.ts";
import { matrix, type MatrixRow } from "./matrix.ts";
import { andMore, fit, innerWidth, LINE, pixelPlot, words } from "./pixels.ts";
import { TITLE_TYPES } from "./title_types.ts";

/**
 * What the chart is called, and how much of it is drawn.
 *
 * @example
 * ```ts
 * import type { ConflictMatrixOptions } from "./conflict_matrix.ts";
 * import assert from "node:assert/strict";
 *
 * const options: ConflictMatrixOptions = { mostConflicts: 5, mostClaims: 8 };
 * assert.equal(options.title, undefined);
 * ```
 */
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

function draw(
  conflicts: readonly Conflict[],
  options: ConflictMatrixOptions,
  layout: Layout,
): Plot.PlotOptions {
  const { narrow, fontSize } = layout;
  const inner = innerWidth(layout);
  const shown = conflicts.slice(0, options.mostConflicts ?? 10);
  const seen = new Set(
    shown.flatMap(({ parts }) => parts.map(({ claim }) => claim)),
  );
  const all = countClaims(conflicts).filter(({ claim }) => seen.has(claim));
  const claims = all.slice(0, options.mostClaims ?? 15);
  const left = narrow ? 60 : 500;
  const step = Math.min(
    narrow ? 30 : 36,
    (inner - left) / Math.max(1, shown.length),
  );
  const top = 26;
  const height = narrow ? 38 : 24;
  const rows = claims.map((claim, i): MatrixRow & Counted => ({
    ...claim,
    y: top + height * i + (narrow ? 26 : 12),
  }));
  const bottom = top + height * rows.length;
  const columns = shown.map(({ parts, text }, i) => ({
    head: `${i + 1}`,
    title: `Conflict ${i + 1}: ${
      formatNumber(conflictSums(parts).apart)
    } apart\n${text}`,
    claims: parts.map(({ claim }) => claim),
    marked: false,
  }));
  const moreClaims = all.length - claims.length;
  const more = conflicts.length - shown.length;
  const rest = conflicts.length === 0
    ? "No conflict: the claims can all be true."
    : [
      ...andMore(more, "conflict"),
      ...andMore(moreClaims, "claim"),
    ].join(" and ");
  return pixelPlot(bottom + 4 + (rest ? LINE + 6 : 0), [
    Plot.ruleY(rows, {
      x1: 0,
      x2: inner,
      y: (row: MatrixRow) => row.y + 12,
      stroke: "var(--line)",
    }),
    ...(rows.length > 0
      ? [words([{
        x: narrow ? left - 8 : left - 16,
        y: 10,
        text: narrow ? "conflict" : "conflict number",
      }], { anchor: "end", className: "soft" })]
      : []),
    ...matrix(rows, columns, { left, step, headY: 10, bottom, apart: narrow }),
    words(rows.map((row) => ({
      x: 0,
      y: narrow ? row.y - 18 : row.y,
      text: fit(row.label, narrow ? inner : 405, fontSize),
      title: row.title,
    }))),
    words(
      rows.map((row) => ({
        x: narrow ? left - 8 : left - 16,
        y: row.y,
        text: narrow
          ? `in ${row.count}`
          : `in ${row.count} of ${conflicts.length}`,
        title: row.title,
      })),
      { anchor: "end", className: "soft" },
    ),
    words(
      rest
        ? [{
          x: 0,
          y: bottom + 4 + LINE / 2,
          text: conflicts.length === 0 ? rest : `and ${rest}`,
        }]
        : [],
    ),
  ]);
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
      : "No conflict: the claims can all be true.",
    draw: (layout) => draw(conflicts, options, layout),
  });
}
