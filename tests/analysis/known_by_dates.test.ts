import type { Claim } from "../../lib/quantity/claim.ts";
import { knownByDates } from "../../lib/analysis/known_by_dates.ts";
import { InputError } from "../../lib/reconcile/model/input_error.ts";
import assert from "node:assert/strict";

const year = { start: "2024-01", end: "2024-12" } as const;
const claim = {
  ...year,
  kind: "total",
  measure: "cases",
  hedge: "exact",
} as const;

const claims: Claim[] = [
  { ...claim, claim_id: "late", stated: "90", source_id: "c" },
  { ...claim, claim_id: "early", stated: "70", source_id: "a" },
  { ...claim, claim_id: "other", measure: "x", stated: "1", source_id: "b" },
  { ...claim, claim_id: "undated", stated: "1", source_id: "d" },
  { ...claim, claim_id: "vague", kind: "none", source_id: "e" },
];

const sources = [
  { source_id: "c", published: "2025-03-01" },
  { source_id: "a", published: "2025-01" },
  { source_id: "b", published: "2025-01-31" },
  { source_id: "d" },
  { source_id: "e", published: "2025-02-01" },
];

Deno.test("knownByDates() has a date for every day on which modelled claims appeared", async () => {
  const known = await knownByDates({ claims, sources });
  assert.deepEqual(
    known.map(({ date, sources, claims }) => [date, sources, claims]),
    // A month means its last day, which is that of the other source.
    [["2025-01", ["a", "b"], 2], ["2025-03-01", ["c"], 3]],
  );
});

Deno.test("knownByDates() says from when claims conflict, and follows bounds", async () => {
  const count = { ...year, measure: "cases" };
  const known = await knownByDates({ claims, sources }, [count]);
  assert.deepEqual(known.map((on) => on.consistent), [true, false]);
  assert.deepEqual(known.map((on) => on.conflicts), [0, 1]);
  assert.deepEqual(known.map((on) => on.without), [[], ["early"]]);
  assert.deepEqual(known.map((on) => on.slack === 0), [true, false]);
  assert.deepEqual(known.map((on) => on.complete), [true, true]);
  const bound = { measure: "cases", start: "2024-01-01", end: "2024-12-31" };
  assert.deepEqual(known.map((on) => on.bounds), [
    [{ ...bound, low: 70, high: 70 }],
    [{ ...bound, low: 90, high: 90 }],
  ]);
});

Deno.test("knownByDates() knows nothing of a measure before it is claimed", async () => {
  const first = sources.filter(({ source_id }) => source_id !== "b");
  const late = [...first, { source_id: "b", published: "2025-04" }];
  const count = { ...year, measure: "x" };
  const known = await knownByDates({ claims, sources: late }, [count]);
  assert.deepEqual(
    known.map(({ bounds: [x] }) => [x!.start, x!.low, x!.high]),
    [
      ["2024-01-01", 0, null],
      ["2024-01-01", 0, null],
      ["2024-01-01", 1, 1],
    ],
  );
  const unknown = { ...year, measure: "y" };
  await assert.rejects(
    knownByDates({ claims, sources }, [unknown]),
    InputError,
  );
});

Deno.test("knownByDates() keeps to the selection, and finds nothing in nothing", async () => {
  const options = { withoutSources: ["a", "b"] };
  const known = await knownByDates({ claims, sources }, [], options);
  assert.deepEqual(known.map(({ date }) => date), ["2025-03-01"]);
  assert.deepEqual(await knownByDates({ claims: [] }), []);
});
