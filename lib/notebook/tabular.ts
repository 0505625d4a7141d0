import {
  addedColumns,
  blameColumns,
  boundsColumns,
  type Column,
  conflictColumns,
  impliedColumns,
  proofColumns,
  repairColumns,
  toldColumns,
} from "../analysis/result_columns.ts";
import { type ClaimWords, claimWords } from "../analysis/claim_words.ts";
import type { ClaimInterval } from "../dataset/intervals.ts";
import { isRecord } from "../quantity/check_options.ts";
import { InputError } from "../quantity/input_error.ts";
import { ownValue } from "../quantity/own_value.ts";
import { showValue } from "../quantity/show_value.ts";

/**
 * What a table takes of a Polars frame: who shows one has loaded Polars, and who
 * shows none need not.
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

/** Rows and columns, whatever they come from. */
export interface Tabular {
  readonly names: readonly string[];
  readonly height: number;
  /** Whether there is such a column. */
  has(name: string): boolean;
  /** The type of a column, as a reader of data knows it. */
  type(name: string): string;
  /** The first cells of a column; a date is text. */
  cells(name: string, most: number): readonly unknown[];
}

/** A form of rows that a result gives, and how they are laid out. */
// deno-lint-ignore no-explicit-any
export type Form = (rows: readonly any[]) => Column[];

/** The lists that know their form, so that an empty one has its columns too. */
const KNOWN = new WeakMap<object, Form>();

/** Notes the form of a list that a result gave. */
export function setForm(rows: readonly unknown[], form: Form): void {
  KNOWN.set(rows, form);
}

/** By what keys a row is told, which it may have besides, and its form. */
const FORMS: readonly (readonly [
  needs: readonly string[],
  may: readonly string[],
  form: Form,
])[] = [
  [["claims", "text", "proof", "background"], ["origins"], conflictColumns],
  [["claims", "text", "also", "conflicts"], [], toldColumns],
  [["drop", "weight"], ["drop_origins", "certain"], repairColumns],
  [
    ["claim", "reading", "low", "high", "implied_low", "implied_high"],
    [],
    impliedColumns,
  ],
  [
    ["claim", "low", "high", "impliedLow", "impliedHigh", "narrows"],
    ["certain"],
    addedColumns,
  ],
  [["claim", "side", "start", "end", "times", "value"], [], proofColumns],
  [["claim", "share"], [], blameColumns],
  [
    ["measure", "start", "end", "low", "high"],
    ["exactLow", "exactHigh", "lowProof", "highProof", "tight", "without"],
    boundsColumns,
  ],
];

/** The form of rows that a result gives, by what stands in them. */
function formOf(rows: readonly object[]): Form | undefined {
  return FORMS.find(([needs, may]) =>
    rows.length > 0 &&
    rows.every((row) =>
      needs.every((key) => Object.hasOwn(row, key)) &&
      Object.keys(row).every((key) => needs.includes(key) || may.includes(key))
    )
  )?.[2];
}

const LABELS: Readonly<Record<Column["type"], string>> = {
  text: "String",
  date: "Date",
  count: "Int64",
  number: "Float64",
  flag: "Bool",
};

function fromColumns(columns: readonly Column[]): Tabular {
  const byName = new Map(columns.map((column) => [column.name, column]));
  return {
    names: [...byName.keys()],
    has: (name) => byName.has(name),
    height: columns[0]?.cells.length ?? 0,
    type: (name) => LABELS[byName.get(name)!.type],
    cells: (name, most) => byName.get(name)!.cells.slice(0, most),
  };
}

function fromFrame(frame: AnyFrame): Tabular {
  const type = (name: string) => {
    const words = frame.schema[name]!.toString();
    return /^DataType\((.*)\)$/.exec(words)?.[1] ?? words;
  };
  return {
    names: frame.columns,
    has: (name) => frame.columns.includes(name),
    height: frame.height,
    type,
    cells: (name, most) => {
      const head = frame.head(most);
      if (type(name) !== "Date") {
        return head.getColumn(name).toArray() as unknown[];
      }
      // As text, since reading a date as an instant can shift it by a day.
      const lines = head.select(name).writeCSV({ includeHeader: false })
        .toString().split("\n");
      return Array.from(
        { length: head.height },
        (_, row) => lines[row] || null,
      );
    },
  };
}

