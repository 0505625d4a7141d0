import { type DataFrame, polars, type Series } from "./polars.ts";
import { guardCell, quoteCell } from "../text/guard.ts";

/** The fields of a column, as they stand in CSV. */
function fields(series: Series): string[] {
  const pl = polars();
  const texts = [pl.Utf8, pl.String, pl.Categorical].map(String);
  if (texts.includes(String(series.dtype))) {
    const cells = series.cast(pl.Utf8).toArray() as (string | null)[];
    return cells.map((cell) => cell === null ? "" : quoteCell(guardCell(cell)));
  }
  // Numbers, dates and what is missing as Polars writes them: no field of these
  // holds a line break.
  const lines = pl.DataFrame([series]).writeCSV({
    includeHeader: false,
    quoteStyle: "never",
  }).toString().split("\n");
  return lines.slice(0, -1);
}

/**
 * A frame as CSV whose text and column names a spreadsheet does not run as
 * formulas, whatever it takes for the separator. Numbers, dates and missing
 * values stay as they are.
 *
 * @example
 * ```ts
 * import { guardFrame } from "./guard_frame.ts";
 * import pl from "nodejs-polars";
 * import assert from "node:assert/strict";
 *
 * const frame = pl.DataFrame({ said: ["@home"], change: [-5] });
 * assert.equal(guardFrame(frame), "said,change\n'@home,-5.0\n");
 * ```
 */
export function guardFrame(frame: DataFrame): string {
  const columns = frame.getColumns().map(fields);
  const header = frame.columns.map((name) => quoteCell(guardCell(name)));
  const lines = [header.join(",")];
  for (let i = 0; i < frame.height; i++) {
    lines.push(columns.map((column) => column[i]).join(","));
  }
  return `${lines.join("\n")}\n`;
}
