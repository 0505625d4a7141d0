import { decimal, exactly, frac, nearest, over, simplest } from "./fraction.ts";
import { Oracle } from "./oracle.ts";
import type { Input } from "./input.ts";
import { tryReadings } from "./readings.ts";
import { Tableau } from "./simplex.ts";
import { unitOf } from "./statement.ts";
import assert from "node:assert/strict";

/** A claim from its cells in short. */
function row(
  claim_id: string,
  cells: string,
  more: Record<string, string> = {},
): Input["claims"][number] {
  const [measure, kind, stated, hedge, start, end] = cells.split(" ");
  return {
    claim_id,
    measure,
    kind,
    stated,
    hedge,
    start,
    end,
    ...more,
  } as Input["claims"][number];
}

function claimsOf(oracle: Oracle): (readonly string[])[] {
  return oracle.conflicts().map(({ claims }) => claims);
}

/** Whether a slack is a fraction, to the closeness of the halving. */
function assertSlack(oracle: Oracle, n: number, d: number): void {
  const off = nearest(oracle.slack()) - n / d;
  assert.ok(off >= 0 && off < 1e-7, `${off} off`);
}

function range(oracle: Oracle, id: string): [number | null, number | null] {
  const index = oracle.said.findIndex((said) => said.id === id);
  const { low, high } = oracle.implied(index);
  return [Oracle.number(low), Oracle.number(high)];
}

Deno.test("fractions round once, to the nearest", () => {
  assert.equal(nearest(frac(1, 3)), 1 / 3);
  assert.equal(nearest(frac(-2, 3)), -2 / 3);
  assert.equal(nearest(frac(2n ** 53n + 1n)), 2 ** 53);
  assert.equal(nearest(frac(2n ** 54n + 6n, 4)), (2 ** 54 + 6) / 4);
  assert.equal(nearest(decimal("0.1")), 0.1);
  assert.equal(
    nearest(over(decimal("123456789.123"), decimal("7"))),
    17636684.160428572,
  );
  assert.deepEqual(exactly(0.75), frac(3, 4));
  assert.deepEqual(simplest(0.1), frac(1, 10));
  assert.deepEqual(simplest(1 / 3), frac(1, 3));
  assert.deepEqual(simplest(-250), frac(-250));
});

Deno.test("a number's unit is read from its digits", () => {
  const units = { "4690": "10", "231000": "1000", "19922": "1", "0": "1" };
  const places = { "1.84": "0.01", "0.20": "0.01", "0.2": "0.1", "100": "100" };
  for (const [text, unit] of Object.entries({ ...units, ...places })) {
    assert.deepEqual(unitOf(text), decimal(unit), text);
  }
});

Deno.test("a tableau finds optima, open sides and contradictions", () => {
  const form = (...list: number[]) => new Map(list.map((c, i) => [i, frac(c)]));
  // x + 2y ≤ 4, 3x + y ≤ 6: the greatest x + y is 14/5 at (8/5, 6/5)
  const tableau = new Tableau(2, [
    { form: form(1, 2), is: "<=", bound: frac(4) },
    { form: form(3, 1), is: "<=", bound: frac(6) },
  ]);
  assert.deepEqual(tableau.greatest(form(1, 1)), frac(14, 5));
  assert.deepEqual(tableau.least(form(1, 1)), frac(0));
  const line = new Tableau(2, [
    { form: form(1, 1), is: "=", bound: frac(3) },
    { form: form(2, 2), is: "=", bound: frac(6) },
    { form: form(1, -1), is: ">=", bound: frac(1) },
  ]);
  assert.deepEqual(line.least(form(1)), frac(2));
  assert.deepEqual(line.greatest(form(1)), frac(3));
  const open = new Tableau(2, [
    { form: form(1, -1), is: "<=", bound: frac(-2) },
  ]);
  assert.equal(open.greatest(form(0, 1)), null);
  assert.deepEqual(open.least(form(0, 1)), frac(2));
  const never = new Tableau(1, [
    { form: form(1), is: ">=", bound: frac(2) },
    { form: form(1), is: "<=", bound: frac(1) },
  ]);
  assert.equal(never.feasible, false);
});

