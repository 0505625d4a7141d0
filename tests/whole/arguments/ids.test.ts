import assert from "node:assert/strict";
import pl from "nodejs-polars";
import { calibrationRows, originClaims } from "../../../lib/chart.ts";
import { tableFrame, writeTable } from "../../../lib/frames.ts";
import {
  besideRecord,
  calibrate,
  claimIntervals,
  InputError,
  knownByDates,
  leaveOut,
  loadDataset,
  origins,
  readSeparator,
  reconcile,
  type ReconcileOptions,
  restsOn,
  selectCollection,
  table,
  tellAlternatives,
  tellConflicts,
} from "../../../lib/mod.ts";

const data = await loadDataset(new URL("../../../data", import.meta.url));
const reports = selectCollection(data, "reports");
const result = await reconcile(reports, { most: 1 });
const year = ["2024-01", "2024-12"] as const;
const bounds = result.bounds("proceedings", ...year);
const estimates = claimIntervals(data)
  .filter(({ claim }) => claim.kind === "total").slice(0, 1);

const select = (options: Record<string, unknown>) => () =>
  reconcile(data, options as ReconcileOptions);

/** Calls with a misspelt id or word, and what the message offers instead. */
const MISSPELT: readonly (readonly [string, () => unknown, string])[] = [
  [
    "a collection",
    select({ collections: ["repots"] }),
    "'repots' is not a collection; did you mean 'reports'?",
  ],
  [
    "a claim left out",
    select({ without: ["tass-4690-case"] }),
    "'tass-4690-case' is not a claim; did you mean 'tass-4690-cases'?",
  ],
  [
    "a source left out",
    select({ withoutSources: ["tass-2025-01-0"] }),
    "'tass-2025-01-0' is not a source; did you mean '",
  ],
  [
    "a claim that is read",
    select({ reading: { "tass-4690-case": "default" } }),
    "'tass-4690-case' is not a claim; did you mean 'tass-4690-cases'?",
  ],
  [
    "a reading",
    select({ reading: { "tass-4690-cases": "defalt" } }),
    "'defalt' is not a reading of tass-4690-cases; did you mean 'default'?",
  ],
  [
    "a measure that is another",
    select({ same: [["proceeding", "persons"]] }),
    "'proceeding' is not a measure; did you mean 'proceedings'?",
  ],
  [
    "a status that is weighed",
    select({ weights: { offical: 2 } }),
    "'offical' is not a status; did you mean 'official'?",
  ],
  [
    "a key of what is shown",
    select({ show: { form: "2024-01" } }),
    "'form' is not a key of show; did you mean 'from'?",
  ],
  [
    "a unit of what is shown",
    select({ show: { per: "months" } }),
    "show.per: 'months' is not day, week, month, quarter or year; did you mean 'month'?",
  ],
  [
    "a measure bounded",
    () => result.bounds("proceding", ...year),
    "'proceding' is not a measure; did you mean 'proceedings'?",
  ],
  [
    "a measure month by month",
    () => result.monthly(["proceding"]),
    "'proceding' is not a measure; did you mean 'proceedings'?",
  ],
  [
    "a claim implied",
    () => result.implied("tass-4690-case"),
    "'tass-4690-case' is not a modelled claim of this selection; did you mean 'tass-4690-cases'?",
  ],
  [
    "a total that is stale",
    () => result.staleness("tass-4690-case"),
    "'tass-4690-case' is not a modelled claim of this selection; did you mean 'tass-4690-cases'?",
  ],
  [
    "an official measure",
    () => result.coverage("tass-4690-cases", "tabel"),
    "'tabel' is not a measure; did you mean 'table'?",
  ],
  [
    "a collection of a dataset",
    () => selectCollection(data, "recrod"),
    "'recrod' is not a collection; did you mean 'record'?",
  ],
  [
    "a collection calibrated",
    () => calibrate(data, { collections: ["recrod"] }),
    "'recrod' is not a collection; did you mean 'record'?",
  ],
  [
    "a register's measure",
    () => calibrate(data, { registers: { proceedings: ["tabel"] } }),
    "'tabel' is not a measure; did you mean 'table'?",
  ],
  [
    "a table",
    () => tableFrame(data, "claim" as "claims"),
    "'claim' is not a table; did you mean 'claims'?",
  ],
  [
    "what is left out in turn",
    () => leaveOut(data, "publishr" as "publisher"),
    "by: 'publishr' is not publisher or publisher_kind; did you mean 'publisher'?",
  ],
  [
    "a side",
    () => restsOn(bounds, "hihg" as "high"),
    "side: 'hihg' is not low or high; did you mean 'high'?",
  ],
  [
    "a key of a count followed",
    () => knownByDates(data, [{ measure: "a", strat: "2024-01" } as never]),
    "'strat' is not an option; did you mean 'start'?",
  ],
  [
    "a separator",
    () => readSeparator("semicolons"),
    "'semicolons' is not a separator; did you mean 'semicolon'?",
  ],
  [
    "a column of a frame",
    () => table(pl.DataFrame({ cases: [1] }), { columns: ["case"] }),
    "The table has no column case; did you mean 'cases'?",
  ],
  [
    "an ending",
    () => writeTable(pl.DataFrame({ cases: [1] }), "nowhere/table.cvs"),
    "'nowhere/table.cvs' does not end in .csv, .json, .parquet",
  ],
];

