import { parse, stringify } from "@std/csv";
import fc from "fast-check";
import pl, { type DataFrame } from "nodejs-polars";
import assert from "node:assert/strict";
import { tableFrame } from "../../../lib/frames/frames.ts";
import { type Dataset, loadDataset } from "../../../lib/dataset/load.ts";
import type { TableName } from "../../../lib/dataset/rows.ts";
import { TABLES } from "../../../lib/dataset/tables.ts";
import { firstDay, formatDay, lastDay } from "../../../lib/quantity/date.ts";
import { Folder } from "./folder.ts";

const encoder = new TextEncoder();
const NAMES = Object.keys(TABLES) as TableName[];

type Row = Record<string, string | null>;

// A line break is \n or \r\n, in quotes too, and is read as \n. A NUL is no
// text and refused.
const text = fc.string({ unit: "binary", maxLength: 30 }).map((text) =>
  text.replace(/\r+\n/g, "\n").replaceAll("\0", "")
);
const id = text.map((text) => text.trim()).filter((text) => text !== "");
const day = fc.integer({ min: 0, max: 40_000 }).map(formatDay);
const date = fc.oneof(day, day.map((day) => day.slice(0, 7)));
const number = fc.oneof(
  fc.nat(100_000).map(String),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }).map(String),
  fc.nat(99_999).map((n) => `${n % 100}.${String(n).padStart(5, "0")}`),
  fc.constantFrom("0", "007", "12.", ".5", "0.20", "60000"),
);
const orNot = (cell: fc.Arbitrary<string>) =>
  fc.option(cell, { freq: 2 }) as fc.Arbitrary<string | null>;

/** Claims of kind none, which may say anything: any text, number and date. */
const claims = fc.uniqueArray(
  fc.record({
    claim_id: id,
    measure: id,
    kind: fc.constant("none"),
    stated: orNot(number),
    rounding: orNot(number.filter((n) => Number(n) > 0)),
    start: orNot(date),
    as_of: orNot(date),
    status: orNot(fc.constantFrom("official", "contested")),
    wording: orNot(text),
    note: orNot(text),
    'my own, "column"': orNot(text),
  }),
  { selector: (row) => row.claim_id, maxLength: 12 },
).map((rows) => rows.map((row) => ({ ...row, end: null })));

/** A table as `stringify` writes it. */
function write(rows: readonly Row[], columns: readonly string[]): Uint8Array {
  return encoder.encode(stringify([...rows], { columns }));
}

const COLUMNS = [
  ...["claim_id", "measure", "kind", "stated", "rounding", "start", "end"],
  ...["as_of", "status", "wording", "note", 'my own, "column"'],
];

/** The cells of a row that the table has, none of them the empty text. */
function cells(row: Row): Row {
  return Object.fromEntries(COLUMNS.map((name) => [name, row[name] || null]));
}

Deno.test("what is written and loads reads back the same, cell by cell", async () => {
  await using folder = await Folder.make();
  await fc.assert(
    fc.asyncProperty(claims, async (rows) => {
      const first = await folder.check({ claims: write(rows, COLUMNS) });
      assert.deepEqual(first.problems, []);
      const loaded = first.dataset!.claims;
      assert.deepEqual(loaded.map(cells), rows.map(cells));
      const all = new Set([...COLUMNS, ...Object.keys(loaded[0] ?? {})]);
      const again = await folder.check({ claims: write(loaded, [...all]) });
      assert.deepEqual(again.problems, []);
      assert.deepEqual(again.dataset!.claims, loaded);
    }),
    { seed: 4_690, numRuns: 400 },
  );
});

/** What a frame must hold of a column, as `formatDay` and numbers print. */
const HELD: Record<string, (cell: string) => string> = {
  start: (cell) => formatDay(firstDay(cell)),
  of_start: (cell) => formatDay(firstDay(cell)),
  ...Object.fromEntries(
    ["end", "of_end", "as_of", "published", "accessed"].map((name) => [
      name,
      (cell: string) => formatDay(lastDay(cell)),
    ]),
  ),
  ...Object.fromEntries(
    ["stated", "stated_high", "rounding", "weight"].map((name) => [
      name,
      (cell: string) => String(Number(cell)),
    ]),
  ),
};
const NUMBERS = ["stated", "stated_high", "rounding", "weight"];

/** Reads a frame's CSV; numbers as JavaScript prints them. */
function readBack(frame: DataFrame): Row[] {
  const [header = [], ...records] = parse(frame.writeCSV().toString());
  return records.map((record) =>
    Object.fromEntries(header.map((name, i) => {
      const cell = record[i] || null;
      // In a reading "-" takes a cell away.
      const number = cell && cell !== "-" && NUMBERS.includes(name);
      return [name, number ? String(+cell) : cell];
    }))
  );
}

/** Fails unless a table's frame holds, and writes, what its rows say. */
function assertFrame(dataset: Dataset, table: TableName): void {
  const rows = dataset[table] as readonly Row[];
  const frame = tableFrame(dataset, table);
  assert.equal(frame.height, rows.length);
  const written = readBack(frame);
  assert.equal(written.length, rows.length, `${table}: rows were dropped`);
  // Hedges' distances stay text: `inf` is one.
  const held = table === "claims" || table === "sources" ? HELD : {};
  rows.forEach((row, i) => {
    for (const [name, cell] of Object.entries(row)) {
      const wanted = cell === null ? null : held[name]?.(cell) ?? cell;
      if (written[i]![name] !== wanted) {
        assert.equal(written[i]![name], wanted, `${table} ${i} ${name}`);
      }
    }
  });
}

Deno.test("Polars frames hold and write every cell of the shipped dataset", async () => {
  const data = await loadDataset(new URL("../../../data", import.meta.url));
  for (const table of NAMES) assertFrame(data, table);
});

Deno.test("Polars frames hold and write any text, number and date", async () => {
  await using folder = await Folder.make();
  await fc.assert(
    fc.asyncProperty(
      claims.filter((rows) => rows.length > 0),
      async (rows) => {
        const bytes = write(rows, COLUMNS);
        const { dataset } = await folder.check({ claims: bytes });
        assertFrame(dataset!, "claims");
        const frame = tableFrame(dataset!, "claims");
        const back = pl.readParquet(frame.writeParquet());
        assert.deepEqual(back.toRecords(), frame.toRecords());
      },
    ),
    { seed: 19_922, numRuns: 150 },
  );
});