Deno.test("a total, a later month and a total of both contradict", () => {
  const oracle = new Oracle({
    claims: [
      row("june", "awol total 230000 exact 2022-01 2025-06"),
      row("october", "awol total 21550 exact 2025-10 2025-10"),
      row("all", "awol total 230000 over 2022-01 2025-10"),
    ],
  });
  assert.equal(oracle.consistent, false);
  assert.deepEqual(claimsOf(oracle), [["all", "june", "october"]]);
  assert.deepEqual(
    oracle.repairs().map(({ drop }) => drop),
    [["all"], ["june"], ["october"]],
  );
  // 230000(1−t) + 21550(1−t) = 240000(1+t)
  assertSlack(oracle, 11550, 491550);
  assert.deepEqual(range(oracle, "all"), [251550, null]);
  assert.deepEqual(range(oracle, "june"), [0, 240000 - 21550]);
  assert.deepEqual(range(oracle, "october"), [0, 10000]);
  assert.deepEqual(oracle.blame("june"), frac(1, 3));
  // without "all": 21,550 in October alone; the months before share 230,000
  const bound = oracle.bounds().find(({ start }) => start === "2025-10-01");
  assert.deepEqual(bound?.low, frac(21550));
  assert.deepEqual(bound?.high, frac(21550));
  assert.equal(oracle.bounds().length, 46);
  // 230,000 to 240,000 may have been reached at any month end up to September
  const ends = oracle.staleness(2);
  assert.deepEqual([ends.length, ends.at(-1)], [45, "2025-09-30"]);
  assert.deepEqual(oracle.staleness(1), []);
});

Deno.test("each month and on average part ways", () => {
  const claims = (spread: string) => ({
    claims: [
      row("rate", "m rate 15000 exact 2025-01 2025-03", {
        stated_high: "18000",
        spread,
      }),
      row("march", "m total 21600 exact 2025-03 2025-03"),
    ],
  });
  assert.equal(new Oracle(claims("mean")).consistent, true);
  const oracle = new Oracle(claims("each"));
  assert.deepEqual(claimsOf(oracle), [["march", "rate"]]);
  // 18000(1 + t) = 21600(1 − t)
  assertSlack(oracle, 3600, 39600);
  assert.deepEqual(range(oracle, "rate"), [7200, null]);
  assert.deepEqual(range(oracle, "march"), [15000, 18000]);
  const mean = new Oracle(claims("mean"));
  assert.deepEqual(range(mean, "march"), [0, 54000]);
});

Deno.test("full parts sum to the whole, a part alone is at most the whole", () => {
  const measures = (split: "full" | "part") => [
    { measure: "both" },
    { measure: "a", part_of: "both", split },
    { measure: "b", part_of: "both", split },
  ];
  const claims = [
    row("whole", "both total 61872 exact 2024-01 2024-10"),
    row("first", "a total 19922 exact 2024-01 2024-10"),
    row("second", "b total 60000 exact 2024-01 2024-10"),
  ];
  const full = new Oracle({ claims, measures: measures("full") });
  assert.deepEqual(claimsOf(full), [["first", "second", "whole"]]);
  assert.deepEqual(range(full, "second"), [41950, 41950]);
  const part = new Oracle({ claims, measures: measures("part") });
  assert.equal(part.consistent, true);
  assert.deepEqual(range(part, "whole"), [60000, null]);
  assert.deepEqual(range(part, "first"), [0, 61872]);
});

Deno.test("a ratio ties two counts; its extremes are reached in the limit", () => {
  const oracle = new Oracle({
    claims: [
      row("twice", "a ratio 2 at_least 2025-01 2025-01", { of_measure: "b" }),
      row("a", "a total 500 exact 2025-01 2025-01"),
      row("b", "b total 260 about 2025-01 2025-01"),
    ],
  });
  // a ≥ 2b with b in [250, 270]
  assert.equal(oracle.consistent, true);
  assert.deepEqual(range(oracle, "twice"), [500 / 270, 2]);
  assert.deepEqual(range(oracle, "a"), [500, null]);
  assert.deepEqual(range(oracle, "b"), [0, 250]);
  const lone = new Oracle({
    claims: [
      row("share", "a share 0.2 exact 2025-01 2025-01", { of_measure: "b" }),
      row("none", "b total 0 exact 2025-01 2025-01"),
    ],
  });
  assert.deepEqual(range(lone, "share"), [null, null]);
  const open = new Oracle({
    claims: [
      row("share", "a share 0.2 exact 2025-01 2025-01", { of_measure: "b" }),
      row("some", "a total 5 exact 2025-01 2025-01"),
    ],
  });
  assert.deepEqual(range(open, "share"), [0, null]);
  assert.deepEqual(range(open, "some"), [0, null]);
});

Deno.test("slack of a ratio is found by halving", () => {
  const oracle = new Oracle({
    claims: [
      row("twice", "a ratio 2 exact 2025-01 2025-01", { of_measure: "b" }),
      row("a", "a total 3 exact 2025-01 2025-01"),
      row("b", "b total 1 exact 2025-01 2025-01"),
    ],
  });
  // 2(1+t)·(1+t) = 3(1−t): 2t² + 7t − 1 = 0
  const t = (-7 + Math.sqrt(57)) / 4;
  assert.ok(Math.abs(nearest(oracle.slack()) - t) < 1e-7);
});

