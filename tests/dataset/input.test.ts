import { checkDataset } from "../../lib/dataset/load.ts";
import { plainForms } from "../../lib/dataset/plain_form.ts";
import { readSeparator } from "../../lib/dataset/separator.ts";
import { HEADER, inFolder, problems } from "./folder.ts";
import assert from "node:assert/strict";

const ROW = 'a,cases,total,5,2024-01,2024-01,"one, ""two""\nthree"';

/** What a folder of tables holds, once it was found sound. */
async function sound(
  tables: Parameters<typeof problems>[0],
  separator?: ";" | "\t" | "|" | "auto",
) {
  const found = await inFolder(
    tables,
    (folder) => checkDataset(folder, { separator }),
  );
  assert.deepEqual(found.problems, []);
  return found.dataset!;
}

function utf16(text: string, mark: boolean): Uint8Array {
  const units = Uint16Array.from(
    (mark ? "\ufeff" : "") + text,
    (character) => character.charCodeAt(0),
  );
  return new Uint8Array(units.buffer);
}

Deno.test("a byte-order mark, CRLF and no last line break change nothing", async () => {
  const plain = await sound({ claims: `${HEADER},own\n${ROW}\n` });
  for (
    const text of [
      `\ufeff${HEADER},own\n${ROW}\n`,
      `${HEADER},own\r\n${ROW.replace("\n", "\r\n")}\r\n`,
      `\ufeff${HEADER},own\r\n\r\n${ROW}`,
      `"${HEADER.replaceAll(",", '","')}",own\n${ROW}\n\n\n`,
    ]
  ) {
    const { claims } = await sound({ claims: text });
    assert.deepEqual(claims, plain.claims);
  }
  assert.equal(plain.claims[0]?.["own"], 'one, "two"\nthree');
});

Deno.test("other separators are named, and read when asked for", async () => {
  for (
    const [separator, name, asked] of [
      [";", "semicolons", '--separator ";"'],
      ["\t", "tabs", "--separator tab"],
      ["|", "bars", '--separator "|"'],
    ] as const
  ) {
    const tables = {
      claims: [HEADER.split(","), [
        ...["a", "cases", "total", "1,84", "2024-01", "2024-01"],
      ]].map((cells) => `${cells.join(separator)}\n`).join(""),
      measures: `"measure"${separator}"label"\ncases${separator}"a, b"\n`,
    };
    const named = `the fields are separated by ${name}, not by commas; save ` +
      `the table with commas, or read it with ${asked}`;
    assert.deepEqual(await problems(tables), [
      `claims.csv:1:1 (header): ${named}`,
      `measures.csv:1:1 (header): ${named}`,
    ]);
    assert.deepEqual(await problems(tables, { separator }), [
      "claims.csv:2:4 stated: '1,84' is not plain digits with at most one " +
      "point; write 1.84",
    ]);
  }
});

Deno.test("one separator holds for all tables, unless each is to show its own", async () => {
  const tables = {
    claims: `${HEADER};own\n${ROW}\n`.replaceAll(",", ";"),
    measures: "measure,label\ncases,Cases\n",
  };
  assert.deepEqual(await problems(tables, { separator: ";" }), [
    "measures.csv:1:1 (header): the fields are separated by commas, not by " +
    "semicolons; save the table with semicolons, or read it with --separator " +
    "auto, which takes each table as it is",
  ]);
  const { claims, measures } = await sound(tables, "auto");
  assert.equal(claims[0]?.["own"], 'one; "two"\nthree');
  assert.equal(measures[0]?.label, "Cases");
});

Deno.test("separators are named as people type them", () => {
  const typed = [",", "comma", ";", "\t", "\\t", "tab", "TAB", "|", "auto"];
  assert.deepEqual(typed.map(readSeparator), [
    ...[",", ",", ";", "\t", "\t", "\t", "\t", "|", "auto"],
  ]);
  for (const wrong of ["", ":", ",,", "constructor"]) {
    assert.throws(() => readSeparator(wrong), /is not a separator; use/);
  }
});

Deno.test("text in another encoding is named, not decoded to nonsense", async () => {
  const table = `${HEADER}\n`;
  const cases: [Uint8Array | string, RegExp][] = [
    [utf16(table, true), /^claims\.csv:1:1 \(record\): is UTF-16 text; save/],
    [
      utf16(table, false),
      /^claims\.csv:1:1 \(record\): holds a NUL char.*UTF-16/,
    ],
    [`${table}a,b\0\n`, /^claims\.csv:2:1 \(record\): holds a NUL character/],
    [`${HEADER}\ra,cases,total,1,2024,2024\r`, /1:1 .*end with CR alone/],
    [
      `sep=;\n${table}`,
      /^claims\.csv:1:1 .*'sep=;' is a line for spreadsheets/,
    ],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 1]), /1:1 .*is a workbook/],
    [new Uint8Array([0x1f, 0x8b, 8, 0]), /1:1 .*is compressed/],
    [new Uint8Array([0xff]), /1:1 .*is not UTF-8 text/],
    ["", /1:1 \(header\): the table is empty/],
    ["\ufeff", /1:1 \(header\): the table is empty/],
    ["\n\r\n\n", /1:1 \(header\): the table is empty/],
  ];
  for (const [claims, expected] of cases) {
    const found = await problems({ claims });
    assert.equal(found.length, 1);
    assert.match(found[0]!, expected);
  }
});

Deno.test("the line that is not UTF-8 is found far into a table", async () => {
  const text = `${HEADER}\n` +
    Array.from({ length: 60_000 }, (_, i) => `c${i},\ufffd,none,,,\n`).join("");
  const bytes = new TextEncoder().encode(text);
  const line = 41_235;
  let at = 0;
  for (let i = 1; i < line; i++) at = bytes.indexOf(10, at) + 1;
  bytes[at] = 0xc3;
  assert.deepEqual(await problems({ claims: bytes }), [
    `claims.csv:${line}:1 (record): is not UTF-8 text; save the table as UTF-8`,
  ]);
});

Deno.test("every plain form of a number is named, and none that is guessed", () => {
  const forms: Record<string, string[]> = {
    "60,000": ["60000"],
    "231 000": ["231000"],
    "231\u202f000": ["231000"],
    "231\u2009000": ["231000"],
    "231\u00a0000": ["231000"],
    "1'234'567": ["1234567"],
    "1’234": ["1234"],
    "1,234,567": ["1234567"],
    "1,234.5": ["1234.5"],
    "1.234,5": ["1234.5"],
    "1.234.567": ["1234567"],
    "1 234,56": ["1234.56"],
    "1,84": ["1.84"],
    "0,250": ["0.250"],
    "1,234": ["1234", "1.234"],
    "1e5": ["100000"],
    "2.5E3": ["2500"],
    "20%": ["0.2"],
    "12,5 %": ["0.125"],
    "120%": ["1.2"],
    " 5 ": ["5"],
    "+5": ["5"],
    "-5": [],
    "1e-5": ["0.00001"],
    "12.50%": ["0.1250"],
    "1.5m": ["1500000"],
    "3k": ["3000"],
    "2 mil": ["2000", "2000000"],
    "1,2,3": [],
    "12,34,567": ["1234567"],
    "about 5": [],
    "231.000": [],
    "": [],
  };
  for (const [typed, plain] of Object.entries(forms)) {
    assert.deepEqual(plainForms(typed), plain, typed);
  }
});
