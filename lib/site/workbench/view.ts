import type { Table } from "./tables.ts";

/** How the rows of a table are shown. */
export interface RowOrder {
  /** The column that they are sorted by; `null`: the order of the file. */
  readonly column: string | null;
  readonly descending: boolean;
  /** The words that a shown row has, all of them. */
  readonly filter: string;
  /** The rows that alone are shown; `null`: all. */
  readonly only: ReadonlySet<number> | null;
}

/** The same for "Ministère", "ministere"; for "60,000" and "60000". */
export function plainText(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/(?<=\d)[,\u00a0\u202f](?=\d{3})/g, "");
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

const ORDER = new Intl.Collator("en", { numeric: true });

/** Numbers by size before all other text. */
function compareCells(a: string, b: string): number {
  const [left, right] = [NUMBER.test(a), NUMBER.test(b)];
  if (left && right) return Number(a) - Number(b);
  if (left !== right) return left ? -1 : 1;
  return ORDER.compare(a, b);
}

/**
 * The numbers of the rows that are shown, in the order in which they are. Empty
 * cells come last, whichever way a column is sorted; equal ones keep the order
 * of the file.
 *
 * @example
 * ```ts
 * import { shownRows } from "./view.ts";
 * import assert from "node:assert/strict";
 *
 * const table = { columns: ["a"], rows: [["10"], [""], ["9"], ["x 9"]] };
 * const order = { descending: false, filter: "", only: null };
 * assert.deepEqual(shownRows(table, { ...order, column: "a" }), [2, 0, 3, 1]);
 * assert.deepEqual(
 *   shownRows(table, { ...order, column: null, filter: "9" }),
 *   [2, 3],
 * );
 * ```
 */
export function shownRows(
  { columns, rows }: Table,
  { column, descending, filter, only }: RowOrder,
): number[] {
  const words = plainText(filter).split(/\s+/).filter(Boolean);
  const shown = [...rows.keys()].filter((i) =>
    (only === null || only.has(i)) &&
    (words.length === 0 || fits(rows[i]!, words))
  );
  const at = column === null ? -1 : columns.indexOf(column);
  if (at < 0) return shown;
  const sign = descending ? -1 : 1;
  return shown.sort((a, b) => {
    const [left, right] = [rows[a]![at]!, rows[b]![at]!];
    if (left === "" || right === "") {
      return Number(left === "") - Number(right === "") || a - b;
    }
    return sign * compareCells(left, right) || a - b;
  });
}

function fits(row: readonly string[], words: readonly string[]): boolean {
  const text = plainText(row.join("\n"));
  return words.every((word) => text.includes(word));
}
