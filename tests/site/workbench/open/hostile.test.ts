import { strToU8, zipSync } from "fflate";
import assert from "node:assert/strict";
import {
  openFiles,
  openRows,
} from "../../../../lib/site/workbench/open/open_files.ts";
import { understand } from "../../../../lib/site/workbench/open/understand.ts";
import { cellsOf } from "../../../../lib/site/workbench/tables.ts";
import { workbookOf } from "./workbook_of.ts";

const CLAIMS = "claim_id,measure,kind,stated,start,end\n";

/** More than all that is opened may have. */
const SIZE = 2 ** 25 + 1;

/** A zip that says of its one file that it is small. */
function lyingZip(size: number): Uint8Array {
  const zip = zipSync({ "claims.csv": new Uint8Array(size) }, { level: 1 });
  const view = new DataView(zip.buffer, zip.byteOffset);
  for (let at = 0; at < zip.length - 4; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, 1000, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, 1000, true);
  }
  return zip;
}

Deno.test("a zip that unpacks to too much is refused, whatever it says", async () => {
  for (
    const zip of [
      lyingZip(SIZE),
      zipSync({ "a.csv": new Uint8Array(SIZE) }, { level: 1 }),
    ]
  ) {
    await assert.rejects(
      openFiles([{ name: "a.zip", bytes: zip }]),
      /a\.zip unpacks to more than 32 MiB/,
    );
  }
});

Deno.test("a zip of very many files is refused, and a broken one told", async () => {
  const many = Object.fromEntries(
    Array.from({ length: 2001 }, (_, i) => [`${i}.csv`, strToU8("a")]),
  );
  await assert.rejects(
    openFiles([{ name: "a.zip", bytes: zipSync(many) }]),
    /more than 2000 files/,
  );
  const cut = zipSync({ "claims.csv": strToU8(CLAIMS.repeat(100)) });
  for (const bytes of [cut.subarray(0, 40), cut.with(45, 255)]) {
    await assert.rejects(
      openFiles([{ name: "a.zip", bytes }]),
      /a\.zip|nothing to open/,
    );
  }
});

Deno.test("names that lead out of a folder are names like others", async () => {
  const zip = zipSync({
    "../../etc/claims.csv": strToU8(CLAIMS),
    "../../etc/__proto__.md": strToU8("x"),
    "..\\..\\windows\\evil.csv": strToU8("a"),
  });
  const { sheets, files } = await openFiles([{ name: "a.zip", bytes: zip }]);
  assert.deepEqual(sheets.map(({ name }) => name), ["claims.csv"]);
  assert.deepEqual(Object.keys(files), ["__proto__.md"]);
});

Deno.test("cells that are markup, formulas or names of objects stay text", () => {
  const evil = [
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("x")',
    "__proto__",
    "\u202eevil",
  ];
  const text = `measure\tkind\tstated\tstart\tend\tconstructor\n` +
    evil.map((one) => `${one}\ttotal\t1\t2024-01\t2024-01\t${one}\n`).join("");
  const { tables } = understand(openRows(text).sheets, {});
  assert.deepEqual(
    cellsOf(tables.claims!).map((
      { measure, constructor },
    ) => [measure, constructor]),
    evil.map((one) => [one, one]),
  );
});

Deno.test("a cell that is huge, and quotes that do not close, are told", () => {
  assert.throws(
    () => openRows(`a\tb\n${"x".repeat(100_001)}\t1\n`),
    /row 2.*letters/,
  );
  assert.throws(() => openRows('a\tb\n"x\t1\n'), /no table/);
});

Deno.test("entities of an .xlsx are not taken apart, and its text stays text", async () => {
  const bomb =
    '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">' +
    '<!ENTITY x SYSTEM "file:///etc/passwd">]>';
  const rows = [["measure", "stated"], ["&lt;b&gt;&amp;amp;", "&b;&x;"]];
  const bytes = workbookOf(rows, bomb);
  const { sheets } = await openFiles([{ name: "a.xlsx", bytes }]);
  const [, row] = sheets[0]!.rows;
  assert.equal(row![0], "<b>&amp;");
  assert.ok(!/aaaa|root:/.test(row![1]!), row![1]);
});

Deno.test("an .xlsx gives cached values, days as days, and tells of formulas without", async () => {
  const { sheets, told } = await openFiles([{
    name: "a.xlsx",
    bytes: workbookOf([["measure", "stated", "start"]], "", [
      // 1 February 2023, by the style of dates.
      '<c r="A2" t="str"><f>"bo"&amp;"ats"</f><v>boats</v></c>',
      '<c r="B2"><f>1+1</f></c>',
      '<c r="C2" s="1"><v>44958</v></c>',
    ]),
  }]);
  assert.deepEqual(sheets[0]!.rows[1], ["boats", "", "2023-02-01"]);
  assert.match(told[0]!, /^B2 in a\.xlsx: a formula whose value was not saved/);
});

Deno.test("what is no table is told, with what would help", async () => {
  const refused: [string, Uint8Array, RegExp][] = [
    ["a.pdf", strToU8("%PDF-1.7\n"), /take it under Read/],
    [
      "a.png",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0]),
      /picture|nothing to open/,
    ],
    [
      "a.xls",
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
      /save it as \.xlsx|Excel/,
    ],
    ["a.zip", zipSync({ "a.png": strToU8("x") }), /holds no tables/],
    [
      "a.xlsx",
      zipSync({ "word/document.xml": strToU8("x") }),
      /no \.xlsx workbook/,
    ],
  ];
  for (const [name, bytes, message] of refused) {
    await assert.rejects(openFiles([{ name, bytes }]), message, name);
  }
});
