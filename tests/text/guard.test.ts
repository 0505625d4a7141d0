import assert from "node:assert/strict";
import {
  guardCell,
  guardData,
  quoteCell,
  unguardData,
} from "../../lib/text/guard.ts";

const RUN = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  '=cmd|" /C calc"!A0',
  "\tx",
  "\rx",
  "\nx",
  " =1",
  "\u00a0=1",
  "\u3000=1",
  "\ufeff=1",
  "\u200b=1",
  "\u202e=1",
  "\u0000=1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  "﹦1",
];

const SHOWN = [
  "",
  " ",
  "a=1",
  "1-2",
  "'=1",
  "–5",
  "−5",
  "15,000 – 18,000",
  "(=1)",
  "українська",
  '"=1"',
];

Deno.test("what a spreadsheet would run has an apostrophe before it", () => {
  for (const text of RUN) {
    assert.equal(guardCell(text), `'${text}`, JSON.stringify(text));
  }
});

Deno.test("other text stays as it is", () => {
  for (const text of SHOWN) {
    assert.equal(guardCell(text), text, JSON.stringify(text));
  }
});

/** Text that another separator cuts before a formula, and what becomes of it. */
const CUT = [
  ["x;=1+1;y", "x;'=1+1;y"],
  ["x\t=1+1", "x\t'=1+1"],
  ["x|@SUM(A1)", "x|'@SUM(A1)"],
  ["x\n=1", "x\n'=1"],
  ["x\r\n=1", "x\r\n'=1"],
  ["x; \u200b＝1", "x;' \u200b＝1"],
  ['x;"=1"', 'x;\'"=1"'],
  [";=1;=2;;-3", ";'=1;'=2;;'-3"],
  ["\t=1", "'\t'=1"],
  ["=1;=2", "'=1;'=2"],
  ["x; y = 2; z", "x; y = 2; z"],
  ["  \ufeff\t @x", "  \ufeff\t' @x"],
] as const;

/** The cells of a line for a program that cuts at a separator, quotes or not. */
function cut(line: string, separator: string): string[] {
  const cells: string[] = [];
  for (const piece of line.split(separator)) {
    // Quotes hold a cell together where they are its first and last character.
    cells.push(piece.replace(/^"(.*)"$/su, "$1").replaceAll('""', '"'));
  }
  return cells;
}

Deno.test("no cell of any separator begins with a formula", () => {
  const runs = /^["\p{Z}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u;
  for (const [text, guarded] of CUT) {
    assert.equal(guardCell(text), guarded, JSON.stringify(text));
    const line = `a,${quoteCell(guarded)},b`;
    for (const separator of [";", "\t", "|", "\n"]) {
      for (const cell of cut(line, separator)) {
        assert.doesNotMatch(cell, runs, JSON.stringify([line, separator]));
      }
    }
  }
});

Deno.test("a cell that any separator would cut stands in quotes", () => {
  for (const text of ["a,b", "a;b", "a|b", "a\tb", "a\nb", "a\rb", ""]) {
    assert.equal(quoteCell(text), `"${text}"`);
  }
  assert.equal(quoteCell('"'), '""""');
  for (const text of ["a", "-5", "a b", "'=1"]) {
    assert.equal(quoteCell(text), text);
  }
});

Deno.test("a dataset's cell is guarded and read back, whatever it holds", () => {
  const parts = [
    "=",
    "'",
    "''",
    ";",
    "\t",
    "\n",
    "\r\n",
    '"',
    " ",
    "\u200b",
    "x",
    "-5",
    "",
  ];
  const texts = new Set([...RUN, ...SHOWN, ...CUT.flat()]);
  for (const a of parts) {
    for (const b of parts) {
      for (const c of parts) for (const d of parts) texts.add(a + b + c + d);
    }
  }
  const guarded = new Set<string>();
  for (const text of texts) {
    const cell = guardData(text);
    guarded.add(cell);
    assert.equal(unguardData(cell), text, JSON.stringify(text));
    if (!/^(-?\d+|[-+@=])$/.test(text)) {
      assert.equal(guardCell(cell), cell, JSON.stringify(text));
    }
  }
  assert.equal(guarded.size, texts.size);
  for (const text of ["-3000", "0.5", "-", "inf", "it's"]) {
    assert.equal(guardData(text), text);
  }
});
