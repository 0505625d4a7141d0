import {
  checkReading,
  type FieldProblem,
  type Known,
} from "../../dataset/check_reading.ts";
import { checkCounts } from "../../dataset/check_counts.ts";
import { countingOf, type CountingTables } from "../../dataset/counting.ts";
import { KnownIds } from "../../dataset/known_ids.ts";
import type { Row } from "../../dataset/rows.ts";
import { READING_CELLS, TABLES } from "../../dataset/tables.ts";
import type { Kind, Per, Reading, Spread } from "../../quantity/claim.ts";
import { hedgesOf } from "../../quantity/hedge.ts";
import { READING_COLUMNS } from "../../quantity/overlay.ts";
import { type ExplorerData, OWN_SOURCE } from "./data.ts";

/** What a reader fills in: the columns of a reading, and a few words. */
export const OWN_FIELDS = [...READING_COLUMNS, "note"] as const;

/** One of them. */
export type OwnField = typeof OWN_FIELDS[number];

/** The cells of a claim of the reader's own; one that is missing is empty. */
export type OwnCells = { readonly [F in OwnField]?: string | undefined };

/** A claim that a reader has added. */
export interface OwnClaim {
  /** `own-1` and so on. */
  readonly id: string;
  /** What it says. */
  readonly cells: OwnCells;
}

/** Something wrong in one field of a claim of the reader's own. */
export interface OwnProblem extends Pick<FieldProblem, "message"> {
  /** The field. */
  readonly field: OwnField;
}

/**
 * The first id that is free for a claim of the reader's own.
 *
 * @example
 * ```ts
 * import { freeId } from "./own_claim.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(freeId(["own-1", "a"]), "own-2");
 * ```
 */
export function freeId(taken: Iterable<string>): string {
  const ids = new Set(taken);
  for (let n = 1;; n++) if (!ids.has(`own-${n}`)) return `own-${n}`;
}

/**
 * What is wrong with a claim of the reader's own, field by field, in the words
 * of `deno task validate`.
 *
 * @param others Claims that the reader has added already.
 *
 * @example
 * ```ts
 * import { checkOwnClaim } from "./own_claim.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const cells = { measure: "proceedings", kind: "total", stated: "5,000" };
 * assert.deepEqual(
 *   checkOwnClaim({ ...cells, start: "2025-10", end: "2025-10" }, data),
 *   [{
 *     field: "stated",
 *     message: "'5,000' is not plain digits with at most one point; write 5000",
 *   }],
 * );
 * ```
 */
export function checkOwnClaim(
  cells: OwnCells,
  data: ExplorerData,
  others: readonly OwnClaim[] = [],
): OwnProblem[] {
  const found: OwnProblem[] = [];
  for (const field of READING_COLUMNS) {
    const cell = cells[field] || null;
    const checked = READING_CELLS[field].safeParse(cell);
    if (checked.success) continue;
    found.push({ field, message: checked.error.issues[0]!.message });
  }
  if (found.length > 0) return found;
  const { measures, hedges } = data;
  const known: Known = {
    measures: measures.length > 0
      ? new KnownIds(new Set(measures.map(({ measure }) => measure)))
      : undefined,
    hedges: new KnownIds(hedgesOf(hedges).keys()),
  };
  const problems = checkReading(readingOf(cells), known);
  // A sound statement without a number would change nothing.
  if (cells.kind === "none") {
    problems.unshift({ field: "kind", message: "none takes no part" });
  }
  if (problems.length === 0) {
    problems.push(...countProblems(readingOf(cells), data, others));
  }
  return problems.map(({ field, message }) => ({ field, message }));
}

/** What is wrong where a claim counts otherwise than its measures do. */
function countProblems(
  own: Reading,
  data: ExplorerData,
  others: readonly OwnClaim[],
): FieldProblem[] {
  const claims = [
    ...data.claims,
    ...others.map(ownRow),
  ];
  const counting = countingOf({
    ...data,
    claims: [...claims, { ...own, claim_id: "own" }],
  } as CountingTables);
  const problems: FieldProblem[] = [];
  checkCounts(own, counting, (field, message) => {
    problems.push({ field, message });
  });
  if (problems.length > 0 || own.kind !== "level") return problems;
  // What the claim makes a level others may count over a period.
  for (const row of claims) {
    checkCounts(row as Reading, counting, () => {
      if (problems.length > 0) return;
      problems.push({
        field: "kind",
        message: `a level is of the end of a day, and ${row.claim_id} counts ` +
          `'${row.measure}' over a period; state a total`,
      });
    });
  }
  return problems;
}

function readingOf(cells: OwnCells): Reading {
  return {
    ...Object.fromEntries(
      READING_COLUMNS.map((column) => [column, cells[column] || null]),
    ),
    kind: cells.kind as Kind,
    measure: cells.measure!,
    per: (cells.per || null) as Per | null,
    spread: (cells.spread || null) as Spread | null,
  };
}

/**
 * A claim of the reader's own as a row of the claims table.
 *
 * @example
 * ```ts
 * import { ownRow } from "./own_claim.ts";
 * import assert from "node:assert/strict";
 *
 * const cells = { measure: "cases", kind: "total", stated: "70" };
 * const row = ownRow({ id: "own-1", cells });
 * assert.equal(row.claim_id, "own-1");
 * assert.equal(row.wording, null);
 * ```
 */
export function ownRow({ id, cells }: OwnClaim): Row<"claims"> {
  const empty = Object.fromEntries(
    Object.keys(TABLES.claims.shape).map((column) => [column, null]),
  );
  return {
    ...empty,
    ...readingOf(cells),
    note: cells.note || null,
    claim_id: id,
    source_id: OWN_SOURCE,
  } as Row<"claims">;
}

/**
 * The source that claims of the reader's own are filed under.
 *
 * @example
 * ```ts
 * import { ownSource } from "./own_claim.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(ownSource().publisher, "Own claim");
 * ```
 */
export function ownSource(): Row<"sources"> {
  const empty = Object.fromEntries(
    Object.keys(TABLES.sources.shape).map((column) => [column, null]),
  );
  return {
    ...empty,
    source_id: OWN_SOURCE,
    publisher: "Own claim",
    note: "Added in the explorer; nobody is known to have published it.",
  } as Row<"sources">;
}
