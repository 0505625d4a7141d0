import { BlockJudge } from "../../../lib/dataset/table/block_judge.ts";
import { judgeTogether } from "../../../lib/dataset/table/judge_together.ts";
import { JudgeThread } from "../../../lib/dataset/table/judge_thread.ts";
import { ProblemList } from "../../../lib/dataset/problem_list.ts";
import {
  readRecords,
  type TableFault,
  type TableText,
} from "../../../lib/dataset/table/read_records.ts";
import { TableBuilder } from "../../../lib/dataset/table/table_builder.ts";
import { parseTable } from "./parse_table.ts";
import fc from "fast-check";
import assert from "node:assert/strict";

const HEADER = "own,claim_id,measure,kind,stated,start,end,note\n";

const oneOf = <T extends string>(...words: T[]) => fc.constantFrom(...words);

/** Lines of a table: mostly sound, some with what can be wrong. */
const line = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.tuple(
      oneOf("", "x", '"a, ""b"""', '"two\nlines"', "\u{1f9ee}"),
      fc.nat(40).map((id) => `claim-${id}`),
      oneOf("cases", "returns"),
      oneOf("total", "rate", "none"),
      fc.nat(30).map(String),
      oneOf("2024-01", "2024-02-29"),
      oneOf("2024-03", "2024-12-31"),
      oneOf("", "said", '"\n\n"', "long ".repeat(9)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ["x", "", "cases", "total", "1", "2024-01", "2024-01", ""],
      ["x", "a", "cases", "totals", "1 000", "2024-13", "2024-01", ""],
      ["x", "too", "few"],
      [""],
    ),
  },
).map((cells) => `${cells.join(",")}\n`);

const BAD_END = oneOf("", 'x,"open\n', 'x,a"b,cases\n', 'x,"a"b\n');

Deno.test("a table is the same whoever judges which of its blocks", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 40 }),
      BAD_END,
      fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }),
      fc.array(fc.nat(2), { minLength: 1, maxLength: 20 }),
      async (lines, end, cuts, deals) => {
        const text = HEADER + lines.join("") + end;
        const whole = await parseTable("claims", text);
        const pieces = [""];
        text.split(/(?<=\n)/).forEach((one, i) => {
          pieces.push(cuts[i % cuts.length] ? one : pieces.pop()! + one);
        });
        const dealt = await parseTable("claims", pieces, {
          deal: (block) => deals[block % deals.length]!,
        });
        assert.deepEqual(
          { ...dealt, lineOf: undefined },
          { ...whole, lineOf: undefined },
        );
        const lineOf = whole.rows.map((_, row) => whole.lineOf(row));
        assert.deepEqual(dealt.rows.map((_, row) => dealt.lineOf(row)), lineOf);
      },
    ),
    { numRuns: 300 },
  );
});

Deno.test("ids that come again are found in whichever block they stood", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(60), { maxLength: 120 }),
      fc.array(fc.nat(2), { minLength: 1, maxLength: 30 }),
      async (ids, deals) => {
        const pieces = ids.map((id) => `source-${id}\n`);
        const { problems } = await parseTable(
          "sources",
          ["source_id\n", ...pieces],
          { deal: (block) => deals[block % deals.length]! },
        );
        const lines = new Map<number, number>();
        const expected: string[] = [];
        ids.forEach((id, i) => {
          const first = lines.get(id);
          if (first === undefined) lines.set(id, i + 2);
          else {
            expected.push(
              `${
                i + 2
              }: 'source-${id}' stands on line ${first} too; ids are unique`,
            );
          }
        });
        assert.deepEqual(
          problems.map(({ line, message }) => `${line}: ${message}`),
          expected,
        );
      },
    ),
  );
});

/** Texts of a table for as long as they are wanted. */
async function* texts(wanted: () => boolean) {
  const encoder = new TextEncoder();
  async function* pieces() {
    yield encoder.encode(HEADER);
    for (let i = 0; wanted() && i < 1_000_000; i += 1000) {
      let text = "";
      for (let j = i; j < i + 1000; j++) {
        text += `é,c-${j},cases,${j % 50 === 7 ? "sum" : "total"},${j % 9},` +
          `2024-01,2024-02,"${j}\n"\n`;
      }
      yield encoder.encode(text);
      // A thread's types are checked before it starts, which may take a while.
      const pause = i < 100_000 ? 0 : 50;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  yield* readRecords(pieces(), "claims", ",");
}

Deno.test("threads judge as the one that is alone, in the order of the file", async () => {
  let left = 50;
  const kept: (TableText | TableFault)[] = [];
  async function* copied() {
    for await (const text of texts(() => left > 0)) {
      // A thread takes the bytes for itself.
      kept.push(
        "bytes" in text ? { ...text, bytes: text.bytes.slice() } : text,
      );
      yield text;
    }
  }
  const together = new ProblemList();
  const builder = new TableBuilder("claims", together);
  const judges = new Set<number>();
  for await (
    const block of judgeTogether(
      "claims",
      new BlockJudge("claims", 0),
      copied(),
    )
  ) {
    judges.add(block.judge);
    // Goes on until a thread came to judge, and then some.
    if (judges.size > 1) left--;
    builder.push(block);
  }
  assert.ok(judges.size > 1, "no thread came to judge");
  const alone = new ProblemList();
  const judge = new BlockJudge("claims", 0);
  const expected = new TableBuilder("claims", alone);
  for (const text of kept) expected.push(judge.judge(text));
  assert.ok(alone.size > 3);
  assert.deepEqual(together.list(), alone.list());
  assert.deepEqual(builder.finish().rows, expected.finish().rows);
});

Deno.test("a header that is refused is all that is told of a large table", async () => {
  async function* pieces() {
    yield new TextEncoder().encode("claim_id,claim_id\n");
    for (let i = 0; i < 100; i++) yield await new Uint8Array(2 ** 16).fill(120);
  }
  const records = readRecords(pieces(), "claims", ",");
  const judge = new BlockJudge("claims", 0);
  for await (const block of judgeTogether("claims", judge, records)) {
    assert.equal(block.stopped, true);
    assert.match(block.problems[0]!.message, /is column 1 too/);
    break;
  }
});

Deno.test("a thread that fails says so to whoever waits for it", async () => {
  using thread = new JudgeThread({ table: "claims", number: 1, header: ["x"] });
  while (!thread.ready) await new Promise((resolve) => setTimeout(resolve, 5));
  const bytes = new TextEncoder().encode("1\n");
  const sound = { bytes, line: 2, lines: 1, separator: "," };
  const broken = { bytes: { buffer: new ArrayBuffer(1) } } as TableText;
  const before = thread.judge([sound]);
  const after = thread.judge([broken]);
  assert.equal((await before)[0]?.text, "1");
  await assert.rejects(after, /A thread that reads a table failed/);
  assert.equal(thread.ready, false);
});
