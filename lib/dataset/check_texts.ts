import { checkReferred, claimCheck, type TablesRead } from "./check_tables.ts";
import { conclude, type Concluded } from "./conclude.ts";
import type { Dataset } from "./dataset.ts";
import { ProblemList } from "./problem_list.ts";
import type { Rows, TableName } from "./rows.ts";
import { BlockJudge } from "./table/block_judge.ts";
import {
  type RowCheck,
  type Table,
  TableBuilder,
} from "./table/table_builder.ts";
import { TABLES } from "./tables.ts";

/** The rows of a dataset, table by table. */
export type DatasetRows = Pick<Dataset, TableName>;

/**
 * Checks the tables of a dataset given as CSV text, comma-separated, as
 * `checkDataset` checks those of a folder. It needs nothing of Deno's and runs
 * in a browser as it is.
 *
 * @param texts The text of each table that there is.
 *
 * @throws {TypeError} When there is none of the claims.
 *
 * @example
 * ```ts
 * import { checkTexts } from "./check_texts.ts";
 * import assert from "node:assert/strict";
 *
 * const { problems } = checkTexts({
 *   claims: "claim_id,measure,kind,stated,start,end\n" +
 *     "a,cases,total,many,2024-01,2024-01\n",
 * });
 * assert.deepEqual(problems.map(({ line, field }) => [line, field]), [[2, "stated"]]);
 * ```
 */
export function checkTexts(
  texts: Readonly<Partial<Record<TableName, string>>>,
): Concluded<DatasetRows> {
  const problems = new ProblemList();
  const encoder = new TextEncoder();
  const read = <T extends TableName, C extends keyof Rows[T] = never>(
    name: T,
    check?: RowCheck<T, C>,
  ): Table<T> | undefined => {
    const text = texts[name];
    if (text === undefined) return undefined;
    const builder = new TableBuilder(name, problems, check);
    builder.push(
      new BlockJudge(name, 0).judge({
        bytes: encoder.encode(text),
        line: 1,
        lines: text.split("\n").length - 1,
        separator: ",",
      }),
    );
    return builder.finish();
  };
  const referred = {
    measures: read("measures"),
    hedges: read("hedges"),
    sources: read("sources"),
  };
  const known = checkReferred(referred, problems);
  const claims = read("claims", claimCheck(known));
  const tables = {
    ...referred,
    claims,
    readings: read("readings"),
    relations: read("relations"),
    splits: read("splits"),
    balances: read("balances"),
  };
  if (!claims) {
    throw new TypeError("There is no table of claims among the texts");
  }
  return conclude(
    tables as TablesRead,
    known,
    problems,
    () =>
      Object.fromEntries(
        (Object.keys(TABLES) as TableName[]).map((
          name,
        ) => [name, tables[name]?.rows ?? []]),
      ) as unknown as DatasetRows,
  );
}
