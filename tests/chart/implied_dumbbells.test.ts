import {
  impliedDumbbells,
  type ImpliedRow,
  impliedRows,
} from "../../lib/chart/implied_dumbbells.ts";
import { checkApart, checkChart, HOSTILE, placed } from "./checks.ts";
import { result } from "./real.ts";
import assert from "node:assert/strict";

const ROW: ImpliedRow = {
  group: "Cases",
  claim: "a",
  label: "A Paper: 100",
  title: "“100”",
  status: "attributed",
  low: 95,
  high: 105,
  impliedLow: 0,
  impliedHigh: null,
};

const crosses = (row: Partial<ImpliedRow>) =>
  placed(impliedDumbbells([{ ...ROW, ...row }]), "wide")
    .filter(({ text }) => text.startsWith("✕")).length;

Deno.test("impliedDumbbells() draws every modelled claim, labels apart", () => {
  const rows = impliedRows(result);
  // What stands out has no number.
  const numbers = result.claims.filter(({ low }) => low !== null);
  assert.equal(rows.length, numbers.length);
  const draw = () => impliedDumbbells(rows);
  checkChart(draw);
  checkApart(draw());
  for (const { claim } of numbers) {
    assert.ok(draw().svg.includes(claim), claim);
  }
});

Deno.test("impliedRows() keeps totals, rates and comparisons apart", () => {
  const groups = new Set(
    impliedRows({ ...result, nameOf: (id) => id }).map(({ group }) => group),
  );
  assert.ok(groups.has("proceedings"));
  assert.ok(groups.has("proceedings, a month"));
  assert.ok(groups.has("persons-left per proceedings"));
});

Deno.test("impliedDumbbells() marks the claims that the others rule out", () => {
  assert.equal(crosses({}), 0);
  assert.equal(crosses({ impliedHigh: 95 }), 0);
  assert.equal(crosses({ impliedHigh: 94 }), 1);
  assert.equal(crosses({ impliedLow: 106 }), 1);
  assert.equal(crosses({ high: null, impliedLow: 106 }), 0);
  assert.equal(crosses({ impliedLow: null }), 1);
});

Deno.test("impliedDumbbells() draws nothing, noughts, and hostile text", () => {
  checkChart(() => impliedDumbbells([]));
  checkChart(() =>
    impliedDumbbells([{ ...ROW, low: 0, high: 0, impliedHigh: 0 }])
  );
  checkChart(() =>
    impliedDumbbells([
      { ...ROW, group: HOSTILE, label: HOSTILE, title: HOSTILE, high: null },
      { ...ROW, group: "x".repeat(300), low: 1e-9, high: 1e15 },
    ])
  );
});
