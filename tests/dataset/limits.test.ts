import { checkDataset, loadDataset } from "../../lib/dataset/load.ts";
import { LIMITS } from "../../lib/dataset/limits.ts";
import { DatasetError, formatProblem } from "../../lib/dataset/problem.ts";
import { ProblemList } from "../../lib/dataset/problem_list.ts";
import { HEADER, inFolder, problems } from "./folder.ts";
import assert from "node:assert/strict";

const SOUND = ",cases,total,1,2024-01,2024-01";

/** Lines in pieces, so that no test needs all of its text at once. */
function* pieces(
  head: string,
  count: number,
  line: (i: number) => string,
): Generator<string> {
  yield head;
  for (let i = 0; i < count; i += 1000) {
    let text = "";
    for (let j = i; j < Math.min(i + 1000, count); j++) text += line(j);
    yield text;
  }
}

Deno.test("a cell may hold a megabyte, and no more", async () => {
  const claims = (length: number) =>
    `${HEADER},note,own\na${SOUND},${"n".repeat(length)},"${
      '""'.repeat(length)
    }"\n`;
  const { dataset } = await inFolder(
    { claims: claims(LIMITS.field) },
    checkDataset,
  );
  assert.equal(dataset?.claims[0]?.note?.length, LIMITS.field);
  assert.equal(dataset?.claims[0]?.["own"]?.length, LIMITS.field);
  const complaint = `holds ${LIMITS.field + 1} characters; ${LIMITS.field} ` +
    "at most";
  assert.deepEqual(await problems({ claims: claims(LIMITS.field + 1) }), [
    `claims.csv:2:7 note: ${complaint}`,
    `claims.csv:2:8 own: ${complaint}`,
  ]);
});

Deno.test("a megabyte of anything in any column is accepted or located", async () => {
  const columns = [
    ...["claim_id", "measure", "kind", "stated", "start", "end", "hedge"],
    ...["rounding", "as_of", "weight", "status", "source_id", "note"],
  ];
  const free = ["claim_id", "measure", "source_id", "note"];
  for (const filling of ["x", "9", "0.", "1,", '""', " ", "\n", "<b>", "é"]) {
    const cell = `"${filling.repeat(1e6 / filling.length)}"`;
    for (const column of columns) {
      const row = ["a", "m", "none", "", "", "", ...Array(7).fill("")];
      row[columns.indexOf(column)] = cell;
      const found = await problems({
        claims: `${columns.join(",")}\n${row.join(",")}\n`,
      });
      for (const problem of found) {
        assert.match(problem, /^claims\.csv:2:\d+ \w+: /);
        assert.ok(problem.length < 3000);
      }
      assert.ok(found.length > 0 || free.includes(column));
    }
  }
});

Deno.test("a quote that never closes is located without reading on and on", async () => {
  const found = await problems({
    claims: pieces(
      `${HEADER},note\na${SOUND},\nb${SOUND},"\n`,
      400_000,
      (i) => `c${i}${SOUND},${"some words here ".repeat(2)}\n`,
    ),
  });
  assert.equal(found.length, 1);
  assert.match(found[0]!, /^claims\.csv:3:1 \(record\): extraneous or miss/);
});

Deno.test("a record may be long, but not without end", async () => {
  const columns = Array.from({ length: 20 }, (_, i) => `own${i}`);
  const cell = `"${"x\n".repeat(2 ** 19)}"`;
  const [found, ...others] = await problems({
    claims: `${HEADER},${columns}\na${SOUND}${",".repeat(20)}\n` +
      `b${SOUND}${`,${cell}`.repeat(20)}\n`,
  });
  assert.equal(others.length, 0);
  assert.match(
    found!,
    /^claims\.csv:3:1 \(record\): extraneous or missing " in quoted-field on/,
  );
  assert.match(
    (await problems({ claims: "x".repeat(2 ** 24 + 2 ** 21) }))[0]!,
    /^claims\.csv:1:1 \(record\): is longer than 16777216 bytes; is this a table/,
  );
});

Deno.test("a header may name a thousand columns", async () => {
  const own = (count: number) =>
    `${HEADER},${Array.from({ length: count - 6 }, (_, i) => `c${i}`)}\n`;
  assert.deepEqual(await problems({ claims: own(1000) }), []);
  assert.deepEqual(await problems({ claims: own(1001) }), [
    "claims.csv:1:1001 (header): names 1001 columns; a table may have 1000",
  ]);
});

Deno.test("100,000 bad rows are all listed; the message shows 50", async () => {
  const error = await inFolder(
    { claims: pieces(`${HEADER}\n`, 100_000, (i) => `c${i},m,x,1,,\n`) },
    (folder) => loadDataset(folder).catch((error: unknown) => error),
  );
  assert.ok(error instanceof DatasetError);
  assert.equal(error.problems.length, 100_000);
  assert.equal(error.problems.at(-1)?.line, 100_001);
  assert.ok(error.message.length < 10_000);
  assert.match(error.message, /^100000 problems .*… and 99950 more$/s);
});

Deno.test("with too many problems to keep, reading ends and says so", () => {
  const list = new ProblemList(2);
  for (const line of [5, 3, 7, 1]) {
    list.add({ file: "f", line, column: 2, field: "x", message: `${line}` });
    assert.equal(list.full, line === 7 || line === 1);
  }
  assert.deepEqual(list.sorted((a, b) => a.line - b.line).map(formatProblem), [
    "f:3:2 x: 3",
    "f:5:2 x: 5",
    "f:7:2 (record): there are more than 2 problems; what follows was not " +
    "looked at",
  ]);
});

Deno.test("suggestions end before they take for ever", async () => {
  const found = await problems({
    claims: pieces(
      `${HEADER},source_id\n`,
      20_000,
      (i) => `c${i}${SOUND},sorce-${i}\n`,
    ),
    sources: pieces("source_id\n", 50_000, (i) => `source-${i}\n`),
  });
  assert.equal(found.length, 20_000);
  assert.match(found[0]!, /did you mean 'source-0'\?$/);
  assert.match(found.at(-1)!, /; use one of source-0, source-1, .*, …$/);
});