/** Calls with an argument of the wrong type, and the start of the message. */
const TYPES: readonly (readonly [string, () => unknown, string])[] = [
  [
    "claims that nobody awaited",
    () =>
      reconcile(
        loadDataset(new URL("../../../data", import.meta.url)) as never,
      ),
    "a Promise is neither a list of claims nor the tables of a dataset, an object with claims; await it first",
  ],
  [
    "a dataset that nobody awaited",
    () => claimIntervals(Promise.resolve(data) as never),
    "a Promise is not a dataset; await it first",
  ],
  [
    "text for a dataset",
    () => origins("data" as never),
    "'data' is not a dataset; give what loadDataset() reads",
  ],
  [
    "a collection without its list",
    select({ collections: "reports" }),
    "collections: 'reports' is not a list of ids; write ['reports']",
  ],
  [
    "a measure without its list",
    () => result.monthly("proceedings" as never),
    "wanted: 'proceedings' is not a list of ids; write ['proceedings']",
  ],
  [
    "a number for a measure",
    () => result.bounds(3 as never, ...year),
    "3 is not a measure; use ",
  ],
  [
    "a number for a date",
    () => result.bounds("proceedings", 2024 as never, "2024-12"),
    "2024 is not a date, text like '2024-01-31' or '2024-01'",
  ],
  [
    "a date in time",
    select({ knownBy: new Date(0) }),
    "knownBy: a Date is not a date, text like '2024-01-31' or '2024-01'",
  ],
  [
    "an empty date",
    select({ knownBy: "" }),
    "knownBy: '' is not a date like 2024-01-31 or 2024-01",
  ],
  [
    "a number in text",
    select({ most: "5" }),
    "most: '5' is not a whole number of 0 or more",
  ],
  [
    "no number",
    select({ seconds: NaN }),
    "seconds: NaN is not a number of 0 or more",
  ],
  [
    "a list of pairs without its list",
    select({ same: ["a", "b"] }),
    "same[0]: 'a' is not a pair of ids, ['a', 'b']",
  ],
  [
    "a weight of 0",
    select({ weights: { official: 0 } }),
    "weights.official: 0 is not a number above 0",
  ],
  [
    "registers without their lists",
    () => besideRecord(estimates, result, { proceedings: "table" } as never),
    "registers.proceedings: 'table' is not a list of ids; write ['table']",
  ],
  [
    "names in a Map",
    () => originClaims(estimates, new Map() as never),
    "names: a Map is not an object of names by origin",
  ],
  [
    "a key of what is shown",
    () => result.unitOf("proceedings", { pre: "day" } as never),
    "'pre' is not a key of show; ",
  ],
  [
    "a name of a number",
    () => result.nameOf(5 as never),
    "measure: 5 is not text",
  ],
  [
    "known conflicts in a list",
    () => result.dissolves(["a"] as never),
    "known: a list is not a set of conflicts",
  ],
  [
    "conflicts without a list",
    () => tellConflicts("a" as never, result.facts),
    "conflicts: 'a' is not a list of conflicts",
  ],
  [
    "conflicts without their text",
    () => tellConflicts([{ claims: ["a"] }] as never, result.facts),
    "conflicts[0].text: undefined is not text",
  ],
  [
    "facts that are claims",
    () => tellConflicts([], [{ claim_id: "a" }] as never),
    "facts[0].claim: undefined is not text",
  ],
  [
    "a name where a function gives it",
    () => tellConflicts([], [], "cases" as never),
    "name: 'cases' is not a function",
  ],
  [
    "a choice that is a list",
    () => tellAlternatives([["a"]] as never),
    "choice: a list is not an object; its keys are options, complete",
  ],
  [
    "options that are ids",
    () => tellAlternatives({ options: ["a"], complete: true } as never),
    "choice.options[0]: 'a' is not a list of ids; write ['a']",
  ],
  [
    "names that are none",
    () => calibrationRows([], { cases: 1 } as never),
    "names.cases: 1 is not text",
  ],
];

for (const [what, call, message] of [...MISSPELT, ...TYPES]) {
  Deno.test(`a call is refused with what would be right: ${what}`, async () => {
    await assert.rejects(async () => await call(), (error: Error) => {
      assert.ok(error instanceof InputError, `${error.stack}`);
      assert.ok(error.message.startsWith(message), error.message);
      return true;
    });
  });
}

Deno.test("a width is a number as it prints, or a fraction", async () => {
  const claim = { claim_id: "a", kind: "total", measure: "m" } as const;
  const about = { ...claim, stated: "100", hedge: "about" };
  const claims = [{ ...about, start: "2024-01", end: "2024-01" }];
  // 100 is rounded to hundreds: 100 − 100 × 0.1, to the letter in each form.
  for (const width of [0.1, { n: 1n, d: 10n }]) {
    using found = await reconcile(claims, { width });
    assert.deepEqual(
      [found.claims[0]?.low, found.claims[0]?.high],
      [90, 110],
    );
  }
  // Text is no number: it would be one to the letter, or by mistake.
  const text = { width: "2" } as unknown as { width: number };
  await assert.rejects(reconcile(claims, text), /width.*'2'.*number/s);
});

Deno.test("names and registers do not find what every object inherits", () => {
  const [row] = estimates;
  const claim = { ...row!.claim, origin: "constructor", measure: "toString" };
  const [shown] = originClaims([{ ...row!, claim }], {});
  assert.equal(shown?.origin, "constructor");
  assert.deepEqual(besideRecord([{ ...row!, claim }], result, {}), []);
});
