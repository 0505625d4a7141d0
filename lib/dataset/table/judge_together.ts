import { setImmediate } from "node:timers";
import type { TableName } from "../rows.ts";
import type { BlockJudge } from "./block_judge.ts";
import type { CellBlock } from "./cell_block.ts";
import { JudgeThread } from "./judge_thread.ts";
import type { TableFault, TableText } from "./read_records.ts";

/** More would have to wait for the thread that takes their blocks. */
const THREADS = 2;

/** How many bytes go to a thread together: a message costs as much as some. */
const GROUP = 2 ** 20;

/** How many groups are out for each thread, so that it never waits for work. */
const AT_ONCE = 8;

/** Lets messages come in. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** The blocks of a group, now or later. */
class Judged {
  readonly blocks: CellBlock[] | Promise<CellBlock[]>;
  #done: boolean;

  constructor(blocks: CellBlock[] | Promise<CellBlock[]>) {
    this.blocks = blocks;
    this.#done = Array.isArray(blocks);
    const done = () => void (this.#done = true);
    // One that failed says so to whoever comes to wait for it.
    if (!Array.isArray(blocks)) blocks.then(done, done);
  }

  get done(): boolean {
    return this.#done;
  }
}

function judgeHere(
  judge: BlockJudge,
  texts: readonly (TableText | TableFault)[],
): CellBlock[] {
  const blocks: CellBlock[] = [];
  for (const text of texts) {
    const block = judge.judge(text);
    blocks.push(block);
    if (block.stopped) break;
  }
  return blocks;
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
  const queue: Judged[] = [];
  let group: (TableText | TableFault)[] = [];
  let bytes = 0;
  const flush = () => {
    const ready = threads.filter((thread) => thread.ready);
    queue.push(
      ready.length === 0 ? new Judged(judgeHere(judge, group)) : new Judged(
        ready.reduce((a, b) => b.asked < a.asked ? b : a).judge(group),
      ),
    );
    group = [];
    bytes = 0;
  };
  for await (const text of texts) {
    group.push(text);
    bytes += "bytes" in text ? text.bytes.length : GROUP;
    if (bytes < GROUP) continue;
    flush();
    if (threads.some((thread) => !thread.ready)) await turn();
    // Soon, since it may be that nothing after it is wanted.
    while (queue[0]?.done || queue.length > threads.length * AT_ONCE) {
      yield* await queue.shift()!.blocks;
    }
    // Now that what was read of it was not refused.
    if (threads.length === 0 && judge.header.length > 0) {
      for (let number = 1; number <= THREADS; number++) {
        const setup = { table, number, header: judge.header };
        threads.push(started.use(new JudgeThread(setup)));
      }
    }
  }
  if (group.length > 0) flush();
  for (const { blocks } of queue) yield* await blocks;
}
