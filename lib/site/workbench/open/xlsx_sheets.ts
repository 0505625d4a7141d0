import { zipSync } from "fflate";
import readXlsxFile from "read-excel-file/universal";
import { InputError } from "../../../quantity/input_error.ts";
import { MOST, type Sheet } from "./sheet.ts";
import { unpack } from "./unpack.ts";

/** What a spreadsheet file holds, and what has to be said of it. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly told: readonly string[];
}

/** A day, with its time where that is not midnight. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day, time] = date.toISOString().split("T") as [string, string];
  return time.startsWith("00:00:00") ? day : `${day} ${time.slice(0, 5)}`;
}

/** A number in plain digits, as few as it takes. */
function numberText(number: number): string {
  const text = String(number);
  return text.includes("e") && Number.isFinite(number)
    ? number.toLocaleString("en-US", {
      useGrouping: false,
      maximumFractionDigits: 20,
    })
    : text;
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return dateText(value);
  if (typeof value === "number") return numberText(value);
  return String(value);
}

/** Cells with a formula whose value was not kept when the file was saved. */
const NO_VALUE =
  /<c\b[^>]*\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f\b[^>]*(?:\/>|>[^<]*<\/f>)\s*(?:<v\s*\/>|<v><\/v>)?\s*<\/c>/g;

/** So many cells are named. */
const NAMED = 5;

function withoutValue(files: ReadonlyMap<string, Uint8Array>): string[] {
  const cells: string[] = [];
  for (const [name, bytes] of files) {
    if (!/^xl\/worksheets\/[^/]+\.xml$/.test(name)) continue;
    const text = new TextDecoder().decode(bytes);
    for (const [, cell] of text.matchAll(NO_VALUE)) cells.push(cell!);
  }
  return cells;
}

/**
 * The sheets of an `.xlsx` file: of formulas the values that were kept, of dates
 * the days. It is unpacked within limits first, whatever it says of its sizes.
 *
 * @throws {InputError} When it cannot be read, with what would help.
 */
export async function xlsxSheets(
  name: string,
  bytes: Uint8Array,
): Promise<Workbook> {
  const files = unpack(name, bytes, (file) => /\.(xml|rels)$/.test(file));
  if (!files.has("xl/workbook.xml")) {
    throw new InputError(
      `${name} is no .xlsx workbook; save the spreadsheet as .xlsx or CSV`,
    );
  }
  const packed = zipSync(Object.fromEntries(files), { level: 0 });
  let sheets: readonly Sheet[];
  try {
    const found = await readXlsxFile(new Blob([packed]), { trim: false });
    sheets = found.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(cellText)),
    }));
  } catch (error) {
    throw new InputError(
      `${name} cannot be read: ${(error as Error).message}; save it as CSV`,
    );
  }
  const cells = sheets.reduce(
    (sum, { rows }) => rows.reduce((sum, row) => sum + row.length, sum),
    0,
  );
  if (cells > MOST.cells) {
    throw new InputError(
      `${name} has ${cells.toLocaleString("en-US")} cells; ` +
        `${MOST.cells.toLocaleString("en-US")} can be opened`,
    );
  }
  const empty = withoutValue(files);
  const named = empty.slice(0, NAMED).join(", ");
  return {
    sheets,
    told: empty.length === 0 ? [] : [
      `${named}${empty.length > NAMED ? ", …" : ""} in ${name}: a formula ` +
      "whose value was not saved is taken as empty; open the file in a " +
      "spreadsheet, save it, and open it here again",
    ],
  };
}
