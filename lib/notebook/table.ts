import { cutLong } from "../text/cut_long.ts";
import { rowCount, tableMedia, type TextColumn } from "../text/table_media.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { InputError } from "../quantity/input_error.ts";
import { nearest } from "../quantity/nearest.ts";
import { ownValue } from "../quantity/own_value.ts";
import { formatNumber } from "../quantity/phrase.ts";
import {
  takesCount,
  takesFunction,
  takesList,
  takesRecord,
  takesText,
} from "../quantity/takes.ts";
import { Shown } from "./display.ts";
import { type AnyFrame, tabular } from "./tabular.ts";

/**
 * How a table is shown.
 *
 * @example
 * ```ts
 * import { table, type TableOptions } from "./table.ts";
 * import pl from "nodejs-polars";
 * import assert from "node:assert/strict";
 *
 * const options: TableOptions = { columns: ["cases"], headings: { cases: "Cases" } };
 * const shown = table(pl.DataFrame({ outlet: ["A"], cases: [61872] }), options);
 * assert.match(`${shown}`, /^Cases\n61,872\n/);
 * ```
 */
// A table of anything takes the options of a table of that.
// deno-lint-ignore no-explicit-any
export interface TableOptions<R = any> {
  /** What the table holds; stands above it. */
  readonly caption?: string;
  /**
   * Columns to show, in order: a list of names, or one text with commas, in which
   * `low as at_least` gives a column another heading and `figure.low` reads what
   * stands within a row's cell, under the heading `low`. A claim with its interval
   * has `claim_id`, `publisher`, `says`, `period` and `sentence` in words, as
   * `claimWords` gives them; what ends in `.length` is a count. Default: all.
   */
  readonly columns?: readonly string[] | string;
  /** Columns of one's own, by name: what each holds for a row. */
  readonly derive?: { readonly [column: string]: (row: R) => unknown };
  /**
   * Headings that differ from the columns' names: by name, or what gives one for
   * a name.
   */
  readonly headings?:
    | Readonly<Record<string, string>>
    | ((column: string) => string);
  /**
   * For a column, the one that holds the id of the claim each cell comes from.
   * It is not shown itself: the cell carries the id, and leads to the claim in
   * the report. Default: for `cases` the column `cases_claim`, where there is one.
   */
  readonly claims?: Readonly<Record<string, string>>;
  /** Columns of rows that count something: shown as whole numbers, `Int64`. */
  readonly counts?: readonly string[];
  /** Most rows shown; the count of all is always said. Default: 100. */
  readonly rows?: number;
}

const OPTION_TYPES: OptionTypes<TableOptions> = {
  caption: takesText,
  columns: (value, name) =>
    typeof value === "string"
      ? takesText(value, name)
      : takesList(takesText, "columns")(value, name),
  derive: takesRecord(takesFunction, "functions of a row by column"),
  headings: (value, name) =>
    typeof value === "function"
      ? undefined
      : takesRecord(takesText, "headings by column")(value, name),
  claims: takesRecord(takesText, "columns by column"),
  counts: takesList(takesText, "columns"),
  rows: takesCount,
};

/** A fraction near a whole number is shown as one: 0.99996 is not 1. */
function number(value: number): string {
  const text = formatNumber(value);
  const apart = Math.abs(value - Math.round(value));
  // What a sum of doubles leaves is none.
  if (apart >= 0.005 || apart < 1e-9 || Math.abs(value) > 10) return text;
  return new Intl.NumberFormat("en-US", {
    maximumFractionDigits: Math.ceil(-Math.log10(apart)) + 1,
  }).format(value);
}

/** A column that is asked for, and what stands above it. */
interface Pick {
  readonly name: string;
  readonly heading: string;
}

function picksOf(columns: readonly string[] | string): Pick[] {
  if (typeof columns !== "string") {
    return columns.map((name) => ({ name, heading: name }));
  }
  return columns.split(",").map((text) => {
    const [name = "", heading] = text.trim().split(/\s+as\s+/);
    // `range.high` stands under `high`.
    return { name, heading: heading ?? name.split(".").at(-1)! };
  });
}

