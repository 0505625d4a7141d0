import { checkDataset } from "../../../lib/dataset/load.ts";
import { formatProblem } from "../../../lib/dataset/problem.ts";
import type { TableName } from "../../../lib/dataset/rows.ts";
import { inFolder } from "../folder.ts";
import assert from "node:assert/strict";

/** The columns of most claims under test, and those that they leave out. */
const DEFAULTS = {
  measure: "visits",
  kind: "total",
  stated: "5",
  start: "2024-01",
  end: "2024-03",
};

/** A row by column; what it leaves out has a sound default. */
export type Cells = Readonly<Record<string, string>>;

function csv(rows: readonly Cells[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return [
    columns.join(","),
    ...rows.map((row) => columns.map((c) => quote(row[c] ?? "")).join(",")),
  ].join("\n") + "\n";
}

/**
 * The warnings about a dataset of these claims and other tables, as validate
 * shows them. Claims get the ids a, b, c… and a default for what they leave out.
 */
export async function found(
  claims: readonly Cells[],
  others: Partial<Record<TableName, readonly Cells[]>> = {},
): Promise<string[]> {
  const rows: Record<string, readonly Cells[]> = {
    ...others,
    claims: claims.map((claim, i) => ({
      claim_id: String.fromCharCode(97 + i),
      ...DEFAULTS,
      ...claim,
    })),
  };
  const tables = Object.fromEntries(
    Object.entries(rows).map(([name, rows]) => [name, csv(rows)]),
  );
  return await inFolder(tables, async (folder) => {
    const { problems, warnings } = await checkDataset(folder);
    assert.deepEqual(problems.map(formatProblem), []);
    return warnings.map(formatProblem);
  });
}
