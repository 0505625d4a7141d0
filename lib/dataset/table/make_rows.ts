import type { Row, TableName } from "../rows.ts";
import type { CellBlock } from "./cell_block.ts";
import { EMPTY } from "./cell_column.ts";
import { allColumns } from "./table_header.ts";
import { WordLists } from "./word_lists.ts";

type Cells = Record<string, string | null>;

/**
 * The sound rows of a table's judged cells, in file order. `columns` are those
 * that the table has, in the order of the blocks.
 */
export function makeRows<T extends TableName>(
  table: T,
  columns: readonly string[],
  blocks: readonly CellBlock[],
): Row<T>[] {
  // Copied for each row. Engines lay out what `JSON.parse` makes all at once,
  // and filling a copy is many times faster than growing `{}`.
  const members = allColumns(table, columns)
    .map((name) => `${JSON.stringify(name)}:null`);
  const blank: Cells = JSON.parse(`{${members.join(",")}}`);
  const lists = new WordLists(columns.map(() => true));
  const rows: Row<T>[] = [];
  for (const block of blocks) {
    const { lines, codes, unsound } = block;
    const count = lines.length;
    const words = lists.take(block);
    const made: Cells[] = [];
    for (let i = 0; i < count; i++) made.push({ ...blank });
    for (const [column, name] of columns.entries()) {
      const list = words[column]!;
      const offset = column * count;
      for (let i = 0; i < count; i++) {
        const code = codes[offset + i]!;
        if (code !== EMPTY) made[i]![name] = list[code]!;
      }
    }
    for (let i = 0; i < count; i++) {
      if (!unsound?.[i]) rows.push(made[i] as Row<T>);
    }
  }
  return rows;
}
