import type { Input, Options } from "./input.ts";
import { frac } from "./fraction.ts";
import { Oracle } from "./oracle.ts";
import { unitsTouched } from "./units.ts";
import { dayOf, show } from "./day.ts";
import assert from "node:assert/strict";

const january = { start: "2024-01", end: "2024-01" } as const;
const exact = {
  kind: "total",
  measure: "m",
  hedge: "exact",
  ...january,
} as const;

/** Ministry says 10 and 20, agency 10, and a claim without an origin 20. */
const input: Input = {
  claims: [
    { claim_id: "a", stated: "10", origin: "Ministry", weight: "3", ...exact },
    { claim_id: "b", stated: "20", origin: "Ministry", ...exact },
    {
      claim_id: "c",
      stated: "10",
      origin: "agency",
      status: "official",
      ...exact,
    },
    { claim_id: "d", stated: "20", status: "contested", ...exact },
  ],
};

function lists(options: Options) {
  const oracle = new Oracle(input, options);
  return {
    conflicts: oracle.conflicts().map(({ witnesses }) => witnesses),
    repairs: oracle.repairs().map(({ witnesses, drop, weight }) => [
      witnesses,
      drop,
      weight,
    ]),
  };
}

Deno.test("witnesses weigh their greatest, and drop all that they say", () => {
  // The Ministry contradicts itself: it must go, at 3; then agency or d, at 1.
  assert.deepEqual(lists({ by: "origin" }), {
    conflicts: [["Ministry"], ["agency", "d"]],
    repairs: [
      [["Ministry", "agency"], ["a", "b", "c"], frac(4)],
      [["Ministry", "d"], ["a", "b", "d"], frac(4)],
    ],
  });
  // Agency at 2.5 times 1: d goes.
  assert.deepEqual(
    lists({ by: "origin", weights: { official: 2.5, attributed: 9 } })
      .repairs[0],
    [["Ministry", "d"], ["a", "b", "d"], frac(4)],
  );
  assert.deepEqual(
    lists({ weights: { official: 2.5 } }).repairs,
    [
      [["b", "d"], ["b", "d"], frac(2)],
      [["a", "c"], ["a", "c"], frac(11, 2)],
    ],
  );
});

Deno.test("what the others imply leaves the rest of its witness in", () => {
  // Without a the Ministry says 20 alone and weighs 1, as d and agency do: agency,
  // which says 10, is at odds with both, and goes.
  const oracle = new Oracle(input, { by: "origin" });
  const { low, high } = oracle.implied(0);
  assert.deepEqual([low, high], [frac(20), frac(20)]);
});

Deno.test("units are whole, and those that touch what is asked for", () => {
  const span = [
    dayOf("2024-02-10", "start"),
    dayOf("2024-05-03", "end"),
  ] as const;
  const shown = (
    per: "week" | "month" | "quarter" | "year",
    from?: string,
    to?: string,
  ) =>
    unitsTouched(span, per, from, to).map(({ start, end }) =>
      `${show(start)} ${show(end)}`
    );
  assert.deepEqual(shown("quarter"), [
    "2024-01-01 2024-03-31",
    "2024-04-01 2024-06-30",
  ]);
  assert.deepEqual(shown("year"), ["2024-01-01 2024-12-31"]);
  assert.deepEqual(shown("month", "2024-03-31", "2024-04"), [
    "2024-03-01 2024-03-31",
    "2024-04-01 2024-04-30",
  ]);
  // 5 February 2024 was a Monday.
  assert.deepEqual(shown("week", undefined, "2024-02-12"), [
    "2024-02-05 2024-02-11",
    "2024-02-12 2024-02-18",
  ]);
});
