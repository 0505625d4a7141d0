/**
 * Reads comma-separated values from a stream.
 *
 * @module
 */
import { assertSeparator } from "./_dialect.ts";
import { LineBuffer } from "./_line_buffer.ts";
import type { ParseResult } from "./_result.ts";
import { type StreamRecord, StreamRecords } from "./_stream_records.ts";

/** Options for {@linkcode CsvParseStream}. */
export interface CsvParseStreamOptions {
  /**
   * What stands between two fields.
   *
   * @default {","}
   */
  separator?: string;
  /**
   * The character that makes a line a comment when it is the very first of it.
   * Without this option there are no comments.
   */
  comment?: string;
  /**
   * Whether white space before a field is dropped, also when the separator is
   * white space itself.
   *
   * @default {false}
   */
  trimLeadingSpace?: boolean;
  /**
   * Whether quotes may stand inside a bare field, and single ones inside a
   * quoted field.
   *
   * @default {false}
   */
  lazyQuotes?: boolean;
  /**
   * How many fields each record must have: a positive number for that many, 0
   * for as many as the first one, a negative number for any.
   *
   * @default {-1}
   */
  fieldsPerRecord?: number;
  /**
   * Whether the first record is no data. It names the columns unless `columns`
   * does.
   *
   * @default {false}
   */
  skipFirstRow?: boolean;
  /** The names of the columns. */
  columns?: readonly string[];
}

/**
 * The records that a {@linkcode CsvParseStream} with options of type `T` gives.
 *
 * @typeParam T The type of the options.
 */
export type RowType<T> = T extends undefined ? string[]
  : ParseResult<CsvParseStreamOptions, T>[number];

/** How much text is made into records ahead of the one who reads them. */
const BLOCK_LENGTH = 1 << 16;

/**
 * A transform from CSV text, in chunks cut anywhere, to its records: objects if
 * `skipFirstRow` or `columns` is given, arrays of fields otherwise.
 *
 * Records are given out as soon as their last line is in, and no more of the
 * text is kept than its unfinished record and one chunk. A byte-order mark is
 * not dropped here; decoding with `TextDecoderStream` does that.
 *
 * Reading fails with a `SyntaxError` at a record whose quotes are misplaced or
 * that has not the number of fields `fieldsPerRecord` asks for, and with an
 * `Error` at one with more or fewer fields than there are names. The records
 * before it can still be read.
 *
 * @example Reading arrays
 * ```ts
 * import { CsvParseStream } from "@std/csv/parse-stream";
 * import { deepStrictEqual } from "node:assert";
 *
 * const source = ReadableStream.from(["id,na", 'me\n1,"Ada\n', 'L."\n']);
 * const records = source.pipeThrough(new CsvParseStream());
 *
 * deepStrictEqual(await Array.fromAsync(records), [
 *   ["id", "name"],
 *   ["1", "Ada\nL."],
 * ]);
 * ```
 *
 * @example Taking names from the first record
 * ```ts
 * import { CsvParseStream } from "@std/csv/parse-stream";
 * import { deepStrictEqual } from "node:assert";
 *
 * const source = ReadableStream.from(["id,name\n", "1,Ada\n"]);
 * const records = source.pipeThrough(
 *   new CsvParseStream({ skipFirstRow: true }),
 * );
 *
 * deepStrictEqual(await Array.fromAsync(records), [{ id: "1", name: "Ada" }]);
 * ```
 *
 * @typeParam T The type of the options.
 */
export class CsvParseStream<
  const T extends CsvParseStreamOptions | undefined = undefined,
> implements TransformStream<string, RowType<T>> {
  readonly #writable: WritableStream<string>;
  readonly #readable: ReadableStream<StreamRecord>;
  readonly #chunks: ReadableStreamDefaultReader<string>;
  readonly #buffer = new LineBuffer(BLOCK_LENGTH);
  readonly #records: StreamRecords;
  #ended = false;
  #failure: { error: unknown } | undefined;

  /**
   * Makes a stream.
   *
   * @param options How to read the text.
   * @throws {Error} If the separator is empty.
   */
  constructor(options?: T) {
    const separator = options?.separator ?? ",";
    assertSeparator(separator);
    this.#records = new StreamRecords({
      separator,
      comment: options?.comment,
      trimLeadingSpace: options?.trimLeadingSpace ?? false,
      lazyQuotes: options?.lazyQuotes ?? false,
    }, {
      fieldsPerRecord: options?.fieldsPerRecord,
      skipFirstRow: options?.skipFirstRow ?? false,
      columns: options?.columns,
    });

    const { readable, writable } = new TransformStream<string, string>();
    this.#writable = writable;
    this.#chunks = readable.getReader();
    this.#readable = new ReadableStream({
      pull: (controller) => this.#pull(controller),
      cancel: (reason) => this.#chunks.cancel(reason),
    });
  }

  /** Gives out the records of the next block that has any. */
  async #pull(
    controller: ReadableStreamDefaultController<StreamRecord>,
  ): Promise<void> {
    if (this.#failure) await this.#fail(this.#failure.error);
    while (!this.#ended) {
      const block = await this.#nextBlock();
      let given = false;
      try {
        for (const record of this.#records.of(block, this.#ended)) {
          controller.enqueue(record);
          given = true;
        }
      } catch (error) {
        // An error throws away what waits to be read, so it has to wait until
        // that has been: the next pull.
        if (!given) await this.#fail(error);
        this.#failure = { error };
        return;
      }
      if (given && !this.#ended) return;
    }
    controller.close();
  }

  /** Stops the source too, so that it does not wait for a reader forever. */
  async #fail(error: unknown): Promise<never> {
    await this.#chunks.cancel(error);
    throw error;
  }

  /** The next block of lines; the last one sets `#ended`. */
  async #nextBlock(): Promise<string> {
    while (true) {
      const block = this.#buffer.take();
      if (block !== undefined) return block;
      const { done, value } = await this.#chunks.read();
      if (done) {
        this.#ended = true;
        return this.#buffer.rest();
      }
      this.#buffer.push(value);
    }
  }

  /**
   * The side to read records from.
   *
   * @example Reading
   * ```ts
   * import { CsvParseStream } from "@std/csv/parse-stream";
   * import { deepStrictEqual } from "node:assert";
   *
   * const stream = new CsvParseStream();
   * const written = ReadableStream.from(["1,2\n"]).pipeTo(stream.writable);
   * deepStrictEqual(await Array.fromAsync(stream.readable), [["1", "2"]]);
   * await written;
   * ```
   *
   * @returns The readable side.
   */
  get readable(): ReadableStream<RowType<T>> {
    return this.#readable as ReadableStream<RowType<T>>;
  }

  /**
   * The side to write text to.
   *
   * @example Writing
   * ```ts
   * import { CsvParseStream } from "@std/csv/parse-stream";
   * import { deepStrictEqual } from "node:assert";
   *
   * const stream = new CsvParseStream();
   * const written = ReadableStream.from(["1,2\n"]).pipeTo(stream.writable);
   * deepStrictEqual(await Array.fromAsync(stream.readable), [["1", "2"]]);
   * await written;
   * ```
   *
   * @returns The writable side.
   */
  get writable(): WritableStream<string> {
    return this.#writable;
  }
}