type Type = "Bool" | "Float64" | "Int64" | "String";

const TYPES: Readonly<Partial<Record<string, Type>>> = {
  boolean: "Bool",
  number: "Float64",
  bigint: "Int64",
};

type Row = Readonly<Record<string, unknown>>;

/** Columns that are worked out of the rows, by name. */
export type Derived = Readonly<Record<string, (row: never) => unknown>>;

/** What a claim with its interval says in words, which its own cells do not. */
const WORDS: ReadonlySet<string> = new Set(
  [
    "claim_id",
    "publisher",
    "says",
    "period",
    "sentence",
  ] satisfies (keyof ClaimWords)[],
);

function isClaimInterval(value: Row): boolean {
  return isRecord(value["claim"]) && "claim_id" in value["claim"] &&
    "source" in value && "period" in value && "low" in value;
}

/** A cell of a row, or what stands within one: `figure.low`, `row.says`. */
function read(row: Row, name: string, derived: Derived): unknown {
  const worked = (key: string) => ownValue(derived, key)?.(row as never);
  if (Object.hasOwn(derived, name)) return worked(name);
  if (Object.hasOwn(row, name) && !WORDS.has(name)) return row[name];
  let value: unknown = row;
  for (const [i, key] of name.split(".").entries()) {
    if (i === 0 && Object.hasOwn(derived, key)) {
      value = worked(key);
      continue;
    }
    if (typeof value !== "object" || value === null) return undefined;
    value = WORDS.has(key) && isClaimInterval(value as Row)
      ? claimWords(value as unknown as ClaimInterval)[key as keyof ClaimWords]
      : (value as Row)[key];
  }
  return value;
}

/** Rows of anybody's own: objects with the same keys. */
function fromRows(rows: readonly Row[], derived: Derived): Tabular {
  const names = [
    ...new Set([
      ...rows.flatMap((row) => Object.keys(row)),
      ...Object.keys(derived),
    ]),
  ];
  const cell = (row: Row, name: string) => read(row, name, derived) ?? null;
  return {
    names,
    height: rows.length,
    has: (name) =>
      names.includes(name) ||
      rows.some((row) => read(row, name, derived) !== undefined),
    type: (name) => {
      // How many there are is a whole number.
      if (name.endsWith(".length")) return "Int64";
      const found = new Set(
        rows.map((row) => cell(row, name))
          .filter((cell) => cell !== null)
          .map((cell) => TYPES[typeof cell] ?? "String"),
      );
      const [type = "String"] = found;
      return found.size > 1 ? "String" : type;
    },
    cells: (name, most) => rows.slice(0, most).map((row) => cell(row, name)),
  };
}

/** What a table can be made of, as rows and columns. */
export function tabular(from: unknown, derived: Derived = {}): Tabular {
  const [own] = Object.keys(derived);
  if (isFrame(from)) {
    if (own === undefined) return fromFrame(from);
    throw new InputError(
      `derive: ${own} is worked out of rows; add it to the frame itself`,
    );
  }
  if (Array.isArray(from)) {
    const form = own === undefined ? KNOWN.get(from) : undefined;
    if (form) return fromColumns(form(from));
    const rows = from.map((row: unknown) =>
      isRecord(row) ? row : { value: row }
    );
    const found = own === undefined ? formOf(rows) : undefined;
    return found ? fromColumns(found(rows)) : fromRows(rows, derived);
  }
  if (!isRecord(from)) {
    const advice = from instanceof Promise ? "; await it first" : "";
    throw new InputError(
      `${showValue(from)} is no table; give rows, a frame, or what a result ` +
        `gives${advice}`,
    );
  }
  // A result or a dataset is shown by its claims.
  const claims = from["claims"];
  if (Array.isArray(claims) && ("asRead" in from || "measures" in from)) {
    return tabular(claims, derived);
  }
  return tabular([from], derived);
}

function isFrame(value: unknown): value is AnyFrame {
  if (typeof value !== "object" || value === null) return false;
  // A Polars frame is a proxy, of which `in` and `hasOwn` know little.
  const { getColumn, writeCSV } = value as Partial<AnyFrame>;
  return typeof getColumn === "function" && typeof writeCSV === "function";
}
