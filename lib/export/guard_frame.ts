import pl from "nodejs-polars";
import { textColumn } from "../dataset/columns.ts";
import type { DataFrame } from "../dataset/polars.ts";
import { guardCell } from "./guard_cell.ts";

const TEXT: ReadonlySet<string> = new Set(
  [pl.Utf8, pl.String, pl.Categorical].map(String),
);

/**
 * A frame whose text and column names a spreadsheet does not run as formulas.
 * Numbers, dates and missing values stay as they are.
 *
 * @example
 * ```ts
 * import { guardFrame } from "./guard_frame.ts";
 * import pl from "nodejs-polars";
 * import assert from "node:assert/strict";
 *
 * const frame = guardFrame(pl.DataFrame({ said: ["@home"], change: [-5] }));
 * assert.deepEqual(frame.row(0), ["'@home", -5]);
 * ```
 */
export function guardFrame(frame: DataFrame): DataFrame {
  return pl.DataFrame(
    frame.getColumns().map((series) => {
      const name = guardCell(series.name);
      if (!TEXT.has(String(series.dtype))) return series.alias(name);
      const cells = series.cast(pl.Utf8).toArray() as (string | null)[];
      return textColumn(
        name,
        cells.map((cell) => cell === null ? null : guardCell(cell)),
      );
    }),
  );
}
