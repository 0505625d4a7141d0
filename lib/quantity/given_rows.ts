import { isRecord } from "./check_options.ts";
import type {
  AlternativeReading,
  Balance,
  Claim,
  HedgeRow,
  Measure,
  Relation,
  Source,
  Split,
} from "./claim.ts";
import { digitsOf } from "./digits.ts";
import { InputError } from "./input_error.ts";
import { instead, nearest } from "./nearest.ts";
import { showValue } from "./show_value.ts";
import {
  COUNTS,
  DIRECTIONS,
  KINDS,
  PERS,
  RELATIONS,
  SPLITS,
  SPREADS,
  STATUSES,
} from "./words.ts";

/** The tables that may be given in memory, and what their rows are. */
interface GivenTables {
  claims: Claim;
  readings: AlternativeReading;
  sources: Source;
  measures: Measure;
  relations: Relation;
  hedges: HedgeRow;
  splits: Split;
  balances: Balance;
}

/** A row in memory: nobody has looked at its cells. */
type GivenRow = Readonly<Record<string, unknown>>;

/** What a column with few words is called, and its words. */
type Words = readonly [name: string, words: readonly string[]];

/** What the cells of a table in memory have to be. */
interface Columns<R> {
  /** Ids that no row can do without, the one it goes by first. */
  readonly ids: readonly (keyof R & string)[];
  /** Numbers: text, or a number whose digits can be told. */
  readonly numbers: readonly (keyof R & string)[];
  /** Text, or nothing, as far as anything is worked out from it. */
  readonly texts: readonly (keyof R & string)[];
  /** Columns of few words. */
  readonly words: Readonly<Partial<Record<keyof R & string, Words>>>;
}

const KIND: Words = ["a kind", KINDS];
const PER: Words = ["a unit of time", PERS];
const SPREAD: Words = ["a spread", SPREADS];

/** The columns of a reading that are text. */
const READING_TEXTS = [
  "hedge",
  "start",
  "end",
  "of_measure",
  "of_start",
  "of_end",
] as const;

const COLUMNS: { readonly [T in keyof GivenTables]: Columns<GivenTables[T]> } =
  {
    claims: {
      ids: ["claim_id", "measure"],
      numbers: ["stated", "stated_high", "rounding", "weight"],
      texts: [
        ...READING_TEXTS,
        "as_of",
        "series",
        "collection",
        "source_id",
        "origin",
      ],
      words: {
        kind: KIND,
        per: PER,
        spread: SPREAD,
        status: ["a status", STATUSES],
      },
    },
    readings: {
      ids: ["claim_id", "reading"],
      numbers: ["stated", "stated_high", "rounding"],
      texts: ["measure", ...READING_TEXTS],
      // `-` empties a cell.
      words: {
        kind: ["a kind", [...KINDS, "-"]],
        per: ["a unit of time", [...PERS, "-"]],
        spread: ["a spread", [...SPREADS, "-"]],
      },
    },
    sources: {
      ids: ["source_id"],
      numbers: [],
      texts: ["published", "collection"],
      words: {},
    },
    measures: {
      ids: ["measure"],
      numbers: [],
      texts: ["label", "part_of", "same_as"],
      words: { counts: ["a way to count", COUNTS], split: ["a split", SPLITS] },
    },
    splits: {
      ids: ["whole", "part"],
      numbers: [],
      texts: ["dimension"],
      words: { split: ["a split", SPLITS] },
    },
    balances: {
      ids: ["level", "flow", "direction"],
      numbers: [],
      texts: [],
      words: {
        direction: ["a direction", DIRECTIONS],
        split: ["a split", SPLITS],
      },
    },
    relations: {
      ids: ["from", "to"],
      numbers: [],
      texts: [],
      words: { relation: ["a relation", RELATIONS] },
    },
    hedges: {
      ids: ["hedge"],
      numbers: ["low", "high"],
      texts: [],
      words: {},
    },
  };

/** All columns that are checked, with what has to stand in them. */
interface Checks {
  readonly ids: readonly string[];
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  readonly words: readonly (readonly [column: string, words: Words])[];
  readonly known: ReadonlySet<string>;
}

const CHECKS = new Map(
  Object.entries(COLUMNS).map(([table, { ids, numbers, texts, words }]) => {
    const pairs = Object.entries(words) as [string, Words][];
    const known = [...ids, ...numbers, ...texts, ...pairs.map(([c]) => c)];
    const checks: Checks = {
      ids,
      numbers,
      texts,
      words: pairs,
      known: new Set(known),
    };
    return [table, checks] as const;
  }),
);

/** The row's own key that may be a misspelt column, in a message. */
function slip(row: GivenRow, column: string, known: ReadonlySet<string>) {
  const strangers = Object.keys(row).filter((key) => !known.has(key));
  const found = nearest(column, strangers);
  return found === undefined
    ? undefined
    : `${showValue(found)} is not a column; did you mean '${column}'?`;
}

