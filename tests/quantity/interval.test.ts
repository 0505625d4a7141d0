import { interval, type Stated } from "../../lib/quantity/interval.ts";
import { BUILT_IN_HEDGES } from "../../lib/quantity/hedge.ts";
import { rational, toNumber } from "../../lib/quantity/rational.ts";
import assert from "node:assert/strict";

function ends(cells: Stated, width = rational(1)): [number, number | null] {
  const { low, high } = interval(cells, { width });
  return [toNumber(low!), high && toNumber(high)];
}

Deno.test("each hedge widens as the design says", () => {
  const stated = "231000";
  const cases: [hedge: string, low: number, high: number | null][] = [
    ["exact", 231_000, 231_000],
    ["bare", 230_500, 231_500],
    ["", 230_500, 231_500],
    ["about", 230_000, 232_000],
    ["nearly", 230_000, 231_000],
    ["over", 231_000, 232_000],
    ["at_least", 231_000, null],
    ["up_to", 0, 231_000],
  ];
  for (const [hedge, low, high] of cases) {
    assert.deepEqual(ends({ stated, hedge }), [low, high], hedge);
  }
});

Deno.test("width scales the hedge; at width 0 only open sides stay open", () => {
  assert.deepEqual(
    ends({ stated: "60000", hedge: "about" }, rational(1, 2)),
    [55_000, 65_000],
  );
  assert.deepEqual(
    ends({ stated: "60000", hedge: "over" }, rational(0)),
    [60_000, 60_000],
  );
  assert.deepEqual(
    ends({ stated: "60000", hedge: "at_least" }, rational(0)),
    [60_000, null],
  );
});

Deno.test("a bare number at unit 1 is exact, a bare 0.2 is not", () => {
  assert.deepEqual(ends({ stated: "19922" }), [19_922, 19_922]);
  assert.deepEqual(ends({ stated: "4690", rounding: "1" }), [4690, 4690]);
  assert.deepEqual(ends({ stated: "0.2" }), [0.15, 0.25]);
  assert.deepEqual(ends({ stated: "0" }), [0, 0]);
});

Deno.test("a range takes each end with its own unit", () => {
  assert.deepEqual(
    ends({ stated: "15000", stated_high: "18500", hedge: "about" }),
    [14_000, 18_600],
  );
  assert.deepEqual(
    ends({ stated: "100000", stated_high: "200000" }),
    [50_000, 250_000],
  );
  assert.deepEqual(
    ends({ stated: "15000", stated_high: "20000", rounding: "100" }),
    [14_950, 20_050],
  );
  assert.deepEqual(
    ends({ stated: "5", stated_high: "10", hedge: "at_least" }),
    [5, null],
  );
});

Deno.test("no low falls below zero; a share's high is not cut at 1", () => {
  assert.deepEqual(ends({ stated: "10", hedge: "about" }, rational(3)), [
    0,
    40,
  ]);
  assert.deepEqual(ends({ stated: "0.9", hedge: "over" }, rational(2)), [
    0.9,
    1.1,
  ]);
});

Deno.test("a dataset's own hedge adds to the built-in ones", () => {
  const hedges = new Map(BUILT_IN_HEDGES).set("dozens", {
    low: rational(1),
    high: "inf" as const,
  });
  const { low, high } = interval({ stated: "24", hedge: "dozens" }, { hedges });
  assert.equal(toNumber(low!), 23);
  assert.equal(high, null);
});

Deno.test("what cannot be an interval is refused", () => {
  assert.throws(() => interval({ stated: "1", hedge: "circa" }), /not a hedge/);
  assert.throws(() => interval({ stated: "1", rounding: "0" }), /above 0/);
  assert.throws(
    () => interval({ stated: "9", stated_high: "8" }),
    /runs downwards/,
  );
  assert.throws(
    () => interval({ stated: "9" }, { width: rational(-1) }),
    /0 or more/,
  );
});
