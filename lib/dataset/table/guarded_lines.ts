import { quoteCell, unguardData } from "../../text/guard.ts";
import { LIMITS } from "../limits.ts";
import type { Separator } from "../separator.ts";
import { RecordBlocks } from "./record_blocks.ts";

/** A field in quotes that are closed, or anything up to what ends one. */
function fieldOf(separator: string): RegExp {
  const end = `${separator}\r\n`;
  return new RegExp(
    `(?<=^|[${end}])(?:"([^"]*(?:""[^"]*)*)"(?=[${end}]|$)|[^"${end}]+)`,
    "g",
  );
}

/** The fields of some whole records as they were before they were guarded. */
function unguard(records: string, field: RegExp): string {
  return records.replace(field, (field, quoted: string | undefined) => {
    const cell = quoted === undefined ? field : quoted.replaceAll('""', '"');
    const own = unguardData(cell);
    return own === cell ? field : quoteCell(own);
  });
}

/**
 * The lines of a table whose cells were guarded against spreadsheets, as they
 * were before; every record stays on its line.
 */
export async function* guardedLines(
  lines: AsyncIterable<Uint8Array>,
  separator: Separator,
): AsyncGenerator<Uint8Array> {
  const blocks = new RecordBlocks();
  const field = fieldOf(separator === "auto" ? "," : separator);
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const read = (bytes: Uint8Array) =>
    encoder.encode(unguard(decoder.decode(bytes), field));
  for await (const text of lines) {
    const block = blocks.push(text);
    if (block) yield read(block.bytes);
    // It ends inside quotes: what was misplaced is found, or it goes too far.
    if (blocks.waiting > LIMITS.record) yield blocks.rest().bytes;
  }
  const { bytes } = blocks.rest();
  if (bytes.length > 0) yield read(bytes);
}
