import { parse, stringify } from "@std/csv";
import { InputError } from "../../quantity/input_error.ts";

/** A table of a folder as text: its columns, and its rows as they stand. */
export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: Readonly<Record<string, string>>[];
}

/**
 * A table of a folder; nothing where there is none.
 *
 * @throws {InputError} When it is no table.
 */
export async function readTable(path: string): Promise<TextTable | undefined> {
  let text: string;
  try {
    text = await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw new InputError(`Cannot read ${path}: ${(error as Error).message}`);
  }
  let records: string[][];
  try {
    records = parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new InputError(`${path} is no table: ${(error as Error).message}`);
  }
  const [columns = [], ...lines] = records;
  return {
    columns,
    rows: lines.filter((line) => line.some((cell) => cell !== "")).map((line) =>
      Object.fromEntries(columns.map((name, i) => [name, line[i] ?? ""]))
    ),
  };
}

/** A table as the text of a file. */
export function tableText({ columns, rows }: TextTable): string {
  return stringify([
    [...columns],
    ...rows.map((row) => columns.map((name) => row[name] ?? "")),
  ]).replaceAll("\r\n", "\n");
}

/**
 * The text of a table with rows added at its end: what stands there stays,
 * letter for letter.
 */
export function appended(
  text: string,
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const end = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = tableText({ columns, rows: [...rows] }).split("\n").slice(1)
    .join(end);
  return text + (text === "" || text.endsWith("\n") ? "" : end) + lines;
}

/** Writes a file whole: beside it first, then in its place. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const aside = `${path}.${crypto.randomUUID()}`;
  try {
    await Deno.writeTextFile(aside, text, { createNew: true });
    await Deno.rename(aside, path);
  } catch (error) {
    await Deno.remove(aside).catch(() => {});
    throw new InputError(`Cannot write ${path}: ${(error as Error).message}`);
  }
}
