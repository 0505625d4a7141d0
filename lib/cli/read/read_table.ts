import { parseTable, type TextTable } from "../../reading/rows/text_table.ts";
import { InputError } from "../../quantity/input_error.ts";

/** The text of a file; nothing where there is none. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    const bytes = await Deno.readFile(path);
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
      .decode(bytes);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    const why = error instanceof TypeError
      ? "it is no UTF-8; save it as UTF-8"
      : (error as Error).message;
    throw new InputError(`Cannot read ${path}: ${why}`);
  }
}

/**
 * A table of a folder; nothing where there is none.
 *
 * @param guarded Whether its cells are guarded against spreadsheets.
 * @param key The column that it must have.
 * @throws {InputError} When it is no table.
 */
export async function readTable(
  path: string,
  guarded: boolean,
  key: string,
): Promise<TextTable | undefined> {
  const text = await textOf(path);
  return text === undefined ? undefined : parseTable(text, path, guarded, key);
}
