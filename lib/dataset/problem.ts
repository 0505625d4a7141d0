/** Something wrong in a table, where it stands, and what would be right. */
export interface Problem {
  /** File name within the dataset's folder. */
  readonly file: string;
  /** Line on which the record starts, from 1. */
  readonly line: number;
  /** The field's number in its record, from 1. */
  readonly column: number;
  /** Name of the field. */
  readonly field: string;
  /** What is wrong; what would be right. */
  readonly message: string;
}

/** How many problems an error message shows before it only counts. */
const SHOWN = 50;

/**
 * A problem in one line, `file:line:column field: message`.
 *
 * @example
 * ```ts
 * import { formatProblem } from "./problem.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   formatProblem({
 *     file: "claims.csv",
 *     line: 3,
 *     column: 4,
 *     field: "stated",
 *     message: "'1e5' is not plain digits; write 100000",
 *   }),
 *   "claims.csv:3:4 stated: '1e5' is not plain digits; write 100000",
 * );
 * ```
 */
export function formatProblem(problem: Problem): string {
  const { file, line, column, field, message } = problem;
  return `${file}:${line}:${column} ${field}: ${message}`;
}

/**
 * The first 50 problems, a line each, and how many more there are.
 *
 * @example
 * ```ts
 * import { formatProblems } from "./problem.ts";
 * import assert from "node:assert/strict";
 *
 * const place = { file: "claims.csv", column: 1, field: "claim_id" };
 * const problems = Array.from({ length: 60 }, (_, i) => ({
 *   ...place,
 *   line: i + 2,
 *   message: "is empty; give an id",
 * }));
 * assert.match(formatProblems(problems), /… and 10 more$/);
 * ```
 */
export function formatProblems(problems: readonly Problem[]): string {
  const lines = problems.slice(0, SHOWN).map(formatProblem);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`… and ${more} more`);
  return lines.join("\n");
}

/**
 * A dataset that was read and has problems: all of them, located.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import { DatasetError } from "./problem.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(`${folder}/claims.csv`, "claim_id\n");
 * await assert.rejects(
 *   loadDataset(folder),
 *   (error) => error instanceof DatasetError && error.problems.length > 0,
 * );
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export class DatasetError extends Error {
  /** What kind of error it is, where only its text is at hand. */
  override readonly name = "DatasetError";

  /** Takes the folder and every problem found in it. */
  constructor(
    readonly folder: string,
    readonly problems: readonly Problem[],
  ) {
    const count = problems.length === 1
      ? "1 problem"
      : `${problems.length} problems`;
    super(`${count} in ${folder}\n${formatProblems(problems)}`);
  }
}

/**
 * A dataset that could not be read at all.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import { UnreadableError } from "./problem.ts";
 * import assert from "node:assert/strict";
 *
 * await assert.rejects(loadDataset("no/such/folder"), UnreadableError);
 * ```
 */
export class UnreadableError extends Error {
  /** What kind of error it is, where only its text is at hand. */
  override readonly name = "UnreadableError";
}
