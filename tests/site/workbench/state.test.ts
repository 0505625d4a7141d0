import assert from "node:assert/strict";
import {
  applyChange,
  beginHistory,
  cellsOf,
  type Change,
  emptyWorkbench,
  redo,
  takeChange,
  undo,
} from "../../../lib/site/workbench/state.ts";
import { shownRows } from "../../../lib/site/workbench/view.ts";
import { newRow } from "../../../lib/site/workbench/new_row.ts";
import { Random } from "../../reconcile/oracle/random.ts";

function drawChange(random: Random): Change {
  const table = random.pick(["claims", "sources"] as const);
  const row = random.whole(0, 5);
  const column = random.pick(["note", "collection", "colour"]);
  const value = random.pick(["", "a", "b", "=c"]);
  return random.pick<Change>([
    { type: "set", table, row, column, value },
    { type: "add", table, rows: [{ [column]: value }, {}] },
    { type: "add", table, rows: [{ note: value }], at: 0 },
    { type: "remove", table, rows: [row, row + 2] },
    {
      type: "all",
      changes: [
        { type: "add", table, rows: [{ note: "x" }] },
        { type: "set", table, row: 0, column, value },
      ],
    },
    { type: "replace", about: { title: value } },
  ]);
}

Deno.test("all that was done is undone and done again, step by step", () => {
  for (let seed = 0; seed < 40; seed++) {
    const random = new Random(seed);
    let history = beginHistory(emptyWorkbench());
    const seen = [history.bench];
    for (let i = 0; i < 30; i++) {
      history = takeChange(history, drawChange(random), `${i}`);
      if (history.bench !== seen.at(-1)) seen.push(history.bench);
      for (const { columns, rows } of Object.values(history.bench.tables)) {
        assert.equal(new Set(columns).size, columns.length);
        for (const row of rows) assert.equal(row.length, columns.length);
      }
    }
    for (const bench of seen.toReversed().slice(1)) {
      history = undo(history);
      assert.equal(history.bench, bench);
    }
    assert.equal(undo(history).bench, seen[0]);
    for (const bench of seen.slice(1)) {
      history = redo(history);
      assert.equal(history.bench, bench);
    }
    assert.equal(redo(history).bench, seen.at(-1));
  }
});

Deno.test("what is done after an undo takes the place of what was undone", () => {
  const add = (id: string): Change => ({
    type: "add",
    table: "measures",
    rows: [{ measure: id }],
  });
  let history = beginHistory(emptyWorkbench());
  history = takeChange(history, add("a"), "a");
  history = takeChange(undo(history), add("b"), "b");
  assert.deepEqual(history.future, []);
  assert.deepEqual(
    cellsOf(history.bench.tables.measures).map(({ measure }) => measure),
    ["b"],
  );
});

Deno.test("a cell that is set to what it holds, or of no row, is no change", () => {
  const bench = applyChange(emptyWorkbench(), {
    type: "add",
    table: "claims",
    rows: [{ claim_id: "a" }],
  });
  const set = (row: number, column: string, value: string) =>
    applyChange(bench, { type: "set", table: "claims", row, column, value });
  assert.equal(set(0, "claim_id", "a"), bench);
  assert.equal(set(7, "claim_id", "b"), bench);
  assert.equal(set(0, "colour", ""), bench);
  assert.equal(set(7, "colour", "red"), bench);
});

Deno.test("rows are sorted by size, those without a number last, either way", () => {
  const table = {
    columns: ["stated", "speaker"],
    rows: [["1000", "é"], ["", "b"], ["9", "Ministère"], ["-5", "b"]],
  };
  const order = { filter: "", only: null };
  assert.deepEqual(
    shownRows(table, { ...order, column: "stated", descending: false }),
    [3, 2, 0, 1],
  );
  assert.deepEqual(
    shownRows(table, { ...order, column: "stated", descending: true }),
    [0, 2, 3, 1],
  );
  assert.deepEqual(
    shownRows(table, {
      column: null,
      descending: false,
      filter: "ministere 9",
      only: null,
    }),
    [2],
  );
});

Deno.test("a new claim is like the one before it, under an id that is free", () => {
  const { tables } = applyChange(emptyWorkbench(), {
    type: "add",
    table: "claims",
    rows: [
      { claim_id: "claim-1" },
      { claim_id: "x", measure: "cases", source_id: "s", stated: "7" },
    ],
  });
  assert.deepEqual(newRow(tables, "claims"), {
    claim_id: "claim-2",
    kind: "total",
    measure: "cases",
    source_id: "s",
  });
  assert.equal(newRow(tables, "claims", { claim_id: "x" })["claim_id"], "x-2");
});
