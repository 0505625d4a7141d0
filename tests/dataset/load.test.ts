import { loadDataset } from "../../lib/dataset/load.ts";
import { DatasetError, UnreadableError } from "../../lib/dataset/problem.ts";
import { HEADER, inFolder, problems } from "./folder.ts";
import assert from "node:assert/strict";

Deno.test("one claims table with the required columns is a dataset", async () => {
  const data = await inFolder(
    { claims: `${HEADER}\na,cases,total,5,2024-01,2024-01\n` },
    loadDataset,
  );
  assert.equal(data.claims[0]?.claim_id, "a");
  assert.equal(data.claims[0]?.hedge, null);
  assert.deepEqual(data.measures, []);
});

Deno.test("a dataset is plain data, though its rows are made when asked for", async () => {
  const load = () =>
    inFolder(
      { claims: `${HEADER}\na,cases,total,5,2024-01,2024-01\n` },
      loadDataset,
    );
  assert.match(Deno.inspect(await load()), /^1 claim of 0 sources; /);
  const copy = structuredClone(await load());
  const data = await load();
  assert.deepEqual({ ...data, folder: copy.folder }, copy);
  assert.equal(data.claims, data.claims);
  const other: { claims: unknown } = data;
  other.claims = [];
  assert.deepEqual(data.claims, []);
  assert.deepEqual(JSON.parse(JSON.stringify(copy)), copy);
});

Deno.test("keys between tables resolve, or are named with the nearest", async () => {
  assert.deepEqual(
    await problems({
      claims:
        `${HEADER},hedge,source_id,of_measure\na,case,total,5,2024-01,2024-01,abuot,paper,\n` +
        `a,cases,share,1.5,2024-01,2024-01,,,\n`,
      measures: "measure,part_of,split\ncases,all,\nall,cases,\nown,,full\n",
      sources: "source_id,published\npapers,2024-01\n",
      readings: "claim_id,reading,measure\nb,x,\na,default,\n",
      relations: "from,relation,to\na,contests,a\n",
    }),
    [
      "claims.csv:2:2 measure: 'case' is not in measures.csv; did you mean " +
      "'cases'?",
      "claims.csv:2:7 hedge: 'abuot' is not a hedge; did you mean 'about'?",
      "claims.csv:2:8 source_id: 'paper' is not in sources.csv; did you mean " +
      "'papers'?",
      "claims.csv:3:1 claim_id: 'a' stands on line 2 too; ids are unique",
      "claims.csv:3:4 stated: a share of 1.5 is above 1; state 1.5% as " +
      "0.015, or 1.5 times as many with kind ratio",
      "claims.csv:3:9 of_measure: is empty; a share is of another count: " +
      "name it",
      "readings.csv:2:1 claim_id: 'b' is not in claims.csv; use a",
      "readings.csv:3:2 reading: 'default' is the claim's own reading; " +
      "rename it",
      "measures.csv:2:2 part_of: makes 'cases' a part of itself",
      "measures.csv:3:2 part_of: makes 'all' a part of itself",
      "measures.csv:4:3 split: is part of nothing; name the whole in part_of",
      "relations.csv:2:3 to: relates a claim to itself",
    ],
  );
});

Deno.test("a reading is checked as it lies over its claim", async () => {
  assert.deepEqual(
    await problems({
      claims: `${HEADER}\na,cases,total,5,2024-01-05,2024-02\n`,
      readings: "claim_id,reading,kind,stated,end\n" +
        "a,monthly,rate,,\na,no-number,,-,\na,back,,,2023-12\n" +
        "a,moment,none,-,-\na,moment,none,,\na,word,,many,\n",
    }),
    [
      "readings.csv:2:6 start: as read here, a monthly rate needs whole " +
      "calendar months, not 2024-01-05 to 2024-02; give the months, or state " +
      "it as a total",
      "readings.csv:3:4 stated: as read here, is empty; a total needs a " +
      "number, or kind none",
      "readings.csv:4:5 end: as read here, The period ends on 2023-12, before " +
      "it starts: 2024-01-05",
      "readings.csv:6:2 reading: 'moment' is a reading of this claim already; " +
      "ids are unique",
      "readings.csv:7:4 stated: 'many' is not plain digits with at most one " +
      "point; write it like 60000 or 0.25",
    ],
  );
});

