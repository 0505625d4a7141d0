import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { InputError } from "../quantity/input_error.ts";
import { showValue } from "../quantity/show_value.ts";
import { takesWord } from "../quantity/takes.ts";
import { unawaited } from "../quantity/unawaited.ts";
import { checkReferred, claimCheck, type TablesRead } from "./check_tables.ts";
import { conclude } from "./conclude.ts";
export type { Dataset } from "./dataset.ts";
import { judgeBlocks } from "./table/judge_blocks.ts";
import { isGuarded } from "./guarded.ts";
import { openOwnFile } from "./own_file.ts";
import { DatasetError, type Problem, UnreadableError } from "./problem.ts";
import { ProblemList } from "./problem_list.ts";
import { guardedLines } from "./table/guarded_lines.ts";
import { readLines } from "./table/read_lines.ts";
import { readRecords } from "./table/read_records.ts";
import type { Rows, TableName } from "./rows.ts";
import { type RowsOf, Selection } from "./selection.ts";
import { FIELD_SEPARATORS, type Separator } from "./separator.ts";
import {
  type RowCheck,
  type Table,
  TableBuilder,
} from "./table/table_builder.ts";
import { TABLES } from "./tables.ts";

/** What a check of a folder found. */
export interface CheckedDataset {
  /** The dataset, unless it has problems. */
  readonly dataset?: Selection;
  /** Everything wrong, in the order of tables, lines and fields. */
  readonly problems: readonly Problem[];
  /**
   * What is allowed and suspicious, in the same order; none while there are
   * problems, since half a table would give false alarms.
   */
  readonly warnings: readonly Problem[];
}

/**
 * How a dataset's folder is read.
 *
 * @example
 * ```ts
 * import { loadDataset, type LoadOptions } from "./load.ts";
 * import assert from "node:assert/strict";
 *
 * const options: LoadOptions = { separator: "auto" };
 * const data = new URL("../../data", import.meta.url);
 * assert.ok((await loadDataset(data, options)).claims.length > 0);
 * ```
 */
export interface LoadOptions {
  /**
   * What stands between the fields of its tables: `","` (the default), `";"`,
   * a tab or `"|"` in all of them, or `"auto"`, in each table what its header
   * shows.
   */
  readonly separator?: Separator | undefined;
}

const OPTION_TYPES: OptionTypes<LoadOptions> = {
  separator: takesWord(FIELD_SEPARATORS),
};

const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** No rows of any table. */
const NOTHING = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, () => []]),
) as unknown as RowsOf;

function pathOf(folder: string | URL): string {
  if (folder instanceof URL) return fileURLToPath(folder);
  if (typeof folder === "string") return folder;
  throw new InputError(
    `${showValue(folder)} is not a folder, text or a file address`,
  );
}

/** Reads the tables of a folder, and collects their problems. */
class TableReader {
  readonly problems = new ProblemList();
  readonly #folder: string;
  readonly #separator: Separator;
  readonly #guarded: boolean;

  constructor(folder: string, separator: Separator, guarded: boolean) {
    this.#folder = folder;
    this.#separator = separator;
    this.#guarded = guarded;
  }

  /** A table, if its file is there. */
  async read<T extends TableName, C extends keyof Rows[T] = never>(
    name: T,
    check?: RowCheck<T, C>,
  ): Promise<Table<T> | undefined> {
    const path = join(this.#folder, `${name}.csv`);
    using file = await openOwnFile(path);
    if (!file) return undefined;
    const builder = new TableBuilder(name, this.problems, check);
    try {
      const { size } = await file.stat();
      const lines = this.#guarded
        ? guardedLines(readLines(file), this.#separator)
        : readLines(file);
      const records = readRecords(lines, name, this.#separator);
      for await (const block of judgeBlocks(name, records, size)) {
        builder.push(block);
        if (builder.stopped) break;
      }
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      throw new UnreadableError(`Cannot read ${path}: ${error.message}`, {
        cause: error,
      });
    }
    return builder.finish();
  }
}

/** The dataset; its rows are made when they are asked for. */
function datasetOf(folder: string, tables: TablesRead): Selection {
  const rowsOf = Object.fromEntries(
    TABLE_NAMES.map((name) => [name, () => tables[name]?.rows ?? []]),
  ) as RowsOf;
  return new Selection(folder, rowsOf);
}

/**
 * Reads and checks a dataset's folder. Everything wrong with the tables is
 * collected, never thrown.
 *
 * @throws {UnreadableError} When the folder or its `claims.csv` is not there or
 * cannot be read.
 *
 * @example
 * ```ts
 * import { checkDataset } from "./load.ts";
 * import assert from "node:assert/strict";
 *
 * const folder = await Deno.makeTempDir();
 * await Deno.writeTextFile(
 *   `${folder}/claims.csv`,
 *   "claim_id,measure,kind,stated,start,end\na,cases,total,many,2024-01,2024-01\n",
 * );
 * const { dataset, problems } = await checkDataset(folder);
 * assert.equal(dataset, undefined);
 * assert.deepEqual(problems.map(({ line, field }) => [line, field]), [[2, "stated"]]);
 * await Deno.remove(folder, { recursive: true });
 * ```
 */
export function checkDataset(
  folder: string | URL,
  options: LoadOptions = {},
): Promise<CheckedDataset> {
  const like = { dataset: null, problems: null, warnings: null };
  return unawaited(check(folder, options), "checkDataset(…)", like);
}

async function check(
  folder: string | URL,
  options: LoadOptions,
): Promise<CheckedDataset> {
  checkOptions(options, OPTION_TYPES);
  const { separator = "," } = options;
  const path = pathOf(folder);
  const reader = new TableReader(path, separator, await isGuarded(path));
  const { problems } = reader;
  // What claims refer to comes before them: they are checked as they come.
  const referred = {
    measures: await reader.read("measures"),
    hedges: await reader.read("hedges"),
    sources: await reader.read("sources"),
  };
  const known = checkReferred(referred, problems);
  const claims = await reader.read("claims", claimCheck(known));
  if (!claims) {
    throw new UnreadableError(
      `There is no claims.csv in ${path}; a dataset is a folder that holds ` +
        "one, with the columns claim_id,measure,kind,stated,start,end",
    );
  }
  const tables: TablesRead = {
    ...referred,
    claims,
    readings: await reader.read("readings"),
    relations: await reader.read("relations"),
    splits: await reader.read("splits"),
    balances: await reader.read("balances"),
  };
  return conclude(tables, known, problems, () => datasetOf(path, tables));
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
export function loadDataset(
  folder: string | URL,
  options: LoadOptions = {},
): Promise<Selection> {
  const like = new Selection("", NOTHING);
  return unawaited(load(folder, options), "loadDataset(…)", like);
}

async function load(
  folder: string | URL,
  options: LoadOptions,
): Promise<Selection> {
  const { dataset, problems } = await check(folder, options);
  if (dataset) return dataset;
  throw new DatasetError(pathOf(folder), problems);
}
