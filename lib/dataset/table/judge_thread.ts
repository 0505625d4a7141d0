import type { TableName } from "../rows.ts";
import { BlockJudge } from "./block_judge.ts";
import type { CellBlock } from "./cell_block.ts";
import type { TableFault, TableText } from "./read_records.ts";

/** Whoever runs this module under that name is such a thread. */
const NAME = "tallystick: judges cells";

/** What it says when it has started. */
const READY = "ready";

/** What a thread is told first; then it gets texts, and answers. */
export interface JudgeSetup {
  readonly table: TableName;
  readonly number: number;
  readonly header: readonly string[];
}

/**
 * Whether such threads may be started: who may not read this module would be
 * told of it on the way.
 */
export function canStartThreads(): boolean {
  const path = new URL(import.meta.url);
  return navigator.hardwareConcurrency > 1 && (path.protocol !== "file:" ||
    Deno.permissions.querySync({ name: "read", path }).state === "granted");
}

/** A thread that judges the cells of a table. */
export class JudgeThread implements Disposable {
  readonly #worker: Worker;
  readonly #asked: PromiseWithResolvers<CellBlock[]>[] = [];
  #ready = false;

  /** Starts it. Where that does not succeed it never gets ready. */
  constructor(setup: JudgeSetup) {
    // This module itself: it is called otherwise where the library is packed.
    this.#worker = new Worker(import.meta.url, { type: "module", name: NAME });
    this.#worker.onmessage = (
      { data }: MessageEvent<CellBlock[] | typeof READY>,
    ) => {
      if (data === READY) this.#ready = true;
      else this.#asked.shift()!.resolve(data);
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#ready = false;
      const error = new Error(
        `A thread that reads a table failed: ${event.message}`,
      );
      for (const { reject } of this.#asked.splice(0)) reject(error);
    };
    this.#worker.postMessage(setup);
  }

  /** Whether it takes texts. */
  get ready(): boolean {
    return this.#ready;
  }

  /** How many times it was asked and has not answered yet. */
  get asked(): number {
    return this.#asked.length;
  }

  /** Judges texts, whose bytes are its own from now on. */
  judge(texts: readonly (TableText | TableFault)[]): Promise<CellBlock[]> {
    const answer = Promise.withResolvers<CellBlock[]>();
    this.#asked.push(answer);
    // Who waits for another one first learns of it there.
    answer.promise.catch(() => {});
    this.#worker.postMessage(
      texts,
      texts.flatMap((text) => "bytes" in text ? [text.bytes.buffer] : []),
    );
    return answer.promise;
  }

  [Symbol.dispose](): void {
    this.#worker.terminate();
  }
}

/** This thread as the other side, whatever a project's types call it. */
interface Side {
  readonly name?: string;
  onmessage: (event: MessageEvent) => void;
  postMessage(message: unknown): void;
}

/** What such a thread does. */
function serve(side: Side): void {
  let judge: BlockJudge | undefined;
  side.onmessage = ({ data }) => {
    if (judge) {
      const texts: readonly (TableText | TableFault)[] = data;
      side.postMessage(texts.map((text) => judge!.judge(text)));
    } else {
      const { table, number, header }: JudgeSetup = data;
      judge = new BlockJudge(table, number, header);
      side.postMessage(READY);
    }
  };
}

const side = globalThis as unknown as Side;
if (side.name === NAME) serve(side);
