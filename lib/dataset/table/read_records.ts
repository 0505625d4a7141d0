import { legible } from "../../text/legible.ts";
import { LIMITS } from "../limits.ts";
import type { TableName } from "../rows.ts";
import {
  nameSeparator,
  recogniseSeparator,
  type Separator,
} from "../separator.ts";
import { REQUIRED_COLUMNS } from "../tables.ts";
import type { LineProblem } from "./cell_block.ts";
import { TextFault } from "./read_lines.ts";
import { type RecordBlock, RecordBlocks } from "./record_blocks.ts";

/** Some whole records of a table, not parsed yet. */
export interface TableText extends RecordBlock {
  /** What stands between their fields. */
  readonly separator: string;
}

/** What keeps a table from being read on. */
export interface TableFault {
  /** What is wrong. */
  readonly fault: LineProblem;
}

function faultAt(line: number, field: string, message: string): TableFault {
  return { fault: { line, column: 1, field, message: legible(message) } };
}

/**
 * Looks at a table's first lines: what separates its fields, or why they are
 * no table.
 */
function lookAt(
  bytes: Uint8Array,
  table: TableName,
  separator: Separator,
): string | TableFault {
  const start = new TextDecoder().decode(bytes.subarray(0, LIMITS.field));
  const first = start.split("\n", 1)[0]!;
  if (first.replace(/\r$/, "").includes("\r")) {
    return faultAt(
      1,
      "(record)",
      "the lines end with CR alone, as on old Macs; save the table with LF or " +
        "CRLF",
    );
  }
  if (/^"?sep=.?"?\s*$/.test(first)) {
    return faultAt(
      1,
      "(record)",
      `'${first.trim()}' is a line for spreadsheets; take it out`,
    );
  }
  const asked = separator === "auto" ? "," : separator;
  const required = REQUIRED_COLUMNS[table];
  const shown = recogniseSeparator(first.trimEnd(), required, asked);
  if (shown === asked || separator === "auto") return shown;
  return faultAt(
    1,
    "(header)",
    `the fields are separated by ${nameSeparator(shown)}, not by ${
      nameSeparator(asked)
    }; save the table with ${nameSeparator(asked)}, or read it with ${
      asked === ","
        ? `--separator ${shown === "\t" ? "tab" : `"${shown}"`}`
        : "--separator auto, which takes each table as it is"
    }`,
  );
}

/**
 * The text of a table in blocks of whole records; last, if so, why it cannot be
 * read on.
 */
export async function* readRecords(
  lines: AsyncIterable<Uint8Array>,
  table: TableName,
  asked: Separator,
): AsyncGenerator<TableText | TableFault> {
  const blocks = new RecordBlocks();
  let separator: string | undefined;
  try {
    for await (const text of lines) {
      if (separator === undefined) {
        const found = lookAt(text, table, asked);
        if (typeof found !== "string") return yield found;
        separator = found;
      }
      const block = blocks.push(text);
      if (block) yield { ...block, separator };
      // It ends inside quotes: what was misplaced is found, or it goes too far.
      if (blocks.waiting > LIMITS.record) {
        yield { ...blocks.rest(), separator };
      }
    }
  } catch (error) {
    if (!(error instanceof TextFault)) throw error;
    return yield faultAt(
      blocks.line + error.after,
      "(record)",
      error.message,
    );
  }
  if (separator !== undefined) yield { ...blocks.rest(), separator };
}
