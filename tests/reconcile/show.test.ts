import assert from "node:assert/strict";
import type { Claim } from "../../lib/quantity/claim.ts";
import { InputError } from "../../lib/reconcile/model/input_error.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import { MOST_BOUNDS, type Show } from "../../lib/reconcile/show.ts";
import type { ReconcileInput } from "../../lib/reconcile/model/tables.ts";

function total(
  claim_id: string,
  measure: string,
  start: string,
  end: string,
  cells: Partial<Claim> = {},
): Claim {
  return {
    claim_id,
    measure,
    kind: "total",
    stated: "10",
    hedge: "exact",
    start,
    end,
    ...cells,
  };
}

function ratio(cells: Partial<Claim>): Claim {
  return {
    claim_id: "ratio",
    measure: "persons",
    kind: "ratio",
    stated: "2",
    of_measure: "cases",
    start: "2024-03",
    end: "2024-03",
    ...cells,
  };
}

/** "cases 2024-01-01..2024-03-31 (3)": first and last day, and how many. */
async function shown(input: ReconcileInput, show?: Show): Promise<string[]> {
  using result = await reconcile(input, { show });
  const by = Map.groupBy(result.toJSON().bounds, ({ measure }) => measure);
  return [...by].map(([measure, rows]) =>
    `${measure} ${rows[0]!.start}..${rows.at(-1)!.end} (${rows.length})`
  );
}

const CASES = total("cases", "cases", "2024-01-15", "2024-02-10");
const FLOOD = total("flood", "flood", "1931-07", "1931-08");

const SPANS: [what: string, ReconcileInput, expected: string[]][] = [
  ["unrelated measures, each over its own span", [CASES, FLOOD], [
    "cases 2024-01-01..2024-02-29 (2)",
    "flood 1931-07-01..1931-08-31 (2)",
  ]],
  [
    "a ratio joins two measures, and its other period counts",
    [CASES, ratio({ of_start: "2023-11", of_end: "2023-11" }), FLOOD],
    [
      "cases 2023-11-01..2024-03-31 (5)",
      "persons 2023-11-01..2024-03-31 (5)",
      "flood 1931-07-01..1931-08-31 (2)",
    ],
  ],
  ["a family is one part, claimed or not", {
    claims: [CASES, total("part", "north", "2024-04", "2024-04")],
    measures: [
      { measure: "cases" },
      { measure: "north", part_of: "cases", split: "full" },
      { measure: "south", part_of: "cases", split: "full" },
      { measure: "elsewhere" },
    ],
  }, [
    "cases 2024-01-01..2024-04-30 (4)",
    "north 2024-01-01..2024-04-30 (4)",
    "south 2024-01-01..2024-04-30 (4)",
  ]],
  ["an origin joins nothing", [
    { ...CASES, origin: "ministry" },
    { ...FLOOD, origin: "ministry" },
  ], [
    "cases 2024-01-01..2024-02-29 (2)",
    "flood 1931-07-01..1931-08-31 (2)",
  ]],
  [
    "what the cheapest repair drops still counts",
    [
      total("a", "cases", "2024-01", "2024-02", { weight: "9" }),
      total("b", "cases", "2024-01", "2024-06", { stated: "5" }),
    ],
    ["cases 2024-01-01..2024-06-30 (6)"],
  ],
  ["what is not modelled does not", [
    CASES,
    { ...FLOOD, measure: "cases", kind: "none" },
  ], ["cases 2024-01-01..2024-02-29 (2)"]],
  ["nothing", [], []],
];

for (const [what, input, expected] of SPANS) {
  Deno.test(`the span of bounds: ${what}`, async () => {
    assert.deepEqual(await shown(input), expected);
  });
}

