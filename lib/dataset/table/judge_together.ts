import { setImmediate } from "node:timers";
import type { TableName } from "../rows.ts";
import type { BlockJudge } from "./block_judge.ts";
import type { CellBlock } from "./cell_block.ts";
import { JudgeThread } from "./judge_thread.ts";
import type { TableFault, TableText } from "./read_records.ts";

/** More would have to wait for the thread that takes their blocks. */
const THREADS = 2;

/** How many texts go to a thread together: a message costs as much as one. */
const GROUP = 16;

/** How many groups a thread has at once, so that it never waits for work. */
const AT_ONCE = 8;

/** Lets messages come in. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Judges a table's cells in threads, block by block in the order of the file.
 * The judge that is given reads the header, and what comes before they are
 * ready; all, where no thread can be started.
 *
 * @throws {Error} When a thread fails.
 */
export async function* judgeTogether(
  table: TableName,
  judge: BlockJudge,
  texts: AsyncIterable<TableText | TableFault>,
): AsyncGenerator<CellBlock> {
  using started = new DisposableStack();
  const threads: JudgeThread[] = [];
  const queue: (CellBlock[] | Promise<CellBlock[]>)[] = [];
  let group: (TableText | TableFault)[] = [];
  const flush = () => {
    const ready = threads.filter((thread) => thread.ready);
    queue.push(
      ready.length === 0
        ? group.map((text) => judge.judge(text))
        : ready.reduce((a, b) => b.asked < a.asked ? b : a).judge(group),
    );
    group = [];
  };
  for await (const text of texts) {
    if (group.push(text) < GROUP) continue;
    flush();
    if (threads.length === 0 && judge.header.length > 0) {
      for (let number = 1; number <= THREADS; number++) {
        const setup = { table, number, header: judge.header };
        threads.push(started.use(new JudgeThread(setup)));
      }
    }
    if (threads.some((thread) => !thread.ready)) await turn();
    while (queue.length > threads.length * AT_ONCE) yield* await queue.shift()!;
  }
  flush();
  for (const blocks of queue) yield* await blocks;
}
