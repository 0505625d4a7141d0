import { strToU8, zipSync } from "fflate";
import assert from "node:assert/strict";
import {
  openFiles,
  openRows,
} from "../../../../lib/site/workbench/open/open_files.ts";
import {
  type Answers,
  understand,
} from "../../../../lib/site/workbench/open/understand.ts";
import { checkTables } from "../../../../lib/site/workbench/check.ts";
import {
  cellsOf,
  emptyTables,
  type Table,
} from "../../../../lib/site/workbench/tables.ts";
import { folderFiles } from "../../../../lib/site/workbench/folder.ts";
import { benchOf } from "../../../../lib/site/workbench/workbench_page.ts";
import { loadDataset } from "../../../../lib/dataset/load.ts";

/** What pasted rows are read as, with answers. */
const rowsOf = (text: string, answers: Answers = {}) =>
  understand(openRows(text).sheets, answers);

/** The cells of some columns, row by row. */
const cells = (table: Table | undefined, ...columns: string[]) =>
  cellsOf(table!).map((row) => columns.map((column) => row[column]));

Deno.test("ambiguous dates and numbers are asked once, and read as answered", () => {
  const text = "claim_id\tmeasure\tkind\tstated\tstart\tend\n" +
    "a\tboats\ttotal\t1.234\t1.2.2023\t5.2.2023\n" +
    "b\tboats\ttotal\t2.345\t3.4.2023\t6.4.2023\n";
  const { questions, tables } = rowsOf(text);
  assert.deepEqual(questions.map(({ id, likely }) => [id, likely]), [
    ["dates", "day"],
    ["numbers", null],
  ]);
  // Nothing is read in one way while it is open.
  assert.deepEqual(cells(tables.claims, "stated", "start"), [
    ["1.234", "1.2.2023"],
    ["2.345", "3.4.2023"],
  ]);
  const day = rowsOf(text, { dates: "day", numbers: "comma" });
  assert.deepEqual(cells(day.tables.claims, "stated", "start", "end"), [
    ["1234", "2023-02-01", "2023-02-05"],
    ["2345", "2023-04-03", "2023-04-06"],
  ]);
  assert.ok(day.told.includes("these dates read as day.month"));
  const month = rowsOf(text, { dates: "month", numbers: "point" });
  assert.deepEqual(cells(month.tables.claims, "stated", "start"), [
    ["1.234", "2023-01-02"],
    ["2.345", "2023-03-04"],
  ]);
});

Deno.test("one date that is settled settles the others, and says so", () => {
  const { told, tables } = rowsOf(
    "measure;kind;stated;start;end\n" +
      "boats;total;1.234,5;2/1/2023;1/31/2023\n" +
      "boats;total;1.234;2/3/2023;2/4/2023\n",
  );
  assert.ok(
    told.includes(
      "these dates read as month.day: 1/31/2023 can be nothing else",
    ),
    told.join("\n"),
  );
  assert.ok(
    told.includes(
      "these numbers read with a decimal comma: 1.234,5 can be nothing else",
    ),
  );
  assert.deepEqual(cells(tables.claims, "stated", "start"), [
    ["1234.5", "2023-02-01"],
    ["1234", "2023-02-03"],
  ]);
});

Deno.test("where cells contradict each other, both are kept as they can be", () => {
  const { questions, tables } = rowsOf(
    "measure,kind,stated,start,end\n" +
      'boats,total,"1,234.5",31.1.2023,31.1.2023\n' +
      'boats,total,"1.234,5",1/31/2023,1/31/2023\n' +
      'boats,total,"1,234",1/2/2023,1/2/2023\n',
  );
  assert.deepEqual(questions.map(({ id, likely }) => [id, likely]), [
    ["dates", null],
    ["numbers", null],
  ]);
  assert.deepEqual(cells(tables.claims, "stated", "start"), [
    ["1234.5", "2023-01-31"],
    ["1234.5", "2023-01-31"],
    ["1,234", "1/2/2023"],
  ]);
});

Deno.test("columns named otherwise are matched and told, and can be answered", () => {
  const text =
    "From\tTo\tFigure\tIndicater\tcolour\n2023-01\t2023-02\t70\tboats\tred\n";
  const { told, tables, sheets } = rowsOf(text);
  assert.deepEqual(
    cells(tables.claims, "start", "end", "stated", "measure", "colour"),
    [["2023-01", "2023-02", "70", "boats", "red"]],
  );
  assert.deepEqual(sheets[0]!.columns.map(({ how }) => how), [
    ...["word", "word", "word", "near", "own"],
  ]);
  for (
    const words of [
      "“From” is read as start",
      "“Indicater” is read as measure",
      "“colour” is kept as a column of its own",
    ]
  ) assert.ok(told.includes(words), words);
  const other = rowsOf(text, { columns: { "0:4": "note", "0:3": "" } });
  assert.deepEqual(cells(other.tables.claims, "note", "Indicater"), [
    ["red", "boats"],
  ]);
});

