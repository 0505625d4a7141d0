import { checkParts } from "./check_parts.ts";
import {
  checkReferring,
  type KnownTables,
  type TablesRead,
} from "./check_tables.ts";
import type { Problem } from "./problem.ts";
import type { ProblemList } from "./problem_list.ts";
import type { TableName } from "./rows.ts";
import { TABLES } from "./tables.ts";
import { findWarnings } from "./warnings/find_warnings.ts";

const RANKS = new Map(
  (Object.keys(TABLES) as TableName[]).map((name, i) => [`${name}.csv`, i]),
);

function byPlace(a: Problem, b: Problem): number {
  return RANKS.get(a.file)! - RANKS.get(b.file)! || a.line - b.line ||
    a.column - b.column;
}

/** What was found in tables, and what is made of them where nothing is wrong. */
export interface Concluded<D> {
  readonly dataset?: D;
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Checks what tables that were read say of each other, and puts what was found
 * in order.
 *
 * @param problems What was found while they were read.
 * @param make Makes the dataset of them.
 */
export function conclude<D>(
  tables: TablesRead,
  known: KnownTables,
  problems: ProblemList,
  make: () => D,
): Concluded<D> {
  checkReferring(tables, known, problems);
  checkParts(tables, known.measures, problems);
  if (problems.size > 0) {
    return { problems: problems.sorted(byPlace), warnings: [] };
  }
  let warnings: readonly Problem[] | undefined;
  return {
    dataset: make(),
    problems: [],
    // Looked for when they are asked for: who only loads need not wait.
    get warnings() {
      return warnings ??= findWarnings(tables);
    },
  };
}