Deno.test("of_ dates are given together; ranges and periods run forwards", async () => {
  assert.deepEqual(
    await problems({
      claims:
        "claim_id,measure,kind,stated,stated_high,start,end,of_measure,of_start,of_end\n" +
        "a,cases,ratio,2,1,2024-02,2024-01,cases,2023-01,\n" +
        "b,cases,total,,,,,,,\n" +
        "c,cases,ratio,2,,2024-01,2024-01,cases,2023-02,2023-01\n",
    }),
    [
      "claims.csv:2:5 stated_high: the range runs downwards, 2 to 1; swap them",
      "claims.csv:2:7 end: The period ends on 2024-01, before it starts: 2024-02",
      "claims.csv:2:10 of_end: is empty; give both dates of the other count, " +
      "or neither",
      "claims.csv:3:4 stated: is empty; a total needs a number, or kind none",
      "claims.csv:3:6 start: is empty; a total needs a period, or kind none",
      "claims.csv:3:7 end: is empty; a total needs a period, or kind none",
      "claims.csv:4:10 of_end: The period ends on 2023-01, before it starts: " +
      "2023-02",
    ],
  );
});

Deno.test("a table that breaks off is one problem, not one a reference", async () => {
  assert.deepEqual(
    await problems({
      claims:
        `${HEADER},hedge,source_id\na,case,total,5,2024-01,2024-01,odd,s\n`,
      measures: "measures\ncases\n",
      hedges: 'hedge,low,high\nodd,1,"1\n',
      sources: "source_id\n\u0000\n",
    }),
    [
      "sources.csv:2:1 (record): holds a NUL character, as UTF-16 text read " +
      "as UTF-8 does; save the table as UTF-8 text",
      "measures.csv:1:1 measure: the column is missing; is it the one named " +
      "'measures'?",
      'hedges.csv:2:1 (record): extraneous or missing " in quoted-field at ' +
      "character 1; put a field with quotes, commas or line breaks in double " +
      'quotes and double the quotes inside it ("")',
    ],
  );
});

Deno.test("parts that run in circles are named, however long the way", async () => {
  const chain = Array.from(
    { length: 5000 },
    (_, i) => `m${i},${i < 4999 ? `m${i + 1}` : ""}`,
  );
  assert.deepEqual(
    await problems({
      claims: `${HEADER}\n`,
      measures: `measure,part_of\n${chain.join("\n")}\n` +
        "a,b\nb,c\nc,b\nd,d\nm,a\n",
    }),
    [
      "measures.csv:5003:2 part_of: makes 'b' a part of itself",
      "measures.csv:5004:2 part_of: makes 'c' a part of itself",
      "measures.csv:5005:2 part_of: makes 'd' a part of itself",
    ],
  );
});

Deno.test("hedges of one's own need distances; built-in ones may go without", async () => {
  assert.deepEqual(
    await problems({
      claims: `${HEADER},hedge\na,cases,total,5,2024-01,2024-01,dozens\n`,
      hedges: "hedge,words,low,high\nabout,circa,,\ndozens,,1,inf\nsome,,x,\n",
    }),
    [
      "hedges.csv:4:3 low: 'x' is not a distance; write plain digits, or inf " +
      "for open",
    ],
  );
  assert.deepEqual(
    await problems({
      claims: `${HEADER},hedge\na,cases,total,5,2024-01,2024-01,some\n`,
      hedges: "hedge,words\nsome,a few\n",
    }),
    [
      "claims.csv:2:7 hedge: 'some' is not a hedge; did you mean 'about'?",
      "hedges.csv:2:3 low: is empty; state the distance in rounding units, or " +
      "inf for open",
      "hedges.csv:2:3 high: is empty; state the distance in rounding units, " +
      "or inf for open",
    ],
  );
});

Deno.test("bytes that are not UTF-8 are located, not replaced", async () => {
  const text = new TextEncoder().encode(`${HEADER}\na,cases,total,5,`);
  assert.deepEqual(
    await problems({ claims: new Uint8Array([...text, 0xe9, 0x0a]) }),
    [
      "claims.csv:2:1 (record): is not UTF-8 text; save the table as UTF-8",
    ],
  );
});

Deno.test("loadDataset() throws all problems at once, the first 50 shown", async () => {
  const rows = Array.from({ length: 60 }, (_, i) => `c${i},cases,x,1,,`);
  const error = await inFolder(
    { claims: [HEADER, ...rows].join("\n") },
    (folder) => loadDataset(folder).catch((error: unknown) => error),
  );
  assert.ok(error instanceof DatasetError);
  assert.equal(error.problems.length, 60);
  assert.equal(error.message.split("\n").length, 52);
  assert.match(error.message, /… and 10 more$/);
});

Deno.test("a folder without claims.csv cannot be read", async () => {
  await assert.rejects(
    inFolder({ measures: "measure\n" }, loadDataset),
    (error: Error) =>
      error instanceof UnreadableError && /claims\.csv/.test(error.message),
  );
  await assert.rejects(loadDataset("no-such-folder"), UnreadableError);
});
