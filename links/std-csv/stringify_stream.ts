/**
 * Writes comma-separated values to a stream.
 *
 * @module
 */
import { stringify } from "./stringify.ts";

/** Options for {@linkcode CsvStringifyStream}. */
export interface CsvStringifyStreamOptions {
  /**
   * What stands between two fields.
   *
   * @default {","}
   */
  readonly separator?: string;
  /**
   * The keys of the columns in their order, which are also their names. Needed
   * for objects.
   *
   * @default {[]}
   */
  readonly columns?: Array<string>;
}

/**
 * A transform from items to CSV text: a chunk for the column names if there are
 * any, then one for each item. Fields are written as {@linkcode stringify} does.
 *
 * Reading fails with a `TypeError` if the separator has a quote or `\r\n` in
 * it, an item is an object and no columns are given, or an array and some are.
 *
 * @example Writing objects
 * ```ts
 * import { CsvStringifyStream } from "@std/csv/stringify-stream";
 * import { deepStrictEqual } from "node:assert";
 *
 * const text = ReadableStream.from([{ id: 1, name: "Ada" }])
 *   .pipeThrough(new CsvStringifyStream({ columns: ["id", "name"] }));
 *
 * deepStrictEqual(await Array.fromAsync(text), ["id,name\r\n", "1,Ada\r\n"]);
 * ```
 *
 * @typeParam TOptions The type of the options.
 */
export class CsvStringifyStream<TOptions extends CsvStringifyStreamOptions>
  extends TransformStream<
    TOptions["columns"] extends Array<string> ? Record<string, unknown>
      : Array<unknown>,
    string
  > {
  /**
   * Makes a stream.
   *
   * @param options How to write.
   */
  constructor(options?: TOptions) {
    const { separator = ",", columns = [] } = options ?? {};

    // Errors go to the stream and not to whoever constructs or writes to it.
    const attempt = (
      controller: TransformStreamDefaultController<string>,
      write: () => string,
    ) => {
      try {
        controller.enqueue(write());
      } catch (error) {
        controller.error(error);
      }
    };

    super({
      start(controller) {
        if (!(columns.length > 0)) return;
        attempt(
          controller,
          () => stringify([columns], { separator, headers: false }),
        );
      },
      transform(item, controller) {
        attempt(
          controller,
          () => stringify([item], { separator, headers: false, columns }),
        );
      },
    });
  }
}
