import { stringify } from "@std/csv";
import pl, { type DataFrame } from "nodejs-polars";
import { tableFrame } from "../../lib/frames/frames.ts";
import { checkDataset, loadDataset } from "../../lib/dataset/load.ts";
import { parseDecimal } from "../../lib/quantity/decimal.ts";
import { toNumber } from "../../lib/quantity/rational.ts";
import { inFolder, problems } from "./folder.ts";
import assert from "node:assert/strict";

const COLUMNS = [
  ...["claim_id", "measure", "kind", "stated", "stated_high", "start", "end"],
  ...["as_of", "rounding", "weight", "note", "own, column"],
];

// Everything that is known to have come out as something else somewhere.
const CELLS: readonly (readonly (string | null)[])[] = [
  ["first", "m", "none", null, null, null, null, null, null, null, null, null],
  [
    ...["largest", "m", "total", "9007199254740990", "9007199254740991"],
    ...["0001-01-01", "9999-12-31", "2024-02-29", "1", "1", "007", "1e5"],
  ],
  [
    ...["zero", "m", "total", "0", "0.0", "1969-12-31", "1970-01-01"],
    ...["1970-01", null, null, "0", "null"],
  ],
  [
    ...["digits", "m", "total", "0.1", "123456.789012345", "2024-03-31"],
    ...["2024-10-27", "2024-11-03", "0.20", "2.50", " spaces ", "NaN"],
  ],
  [
    ...["month", "m", "total", "60000", null, "2024-02", "2024-02", "2024-02"],
    ...["1000", "10", "line\nbreak, \"quoted\"\nand 'so'", "\ttab\u00a0"],
  ],
  [
    ...["signs", "m", "total", "1.84", null, "2022-02-24", "2025-12", null],
    ...[null, null, "Ő 漢 👩‍👩‍👧 \u202eright to left", "=1+1"],
  ],
  ["last", "m", "none", null, null, null, null, null, null, null, null, null],
];

const DATES = ["start", "end", "as_of"];
const NUMBERS = ["stated", "stated_high", "rounding", "weight"];

function table(rows: readonly (readonly (string | null)[])[]): string {
  return stringify([COLUMNS, ...rows]);
}

/** The cells of a column as text, dates as days. */
function cellsOf(frame: DataFrame, column: string): unknown[] {
  return frame.getColumn(column).cast(pl.Utf8).toArray();
}

Deno.test("CSV, rows, frame, Parquet and CSV again hold the same", async () => {
  const source = table(CELLS);
  await inFolder({ claims: source }, async (folder) => {
    const { dataset, problems } = await checkDataset(folder);
    assert.deepEqual(problems, []);
    const rows = dataset!.claims;
    assert.equal(rows.length, CELLS.length);
    rows.forEach((row, i) =>
      COLUMNS.forEach((column, j) => assert.equal(row[column], CELLS[i]![j]))
    );

    const frame = tableFrame(dataset!, "claims");
    frame.writeParquet(`${folder}/claims.parquet`);
    frame.writeCSV(`${folder}/written.csv`);
    const written = await Deno.readTextFile(`${folder}/written.csv`);
    assert.ok(written.startsWith("claim_id,"));
    for (
      const back of [
        frame,
        pl.readParquet(`${folder}/claims.parquet`),
        pl.readCSV(`${folder}/written.csv`, { inferSchemaLength: 0 }),
      ]
    ) {
      assert.equal(back.height, CELLS.length);
      COLUMNS.forEach((column, j) => {
        const stated = CELLS.map((cells) => cells[j]!);
        const found = cellsOf(back, column);
        if (NUMBERS.includes(column)) {
          assert.deepEqual(
            found.map((cell) => cell === null ? null : Number(cell)),
            stated.map((cell) =>
              cell === null ? null : toNumber(parseDecimal(cell).value)
            ),
          );
        } else if (DATES.includes(column)) {
          stated.forEach((cell, i) => {
            if (cell === null) assert.equal(found[i], null);
            else assert.ok((found[i] as string).startsWith(cell));
          });
        } else assert.deepEqual(found, stated, column);
      });
      assert.deepEqual(cellsOf(back, "count"), [
        null,
        "9007199254740990",
        ...["0", null, "60000", null, null],
      ]);
      assert.deepEqual(cellsOf(back, "count_high").slice(0, 3), [
        null,
        "9007199254740991",
        "0",
      ]);
      // Columns that no row fills are there, and empty.
      assert.deepEqual(new Set(cellsOf(back, "of_start")), new Set([null]));
    }
    assert.ok(frame.schema["count"]?.equals(pl.Int64));
    assert.ok(frame.schema["start"]?.equals(pl.Date));
    assert.ok(
      pl.readParquet(`${folder}/claims.parquet`).schema["start"]
        ?.equals(pl.Date),
    );
  });
});

Deno.test("what is written from the rows reads back as the same rows", async () => {
  await inFolder({ claims: table(CELLS) }, async (folder) => {
    const { claims } = await loadDataset(folder);
    const columns = Object.keys(claims[0]!);
    await Deno.writeTextFile(
      `${folder}/claims.csv`,
      stringify(claims.map((row) => ({ ...row })), { columns }),
    );
    assert.deepEqual((await loadDataset(folder)).claims, claims);
  });
});

Deno.test("own columns may have any name", async () => {
  const own = ["count", "constructor", "toString", "start ", "2024", "é\n"];
  const claims = stringify([
    ["claim_id", "measure", "kind", "stated", "start", "end", ...own],
    [
      "a",
      "m",
      "total",
      "5",
      "2024-01",
      "2024-01",
      ...own.map((_, i) => `${i}`),
    ],
  ]);
  const dataset = await inFolder({ claims }, loadDataset);
  const frame = tableFrame(dataset, "claims");
  own.forEach((name, i) => {
    assert.equal(dataset.claims[0]![name], `${i}`);
    assert.deepEqual(frame.getColumn(name).toArray(), [`${i}`]);
  });
  assert.deepEqual(frame.getColumn("count_high").toArray(), [null]);
});

Deno.test("a number that a double would change is refused", async () => {
  const claim = (stated: string) =>
    `c,m,total,${stated},,2024-01,2024-01,,,,,\n`;
  const header = `${stringify([COLUMNS])}`;
  const complaint = async (stated: string) =>
    (await problems({ claims: header + claim(stated) }))[0]?.split(": ")[1];
  for (
    const kept of [
      ...["0.1", "123456789012345", "0.123456789012345", "9007199254740991"],
      ...["1.7976931348623157", "0.30000000000000004", ".5", "7."],
      ...["100000000000000", "0.00000000000000000001", "0.1000000000000000"],
    ]
  ) {
    assert.equal(await complaint(kept), undefined, kept);
  }
  for (
    const lost of [
      ...[
        "0.1234567890123456789",
        "123456789.123456789",
        "0.10000000000000001",
      ],
      ...["9007199254740.9932", "0.99999999999999999999"],
    ]
  ) {
    assert.equal(
      await complaint(lost),
      `${lost} has more digits than a number keeps; write it with 15 digits ` +
        "at most",
    );
  }
  assert.match((await complaint("9007199254740993"))!, /is beyond/);
  assert.match((await complaint(`0.${"0".repeat(60)}1`))!, /has 63 characters/);
  assert.match(
    (await complaint("9".repeat(100_000)))!,
    /has 100000 characters/,
  );
});
