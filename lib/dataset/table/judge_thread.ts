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

interface Start extends JudgeSetup {
  /** Not 0 once nobody wants its answers any more. */
  readonly stop: Int32Array;
}

/** Whether a folder's modules may be loaded without asking. */
function mayLoad(module: string): boolean {
  const path = new URL(".", module);
  return path.protocol !== "file:" ||
    Deno.permissions.querySync({ name: "read", path }).state === "granted";
}

/**
 * Whether such threads may be started: who may not read what they import would
 * be asked, or told of it on the way.
 */
export function canStartThreads(): boolean {
  return navigator.hardwareConcurrency > 1 &&
    mayLoad(new URL("../..", import.meta.url).href) &&
    mayLoad(import.meta.resolve("@std/csv"));
}

/** A thread that judges the cells of a table. */
export class JudgeThread implements Disposable {
  readonly #worker: Worker;
  readonly #asked: PromiseWithResolvers<CellBlock[]>[] = [];
  readonly #stop = new Int32Array(new SharedArrayBuffer(4));
  #ready = false;

  /** Starts it. Where that does not succeed it never gets ready. */
  constructor(setup: JudgeSetup) {
    // This module itself: it is called otherwise where the library is packed.
    this.#worker = new Worker(import.meta.url, { type: "module", name: NAME });
    this.#worker.onmessage = (
      { data }: MessageEvent<CellBlock[] | typeof READY>,
    ) => {
      if (data === READY) this.#ready = true;
      else {
        const { header } = setup;
        const blocks = data.map((block) => ({ ...block, header }));
        this.#asked.shift()!.resolve(blocks);
      }
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.#ready = false;
      const error = new Error(
        `A thread that reads a table failed: ${event.message}`,
      );
      for (const { reject } of this.#asked.splice(0)) reject(error);
    };
    const start: Start = { ...setup, stop: this.#stop };
    this.#worker.postMessage(start);
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
    this.#worker.postMessage(
      texts,
      texts.flatMap((text) => "bytes" in text ? [text.bytes.buffer] : []),
    );
    return answer.promise;
  }

  [Symbol.dispose](): void {
    // By itself, `terminate` lets it finish all that it was sent.
    Atomics.store(this.#stop, 0, 1);
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
  side.onmessage = ({ data }) => {
    const { table, number, header, stop }: Start = data;
    const judge = new BlockJudge(table, number, header);
    side.onmessage = ({ data }) => {
      const texts: readonly (TableText | TableFault)[] = data;
      const blocks: CellBlock[] = [];
      for (const text of texts) {
        if (Atomics.load(stop, 0) !== 0) return;
        // The other side has the header, which may be long.
        blocks.push({ ...judge.judge(text), header: [] });
      }
      side.postMessage(blocks);
    };
    side.postMessage(READY);
  };
}

const side = globalThis as unknown as Side;
if (side.name === NAME) serve(side);
