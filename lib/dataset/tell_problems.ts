import { formatProblem, type Problem } from "./problem.ts";

/** So many of a kind are told together: fewer take no more lines. */
const TOGETHER = 3;

/** How many are shown before the rest is only counted. */
const SHOWN = 50;

/** How many runs of lines are named before the rest is only counted. */
const RUNS = 12;

/** Numbers and dates, with whatever joins their digits. */
const DIGITS = /\d(?:[\d.,'’:\-\u2013\u2212\s]*\d)?/g;

/** What problems of one kind have in common: all but place and numbers. */
function kindOf({ file, field, message }: Problem): string {
  return JSON.stringify([file, field, message.replace(DIGITS, "#")]);
}

const count = (n: number) => n.toLocaleString("en");

/** "lines 2 to 5, 8 and 10 to 12". */
function nameLines(lines: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run && line - run[1] <= 1) run[1] = line;
    else runs.push([line, line]);
  }
  const shown = runs.slice(0, RUNS).map(([first, last]) =>
    first === last
      ? `${first}`
      : `${first} ${last - first > 1 ? "to" : "and"} ${last}`
  );
  const rest = runs.slice(RUNS)
    .reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return `lines ${shown.join(", ")}${
    rest > 0 ? `, and ${count(rest)} more` : ""
  }`;
}

/**
 * Problems as a person reads them: those of one kind, alike in file, field and
 * message but for its numbers, are told once, as the first of them and the
 * lines of all; then what is left, the first 50, and how many more.
 *
 * @example
 * ```ts
 * import { tellProblems } from "./tell_problems.ts";
 * import assert from "node:assert/strict";
 *
 * const place = { file: "claims.csv", column: 4, field: "stated" };
 * const problems = Array.from({ length: 20 }, (_, i) => ({
 *   ...place,
 *   line: i + 2,
 *   message: `'>${i}' is not plain digits; write ${i} with hedge over`,
 * }));
 * assert.equal(
 *   tellProblems(problems),
 *   "claims.csv:2:4 stated: '>0' is not plain digits; write 0 with hedge over\n" +
 *     "  20 rows: lines 2 to 21, each with its own numbers",
 * );
 * ```
 */
export function tellProblems(problems: readonly Problem[]): string {
  const kinds = [...Map.groupBy(problems, kindOf).values()];
  const many = kinds.filter((all) => all.length >= TOGETHER);
  const left = kinds.filter((all) => all.length < TOGETHER).flat();
  const few = new Set(left);
  const told = many.map((all) => {
    const [first] = all;
    const same = all.every(({ message }) => message === first!.message);
    return `${formatProblem(first!)}\n  ${count(all.length)} rows: ${
      nameLines(all.map(({ line }) => line))
    }${same ? "" : ", each with its own numbers"}`;
  });
  // What is left keeps the order of the file.
  const single = problems.filter((problem) => few.has(problem))
    .map(formatProblem);
  const all = [...told, ...single];
  const more = many.slice(SHOWN).reduce((sum, { length }) => sum + length, 0) +
    Math.max(0, single.length - Math.max(0, SHOWN - told.length));
  return [
    ...all.slice(0, SHOWN),
    ...more > 0 ? [`… and ${count(more)} more`] : [],
  ].join("\n");
}