Deno.test("a number to the single unit stands as it is, weights break ties", () => {
  const oracle = new Oracle({
    claims: [
      row("c", "m total 19922 bare 2024-01 2024-10", { weight: "0.3" }),
      row("b", "m total 19923 bare 2024-01 2024-10", { weight: "0.1" }),
      row("a", "m total 19930 bare 2024-01 2024-10", { weight: "0.2" }),
    ],
  });
  // 19922 and 19923 are exact; 19930 is 19925 to 19935
  assert.deepEqual(claimsOf(oracle), [["a", "b"], ["a", "c"], ["b", "c"]]);
  assert.deepEqual(
    oracle.repairs().map(({ drop }) => drop),
    [["a", "b"], ["b", "c"], ["a", "c"]],
  );
  assert.deepEqual(oracle.repairs()[0]?.weight, frac(3, 10));
});

Deno.test("every choice of readings is tried", () => {
  const input: Input = {
    claims: [
      row("both", "m total 60000 about 2024-01 2024-10"),
      row("one", "n total 19922 exact 2024-01 2024-10"),
      row("sum", "m total 90000 exact 2024-01 2024-10", { weight: "0.5" }),
    ],
    readings: [
      { claim_id: "both", reading: "n", measure: "n" },
      { claim_id: "sum", reading: "least", hedge: "at_least" },
    ],
  };
  const { weight, choices, excluded } = tryReadings(input);
  // 60,000 of m with 90,000 of m cannot be; of n it cannot be with 19,922:
  // either way the best is to give up the 90,000, worth a half.
  assert.deepEqual(weight, frac(2));
  assert.deepEqual(choices, [
    { both: "default", sum: "default" },
    { both: "default", sum: "least" },
  ]);
  assert.deepEqual(excluded, ["both=n"]);
  const later = { claim_id: "sum", reading: "later", end: "2024-12" };
  const more = { ...input, readings: [...input.readings ?? [], later] };
  assert.deepEqual(tryReadings(more), {
    weight: frac(5, 2),
    choices: [{ both: "default", sum: "later" }],
    excluded: ["both=n", "sum=default", "sum=least"],
  });
});

Deno.test("a measure taken to be another keeps its own full parts", () => {
  const input: Input = {
    claims: [
      row("a1", "a1 total 5 exact 2024-01 2024-01"),
      row("b1", "b1 total 8 exact 2024-01 2024-01"),
      row("b", "b total 9 exact 2024-01 2024-01"),
    ],
    measures: ["a", "b"].flatMap((whole) => [
      { measure: whole },
      { measure: `${whole}1`, part_of: whole, split: "full" as const },
      { measure: `${whole}2`, part_of: whole, split: "full" as const },
    ]),
  };
  const bound = (oracle: Oracle, wanted: string) => {
    const found = oracle.bounds().find(({ measure }) => measure === wanted);
    return found && [found.low, found.high].map((x) => Oracle.number(x));
  };
  const apart = new Oracle(input);
  assert.deepEqual(bound(apart, "a2"), [0, null]);
  assert.deepEqual(bound(apart, "b2"), [1, 1]);
  const one = new Oracle(input, { same: [["a", "b"]] });
  assert.equal(bound(one, "a"), undefined);
  assert.deepEqual(bound(one, "a2"), [4, 4]);
  assert.deepEqual(bound(one, "b2"), [1, 1]);
  assert.deepEqual(range(one, "a1"), [0, 9]);
});

Deno.test("hedges of a table, rounding and width make the interval", () => {
  const cells: [string, Record<string, string>, number, number | null][] = [
    ["60000 about", {}, 55000, 65000],
    ["60000 dozens", {}, 40000, 62500],
    ["60000 dozens", { rounding: "100" }, 59800, 60025],
    ["4690 bare", {}, 4687.5, 4692.5],
    ["19922 bare", {}, 19922, 19922],
    ["15000 bare", { stated_high: "18500" }, 14750, 18525],
    ["3 about", { rounding: "10" }, 0, 8],
    ["5 up_to", { stated_high: "7" }, 0, 7],
    ["5 at_least", { stated_high: "7" }, 5, null],
    ["0.20 nearly", {}, 0.195, 0.2],
  ];
  for (const [said, more, low, high] of cells) {
    const [stated, hedge] = said.split(" ");
    const claim = row("c", `m total ${stated} ${hedge} 2024-01 2024-01`, more);
    const hedges = [{ hedge: "dozens", low: "4", high: "0.5" }];
    const oracle = new Oracle({ claims: [claim], hedges }, { width: 0.5 });
    const told = oracle.said[0]!;
    const ends = [Oracle.number(told.low), Oracle.number(told.high)];
    assert.deepEqual(ends, [low, high], said);
  }
});
