import type { TableName } from "../../../dataset/rows.ts";
import { el, put } from "../../explorer/browser/dom.ts";
import type { Tables } from "../state.ts";
import { wordsOf } from "../words.ts";

/** What a cell is edited in. */
export type CellInput =
  | HTMLInputElement
  | HTMLSelectElement
  | HTMLTextAreaElement;

let lists = 0;

/** Columns of texts that may be long. */
const LONG = new Set([
  "wording",
  "note",
  "grounds",
  "same_grounds",
  "definition",
]);

/** Columns of dates. */
const DATES = new Set([
  "start",
  "end",
  "as_of",
  "of_start",
  "of_end",
  "published",
  "accessed",
]);

const NUMBERS = new Set(["stated", "stated_high", "rounding", "weight"]);

/** What stands in an empty field as an example. */
function hint(column: string): string | null {
  if (DATES.has(column)) return "2024-01 or 2024-01-31";
  return column === "stated" ? "60000" : null;
}

/**
 * An input for a cell, with its valid words: a choice where nothing else is
 * valid, suggestions where it is.
 *
 * @param long Whether long texts get several lines.
 */
export function cellInput(
  tables: Tables,
  table: TableName,
  column: string,
  value: string,
  long = false,
): { readonly input: CellInput; readonly list: HTMLElement | null } {
  const words = wordsOf(tables, table, column);
  if (words?.only) {
    const known = ["", ...words.words.map((word) => word.value)];
    const input = el("select", {});
    put(
      input,
      el("option", { value: "" }, ""),
      words.words.map((word) =>
        el(
          "option",
          { value: word.value },
          word.label ? `${word.value} – ${word.label}` : word.value,
        )
      ),
      !known.includes(value) && el("option", { value }, `${value} (not valid)`),
    );
    input.value = value;
    return { input, list: null };
  }
  if (long && LONG.has(column)) {
    const input = el("textarea", { rows: 2, dir: "auto" });
    input.value = value;
    return { input, list: null };
  }
  const id = words && words.words.length > 0 ? `w-words-${++lists}` : null;
  const input = el("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    dir: "auto",
    list: id,
    inputmode: NUMBERS.has(column) ? "decimal" : null,
    placeholder: long ? hint(column) : null,
  });
  input.value = value;
  const list = id === null ? null : el(
    "datalist",
    { id },
    words!.words.map(({ value, label }) =>
      el("option", { value, label: label ?? null })
    ),
  );
  return { input, list };
}
