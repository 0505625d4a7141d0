import type { Dialect } from "./_dialect.ts";
import { faultError, fieldCountError } from "./_fault.ts";
import { type FieldCount, fieldCount } from "./_field_count.ts";
import { namedBy, type ToObject } from "./_objects.ts";
import { BLANK, RecordReader } from "./_reader.ts";

/** The options that say what becomes of a record. */
export interface RecordOptions {
  fieldsPerRecord: number | undefined;
  skipFirstRow: boolean;
  columns: readonly string[] | undefined;
}

/** A record as a stream gives it out. */
export type StreamRecord = string[] | Record<string, string>;

/**
 * Makes records of blocks of lines as the package's stream does, which differs
 * from its `parse` in how comments, headers and lines are counted.
 */
export class StreamRecords {
  readonly #reader: RecordReader;
  readonly #options: RecordOptions;
  #expected: FieldCount;
  #toObject: ToObject | undefined;
  #first = true;
  #line = 0;

  constructor(dialect: Dialect, options: RecordOptions) {
    this.#reader = new RecordReader(dialect, false);
    this.#options = options;
    this.#expected = fieldCount(options.fieldsPerRecord);
    if (options.columns) this.#toObject = namedBy(options.columns);
  }

  /**
   * The records of a block, one by one, so that those before a bad one are
   * given out.
   *
   * @throws {SyntaxError} At a record that is misquoted or has not the
   * asked-for number of fields.
   * @throws {Error} At a record that does not fit the headers.
   */
  *of(block: string, last: boolean): Generator<StreamRecord> {
    for (const record of this.#reader.read(block, last)) {
      if (record === BLANK) {
        this.#line++;
        continue;
      }
      // From here on a comment is a record of no fields: it can be skipped as
      // the first row, and no count of fields but zero fits it.
      if (this.#first) {
        this.#first = false;
        if (this.#options.skipFirstRow) {
          // The header's own line is not counted, nor are its fields.
          this.#toObject ??= namedBy(record);
          if (this.#expected === "first") this.#expected = "any";
          continue;
        }
        if (this.#expected === "first") this.#expected = record.length;
      }
      if (this.#expected !== "any" && record.length !== this.#expected) {
        throw fieldCountError(
          this.#line + 1,
          this.#expected as number,
          record.length,
        );
      }
      this.#line++;
      if (record.length === 0) continue;
      yield this.#toObject ? this.#toObject(record, this.#line + 1) : record;
    }
    if (this.#reader.fault) {
      throw faultError(this.#reader.fault, this.#line + 1);
    }
  }
}
