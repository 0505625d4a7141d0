import { unawaited } from "../quantity/unawaited.ts";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { DataFrame } from "./polars.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { InputError } from "../quantity/input_error.ts";
import { takesFlag, takesText } from "../quantity/takes.ts";
import { guardFrame } from "./guard_frame.ts";
import { writeWhole } from "./write_whole.ts";

/** A form that a table can be written in. */
export type TableFormat = "csv" | "json" | "parquet";

/**
 * The forms that a table can be written in; each is the ending of its files.
 */
export const TABLE_FORMATS: readonly TableFormat[] = ["csv", "json", "parquet"];

/**
 * How a table is written.
 *
 * @example
 * ```ts
 * import { writeTable, type WriteTableOptions } from "./write_table.ts";
 * import pl from "nodejs-polars";
 * import assert from "node:assert/strict";
 *
 * const options: WriteTableOptions = { guard: false };
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await writeTable(pl.DataFrame({ said: ["-5"] }), path, options);
 * assert.equal(await Deno.readTextFile(path), "said\n-5\n");
 * await Deno.remove(path);
 * ```
 */
export interface WriteTableOptions {
  /**
   * In CSV, whether an apostrophe is put before text that a spreadsheet would
   * run as a formula, also one that cuts cells at `;`, `|` or a tab. Default:
   * true. Without, a program reads back the text
   * letter for letter; do not open such a file in a spreadsheet.
   */
  readonly guard?: boolean;
}

const OPTION_TYPES: OptionTypes<WriteTableOptions> = { guard: takesFlag };

function encode(
  frame: DataFrame,
  format: TableFormat,
  { guard = true }: WriteTableOptions,
): Uint8Array {
  switch (format) {
    case "csv":
      return guard
        ? new TextEncoder().encode(guardFrame(frame))
        : frame.writeCSV();
    case "json":
      return frame.writeJSON({ format: "json" });
    case "parquet":
      return frame.writeParquet();
  }
}

/**
 * Writes a frame to a file whose ending says how: `.csv`, `.json` (an array of
 * rows) or `.parquet`. Numbers keep all their digits, what is missing stays
 * missing (an empty cell, `null`), dates are `YYYY-MM-DD`. JSON and Parquet hold
 * text letter for letter; CSV is for spreadsheets too, and has an apostrophe
 * before text that one would run as a formula. The file is written as a whole or
 * not at all. Takes `--allow-write` for its folder.
 *
 * @throws {InputError} When the ending is none of these.
 * @throws {Deno.errors.NotFound} When the folder is not there.
 *
 * @example
 * ```ts
 * import { boundsFrame } from "./result_frames.ts";
 * import { writeTable } from "./write_table.ts";
 * import assert from "node:assert/strict";
 *
 * const month = { measure: "=cases", start: "2024-01-01", end: "2024-01-31" };
 * const frame = boundsFrame([{ ...month, low: 0.1, high: null }]);
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await writeTable(frame, path);
 * assert.equal(
 *   await Deno.readTextFile(path),
 *   "measure,start,end,low,high\n'=cases,2024-01-01,2024-01-31,0.1,\n",
 * );
 * await Deno.remove(path);
 * ```
 */
export function writeTable(
  frame: DataFrame,
  path: string | URL,
  options: WriteTableOptions = {},
): Promise<void> {
  return unawaited(write(frame, path, options), "writeTable(…)", {});
}

async function write(
  frame: DataFrame,
  path: string | URL,
  options: WriteTableOptions,
): Promise<void> {
  checkOptions(options, OPTION_TYPES);
  const file = path instanceof URL ? fileURLToPath(path) : path;
  takesText(file, "path");
  const ending = extname(file).slice(1).toLowerCase();
  const format = TABLE_FORMATS.find((format) => format === ending);
  if (!format) {
    throw new InputError(
      `'${file}' does not end in ${
        TABLE_FORMATS.map((format) => `.${format}`).join(", ")
      }: the ending says how a table is written`,
    );
  }
  await writeWhole(file, encode(frame, format, options));
}
