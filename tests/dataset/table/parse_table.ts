import type { Problem } from "../../../lib/dataset/problem.ts";
import { ProblemList } from "../../../lib/dataset/problem_list.ts";
import type { TableName } from "../../../lib/dataset/rows.ts";
import type { Separator } from "../../../lib/dataset/separator.ts";
import { BlockJudge } from "../../../lib/dataset/table/block_judge.ts";
import { readRecords } from "../../../lib/dataset/table/read_records.ts";
import { readLines } from "../../../lib/dataset/table/read_lines.ts";
import {
  type Table,
  TableBuilder,
} from "../../../lib/dataset/table/table_builder.ts";

/** A table with everything wrong with it by itself. */
export interface ParsedTable<T extends TableName> extends Table<T> {
  /** The problems, in the order in which they were found. */
  readonly problems: readonly Problem[];
}

export interface ParseOptions {
  /** What stands between the fields. Default: a comma. */
  readonly separator?: Separator;
  /** Which of several judges gets a block after the first. Default: one does. */
  readonly deal?: (block: number) => number;
}

/** The lines of a file that holds a text. */
function linesOf(text: string): AsyncGenerator<Uint8Array> {
  let rest = new TextEncoder().encode(text);
  return readLines({
    read: (buffer) => {
      if (rest.length === 0) return Promise.resolve(null);
      const written = Math.min(rest.length, buffer.length);
      buffer.set(rest.subarray(0, written));
      rest = rest.subarray(written);
      return Promise.resolve(written);
    },
  });
}

async function* bytesOf(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await new TextEncoder().encode(text);
}

/** Reads one table from its text, which may come in pieces of whole lines. */
export async function parseTable<T extends TableName>(
  name: T,
  text: string | Iterable<string>,
  { separator = ",", deal = () => 0 }: ParseOptions = {},
): Promise<ParsedTable<T>> {
  const list = new ProblemList();
  const builder = new TableBuilder(name, list);
  const judges = [new BlockJudge(name, 0)];
  const pieces = typeof text === "string" ? linesOf(text) : bytesOf(text);
  let block = 0;
  for await (const records of readRecords(pieces, name, separator)) {
    const { header } = judges[0]!;
    const number = header.length === 0 ? 0 : deal(block++);
    const judge = judges[number] ??= new BlockJudge(name, number, header);
    builder.push(judge.judge(records));
    if (builder.stopped) break;
  }
  const table = builder.finish();
  // Spread, so that what a test compares is data alone.
  return { ...table, problems: list.list() };
}
