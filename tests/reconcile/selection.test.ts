import assert from "node:assert/strict";
import type { Claim, Source } from "../../lib/quantity/claim.ts";
import { InputError } from "../../lib/reconcile/model/input_error.ts";
import { prepare } from "../../lib/reconcile/model/prepare.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type {
  ReconcileOptions,
  Tables,
} from "../../lib/reconcile/model/tables.ts";

function claim(id: string, cells: Partial<Claim> = {}): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure: "cases",
    stated: "10",
    hedge: "exact",
    start: "2024-01",
    end: "2024-01",
    ...cells,
  };
}

const SOURCES: Source[] = [
  { source_id: "day", published: "2024-03-15" },
  { source_id: "month", published: "2024-03" },
  { source_id: "undated", published: null },
];

const DATA: Tables = {
  claims: [
    claim("a", { source_id: "day", collection: "reports", origin: "o" }),
    claim("b", { source_id: "month", collection: "record", origin: "o" }),
    claim("c", { source_id: "undated", collection: "record", origin: "o" }),
    claim("d", { collection: "other", origin: "o", measure: "people" }),
    claim("e", { source_id: "day", origin: "o", kind: "none" }),
  ],
  sources: SOURCES,
  measures: [{ measure: "cases" }, { measure: "people" }],
  readings: [
    { claim_id: "e", reading: "counted", kind: "total", hedge: "-" },
  ],
};

function kept(options: ReconcileOptions): string[] {
  return prepare(DATA, options).items.map(({ claim }) => claim.claim_id);
}

Deno.test("each option keeps the claims that it says", () => {
  assert.deepEqual(kept({}), ["a", "b", "c", "d"]);
  assert.deepEqual(kept({ collections: ["record"] }), ["b", "c"]);
  assert.deepEqual(kept({ collections: ["record", "other"] }), ["b", "c", "d"]);
  assert.deepEqual(kept({ without: ["a", "d"] }), ["b", "c"]);
  assert.deepEqual(kept({ withoutSources: ["day"] }), ["b", "c", "d"]);
  assert.deepEqual(kept({ reading: { e: "counted" } }), [
    "a",
    "b",
    "c",
    "d",
    "e",
  ]);
});

Deno.test("known by a date: a month means its last day, no date never counts", () => {
  assert.deepEqual(kept({ knownBy: "2024-03-14" }), []);
  assert.deepEqual(kept({ knownBy: "2024-03-15" }), ["a"]);
  assert.deepEqual(kept({ knownBy: "2024-03-30" }), ["a"]);
  assert.deepEqual(kept({ knownBy: "2024-03-31" }), ["a", "b"]);
  assert.deepEqual(kept({ knownBy: "2024-03" }), ["a", "b"]);
});

Deno.test("echoes once: the earliest published of an origin, measure and period", () => {
  assert.deepEqual(kept({ echoes: "once" }), ["a", "d"]);
  assert.deepEqual(kept({ echoes: "once", without: ["a"] }), ["b", "d"]);
  assert.deepEqual(kept({ echoes: "once", without: ["a", "b"] }), ["c", "d"]);
});

Deno.test("an alternative reading inherits empty cells and empties with a dash", () => {
  const { items } = prepare(DATA, { reading: { e: "counted" } });
  const { cells, stated } = items.at(-1)!;
  assert.equal(cells.hedge, null);
  // The hedge is gone, so that 10 stands bare: half a unit either way.
  assert.deepEqual([stated.low!.n, stated.high!.n], [5n, 15n]);
});

const WRONG: [string, ReconcileOptions, RegExp][] = [
  ["a collection", { collections: ["nope"] }, /'nope' is not a collection/],
  ["a claim", { without: ["nope"] }, /'nope' is not a claim/],
  ["a source", { withoutSources: ["nope"] }, /'nope' is not a source/],
  ["a claim to read", { reading: { nope: "x" } }, /'nope' is not a claim/],
  ["a reading", { reading: { e: "nope" } }, /not a reading of e.*counted/],
  ["a measure", { same: [["cases", "nope"]] }, /'nope' is not a measure/],
  ["a date", { knownBy: "March" }, /'March' is not a date/],
  ["a width", { width: -1 }, /-1 is not a width/],
  ["a number of results", { most: 1.5 }, /1.5 is not a whole number/],
];

for (const [what, options, message] of WRONG) {
  Deno.test(`an unknown or malformed option is named: ${what}`, () => {
    assert.throws(() => prepare(DATA, options), (error: Error) => {
      assert.ok(error instanceof InputError);
      assert.match(error.message, message);
      return true;
    });
  });
}

const BROKEN: [Partial<Claim>, RegExp][] = [
  [
    { kind: "rate", start: "2024-01-02", end: "2024-01" },
    /whole calendar months/,
  ],
  [{ kind: "ratio" }, /needs its of_measure/],
  [{ kind: "ratio", of_measure: "people", of_start: "2024-01" }, /together/],
  [{ start: null }, /needs a start and an end/],
  [{ start: "2024-02" }, /before it starts/],
  [{ stated: "ten" }, /'ten' is not plain digits/],
  [{ stated: null }, /the number is missing/],
  [{ hedge: "perhaps" }, /'perhaps' is not a hedge/],
  [{ weight: "0" }, /weight '0' is not a number above 0/],
  [{ kind: "sum" as "total" }, /'sum' is not a kind; did you mean 'total'\?/],
];

for (const [cells, message] of BROKEN) {
  Deno.test(`a claim that cannot be read is refused: ${message}`, () => {
    assert.throws(() => prepare([claim("x", cells)], {}), (error: Error) => {
      assert.ok(error instanceof InputError);
      assert.match(error.message, message);
      assert.match(error.message, /^x/);
      return true;
    });
  });
}

Deno.test("two claims of one id are refused", () => {
  assert.throws(
    () => prepare([claim("x"), claim("x")], {}),
    /'x' is given twice/,
  );
});

Deno.test("a rate may be mean over months that need not each hold it", async () => {
  const rate = claim("rate", {
    kind: "rate",
    stated: "10",
    start: "2024-01",
    end: "2024-02",
  });
  const january = claim("january", { stated: "15" });
  using mean = await reconcile([rate, january]);
  assert.equal(mean.consistent, true);
  using each = await reconcile([{ ...rate, spread: "each" }, january]);
  assert.deepEqual(each.conflicts.map(({ claims }) => claims), [[
    "january",
    "rate",
  ]]);
});

Deno.test("measures taken to be the same go by the right name, parts stay apart", async () => {
  const tables: Tables = {
    claims: [
      claim("x", { measure: "x1", stated: "4" }),
      claim("y", { measure: "y1", stated: "9" }),
    ],
    measures: [
      { measure: "x" },
      { measure: "x1", part_of: "x", split: "full" },
      { measure: "x2", part_of: "x", split: "full" },
      { measure: "y" },
      { measure: "y1", part_of: "y", split: "full" },
      { measure: "y2", part_of: "y", split: "full" },
    ],
  };
  using result = await reconcile(tables, { same: [["x", "y"]] });
  assert.deepEqual(result.measures, ["x1", "x2", "y", "y1", "y2"]);
  // One group of four would put 13 below the whole; two groups of two, 9.
  const { low, high, measure } = result.bounds("x", "2024-01", "2024-01");
  assert.deepEqual([measure, low, high], ["y", 9, null]);
  using chained = await reconcile(tables, {
    same: [["x1", "x2"], ["x2", "y1"], ["y1", "x1"]],
  });
  assert.deepEqual(chained.measures, ["x", "y", "y1", "y2"]);
});
