import type { TableName } from "../../../dataset/rows.ts";
import { REQUIRED_COLUMNS } from "../../../dataset/tables.ts";
import { nearest } from "../../../quantity/nearest.ts";
import { contractColumns, TABLE_NAMES } from "../tables.ts";

/** What a header stands for: a column, or both ends of a period. */
export type Meaning = string;

/** Stands for both `start` and `end`. */
export const SPAN: Meaning = "start+end";

/** How a header was matched: by its name, a word that means it, or one near it. */
export type How = "name" | "word" | "near" | "own";

/** A header of a sheet and what it is read as. */
export interface ColumnMatch {
  /** As it stands there. */
  readonly header: string;
  /** The column of the table; its own name where the contract has none. */
  readonly column: Meaning;
  readonly how: How;
}

/** Words that people head such columns with, by table and column. */
const WORDS: Readonly<
  Partial<Record<TableName, Readonly<Record<Meaning, string>>>>
> = {
  claims: {
    claim_id: "id|claim|nr|no|#|key|row",
    measure: "what|what is counted|counted|indicator|metric|variable|category",
    kind: "type|kind of number|type of number",
    stated: "number|value|figure|amount|num|low|lower|min|minimum|zahl|wert|" +
      "anzahl|число|количество|кількість|nombre|valeur",
    stated_high: "high|upper|max|maximum|number high|high number|bis zahl",
    hedge: "qualifier|hedging|wording of number",
    start: "from|since|begin|begins|beginning|start date|date from|first day|" +
      "von|ab|seit|с|з|début",
    end: "to|until|till|through|end date|date to|last day|bis|по|до|fin",
    [SPAN]: "date|day|month|year|period|when|time|datum|tag|monat|jahr|дата",
    period_said: "period as said|period wording",
    as_of: "as of|holds as of|vintage",
    per: "unit of time|per unit",
    speaker: "who|said by|says|spokesperson|who says so",
    origin: "according to|cites|cited|original source|whom they cite",
    source_id: "source|source name|quelle|джерело|источник",
    locator: "paragraph|page|place|where",
    wording: "quote|words|sentence|statement|text|zitat",
    note: "notes|comment|comments|remark|remarks",
    collection: "group|set|dataset",
  },
  sources: {
    source_id: "id|source",
    publisher: "outlet|media|newspaper|organisation|organization|site",
    published: "date|publication date|published on|day",
    url: "link|address|web|website|href",
    title: "headline|name",
    language: "lang",
  },
  measures: {
    measure: "id|indicator|metric",
    label: "name|title",
    definition: "description|what it counts",
  },
};

/** Letters, digits and single blanks: "Start-Date " is "start date". */
const plain = (header: string): string =>
  header.normalize("NFKC").trim().toLowerCase().replace(/[\s_.:-]+/g, " ")
    .trim();

/** What plain words mean, by table. */
const MEANT = new Map(
  TABLE_NAMES.map((table) => [
    table,
    new Map([
      ...Object.entries(WORDS[table] ?? {}).flatMap(([column, words]) =>
        words.split("|").map((word) => [word, column] as const)
      ),
      ...contractColumns(table).map((column) =>
        [plain(column), column] as const
      ),
    ]),
  ]),
);

function meaningOf(header: string, table: TableName): [Meaning, How] {
  const columns = contractColumns(table);
  if (columns.includes(header)) return [header, "name"];
  const words = MEANT.get(table)!;
  const word = plain(header);
  const meant = words.get(word);
  if (meant !== undefined) return [meant, "word"];
  const near = word.length > 3 ? nearest(word, [...words.keys()]) : undefined;
  return near === undefined ? [header, "own"] : [words.get(near)!, "near"];
}

/**
 * What the headers of a sheet stand for in a table: a column each. Of several
 * that stand for one the best match has it, and the others are columns of their
 * own.
 *
 * @example
 * ```ts
 * import { matchColumns } from "./match_columns.ts";
 * import assert from "node:assert/strict";
 *
 * const found = matchColumns(["Von", "Numbr", "colour"], "claims");
 * assert.deepEqual(found.map(({ column, how }) => [column, how]), [
 *   ["start", "word"],
 *   ["stated", "near"],
 *   ["colour", "own"],
 * ]);
 * ```
 */
export function matchColumns(
  headers: readonly string[],
  table: TableName,
): ColumnMatch[] {
  const meant = headers.map((header) => meaningOf(header, table));
  const order: readonly How[] = ["name", "word", "near"];
  const taken = new Map<Meaning, number>();
  for (const how of order) {
    meant.forEach(([column, found], i) => {
      if (found !== how || taken.has(column)) return;
      // A period has two ends, and one of them may have a column of its own.
      if (column === SPAN && (taken.has("start") || taken.has("end"))) return;
      taken.set(column, i);
    });
  }
  return headers.map((header, i) => {
    const [column, how] = meant[i]!;
    return how !== "own" && taken.get(column) === i
      ? { header, column, how }
      : { header, column: header, how: "own" };
  });
}

/** How well headers fit a table: what is matched, required columns twice. */
function fit(headers: readonly string[], table: TableName): number {
  const points = { name: 1, word: 0.6, near: 0.3, own: 0 };
  const required = REQUIRED_COLUMNS[table];
  return matchColumns(headers, table).reduce(
    (sum, { column, how }) =>
      sum +
      points[how] * (required.includes(column) || column === SPAN ? 2 : 1),
    0,
  );
}

/**
 * The table that a sheet is: the one of its name, else the one that its headers
 * fit best; null where they fit none.
 *
 * @example
 * ```ts
 * import { tableFor } from "./match_columns.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(tableFor("sources.csv", ["a"]), "sources");
 * assert.equal(tableFor("pasted", ["publisher", "published", "url"]), "sources");
 * assert.equal(tableFor("pasted", ["colour", "shape"]), null);
 * ```
 */
export function tableFor(
  name: string,
  headers: readonly string[],
): TableName | null {
  const stem = plain(name.replace(/^.*[\\/]/, "").replace(/\.\w+$/, ""));
  const named = TABLE_NAMES.find((table) => table === stem);
  if (named) return named;
  let [best, most]: [TableName | null, number] = [null, 1];
  for (const table of TABLE_NAMES) {
    const score = fit(headers, table);
    if (score > most) [best, most] = [table, score];
  }
  return best;
}
