import type { System } from "./generate.ts";

function cell(value: unknown): string {
  const text = value == null ? "" : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV, without the columns that are empty. */
function csv(rows: readonly object[]): string {
  const columns = [...new Set(rows.flatMap(Object.keys))].filter((column) =>
    rows.some((row) => cell((row as Record<string, unknown>)[column]) !== "")
  );
  const lines = rows.map((row) =>
    columns.map((column) => cell((row as Record<string, unknown>)[column]))
  );
  return [columns, ...lines].map((line) => line.join(",")).join("\n");
}

/** A system as the tables of a dataset and the options of a call. */
export function tablesText({ input, options }: System): string {
  const tables = Object.entries(input).map(([name, rows]) =>
    `${name}.csv\n${csv(rows)}`
  );
  return [...tables, `options ${JSON.stringify(options)}`].join("\n");
}