const SHOWN: [what: string, Show, expected: string[]][] = [
  ["from the middle of a month: that month whole", { from: "2024-02-09" }, [
    "cases 2024-02-01..2024-02-29 (1)",
  ]],
  ["to a month: its last day", { to: "1931-07" }, [
    "flood 1931-07-01..1931-07-31 (1)",
  ]],
  ["from before the span: no more than the span", { from: "2023-01" }, [
    "cases 2024-01-01..2024-02-29 (2)",
  ]],
  ["weeks from Monday, never clipped", { per: "week", measures: ["cases"] }, [
    "cases 2024-01-15..2024-02-11 (4)",
  ]],
  ["weeks that touch the days", {
    per: "week",
    from: "2024-01-21",
    to: "2024-01-22",
  }, ["cases 2024-01-15..2024-01-28 (2)"]],
  ["days", { per: "day", measures: ["cases"] }, [
    "cases 2024-01-15..2024-02-10 (27)",
  ]],
  ["quarters", { per: "quarter" }, [
    "cases 2024-01-01..2024-03-31 (1)",
    "flood 1931-07-01..1931-09-30 (1)",
  ]],
  // The span ends in February; the year that it touches does not.
  [
    "a unit touches after the span has ended",
    { per: "year", from: "2024-11" },
    [
      "cases 2024-01-01..2024-12-31 (1)",
    ],
  ],
  ["measures in their own order, once", {
    measures: ["flood", "cases", "flood"],
  }, [
    "cases 2024-01-01..2024-02-29 (2)",
    "flood 1931-07-01..1931-08-31 (2)",
  ]],
  ["after everything", { from: "2025-01" }, []],
];

for (const [what, show, expected] of SHOWN) {
  Deno.test(`what is shown: ${what}`, async () => {
    assert.deepEqual(await shown([CASES, FLOOD], show), expected);
  });
}

Deno.test("a measure goes by each of its names where two are one", async () => {
  const claims = [CASES, total("b", "persons", "2024-01-15", "2024-02-10")];
  using result = await reconcile(claims, {
    same: [["persons", "cases"]],
    show: { measures: ["persons"] },
  });
  const names = result.toJSON().bounds.map(({ measure }) => measure);
  assert.deepEqual(names, ["cases", "cases"]);
});

Deno.test("bounds of a day, a week and a quarter, by hand", async () => {
  using result = await reconcile([
    total("first", "cases", "2024-01-01", "2024-01-10"),
    total("all", "cases", "2024-01-01", "2024-03-31", { stated: "30" }),
  ]);
  const row = (show: Show, i: number) => {
    const { low, high } = result.boundsEach(show)[i]!;
    return [low, high];
  };
  // Any day of the first ten may hold all 10, any later one all of the other 20.
  assert.deepEqual(row({ per: "day" }, 9), [0, 10]);
  assert.deepEqual(row({ per: "day" }, 10), [0, 20]);
  // The week from 8 January holds three of the ten days: 10 + 20 at the most.
  assert.deepEqual(row({ per: "week" }, 1), [0, 30]);
  assert.deepEqual(row({ per: "quarter" }, 0), [30, 30]);
  assert.equal(result.boundsEach({ per: "day" }).length, 91);
  // What is asked for once does not change what the result lists.
  assert.equal(result.toJSON().bounds.length, 3);
});

const WRONG: [what: string, Show, RegExp][] = [
  ["no unit", { per: "fortnight" as never }, /per: 'fortnight'.*week, month/],
  ["a year alone", { from: "2023" }, /from: '2023' is not a date/],
  ["no date", { to: "soon" }, /to: 'soon' is not a date/],
  [
    "backwards",
    { from: "2024-02", to: "2024-01" },
    /2024-01 is before 2024-02/,
  ],
  ["no measure", { measures: ["x"] }, /'x' is not a measure; use cases/],
];

for (const [what, show, message] of WRONG) {
  Deno.test(`what is shown: ${what} is refused at once`, async () => {
    await assert.rejects(reconcile([CASES], { show }), (error) => {
      assert.ok(error instanceof InputError);
      assert.match(error.message, message);
      return true;
    });
  });
}

