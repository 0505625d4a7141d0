/** Gathers chunks of text and gives them back as blocks of whole lines. */
export class LineBuffer {
  readonly #blockLength: number;
  #text = "";
  #start = 0;
  /** Chunks that go on the last line; joined only when it ends. */
  #tail = "";

  /** Blocks end at the first newline at or after `blockLength` characters. */
  constructor(blockLength: number) {
    this.#blockLength = blockLength;
  }

  /** Takes the next chunk. */
  push(chunk: string): void {
    // Searching a long line anew with each chunk would take quadratic time, so
    // only the chunk is searched. `+=` does not copy.
    this.#tail += chunk;
    if (chunk.includes("\n")) {
      this.#text = this.#text.slice(this.#start) + this.#tail;
      this.#start = 0;
      this.#tail = "";
    }
  }

  /** A block of lines that are whole, if there is one. */
  take(): string | undefined {
    const from = this.#start + this.#blockLength;
    let end = this.#text.indexOf("\n", from);
    if (end === -1) end = this.#text.lastIndexOf("\n");
    if (end < this.#start) return undefined;
    const block = this.#text.slice(this.#start, end);
    this.#start = end + 1;
    return block;
  }

  /** The line that no newline ended, once all chunks and blocks are through. */
  rest(): string {
    return this.#text.slice(this.#start) + this.#tail;
  }
}
