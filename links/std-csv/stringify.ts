/**
 * Writes comma-separated values to a string.
 *
 * @module
 */

/** An index into an array or a key of an object. */
export type PropertyAccessor = number | string;

/** A column with a name of its own. */
export type ColumnDetails = {
  /** The name in the header row; the last accessor when left out. */
  header?: string;
  /** The way to the value in each item. */
  prop: PropertyAccessor | PropertyAccessor[];
};

/**
 * Where a column's values are: an accessor, a list of accessors that leads from
 * the item inwards, or either with a name for the header row.
 */
export type Column = ColumnDetails | PropertyAccessor | PropertyAccessor[];

/** What becomes a record: an object or an array. */
export type DataItem = Readonly<Record<string, unknown> | unknown[]>;

/** Options for {@linkcode stringify}. */
export type StringifyOptions = {
  /**
   * Whether a row of column names comes first; none does without `columns`.
   *
   * @default {true}
   */
  headers?: boolean;
  /**
   * What stands between two fields.
   *
   * @default {","}
   */
  separator?: string;
  /**
   * The columns in their order. Needed for objects.
   *
   * @default {[]}
   */
  columns?: readonly Column[];
  /**
   * Whether a byte-order mark comes before everything, by which some
   * spreadsheet programs know Unicode.
   *
   * @default {false}
   */
  bom?: boolean;
};

interface ResolvedColumn {
  header: string;
  path: readonly PropertyAccessor[];
}

/**
 * Writes items as CSV, a record each, ended by `\r\n`.
 *
 * Fields with the separator, a quote or a newline in them are quoted. Nothing
 * else is changed: what would be a formula to a spreadsheet program stays one.
 * `undefined` and `null` become empty, objects become JSON.
 *
 * @example Writing arrays
 * ```ts
 * import { stringify } from "@std/csv/stringify";
 * import { strictEqual } from "node:assert";
 *
 * strictEqual(stringify([["a, b", 1], [null, 2]]), '"a, b",1\r\n,2\r\n');
 * ```
 *
 * @example Writing objects
 * ```ts
 * import { stringify } from "@std/csv/stringify";
 * import { strictEqual } from "node:assert";
 *
 * const text = stringify([{ id: 1, name: { first: "Ada" } }], {
 *   columns: ["id", { header: "first name", prop: ["name", "first"] }],
 * });
 * strictEqual(text, "id,first name\r\n1,Ada\r\n");
 * ```
 *
 * @param data The items.
 * @param options How to write them.
 * @returns The text.
 * @throws {TypeError} If the separator has a quote or `\r\n` in it, an item is
 * an object and no columns are given, or an array is asked for a string key.
 */
export function stringify(
  data: readonly DataItem[],
  options?: StringifyOptions,
): string {
  const { headers = true, separator = ",", columns = [], bom = false } =
    options ?? {};
  if (separator.includes('"') || separator.includes("\r\n")) {
    throw new TypeError(
      "Separator cannot include the following strings:\n" +
        '  - U+0022: Quotation mark (")\n' +
        "  - U+000D U+000A: Carriage Return + Line Feed (\\r\\n)",
    );
  }

  const resolved = columns.map(resolveColumn);
  let text = bom ? "\ufeff" : "";
  if (headers && resolved.length > 0) {
    text += record(resolved.map(({ header }) => header), separator);
  }
  for (const item of data) text += record(valuesOf(item, resolved), separator);
  return text;
}

function resolveColumn(column: Column): ResolvedColumn {
  const details = typeof column === "object" && !Array.isArray(column)
    ? column
    : { prop: column };
  const path = Array.isArray(details.prop) ? details.prop : [details.prop];
  const header = typeof details.header === "string"
    ? details.header
    : String(path[path.length - 1]);
  return { header, path };
}

function valuesOf(
  item: DataItem,
  columns: readonly ResolvedColumn[],
): readonly unknown[] {
  if (columns.length > 0) {
    return columns.map(({ path }) => path.reduce(step, item));
  }
  if (Array.isArray(item)) return item;
  if (typeof item === "object") {
    throw new TypeError(
      "No property accessor function was provided for object",
    );
  }
  // Callers without types may pass bare values; each is a record of one field.
  return [item];
}

/** One accessor further in. What has no insides is its own inside. */
function step(value: unknown, accessor: PropertyAccessor): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) && typeof accessor !== "number") {
    throw new TypeError('Property accessor is not of type "number"');
  }
  return (value as Record<PropertyAccessor, unknown>)[accessor];
}

function record(values: readonly unknown[], separator: string): string {
  let text = "";
  // By index: an array may have holes, which are empty fields.
  for (let i = 0; i < values.length; i++) {
    if (i > 0) text += separator;
    text += field(values[i], separator);
  }
  return text + "\r\n";
}

function field(value: unknown, separator: string): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object"
    ? JSON.stringify(value)
    : String(value);
  // A \r alone needs no quotes to be read back by this package.
  return text.includes(separator) || text.includes("\n") || text.includes('"')
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
