import { parse } from "@std/csv";
import { join } from "node:path";
import { isGuarded } from "../../dataset/guarded.ts";
import type { Dataset } from "../../dataset/load.ts";
import { readOwnText } from "../../dataset/own_file.ts";
import { UnreadableError } from "../../dataset/problem.ts";
import type { Separator } from "../../dataset/separator.ts";
import { unguardData } from "../../text/guard.ts";
import {
  emptyTables,
  emptyWorkbench,
  type Table,
  TABLE_NAMES,
  type Workbench,
} from "./state.ts";
import { benchOf } from "./workbench_page.ts";

/** No text is carried along that is longer: the page would take too long. */
const LONGEST = 2 ** 18;

/** A dataset as the workbench of its report opens it, with what its folder says of it. */
export async function reportBench(
  dataset: Dataset,
  folder: string,
): Promise<Workbench> {
  const { about, files } = await textsOf(folder);
  return benchOf(dataset, about, files);
}

/** What a folder holds besides its tables. */
async function textsOf(
  folder: string,
): Promise<Pick<Workbench, "about" | "files">> {
  const [descriptor, readme] = await Promise.all(
    ["datapackage.json", "README.md"].map((name) =>
      readOwnText(join(folder, name))
    ),
  );
  return {
    // It is sound: the page's own title was read from it.
    about: descriptor === undefined
      ? {}
      : JSON.parse(descriptor.replace(/^\ufeff/, "")),
    files: readme === undefined || readme.length > LONGEST
      ? {}
      : { "README.md": readme },
  };
}

/**
 * A folder whose tables have problems as a workbench shows it: the cells as
 * they stand, without a check.
 *
 * @throws {UnreadableError} When a table is no table of cells.
 */
export async function unsoundBench(
  folder: string,
  separator: Separator = ",",
): Promise<Workbench> {
  const guarded = await isGuarded(folder);
  const tables = { ...emptyTables() };
  for (const name of TABLE_NAMES) {
    const path = join(folder, `${name}.csv`);
    const text = await readOwnText(path);
    if (text === undefined) continue;
    tables[name] = cellsOfText(text, path, separator, guarded);
  }
  return { ...emptyWorkbench(), tables, ...await textsOf(folder) };
}

function cellsOfText(
  text: string,
  path: string,
  separator: Separator,
  guarded: boolean,
): Table {
  let records: string[][];
  try {
    records = parse(text.replace(/^\ufeff/, ""), {
      separator: separator === "auto" ? "," : separator,
    });
  } catch (error) {
    throw new UnreadableError(
      `Cannot read ${path}: ${(error as Error).message}; put that right first`,
    );
  }
  const [columns = [], ...rows] = records;
  const odd = rows.findIndex((row) => row.length !== columns.length);
  if (odd >= 0 || new Set(columns).size < columns.length) {
    throw new UnreadableError(
      odd < 0
        ? `Cannot read ${path}: two columns have one name; rename one of them`
        : `Cannot read ${path}: its ${odd + 2}. record has ${
          rows[odd]!.length
        } fields and not ${columns.length}; put that right first`,
    );
  }
  return {
    columns,
    rows: guarded ? rows.map((row) => row.map(unguardData)) : rows,
  };
}
