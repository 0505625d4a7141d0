import type { TableName } from "../../dataset/rows.ts";
import { TABLES } from "../../dataset/tables.ts";
import { guardData, quoteCell } from "../../text/guard.ts";
import type { Selection } from "./selection.ts";

/** What a dataset is called and under which terms it may be used. */
export interface About {
  /** Its title. */
  readonly title: string;
  /** Its version, if any. */
  readonly version?: string | undefined;
  /** Under which terms: `CC-BY-4.0`. */
  readonly licence?: string | undefined;
  /** How to cite it. */
  readonly citation?: string | undefined;
}

function quoted(word: string): string {
  return /^[\w./=:@-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * The options of `deno task reconcile` that a selection leaves to be given, as
 * words of a command line.
 *
 * @example
 * ```ts
 * import { optionWords } from "./folder.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(
 *   optionWords({ width: 0.5, reading: { a: "b" }, echoes: "once" }),
 *   ["--width", "0.5", "--reading", "a=b", "--echoes", "once"],
 * );
 * ```
 */
export function optionWords(
  {
    width,
    reading = {},
    echoes,
    vintages,
    seconds,
    same = [],
    by,
    weights = {},
    show = {},
  }: Selection["options"],
): string[] {
  const { from, to, per } = show;
  return [
    ...(width === undefined ? [] : ["--width", String(width)]),
    ...Object.entries(reading).flatMap((pair) => ["--reading", pair.join("=")]),
    ...same.flatMap((pair) => ["--same", pair.join("=")]),
    ...(echoes ? ["--echoes", echoes] : []),
    ...(vintages ? ["--vintages", vintages] : []),
    ...(by ? ["--by", by] : []),
    ...Object.entries(weights).flatMap((pair) => ["--weight", pair.join("=")]),
    ...(from === undefined ? [] : ["--from", from]),
    ...(to === undefined ? [] : ["--to", to]),
    ...(per === undefined ? [] : ["--per", per]),
    ...(seconds === undefined ? [] : ["--seconds", String(seconds)]),
  ];
}

type Rows = readonly Readonly<Record<string, string | null>>[];

/** The columns of a table: those that all tables have, then the data's own. */
function columnsOf(table: TableName, rows: Rows): string[] {
  const columns = new Set(Object.keys(TABLES[table].shape));
  for (const row of rows) {
    for (const column of Object.keys(row)) columns.add(column);
  }
  return [...columns];
}

/** A row's own cell: a column may be called like what every object has. */
function cellOf(row: Rows[number], column: string): string {
  return Object.hasOwn(row, column) ? row[column] ?? "" : "";
}

/** A table as CSV, its texts guarded. */
function csv(
  columns: readonly string[],
  rows: Rows,
  safe: (text: string) => string,
): string {
  const line = (cells: readonly string[]) =>
    cells.map((cell) => cell === "" ? "" : quoteCell(safe(cell))).join(",");
  return [
    line(columns),
    ...rows.map((row) => line(columns.map((name) => cellOf(row, name)))),
    "",
  ].join("\r\n");
}

/** What the README says where texts were guarded. */
const GUARDED = `
An apostrophe stands in these tables before text that a spreadsheet would run as
a formula. The commands of Tallystick read each cell without it, since
datapackage.json says so: keep that file with the tables. Numbers have none.
`;

function readme(
  selection: Selection,
  about: About,
  guarded: boolean,
): string {
  const words = optionWords(selection.options).map(quoted).join(" ");
  const { version, citation } = about;
  return `# A selection of claims

Taken with the explorer from: ${about.title}${
    version ? `, version ${version}` : ""
  }.
${
    citation
      ? `
To cite the dataset it is taken from: ${citation}
`
      : ""
  }
In this folder the claims are those that were switched on, each as the dataset
has it. How they were taken stands in the options of the command that gives the
explorer's result again:

    deno task reconcile FOLDER${words && ` ${words}`} --json

FOLDER is the place of this folder. A claim is a record that somebody said
something. Results hold if the claims are taken as stated.
${guarded ? GUARDED : ""}`;
}

/**
 * A selection as the files of a dataset's folder, by name. Where a reading, a
 * width, the counting of echoes or anything else was chosen, its README gives the options that
 * go with it. Where a spreadsheet would run a cell as a formula, an apostrophe
 * stands before it, and `loadDataset` reads it without.
 *
 * @example
 * ```ts
 * import { datasetFiles } from "./folder.ts";
 * import { selectionOf } from "./selection.ts";
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const selection = selectionOf(data, { ...defaultState(data), width: "2" });
 * const files = datasetFiles(selection, { title: "Claims" });
 * assert.match(files["claims.csv"]!, /^claim_id,/);
 * assert.match(files["README.md"]!, /reconcile FOLDER --width 2 --json/);
 * ```
 */
export function datasetFiles(
  selection: Selection,
  about: About,
): Record<string, string> {
  const tables = (Object.keys(TABLES) as TableName[]).map((name) => {
    const rows = selection.data[name] as Rows;
    return { name, rows, columns: columnsOf(name, rows) };
  }).filter(({ name, rows }) => name === "claims" || rows.length > 0);
  const files: Record<string, string> = {};
  let guarded = false;
  const safe = (text: string) => {
    const cell = guardData(text);
    guarded ||= cell !== text;
    return cell;
  };
  for (const { name, columns, rows } of tables) {
    files[`${name}.csv`] = csv(columns, rows, safe);
  }
  const resources = Object.keys(files).map((path) => ({
    name: path.replace(".csv", ""),
    path,
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
  }));
  files["README.md"] = readme(selection, about, guarded);
  files["datapackage.json"] = JSON.stringify(
    {
      $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
      name: "selection",
      title: `A selection from: ${about.title}`,
      ...(about.licence ? { licenses: [{ name: about.licence }] } : {}),
      resources,
      ...(guarded ? { tallystick: { guarded } } : {}),
    },
    null,
    2,
  ) + "\n";
  return files;
}
