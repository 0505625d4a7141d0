import { cutLong } from "../text/cut_long.ts";
import { showing } from "../text/showing.ts";
import { rowCount, tableMedia } from "../text/table_media.ts";

/** Most rows shown; the count of all is always said. */
const MOST = 100;

/** What stands above each table. */
const capital = (name: string) =>
  name.slice(0, 1).toUpperCase() + name.slice(1);

/**
 * The rows of a table of a dataset, which show themselves as a table: the columns
 * that some row fills, in their order. They stay a plain array.
 *
 * @param name What the table is called.
 *
 * @example
 * ```ts
 * import { shownRows } from "./shown_rows.ts";
 * import assert from "node:assert/strict";
 *
 * const rows = shownRows("hedges", [{ hedge: "some", low: "1", grounds: null }]);
 * assert.equal(Deno.inspect(rows), "Hedges\nhedge | low\nsome | 1\n1 row");
 * assert.equal(rows.length, 1);
 * ```
 */
export function shownRows<T extends readonly object[]>(
  name: string,
  rows: T,
): T {
  // A part of a dataset has some tables whole: the same rows.
  const shows = Object.hasOwn(rows, Symbol.for("Jupyter.display"));
  if (shows || !Object.isExtensible(rows)) return rows;
  return showing(rows, () => {
    const first = rows.slice(0, MOST) as readonly Record<string, unknown>[];
    const names = new Set(first.flatMap((row) => Object.keys(row)));
    const columns = [...names].flatMap((heading) => {
      const cells = first.map((row) => {
        const cell = Object.hasOwn(row, heading) ? row[heading] : null;
        return cell === null || cell === undefined ? null : cutLong(`${cell}`);
      });
      if (cells.every((cell) => cell === null)) return [];
      const long = cells.some((cell) => (cell?.length ?? 0) > 40);
      const className = long ? "long" as const : null;
      return [{ heading, type: "String", className, cells }];
    });
    return tableMedia(
      columns,
      rowCount(rows.length, first.length),
      capital(name),
    );
  });
}