Deno.test("more bounds than a result may list are refused, not made", async () => {
  const ages = total("ages", "cases", "0001-01-01", "9999-12-31");
  using days = await reconcile([ages], { show: { per: "day" } });
  assert.throws(() => days.toJSON(), (error) => {
    assert.ok(error instanceof InputError);
    assert.match(
      error.message,
      /There would be 3652059 bounds, each for a day/,
    );
    assert.ok(error.message.includes(`${MOST_BOUNDS}`));
    return true;
  });
  const month = { per: "day", from: "2024-02", to: "2024-02" } as const;
  assert.equal(days.boundsEach(month).length, 29);
  // The week of 31 December 9999 ends in the year 10000.
  assert.throws(() => days.boundsEach({ per: "week" }), /years 0000 to 9999/);
  assert.equal(days.boundsEach({ per: "year" }).length, 9999);
});

Deno.test("what cannot be shown, or be certain, is refused by the result too", async () => {
  using result = await reconcile([
    total("a", "cases", "2024-01-01", "2024-01-31"),
  ]);
  const each = (show: unknown) => () => result.boundsEach(show as Show);
  const certain = (what: string) => () => result.isCertain(what as "slack");
  const refused: [() => unknown, RegExp][] = [
    [each({ frm: "2024-01" }), /^'frm' is not a key of show; .* 'from'\?$/],
    [each({ per: "wek" }), /^show\.per: 'wek' is not .* 'week'\?$/],
    [each({ from: 2024 }), /^show\.from: 2024 is not a date/],
    [each({ measures: ["case"] }), /^'case' is not a measure; .* 'cases'\?$/],
    [each(null), /^show: null is not an object/],
    [certain("conflict"), /not a part of the result; .* 'conflicts'\?$/],
  ];
  for (const [ask, message] of refused) {
    assert.throws(ask, (error) => {
      assert.ok(error instanceof InputError);
      assert.match(error.message, message);
      return true;
    });
  }
});

Deno.test("each measure is shown over time in the unit that suits its span", async () => {
  const claims = [
    total("event", "event", "2024-05-01", "2024-05-14"),
    total("decade", "decade", "2010-01", "2019-12"),
  ];
  using result = await reconcile(claims);
  assert.equal(result.unitOf("event"), "day");
  assert.equal(result.unitOf("decade"), "year");
  assert.equal(result.unitOf(), "year");
  const rows = result.overTime();
  assert.deepEqual(
    rows.filter(({ measure }) => measure === "decade"),
    result.boundsEach({ per: "year", measures: ["decade"] }),
  );
  assert.deepEqual(
    result.overTime(["event"]),
    result.boundsEach({ per: "day", measures: ["event"] }),
  );
  assert.equal(rows.length, 14 + 10);
  assert.throws(() => result.unitOf("evnt"), /'evnt' is not a measure/);

  // A year of it has twelve months; what is asked for goes before.
  const from = { from: "2012", to: "2012" };
  const show = { from: "2012-01", to: "2012-12" };
  assert.throws(() => result.boundsEach(from), /is not a date/);
  using year = await reconcile(claims, { show });
  assert.equal(year.unitOf("decade"), "month");
  assert.equal(year.unitOf("event"), "month", "nothing of it is shown");
  assert.equal(year.overTime().length, 12);
  using weeks = await reconcile(claims, { show: { ...show, per: "week" } });
  assert.deepEqual(weeks.overTime(), weeks.boundsEach());
  using none = await reconcile([]);
  assert.deepEqual([none.unitOf(), none.overTime()], ["month", []]);
});

Deno.test("a result is written with other bounds than those asked for", async () => {
  const claims = [
    total("event", "event", "2024-05-01", "2024-05-14"),
    total("more", "event", "2024-05-01", "2024-05-10", { stated: "12" }),
  ];
  const show = { per: "day", from: "2024-05-03", to: "2024-05-04" } as const;
  using plain = await reconcile(claims);
  using asked = await reconcile(claims, { show });
  assert.deepEqual(plain.showing(show), asked.toJSON());
  assert.deepEqual(asked.showing({}), plain.toJSON());
  assert.deepEqual(asked.showing(), asked.toJSON());
  assert.equal(JSON.stringify(plain), JSON.stringify(plain.toJSON()));
  assert.throws(
    () => plain.showing({ per: "dya" as never }),
    /is not day, week/,
  );
});
