import { formatProblem } from "../../../lib/dataset/problem.ts";
import { parseTable } from "./parse_table.ts";
import assert from "node:assert/strict";

const HEADER = "claim_id,measure,kind,stated,start,end";

async function problems(text: string): Promise<string[]> {
  return (await parseTable("claims", text)).problems.map(formatProblem);
}

Deno.test("every cell that is wrong is named, with what would be right", async () => {
  assert.deepEqual(
    await problems(
      `${HEADER},hedge,rounding,weight,status\n` +
        `a,cases,totals,"60,000",2024-13,2024-02-30,,0,-1,offical\n` +
        `,cases ,rate,20%,24-01,2024-01,,1000,1,\n`,
    ),
    [
      "claims.csv:2:3 kind: 'totals' is not a kind; did you mean 'total'?",
      "claims.csv:2:4 stated: '60,000' is not plain digits with at most one " +
      "point; write 60000",
      "claims.csv:2:8 rounding: 0 is not above 0; leave the cell empty for " +
      "the default",
      "claims.csv:2:5 start: '2024-13' names month 13; months are 01 to 12",
      "claims.csv:2:6 end: '2024-02-30' names day 30; 2024-02 has days 01 to 29",
      "claims.csv:2:10 status: 'offical' is not a status; did you mean " +
      "'official'?",
      "claims.csv:2:9 weight: '-1' is not plain digits with at most one " +
      "point; write it like 60000 or 0.25",
      "claims.csv:3:1 claim_id: is empty; every row needs one",
      "claims.csv:3:2 measure: 'cases ' has white space around it; write " +
      "'cases'",
      "claims.csv:3:4 stated: '20%' is not plain digits with at most one " +
      "point; write 0.2 (0.20 if rounded to 1%), or 1.2 (1.20 if rounded to " +
      "1%) with kind ratio where a count rose by as much",
      "claims.csv:3:5 start: '24-01' is not a date like 2024-01-31 or " +
      "2024-01; write the year with four digits, like 2024-01-31",
    ],
  );
});

Deno.test("lines are counted over quoted line breaks and empty lines", async () => {
  assert.deepEqual(
    await problems(
      `${HEADER},note\r\n\r\na,cases,total,1,2024-01,2024-01,"one\r\ntwo"\r\n` +
        `b,cases,sum,1,2024-01,2024-01,\r\n`,
    ),
    [
      "claims.csv:5:3 kind: 'sum' is not a kind; did you mean 'total'?",
    ],
  );
});

Deno.test("lines are counted however the text comes in", async () => {
  const text = `${HEADER},note\n` +
    'a,cases,total,1,2024-01,2024-01,"x\n""y""\n\n"\n\n' +
    "b,cases,bad,1,2024-01,2024-01,\r\n" +
    'c,cases,total,1,2024-01,2024-01,"\n"\nd,cases,bad,1,2024-01,2024-01,"z"\n' +
    'e,cases,bad,1,2024-01,2024-01,"\n';
  const lines = text.split(/(?<=\n)/);
  for (let pieces = 1; pieces < 2 ** (lines.length - 1); pieces += 7) {
    const texts: string[] = [];
    let piece = "";
    lines.forEach((line, i) => {
      piece += line;
      if ((pieces >> i) % 2 === 0) return;
      texts.push(piece);
      piece = "";
    });
    const table = await parseTable("claims", [...texts, piece]);
    assert.deepEqual(
      table.problems.map(({ line, field }) => `${line} ${field}`),
      ["7 kind", "10 kind", "11 (record)"],
    );
  }
});

Deno.test("a record of another length is reported, the rest is read", async () => {
  const table = await parseTable(
    "claims",
    `${HEADER}\na,cases,total,1,2024-01\nb,cases,total,1,2024-01,2024-01\n` +
      `c,cases,total,60,000,2024-01,2024-01\n`,
  );
  assert.deepEqual(table.rows.map((row) => row.claim_id), ["b"]);
  assert.deepEqual(table.problems.map(formatProblem), [
    "claims.csv:2:6 end: the record has 5 fields; the header names 6",
    "claims.csv:4:7 (record): the record has 7 fields; the header names 6; " +
    "put a field with commas in double quotes",
  ]);
});

