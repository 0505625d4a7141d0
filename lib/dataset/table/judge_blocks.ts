import type { TableName } from "../rows.ts";
import { BlockJudge } from "./block_judge.ts";
import type { CellBlock } from "./cell_block.ts";
import { canStartThreads } from "./judge_thread.ts";
import { judgeTogether } from "./judge_together.ts";
import type { TableFault, TableText } from "./read_records.ts";

/** From so many bytes on threads save more than they cost. */
const LARGE = 2 ** 24;

async function* judgeAlone(
  judge: BlockJudge,
  texts: AsyncIterable<TableText | TableFault>,
): AsyncGenerator<CellBlock> {
  for await (const text of texts) yield judge.judge(text);
}

/**
 * Judges a table's cells, block by block in the order of the file and no
 * further than something is wrong with all that follows. `bytes` says how large
 * the table is: threads judge a large one.
 */
export async function* judgeBlocks(
  table: TableName,
  texts: AsyncIterable<TableText | TableFault>,
  bytes: number,
): AsyncGenerator<CellBlock> {
  const judge = new BlockJudge(table, 0);
  const blocks = bytes < LARGE || !canStartThreads()
    ? judgeAlone(judge, texts)
    : judgeTogether(table, judge, texts);
  for await (const block of blocks) {
    yield block;
    if (block.stopped) return;
  }
}
