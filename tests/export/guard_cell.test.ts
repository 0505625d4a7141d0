import { guardCell } from "../../lib/export/guard_cell.ts";
import assert from "node:assert/strict";

const RUN = [
  "=1+1",
  "+1",
  "-1",
  "@SUM(A1)",
  '=cmd|" /C calc"!A0',
  "\t=1",
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
  "  \ufeff\t @x",
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
