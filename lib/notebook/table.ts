import { cutLong } from "../text/cut_long.ts";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { InputError } from "../quantity/input_error.ts";
import { nearest } from "../quantity/nearest.ts";
import { ownValue } from "../quantity/own_value.ts";
import { formatNumber } from "../quantity/phrase.ts";
import {
  takesCount,
  takesList,
  takesRecord,
  takesText,
} from "../quantity/takes.ts";
import { Shown } from "./display.ts";
import { escapeHtml } from "./html.ts";

/**
 * What a table takes of a Polars frame: who shows one has loaded Polars, and who
 * shows none need not.
 *
 * @example
 * ```ts
 * import { type AnyFrame, table } from "./table.ts";
 * import pl from "nodejs-polars";
 * import assert from "node:assert/strict";
 *
 * const frame: AnyFrame = pl.DataFrame({ cases: [61872] });
 * assert.match(`${table(frame)}`, /^cases\n61,872\n/);
 * ```
 */
export interface AnyFrame {
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  /** How many rows there are. */
  readonly height: number;
  /** Types of the columns, by name. */
  readonly schema: Readonly<Record<string, { toString(): string }>>;
  /** The first rows. */
  head(rows: number): AnyFrame;
  /** A column by name. */
  getColumn(name: string): { toArray(): unknown };
  /** Some of the columns. */
  select(name: string): AnyFrame;
  /** All of it as text. */
  writeCSV(options: { includeHeader: boolean }): { toString(): string };
}

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
export interface TableOptions {
  /** What the table holds; stands above it. */
  readonly caption?: string;
  /** Columns to show, in order. Default: all. */
  readonly columns?: readonly string[];
  /** Headings that differ from the columns' names. */
  readonly headings?: Readonly<Record<string, string>>;
  /**
   * For a column, the one that holds the id of the claim each cell comes from.
   * It is not shown itself: the cell carries the id, and leads to the claim in
   * the report.
   */
  readonly claims?: Readonly<Record<string, string>>;
  /** Most rows shown; the count of all is always said. Default: 100. */
  readonly rows?: number;
}

const OPTION_TYPES: OptionTypes<TableOptions> = {
  caption: takesText,
  columns: takesList(takesText, "columns"),
  headings: takesRecord(takesText, "headings by column"),
  claims: takesRecord(takesText, "columns by column"),
  rows: takesCount,
};

/** Name of a column's type, as a reader of data knows it. */
function typeName(frame: AnyFrame, column: string): string {
  const name = frame.schema[column]!.toString();
  return /^DataType\((.*)\)$/.exec(name)?.[1] ?? name;
}

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

function cells(
  frame: AnyFrame,
  column: string,
): readonly (string | null)[] {
  // As text, since reading a date as an instant can shift it by a day.
  if (typeName(frame, column) === "Date") {
    const lines = frame.select(column).writeCSV({ includeHeader: false })
      .toString().split("\n");
    return Array.from({ length: frame.height }, (_, row) => lines[row] || null);
  }
  return (frame.getColumn(column).toArray() as unknown[]).map((value) =>
    value === null || value === undefined
      ? null
      : typeof value === "number" || typeof value === "bigint"
      ? number(Number(value))
      : cutLong(String(value))
  );
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
 * A Polars frame as a table for a notebook: types under the headings, dates as
 * ISO dates in any time zone, thousands separators, missing values as a dash,
 * text escaped, and the number of rows.
 *
 * @throws {InputError} When an option is none, or a column is not in the frame.
 *
 * @example
 * ```ts
 * import { table } from "./table.ts";
 * import pl from "nodejs-polars";
 * import assert from "node:assert/strict";
 *
 * const shown = table(pl.DataFrame({ outlet: ["A"], cases: [61872] }));
 * assert.match(`${shown}`, /61,872/);
 * ```
 */
export function table(frame: AnyFrame, options: TableOptions = {}): Shown {
  checkOptions(options, OPTION_TYPES);
  const { caption, headings = {}, claims = {}, rows: most = 100 } = options;
  const columns = options.columns ??
    frame.columns.filter((name) => !Object.values(claims).includes(name));
  const wanted = [
    ...columns,
    ...Object.keys(headings),
    ...Object.entries(claims).flat(),
  ];
  const missing = wanted.find((name) => !frame.columns.includes(name));
  if (missing !== undefined) {
    const near = nearest(missing, frame.columns);
    throw new InputError(
      `The frame has no column ${missing}; ` +
        (near
          ? `did you mean '${near}'?`
          : `it has ${frame.columns.join(", ")}`),
    );
  }
  const head = frame.head(most);
  const data = columns.map((name) => {
    const type = typeName(frame, name);
    const shown = cells(head, name);
    const own = ownValue(claims, name);
    return {
      heading: cutLong(ownValue(headings, name) ?? name),
      type,
      className: classOf(type, shown),
      cells: shown,
      claims: own === undefined ? [] : cells(head, own),
    };
  });
  const all = `${formatNumber(frame.height)} row${
    frame.height === 1 ? "" : "s"
  }`;
  const count = frame.height > most ? `${all}, the first ${most} shown` : all;
  const cell = (
    tag: string,
    className: string | null,
    html: string,
    claim?: string | null,
  ) => {
    const id = escapeHtml(claim ?? "");
    return `<${tag}${className ? ` class="${className}"` : ""}${
      id && ` data-claim="${id}" title="${id}"`
    }>${html}</${tag}>`;
  };
  const body = Array.from(
    { length: head.height },
    (_, row) =>
      `<tr>${
        data.map(({ className, cells, claims }) => {
          const text = cells[row];
          const missing = text === null || text === undefined;
          return cell(
            "td",
            className,
            missing ? "–" : escapeHtml(text),
            missing ? null : claims[row],
          );
        }).join("")
      }</tr>`,
  ).join("\n");
  // Amounts in dollars are no formulas.
  const html = '<table class="tallystick-table mathjax_ignore">\n<caption>' +
    `${caption ? `${escapeHtml(caption)} ` : ""}(${count})</caption>\n<thead>` +
    `<tr>${
      data.map(({ heading, type, className }) =>
        cell(
          "th",
          className,
          `${escapeHtml(heading)}<br><small>${escapeHtml(type)}</small>`,
        )
      ).join("")
    }</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  const text = [
    ...(caption ? [caption] : []),
    data.map(({ heading }) => heading).join(" | "),
    ...Array.from(
      { length: head.height },
      (_, row) => data.map(({ cells }) => cells[row] ?? "–").join(" | "),
    ),
    count,
  ].join("\n");
  return new Shown({ "text/html": html, "text/plain": text });
}
