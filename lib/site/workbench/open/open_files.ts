import { saysGuarded } from "../../../dataset/says_guarded.ts";
import { decode } from "../../../reading/encoding/decode.ts";
import { isPdf, notText } from "../../../reading/encoding/not_text.ts";
import { InputError } from "../../../quantity/input_error.ts";
import { unguardData } from "../../../text/guard.ts";
import { TABLE_NAMES } from "../tables.ts";
import { sheetOf } from "./sheet_text.ts";
import { MOST } from "./sheet.ts";
import { isContract, type OpenedSheet } from "./understand.ts";
import { isZip, unpack } from "./unpack.ts";
import { xlsxSheets } from "./xlsx_sheets.ts";

/** A file that was chosen or dropped. */
export interface InputFile {
  /** Its name, with its folders where it came with them. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What files hold, before it is asked what their rows mean. */
export interface OpenedFiles {
  readonly sheets: readonly OpenedSheet[];
  /** The description of a dataset, where there is one. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Other files of a dataset's folder, kept as they are. */
  readonly files: Readonly<Record<string, string>>;
  /** What has to be said, a sentence each. */
  readonly told: readonly string[];
}

/** The name of a file without its folders. */
const baseName = (name: string): string => name.replace(/^.*[\\/]/, "");

const folderOf = (name: string): string =>
  /^(.*)[\\/]/.exec(name)?.[1]?.replaceAll("\\", "/") ?? "";

const ending = (name: string): string =>
  /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";

/** What is opened of a zip or a folder; all else is left where it is. */
const TEXTS = new Set(["csv", "tsv", "txt", "md", "json"]);
const OPENED = new Set([...TEXTS, "xlsx", "xlsm"]);

/** What operating systems put beside files. */
const isLitter = (name: string): boolean =>
  /(^|[\\/])(__MACOSX[\\/]|\.(?!\.?[\\/]))/.test(name);

/** The folder that holds a dataset: of several the one nearest to the top. */
function datasetFolder(names: readonly string[]): string | null {
  const folders = names.filter((name) => baseName(name) === "claims.csv")
    .map(folderOf);
  return folders.sort((a, b) =>
    a.split("/").length - b.split("/").length || (a < b ? -1 : 1)
  )[0] ?? null;
}

function describe(text: string, told: string[]): Record<string, unknown> {
  try {
    const about = JSON.parse(text);
    if (typeof about === "object" && about !== null && !Array.isArray(about)) {
      return about;
    }
  } catch {
    // Said below.
  }
  told.push("datapackage.json cannot be read, and is left out");
  return {};
}

function isGuarded(text: string | undefined): boolean {
  try {
    return text !== undefined && saysGuarded(text);
  } catch {
    return false;
  }
}

/** The texts of the files of a dataset's folder that are not its tables. */
function splitFolder(
  files: ReadonlyMap<string, Uint8Array>,
  told: string[],
): { tables: Map<string, Uint8Array>; others: Record<string, string> } {
  const tables = new Map<string, Uint8Array>();
  const others: Record<string, string> = Object.create(null);
  const left: string[] = [];
  for (const [name, bytes] of files) {
    const table = TABLE_NAMES.some((table) => name === `${table}.csv`);
    if (table) tables.set(name, bytes);
    else if (TEXTS.has(ending(name)) && !name.includes("/")) {
      others[name] = decode(bytes).text;
    } else left.push(name);
  }
  if (left.length > 0) {
    told.push(
      `${left.length} other ${left.length === 1 ? "file is" : "files are"} ` +
        `left out: ${left.slice(0, 3).join(", ")}${
          left.length > 3 ? ", …" : ""
        }`,
    );
  }
  return { tables, others: { ...others } };
}

/** A table file as a sheet; its guards are taken off where it is guarded. */
function csvSheet(
  name: string,
  bytes: Uint8Array,
  guarded: boolean,
  told: string[],
): OpenedSheet {
  const binary = notText(bytes);
  if (binary !== null) {
    throw new InputError(`${name} is ${binary}, which holds no table`);
  }
  const { text, note } = decode(bytes);
  if (note !== null) told.push(`${name}: ${note}`);
  const { sheet, separator, told: said } = sheetOf(name, text);
  told.push(...said);
  const own = guarded &&
    TABLE_NAMES.some((table) => baseName(name) === `${table}.csv`);
  const rows = own
    ? sheet.rows.map((row) => row.map((cell) => unguardData(cell)))
    : sheet.rows;
  // What the command line reads as it stands is not read otherwise here.
  const asIs = separator === "," && isContract(name, sheet.rows[0] ?? []);
  return { name, rows, asIs };
}

async function sheetsOf(
  { name, bytes }: InputFile,
  told: string[],
): Promise<OpenedSheet[]> {
  if (isZip(bytes)) {
    const book = await xlsxSheets(name, bytes);
    told.push(...book.told);
    const many = book.sheets.length > 1;
    return book.sheets.filter(({ rows }) => rows.length > 0).map((sheet) => ({
      ...sheet,
      name: many || TABLE_NAMES.some((table) => table === sheet.name)
        ? sheet.name
        : name,
      asIs: false,
    }));
  }
  if (/^(xls|xlsb|ods|numbers)$/.test(ending(name))) {
    throw new InputError(
      `${name}: save it as .xlsx or as CSV, and open that`,
    );
  }
  if (isPdf(bytes) || /^(html?|docx?|rtf)$/.test(ending(name))) {
    throw new InputError(`${name} is a text, no table: take it under Read`);
  }
  return [csvSheet(name, bytes, false, told)];
}

/** A dataset's folder, as files by their names in it. */
function openFolder(
  files: ReadonlyMap<string, Uint8Array>,
  told: string[],
): OpenedFiles {
  const { tables, others } = splitFolder(files, told);
  const { "datapackage.json": description, ...kept } = others;
  const guarded = isGuarded(description);
  if (guarded) {
    told.push("apostrophes that guard cells from spreadsheets are taken away");
  }
  return {
    sheets: [...tables].map(([name, bytes]) =>
      csvSheet(name, bytes, guarded, told)
    ),
    about: description === undefined ? {} : describe(description, told),
    files: kept,
    told,
  };
}

/** What is in zips beside what is not: an .xlsx is one, and stays what it is. */
function unzipped(files: readonly InputFile[]): InputFile[] {
  return files.flatMap((file) => {
    const { name, bytes } = file;
    if (!isZip(bytes) || /^xls[xm]$/.test(ending(name))) return [file];
    const found = unpack(
      name,
      bytes,
      (inner) => OPENED.has(ending(inner)) && !isLitter(inner),
    );
    if (found.size === 0) {
      throw new InputError(
        `${name} holds no tables: CSV files or an .xlsx are opened`,
      );
    }
    return [...found].map(([name, bytes]) => ({ name, bytes }));
  });
}

/**
 * What chosen files hold: a dataset's folder as its files or as a zip, CSV files
 * with whatever separator and encoding, workbooks. Nothing is read into cells;
 * what had to be assumed is told.
 *
 * @throws {InputError} When there is nothing to open, or too much.
 *
 * @example
 * ```ts
 * import { openFiles } from "./open_files.ts";
 * import { strToU8, zipSync } from "fflate";
 * import assert from "node:assert/strict";
 *
 * const claims = strToU8("claim_id,measure,kind,stated,start,end\n");
 * const zip = zipSync({ "set/claims.csv": claims, "set/notes.md": strToU8("x") });
 * const { sheets, files } = await openFiles([{ name: "set.zip", bytes: zip }]);
 * assert.deepEqual(sheets.map(({ name }) => name), ["claims.csv"]);
 * assert.deepEqual(files, { "notes.md": "x" });
 * ```
 */
export async function openFiles(
  chosen: readonly InputFile[],
): Promise<OpenedFiles> {
  const told: string[] = [];
  const size = chosen.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > MOST.bytes) {
    throw new InputError(
      `These files have ${Math.ceil(size / 2 ** 20)} MiB; ` +
        `${MOST.bytes / 2 ** 20} MiB can be opened`,
    );
  }
  const files = unzipped(chosen.filter(({ name }) => !isLitter(name)));
  const folder = datasetFolder(files.map(({ name }) => name));
  if (folder !== null) {
    const prefix = folder === "" ? "" : `${folder}/`;
    const inside = files.map(({ name, bytes }) =>
      [name.replaceAll("\\", "/"), bytes] as const
    ).filter(([name]) => name.startsWith(prefix))
      .map(([name, bytes]) => [name.slice(prefix.length), bytes] as const);
    if (inside.length < files.length) {
      told.push(`of several folders, ${folder || "the first"} is opened`);
    }
    return openFolder(new Map(inside), told);
  }
  const sheets: OpenedSheet[] = [];
  for (const file of files) {
    // One that was chosen by itself is told what it is.
    if (files.length > 1 && !OPENED.has(ending(file.name))) {
      told.push(`${file.name} is left out: it is no table`);
      continue;
    }
    sheets.push(...await sheetsOf(file, told));
  }
  if (sheets.length === 0) {
    throw new InputError(
      "There is nothing to open: choose CSV files, a dataset's folder or zip, " +
        "or an .xlsx",
    );
  }
  return { sheets, about: {}, files: {}, told };
}

/**
 * Rows that were copied from a spreadsheet, or typed.
 *
 * @throws {InputError} When they are no table.
 *
 * @example
 * ```ts
 * import { openRows } from "./open_files.ts";
 * import assert from "node:assert/strict";
 *
 * const { sheets } = openRows("Month\tThefts\n2024-05\t70\n");
 * assert.deepEqual(sheets[0]!.rows[1], ["2024-05", "70"]);
 * ```
 */
export function openRows(text: string): OpenedFiles {
  const { sheet, told } = sheetOf("pasted rows", text);
  if (sheet.rows.length === 0) throw new InputError("There are no rows yet");
  return {
    sheets: [{ ...sheet, asIs: false }],
    about: {},
    files: {},
    told,
  };
}
