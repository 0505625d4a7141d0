import assert from "node:assert/strict";
import type { Claim, Measure } from "../../lib/quantity/claim.ts";
import { InputError } from "../../lib/quantity/input_error.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";

const YEAR = { start: "2024-01", end: "2024-12" };

function total(claim_id: string, measure: string, stated: number): Claim {
  return {
    claim_id,
    measure,
    kind: "total",
    stated: String(stated),
    hedge: "exact",
    ...YEAR,
  };
}

function ratio(i: number, measure: string, of: string, months: string): Claim {
  return {
    claim_id: `r${i}`,
    measure,
    kind: "ratio",
    stated: (1 + (i * 37 % 100) / 83).toFixed(5),
    hedge: "about",
    of_measure: of,
    start: "2024-01",
    end: months,
  };
}

/** Each is the one before times a number, from a thousand to ten thousand. */
function chain(n: number): Claim[] {
  return [
    ...Array.from(
      { length: n },
      (_, i) => ratio(i, `m${i}`, `m${i + 1}`, "2024-12"),
    ),
    total("first", "m0", 1000),
    total("last", `m${n}`, 10_000),
  ];
}

/** Many counts, each a ratio to the same one over months of its own. */
function star(n: number): Claim[] {
  return [
    ...Array.from(
      { length: n },
      (_, i) =>
        ratio(i, `m${i}`, "hub", `2024-${String(1 + i % 12).padStart(2, "0")}`),
    ),
    ...Array.from({ length: n }, (_, i) => total(`t${i}`, `m${i}`, 100 + i)),
    total("hub", "hub", 1000),
  ];
}

/** Each is all of the one before, and two say different numbers. */
function nested(n: number): { claims: Claim[]; measures: Measure[] } {
  return {
    claims: [total("a", "m0", 1), total("b", `m${n - 1}`, 2)],
    measures: Array.from({ length: n }, (_, i): Measure => ({
      measure: `m${i}`,
      ...i > 0 && { part_of: `m${i - 1}`, split: "full" as const },
    })),
  };
}

const BOMBS = {
  "120 chained ratios": chain(120),
  "300 chained ratios": chain(300),
  "a star of 400 ratios": star(400),
  "300 parts within each other": nested(300),
  "3,000 parts within each other": nested(3000),
};

/** What a busy machine may add to a second. */
const LATE = 4;

/** Bytes that a few kilobytes of claims may take. */
const MOST = 700 * 2 ** 20;

for (const [name, input] of Object.entries(BOMBS)) {
  Deno.test(`little that asks for much ends in time and fits into memory: ${name}`, async () => {
    const seconds = 1;
    const began = performance.now();
    try {
      using result = await reconcile(input, { seconds });
      const json = result.toJSON();
      // What is given without certainty is what holds anyway.
      if (!json.certain.bounds) {
        assert.ok(
          json.bounds.every(({ low, high }) => high === null || low <= high),
        );
      }
      assert.equal(json.consistent, json.bounds_without.length === 0);
    } catch (error) {
      // No verdict is given that is not certain.
      assert.ok(error instanceof InputError, String(error));
      assert.match(error.message, /time ran out/);
    }
    const took = (performance.now() - began) / 1000;
    assert.ok(took < seconds + 1 + LATE, `${took} s`);
    assert.ok(Deno.memoryUsage().rss < MOST, `${Deno.memoryUsage().rss}`);
  });
}
