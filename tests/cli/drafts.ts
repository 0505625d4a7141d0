import { parse } from "@std/csv";
import { join } from "node:path";

/** The rows of a table of a folder, by column. */
export async function rowsOf(
  folder: string,
  name: string,
): Promise<Record<string, string>[]> {
  const text = await Deno.readTextFile(join(folder, name));
  const [columns = [], ...rows] = parse(text.replace(/^\ufeff/, ""));
  return rows.map((row) =>
    Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ""]))
  );
}

/** The columns of a table of a folder. */
export async function columnsOf(
  folder: string,
  name: string,
): Promise<readonly string[]> {
  return parse(await Deno.readTextFile(join(folder, name)))[0] ?? [];
}
