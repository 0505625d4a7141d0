import type { Dialect } from "./_dialect.ts";
import { faultError, fieldCountError } from "./_fault.ts";
import { type FieldCount, fieldCount } from "./_field_count.ts";
import { RecordReader } from "./_reader.ts";

/** Large enough to keep calls few, small enough for the processor's caches. */
const BLOCK_LENGTH = 1 << 20;

/**
 * All records of a text.
 *
 * @throws {SyntaxError} At the first record that is misquoted or has not the
 * asked-for number of fields.
 */
export function parseRows(
  input: string,
  dialect: Dialect,
  fieldsPerRecord: number | undefined,
): string[][] {
  const records: string[][] = [];
  const reader = new RecordReader(dialect, true);
  let expected: FieldCount = fieldCount(fieldsPerRecord);
  // A record counts as one line, however many it spans.
  let line = 0;

  for (const { block, last } of blocks(input)) {
    for (const record of reader.read(block, last)) {
      line++;
      // The first line decides even if it is blank or a comment, and then
      // there is no record that fits.
      if (expected === "first") expected = record.length;
      if (record.length === 0) continue;
      if (expected !== "any" && record.length !== expected) {
        throw fieldCountError(line, expected, record.length);
      }
      records.push(record);
    }
    if (reader.fault) throw faultError(reader.fault, line + 1);
  }
  return records;
}

/** Cuts a text into blocks of whole lines. */
function* blocks(input: string): Generator<{ block: string; last: boolean }> {
  let start = input.startsWith("\ufeff") ? 1 : 0;
  // A newline at the very end opens no further line.
  const length = input.endsWith("\n") ? input.length - 1 : input.length;
  while (true) {
    const end = input.indexOf("\n", start + BLOCK_LENGTH);
    if (end === -1 || end >= length) break;
    yield { block: input.slice(start, end), last: false };
    start = end + 1;
  }
  yield { block: input.slice(start, Math.max(start, length)), last: true };
}
