import assert from "node:assert/strict";
import fc from "fast-check";
import type { TableName } from "../../../lib/dataset/rows.ts";
import { TABLES } from "../../../lib/dataset/tables.ts";
import { Folder, type Tables } from "./folder.ts";
import { judge } from "./judge.ts";

const encoder = new TextEncoder();
const NAMES = Object.keys(TABLES) as TableName[];

/** What surrounds a table: the keys of its rows resolve to it. */
function around(name: TableName): Tables {
  const header = "claim_id,measure,kind,stated,start,end\n";
  const row = name === "measures" ? "" : "a,m,total,5,2024-01,2024-02\n";
  return {
    claims: encoder.encode(header + row),
    measures: encoder.encode("measure\nm\n"),
  };
}

/** Pieces of tables, of which some make sense together. */
const PIECES = [
  ...[",", ",", ",", "\n", "\n", "\r\n", "\r", '"', '""', '","', ";", "\t"],
  ...["", " ", "a", "b", "m", "total", "rate", "none", "share", "default", "-"],
  ...["5", "60000", "0.5", "1e5", "-1", "60,000", "inf", "9007199254740993"],
  ...["2024-01", "2024-02-29", "2023-02-29", "0000-00", "31.12.2024"],
  ...["\ufeff", "\0", "\u001b[2J", "\u202e", "\ufffd", "é", "e\u0301", "🌊"],
  ...["__proto__", "constructor", "toString", "claim_id", "measure", "=1+1"],
  "x".repeat(3000),
];

/** Cells that may be sound in a column; any text elsewhere. */
const PLAUSIBLE: Record<string, readonly string[]> = {
  claim_id: ["a", "b", "c", "d", "é", "__proto__"],
  measure: ["m"],
  kind: ["total", "total", "none", "rate"],
  stated: ["5", "60000", "0.50", "", "007"],
  start: ["2024-01", "2024-01-01"],
  end: ["2024-02", "2024-02-29"],
  from: ["a"],
  to: ["a"],
  hedge: ["about", "some", "exact"],
  low: ["0", "inf", "1.5"],
  high: ["2", "inf"],
  reading: ["r", "s", "t"],
  source_id: ["s", "t", "u", "v"],
};

/** Columns of a table that is drawn: the required ones, and some others. */
const COLUMNS: Record<TableName, readonly string[]> = {
  claims: ["claim_id", "measure", "kind", "stated", "start", "end", "note"],
  readings: ["claim_id", "reading", "grounds"],
  sources: ["source_id", "title", "my own"],
  measures: ["measure", "label"],
  relations: ["from", "relation", "to", "note"],
  hedges: ["hedge", "low", "high", "words"],
  splits: ["whole", "dimension", "part"],
  balances: ["level", "flow", "direction"],
};

/** Records of the right length: mostly sound cells, some odd ones. */
function records(name: TableName): fc.Arbitrary<string> {
  const cell = (column: string) =>
    fc.oneof(
      {
        weight: 12,
        arbitrary: fc.constantFrom(
          ...PLAUSIBLE[column] ??
            ["", "words", "é 🌊", '"a, ""b""\nc"', "\u202e\0"],
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom(...PIECES) },
    );
  return fc.array(
    fc.tuple(...COLUMNS[name].map(cell)).map((cells) => cells.join(",")),
    { maxLength: 4 },
  ).map((lines) => [COLUMNS[name].join(","), ...lines].join("\n"));
}

/** A table of any bytes, any letters, any pieces or of likely records. */
function anyTable(name: TableName): fc.Arbitrary<Uint8Array> {
  const header = COLUMNS[name].join(",") + "\n";
  const text = fc.oneof(
    records(name),
    fc.tuple(
      fc.constantFrom("", header),
      fc.oneof(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 })
          .map((pieces) => pieces.join("")),
        fc.string({ unit: "binary", maxLength: 200 }),
      ),
    ).map(([header, body]) => header + body),
  ).map((text) => encoder.encode(text));
  return fc.oneof(
    { weight: 5, arbitrary: text },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
}

for (const name of NAMES) {
  Deno.test(`any bytes as ${name}.csv load whole, or give located problems`, async () => {
    await using folder = await Folder.make();
    const seen = { loaded: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(anyTable(name), async (bytes) => {
        const tables = { ...around(name), [name]: bytes };
        seen[judge(await folder.check(tables), tables)]++;
      }),
      { seed: 20_251, numRuns: 400 },
    );
    // Neither answer may be a rarity.
    const told = JSON.stringify(seen);
    assert.ok(seen.loaded > 40 && seen.refused > 100, told);
  });
}