Deno.test("two columns of one name both keep what they hold", () => {
  const text = "measure\tkind\tstated\tnote\tnote\tstart\tend\tMonth\n" +
    "boats\ttotal\t12\tfirst\tsecond\t2023-02-01\t2023-02-05\t2023-03\n";
  const { tables, told } = rowsOf(text);
  assert.deepEqual(
    cells(tables.claims, "note", "note 2", "start", "end", "Month"),
    [["first", "second", "2023-02-01", "2023-02-05", "2023-03"]],
  );
  assert(
    told.includes("“note” is there already: this one is kept as “note 2”"),
    told.join("\n"),
  );
  // A second column that is answered to be the number takes nothing away.
  const answered = rowsOf("stated\tother\n12\t13\n", {
    columns: { "0:1": "stated" },
  });
  assert.deepEqual(cells(answered.tables.claims, "stated", "other 2"), [
    ["12", "13"],
  ]);
});

Deno.test("what no column says is asked for all rows, and never made up", () => {
  const text = "Month\tThefts\nJan 2024\t70\nFeb 2024\t80\n";
  const { questions, tables } = rowsOf(text);
  assert.deepEqual(questions.map(({ id, likely }) => [id, likely]), [
    ["measure", "thefts"],
    ["kind", null],
  ]);
  assert.deepEqual(
    cells(tables.claims, "measure", "kind"),
    [
      [undefined, undefined],
      [undefined, undefined],
    ].map(() => ["", ""]),
  );
  const level = rowsOf(text, { measure: "thefts", kind: "level" });
  assert.deepEqual(cells(level.tables.claims, "kind", "start", "end"), [
    ["level", "2024-01", ""],
    ["level", "2024-02", ""],
  ]);
});

Deno.test("the shipped dataset comes back from its folder as it was saved", async () => {
  const data = await loadDataset(new URL("../../../../data", import.meta.url));
  const bench = benchOf(data);
  const saved = folderFiles(bench, "deno task reconcile FOLDER");
  const zip = zipSync(
    Object.fromEntries(
      Object.entries(saved).map(([name, text]) => [`d/${name}`, strToU8(text)]),
    ),
  );
  const opened = await openFiles([{ name: "d.zip", bytes: zip }]);
  const { tables, questions } = understand(opened.sheets, {});
  assert.deepEqual(questions, []);
  for (const [name, table] of Object.entries(bench.tables)) {
    if (table.rows.length === 0) continue;
    assert.deepEqual(tables[name as "claims"], table, name);
  }
  assert.deepEqual(checkTables({ ...emptyTables(), ...tables }).problems, []);
  assert.match(opened.files["README.md"]!, /^# A dataset/);
});

Deno.test("a dataset's own table stays letter for letter, its problems too", async () => {
  const text = "claim_id,measure,kind,stated,start,end,own\n" +
    'a,boats,total,"1,234",1.2.2023,2023-02, =x \n';
  const { sheets } = await openFiles([
    { name: "claims.csv", bytes: strToU8(text) },
  ]);
  const { tables, told, questions } = understand(sheets, {});
  assert.deepEqual(tables.claims!.rows, [
    ["a", "boats", "total", "1,234", "1.2.2023", "2023-02", " =x "],
  ]);
  assert.deepEqual([told, questions], [[], []]);
  const { problems } = checkTables({ ...emptyTables(), ...tables });
  assert.deepEqual(problems.map(({ field }) => field), ["stated", "start"]);
});

Deno.test("a table in another encoding and with another separator is told of", async () => {
  const text = "\u0456\u0434;measure;kind;stated;start;end\n" +
    "\u043f\u0435\u0440\u0448\u0435;boats;total;70;2024-01;2024-01\n";
  const wide = new Uint8Array([
    0xff,
    0xfe,
    ...new Uint8Array(
      new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer,
    ),
  ]);
  const { sheets, told } = await openFiles([{
    name: "claims.csv",
    bytes: wide,
  }]);
  assert.deepEqual(told, ["claims.csv is read with semicolons between fields"]);
  const { tables } = understand(sheets, {});
  assert.deepEqual(cells(tables.claims, "\u0456\u0434", "stated"), [
    ["\u043f\u0435\u0440\u0448\u0435", "70"],
  ]);
});