Deno.test("quotes that do not close or stand in a bare field are located", async () => {
  assert.match(
    (await problems(`${HEADER}\na,cases,total,1,2024-01,"2024-01\n`))[0]!,
    /^claims\.csv:\d+:1 \(record\): extraneous or missing/,
  );
  assert.match(
    (await problems(`${HEADER}\na,ca"ses,total,1,2024-01,2024-01\n`))[0]!,
    /^claims\.csv:2:1 \(record\): bare " in non-quoted/,
  );
});

Deno.test("a broken quote is located behind records of several lines", async () => {
  assert.match(
    (await problems(
      `${HEADER}\n"a\nb\nc",cases,total,1,2024-01,2024-01\n\n` +
        `d,ca"ses,total,1,2024-01,2024-01\n`,
    ))[0]!,
    /^claims\.csv:6:1 /,
  );
});

Deno.test("a quote that never closes is found at once, however many follow", async () => {
  const record = `a,cases,total,1,2024-01,"${'x""'.repeat(1e6)}\n`;
  const table = await parseTable("claims", [`${HEADER}\n`, record]);
  assert.match(table.problems.map(formatProblem)[0]!, /^claims\.csv:2:1 /);
});

Deno.test("a mark of byte order is a line like others, wherever text is cut", async () => {
  const lines = ["\ufeff\n", "\n", "x1\n", "x1\n"];
  for (const pieces of [lines, [lines.join("")]]) {
    const { problems } = await parseTable("measures", ["measure\n", ...pieces]);
    assert.deepEqual(problems.map(({ line }) => line), [2, 5]);
    assert.match(problems[1]!.message, /stands on line 4 too/);
  }
});

Deno.test("a header that will not do is one problem, not one a row", async () => {
  assert.deepEqual(await problems(""), [
    "claims.csv:1:1 (header): the table is empty; its first line names the " +
    "columns, claim_id,measure,kind,stated,start,end at least",
  ]);
  assert.deepEqual(
    await problems("claim_id,measure,knid,stated,start,end\na\n"),
    [
      "claims.csv:1:3 kind: the column is missing; is it the one named 'knid'?",
    ],
  );
  assert.deepEqual(await problems(`${HEADER},end\n`), [
    "claims.csv:1:7 end: is column 6 too; keep one of them",
  ]);
});

Deno.test("BOM, CRLF and columns of one's own are accepted and kept", async () => {
  const table = await parseTable(
    "claims",
    `\ufeff${HEADER},mine,constructor\r\na,cases,none,,,,"x, ""y""",z\r\n`,
  );
  assert.deepEqual(table.problems, []);
  assert.equal(table.rows[0]?.["mine"], 'x, "y"');
  assert.equal(table.rows[0]?.["constructor"], "z");
  assert.equal(table.rows[0]?.stated, null);
  assert.deepEqual(await problems(`${HEADER},__proto__\n`), [
    "claims.csv:1:7 __proto__: cannot name a column; rename it",
  ]);
});

Deno.test("a count that doubles cannot hold is refused", async () => {
  assert.match(
    (await problems(
      `${HEADER}\na,cases,total,9007199254740993,2024-01,2024-01\n`,
    ))[0]!,
    /beyond 9007199254740991/,
  );
});

Deno.test("a message shows what a cell holds without doing what it says", async () => {
  const [message] = await problems(`${HEADER}\na,cases,\u001b[31m\u202e,1,,\n`);
  assert.match(message!, /'\\u001b\[31m\\u202e' is not a kind/);
  const [long] = await problems(`${HEADER}\na,cases,${"x".repeat(1e6)},1,,\n`);
  assert.ok(long!.length < 500);
  const [line] = await problems("sep=\u001b\n");
  assert.match(line!, /'sep=\\u001b' is a line for spreadsheets/);
});