/** The columns that name the claims of others: `cases_claim` those of `cases`. */
function claimColumns(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.filter((name) => names.includes(`${name}_claim`))
      .map((name) => [name, `${name}_claim`]),
  );
}

function cellText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "number" || typeof value === "bigint") {
    return number(Number(value));
  }
  if (Array.isArray(value)) {
    return cutLong(value.map((one) => cellText(one) ?? "–").join(", "));
  }
  return cutLong(isPlain(value) ? JSON.stringify(value, digits) : `${value}`);
}

/** An object that has no words of its own. */
function isPlain(value: unknown): boolean {
  return typeof value === "object" && `${value}` === "[object Object]";
}

/** JSON has no integers without end. */
function digits(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? String(value) : value;
}

/** What a page's style needs to know of a column. */
function classOf(
  type: string,
  cells: readonly (string | null)[],
): "number" | "date" | "long" | null {
  if (/^(U?Int|Float)/.test(type)) return "number";
  if (type === "Date") return "date";
  return cells.some((cell) => (cell?.length ?? 0) > 40) ? "long" : null;
}

/**
 * A table for a notebook: of a Polars frame, of rows of one's own, or of whatever
 * a result gives (conflicts, repairs, bounds, claims, …). Types stand under the
 * headings, dates are ISO dates in any time zone, numbers have thousands
 * separators, missing values are a dash, text is escaped, and the number of rows
 * is said.
 *
 * @throws {InputError} When an option is none, a column is not there, or there is
 * nothing that a table can be made of.
 *
 * @example
 * ```ts
 * import { table } from "./table.ts";
 * import { reconcile } from "./reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const shown = table([{ outlet: "A", cases: 61872 }]);
 * assert.match(`${shown}`, /61,872/);
 * const halved = table([{ outlet: "A", cases: 61872 }], {
 *   columns: "outlet, half",
 *   derive: { half: ({ cases }) => cases / 2 },
 * });
 * assert.match(`${halved}`, /A \| 30,936/);
 * const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
 * const year = { ...claim, start: "2024-01", end: "2024-12" };
 * using result = await reconcile([
 *   { ...year, claim_id: "a", stated: 70 },
 *   { ...year, claim_id: "b", stated: 90 },
 * ]);
 * assert.match(`${table(result.conflicts)}`, /1 \| 2 \| a, b \| /);
 * ```
 */
export function table<R>(
  from: readonly R[] | Tableable,
  options: TableOptions<R> = {},
): Shown {
  checkOptions(options, OPTION_TYPES);
  const { caption, headings = {}, rows: most = 100 } = options;
  const { counts = [], derive = {} } = options;
  const whole = tabular(from, derive);
  const claims = options.claims ?? claimColumns(whole.names);
  const picks = picksOf(
    options.columns ??
      whole.names.filter((name) => !Object.values(claims).includes(name)),
  );
  const wanted = [
    ...picks.map(({ name }) => name),
    ...Object.keys(typeof headings === "function" ? {} : headings),
    ...Object.entries(claims).flat(),
  ];
  const missing = wanted.find((name) => !whole.has(name));
  if (missing !== undefined && whole.names.length > 0) {
    const near = nearest(missing, whole.names);
    throw new InputError(
      `The table has no column ${missing}; ` +
        (near ? `did you mean '${near}'?` : `it has ${whole.names.join(", ")}`),
    );
  }
  const shown = picks.map(({ name, heading }): TextColumn => {
    const own = missing === undefined ? whole.type(name) : "String";
    const counted = counts.includes(heading) || counts.includes(name);
    const type = own === "Float64" && counted ? "Int64" : own;
    const cellsOf = (name: string) =>
      missing === undefined ? whole.cells(name, most).map(cellText) : [];
    const cells = cellsOf(name);
    const from = ownValue(claims, name);
    return {
      heading: cutLong(
        (typeof headings === "function"
          ? headings(heading)
          : ownValue(headings, name)) ?? heading,
      ),
      type,
      className: classOf(type, cells),
      cells,
      claims: from === undefined ? [] : cellsOf(from),
    };
  });
  return new Shown(tableMedia(shown, rowCount(whole.height, most), caption));
}

/** What a table can be made of. */
export type Tableable = AnyFrame | readonly unknown[] | object;