function fail(who: string, message: string): never {
  throw new InputError(`${who}: ${message}`);
}

/** A row with its numbers as text; the row itself where it has none. */
function checkedRow(row: GivenRow, who: () => string, checks: Checks) {
  for (const column of checks.ids) {
    const cell = row[column];
    if (typeof cell === "string" && cell !== "") continue;
    if (cell !== undefined && cell !== null && cell !== "") {
      fail(who(), `${column} ${showValue(cell)} is not an id, which is text`);
    }
    fail(who(), slip(row, column, checks.known) ?? `the ${column} is missing`);
  }
  for (const [column, [name, words]] of checks.words) {
    const cell = row[column];
    if (cell === undefined || cell === null || cell === "") continue;
    if (words.includes(cell as string)) continue;
    const advice = instead(typeof cell === "string" ? cell : "", words);
    fail(who(), `${showValue(cell)} is not ${name}${advice}`);
  }
  for (const column of checks.texts) {
    const cell = row[column];
    if (typeof cell === "string" || cell === undefined || cell === null) {
      continue;
    }
    fail(who(), `${column} ${showValue(cell)} is not text`);
  }
  let made: Record<string, unknown> | undefined;
  for (const column of checks.numbers) {
    const cell = row[column];
    if (typeof cell === "string" || cell === undefined || cell === null) {
      continue;
    }
    if (typeof cell !== "number" && typeof cell !== "bigint") {
      fail(who(), `${column} ${showValue(cell)} is not a number or its digits`);
    }
    try {
      // A fall is negative: whether the claim may have one is told elsewhere.
      const sign = column.startsWith("stated") && cell < 0 ? "-" : "";
      (made ??= { ...row })[column] = sign +
        digitsOf((sign ? -cell : cell) as number | bigint);
    } catch (error) {
      fail(who(), `${column} ${(error as Error).message}`);
    }
  }
  return made ?? row;
}

/** What claims of a kind need, where that is not a number and a period. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  ratio: ["stated", "start", "end", "of_measure"],
  share: ["stated", "start", "end", "of_measure"],
  level: ["stated", "start"],
  highest: ["start", "end", "of_start", "of_end"],
  lowest: ["start", "end", "of_start", "of_end"],
};

/** What a claim that is modelled needs, so that a misspelt column is named. */
function checkModelled(row: GivenRow, who: () => string, checks: Checks): void {
  const kind = row["kind"];
  if (!kind) {
    fail(
      who(),
      slip(row, "kind", checks.known) ??
        `the kind is missing${instead("", KINDS)}`,
    );
  }
  if (kind === "none") return;
  const needed = NEEDED[kind as string] ?? ["stated", "start", "end"];
  for (const column of needed) {
    const cell = row[column];
    if (cell !== undefined && cell !== null && cell !== "") continue;
    const found = slip(row, column, checks.known);
    if (found) fail(who(), found);
  }
}

/**
 * The rows of a table that were given in memory, numbers as the text of their
 * cells. Columns of the caller's own are kept; a key that may be a misspelt
 * column is refused where that column is missing and the row needs it.
 *
 * @throws {InputError} When there is no list of rows, a row lacks its id, or a
 * cell is of the wrong type or none of its column's words.
 *
 * @example
 * ```ts
 * import { givenRows } from "./given_rows.ts";
 * import assert from "node:assert/strict";
 *
 * const year = { claim_id: "a", measure: "cases", start: "2024-01", end: "2024-12" };
 * const [claim] = givenRows("claims", [{ ...year, kind: "total", stated: 3000 }]);
 * assert.equal(claim?.stated, "3000");
 * assert.throws(
 *   () => givenRows("claims", [{ ...year, kind: "totals", stated: "3000" }]),
 *   /^InputError: a: 'totals' is not a kind; did you mean 'total'\?$/,
 * );
 * ```
 */
export function givenRows<T extends keyof GivenTables>(
  table: T,
  rows: unknown,
): readonly GivenTables[T][] {
  if (!Array.isArray(rows)) {
    throw new InputError(`${table}: ${showValue(rows)} is not a list of rows`);
  }
  const list = rows as readonly unknown[];
  const checks = CHECKS.get(table)!;
  let made: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const row = list[i];
    if (!isRecord(row)) {
      throw new InputError(
        `${table}[${i}]: ${showValue(row)} is not a row, an object with ` +
          checks.ids.join(", "),
      );
    }
    const who = () => {
      const id = row[checks.ids[0]!];
      return typeof id === "string" && id !== "" ? id : `${table}[${i}]`;
    };
    const checked = checkedRow(row, who, checks);
    if (table === "claims") checkModelled(row, who, checks);
    if (checked !== row) (made ??= [...list])[i] = checked;
  }
  return (made ?? list) as readonly GivenTables[T][];
}
