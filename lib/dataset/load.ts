import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkTables, type Tables } from "./check_tables.ts";
import { assertOwnFile } from "./own_file.ts";
import { parseTable, type Table } from "./parse_table.ts";
import { DatasetError, type Problem, UnreadableError } from "./problem.ts";
import type { Row, TableName } from "./rows.ts";
import { TABLES } from "./tables.ts";

/** A dataset that was read and found sound: typed rows, table by table. */
export interface Dataset {
  /** The folder it was read from, as it was given. */
  readonly folder: string;
  /** The claims, in file order. */
  readonly claims: readonly Row<"claims">[];
  /** Other readings of the claims. */
  readonly readings: readonly Row<"readings">[];
  /** The documents that hold the claims. */
  readonly sources: readonly Row<"sources">[];
  /** What is counted. */
  readonly measures: readonly Row<"measures">[];
  /** How claims bear on each other. */
  readonly relations: readonly Row<"relations">[];
  /** Hedges beyond the built-in ones, or instead of them. */
  readonly hedges: readonly Row<"hedges">[];
}

/** What a check of a folder found. */
export interface CheckedDataset {
  /** The dataset, unless it has problems. */
  readonly dataset?: Dataset;
  /** Everything wrong, in the order of tables, lines and fields. */
  readonly problems: readonly Problem[];
}

const TABLE_NAMES = Object.keys(TABLES) as TableName[];

async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    await assertOwnFile(path);
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new UnreadableError(
      `Cannot read ${path}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function decode(file: string, bytes: Uint8Array): string | Problem {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    // U+FFFD stands where decoding failed, unless the text held one itself.
    const lossy = new TextDecoder().decode(bytes);
    const before = lossy.slice(0, Math.max(0, lossy.indexOf("\ufffd")));
    return {
      file,
      line: before.split("\n").length,
      column: 1,
      field: "(record)",
      message: "is not UTF-8 text; save the table as UTF-8",
    };
  }
}

function emptyTable<T extends TableName>(file: string): Table<T> {
  return { file, header: [], rows: [], lineOf: () => 1, problems: [] };
}

function byPlace(a: Problem, b: Problem): number {
  const rank = (file: string) =>
    TABLE_NAMES.findIndex((name) => file === `${name}.csv`);
  return rank(a.file) - rank(b.file) || a.line - b.line || a.column - b.column;
}

/**
 * Reads and checks a dataset's folder. Everything wrong with the tables is
 * collected, never thrown.
 *
 * @throws {UnreadableError} When the folder or its `claims.csv` is not there or
 * cannot be read.
 */
export async function checkDataset(
  folder: string | URL,
): Promise<CheckedDataset> {
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  const problems: Problem[] = [];
  const tables: Partial<Record<TableName, Table<TableName>>> = {};
  for (const name of TABLE_NAMES) {
    const file = `${name}.csv`;
    const bytes = await readBytes(join(path, file));
    if (!bytes) {
      if (name !== "claims") continue;
      throw new UnreadableError(
        `There is no claims.csv in ${path}; a dataset is a folder that holds ` +
          "one, with the columns claim_id,measure,kind,stated,start,end",
      );
    }
    const source = decode(file, bytes);
    const table = typeof source === "string"
      ? parseTable(name, source)
      : { ...emptyTable(file), problems: [source] };
    tables[name] = table;
    problems.push(...table.problems);
  }
  problems.push(...checkTables(tables as Tables));
  if (problems.length > 0) return { problems: problems.sort(byPlace) };
  const rows = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, tables[name]?.rows ?? []]),
  ) as unknown as Pick<Dataset, TableName>;
  return { dataset: { folder: path, ...rows }, problems };
}

/**
 * Reads a dataset's folder into typed rows.
 *
 * @throws {DatasetError} When something in the tables is wrong; its `problems`
 * holds all of it, each with file, line, column, field, what is wrong and what
 * would be right.
 * @throws {UnreadableError} When the folder or its `claims.csv` is not there or
 * cannot be read.
 *
 * @example
 * ```ts
 * import { loadDataset } from "./load.ts";
 * import assert from "node:assert/strict";
 *
 * const { claims } = await loadDataset(new URL("../../data", import.meta.url));
 * assert.ok(claims.some((claim) => claim.kind === "total"));
 * ```
 */
export async function loadDataset(folder: string | URL): Promise<Dataset> {
  const { dataset, problems } = await checkDataset(folder);
  if (dataset) return dataset;
  const path = folder instanceof URL ? fileURLToPath(folder) : folder;
  throw new DatasetError(path, problems);
}
