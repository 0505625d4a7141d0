import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import type { ReconcileInput } from "../../../lib/reconcile/model/tables.ts";
import assert from "node:assert/strict";

const year = { start: "2024-01", end: "2024-12" } as const;

async function boundsOf(
  input: ReconcileInput,
  measure: string,
  start: string,
  end: string,
): Promise<[number, number | null]> {
  using result = await reconcile(input);
  const { low, high } = result.bounds(measure, start, end);
  return [low, high];
}

Deno.test("a rate per day, week, quarter and year is times its units", async () => {
  const rate = {
    claim_id: "r",
    measure: "m",
    kind: "rate",
    hedge: "exact",
  } as const;
  const of = (more: Record<string, string>) =>
    boundsOf(
      [{ ...rate, stated: "70", ...more } as never],
      "m",
      more["start"]!,
      more["end"]!,
    );
  // 11 days of 70 a day; 11/7 weeks of 70 a week.
  const days = { start: "2024-01-05", end: "2024-01-15" };
  assert.deepEqual(await of({ ...days, per: "day" }), [770, 770]);
  assert.deepEqual(await of({ ...days, per: "week" }), [110, 110]);
  assert.deepEqual(await of({ ...year, per: "quarter" }), [280, 280]);
  assert.deepEqual(await of({ ...year, per: "year" }), [70, 70]);
  await assert.rejects(
    () => of({ start: "2024-02", end: "2024-04", per: "quarter" }),
    /^InputError: r: a rate covers whole calendar quarters, not 2024-02-01/,
  );
  await assert.rejects(
    () => of({ ...days, per: "week", spread: "each" }),
    /^InputError: r: a rate covers whole weeks of seven days from its start/,
  );
});

Deno.test("each week is a block of seven days from the start", async () => {
  const claims = [
    {
      claim_id: "r",
      measure: "m",
      kind: "rate",
      per: "week",
      spread: "each",
      stated: "10",
      stated_high: "20",
      hedge: "exact",
      start: "2024-01-03",
      end: "2024-01-16",
    },
  ] as const;
  assert.deepEqual(await boundsOf(claims, "m", "2024-01-03", "2024-01-09"), [
    10,
    20,
  ]);
  assert.deepEqual(await boundsOf(claims, "m", "2024-01-03", "2024-01-16"), [
    20,
    40,
  ]);
  // Days of two weeks: none of either at the least, all of both at the most.
  assert.deepEqual(await boundsOf(claims, "m", "2024-01-08", "2024-01-11"), [
    0,
    40,
  ]);
});

Deno.test("hundreds are 100 to 1,000, at any width", async () => {
  const claim = {
    ...year,
    claim_id: "a",
    measure: "m",
    kind: "total",
    stated: "100",
    hedge: "plural",
  } as const;
  for (const width of [0, 1, 5]) {
    using result = await reconcile([claim], { width });
    assert.deepEqual(
      result.claims.map(({ low, high }) => [low, high]),
      [[100, 1000]],
    );
  }
});

Deno.test("350,000 under arms is less than a million less 600,000", async () => {
  const level = { kind: "level", hedge: "exact", start: "2024-12" } as const;
  using result = await reconcile([
    { ...level, claim_id: "active", measure: "active", stated: "350000" },
    { ...level, claim_id: "force", measure: "force", stated: "1000000" },
    {
      ...level,
      claim_id: "less",
      kind: "difference",
      measure: "force",
      of_measure: "active",
      stated: "600000",
      hedge: "up_to",
      end: "2024-12",
    },
  ]);
  assert.equal(result.consistent, false);
  const [conflict] = result.conflicts;
  assert.deepEqual(conflict?.claims, ["active", "force", "less"]);
  // Each of the three counts once, on the last day of the month.
  assert.deepEqual(
    conflict?.proof.map((
      row,
    ) => [row.claim, row.side, row.start, row.end, row.times, row.value]),
    [
      ["active", "high", "2024-12-31", "2024-12-31", 1, 350_000],
      ["force", "low", "2024-12-31", "2024-12-31", 1, 1_000_000],
      ["less", "high", "2024-12-31", "2024-12-31", 1, 600_000],
    ],
  );
  assert.deepEqual(conflict?.background, []);
  // 1,000,000(1 − t) = 950,000(1 + t)
  assert.ok(Math.abs(result.slack - 50 / 1950) < 1e-6);
});

Deno.test("a level may rise and fall, is none the day after, and is no total", async () => {
  const level = { measure: "m", kind: "level", hedge: "exact" } as const;
  const claims = [
    { ...level, claim_id: "a", stated: "70", start: "2024-01-31" },
    { ...level, claim_id: "b", stated: "50", start: "2024-02" },
  ] as const;
  using result = await reconcile(claims);
  assert.equal(result.consistent, true);
  assert.deepEqual(
    result.toJSON().bounds,
    [
      {
        measure: "m",
        start: "2024-01-31",
        end: "2024-01-31",
        low: 70,
        high: 70,
      },
      {
        measure: "m",
        start: "2024-02-29",
        end: "2024-02-29",
        low: 50,
        high: 50,
      },
    ],
  );
  const between = result.bounds("m", "2024-02-01", "2024-02-01");
  assert.deepEqual([between.low, between.high], [0, null]);
  assert.throws(
    () => result.bounds("m", "2024-01-31", "2024-02-29"),
    /'m' is a level, which is of the end of one day, not of 2024-01-31 to 2024-02-29/,
  );
  await assert.rejects(
    () =>
      reconcile([...claims, {
        ...year,
        claim_id: "c",
        measure: "m",
        kind: "total",
        stated: "1",
      }]),
    /^InputError: c: 'm' is a level/,
  );
  await assert.rejects(
    () => reconcile({ claims, measures: [{ measure: "m", counts: "flow" }] }),
    /^InputError: a: 'm' is a flow/,
  );
});

Deno.test("a fall has a minus sign and is turned round with its hedge", async () => {
  const claim = {
    claim_id: "d",
    measure: "m",
    kind: "difference",
    start: "2024-02",
    end: "2024-02",
    of_start: "2024-01",
    of_end: "2024-01",
  } as const;
  const cases: [string, string | null, string, number | null, number | null][] =
    [
      ["-3000", null, "about", -4000, -2000],
      ["-3000", null, "over", -4000, -3000],
      ["-3000", null, "at_least", null, -3000],
      ["-3000", null, "up_to", -3000, 0],
      ["-3000", "-2000", "bare", -3500, -1500],
      ["-1000", "2000", "about", -2000, 3000],
      ["-100", null, "plural", -1000, -100],
      ["1000", null, "about", 0, 2000],
    ];
  for (const [stated, stated_high, hedge, low, high] of cases) {
    using result = await reconcile([{ ...claim, stated, stated_high, hedge }]);
    const [row] = result.claims;
    assert.deepEqual([row?.low, row?.high], [low, high], `${hedge} ${stated}`);
  }
  await assert.rejects(
    () => reconcile([{ ...claim, kind: "total", stated: "-101" }]),
    /^InputError: d: -101 is negative; a count cannot be, only a difference/,
  );
});

Deno.test("what the others imply for a difference is A less B", async () => {
  const total = { measure: "m", kind: "total", hedge: "exact" } as const;
  const claims = [
    {
      ...total,
      claim_id: "jan",
      stated: "70",
      start: "2024-01",
      end: "2024-01",
    },
    {
      ...total,
      claim_id: "feb",
      stated: "50",
      stated_high: "60",
      start: "2024-02",
      end: "2024-02",
    },
    {
      ...total,
      claim_id: "fall",
      kind: "difference",
      stated: "-30",
      start: "2024-02",
      end: "2024-02",
      of_start: "2024-01",
      of_end: "2024-01",
    },
    // Running totals share their start: what lies between is a count.
    {
      ...total,
      claim_id: "more",
      kind: "difference",
      stated: "40",
      start: "2024-01",
      end: "2024-02",
      of_start: "2024-01",
      of_end: "2024-01",
    },
  ] as const;
  using result = await reconcile(claims);
  assert.deepEqual(
    result.conflicts.map((c) => c.claims),
    [
      ["fall", "feb", "jan"].sort(),
      ["feb", "more"],
    ].sort((a, b) => a.length - b.length),
  );
  const own = (id: string) => {
    const { impliedLow, impliedHigh } = result.implied(id);
    return [impliedLow, impliedHigh];
  };
  // Without "fall" the cheapest repair of the rest leaves out "feb": 40 of it.
  assert.deepEqual(own("fall"), [-30, -30]);
  using some = await reconcile(claims.slice(0, 3));
  assert.deepEqual(
    [some.implied("fall").impliedLow, some.implied("fall").impliedHigh],
    [-20, -10],
  );
});

Deno.test("a record is no less than any like month of its span", async () => {
  const total = { measure: "m", kind: "total", hedge: "exact" } as const;
  const record = {
    claim_id: "record",
    measure: "m",
    kind: "highest",
    start: "2024-03",
    end: "2024-03",
    of_start: "2024-01",
    of_end: "2024-04",
  } as const;
  using result = await reconcile([
    {
      ...total,
      claim_id: "feb",
      stated: "80",
      start: "2024-02",
      end: "2024-02",
    },
    {
      ...total,
      claim_id: "march",
      stated: "70",
      start: "2024-03",
      end: "2024-03",
    },
    record,
  ]);
  const [conflict] = result.conflicts;
  assert.deepEqual(
    conflict?.proof.map((
      row,
    ) => [row.claim, row.side, row.start, row.times, row.value]),
    [
      ["feb", "low", "2024-02-01", 1, 80],
      ["march", "high", "2024-03-01", 1, 70],
      ["record", "high", "2024-02-01", 1, 0],
    ],
  );
  assert.equal(
    conflict!.text,
    "m: 80 in February 2024 (exactly 80) is more than 70 in March 2024 " +
      "(exactly 70), since m in March 2024, the highest, is at least that in " +
      "February 2024.",
  );
  assert.deepEqual(result.claims.at(-1), {
    claim: "record",
    reading: "default",
    low: null,
    high: null,
    implied_low: null,
    implied_high: null,
  });
  // It does not give: 80(1 − t) = 70(1 + t).
  assert.ok(Math.abs(result.slack - 10 / 150) < 1e-9);
  await assert.rejects(
    () => reconcile([{ ...record, start: "2024-03", end: "2024-04" }]),
    /the period of a highest is exactly one month/,
  );
  await assert.rejects(
    () => reconcile([{ ...record, stated: "9" }]),
    /a highest states no number/,
  );
});

Deno.test("what comes in less what goes out is the rise of a level", async () => {
  const claims = [
    {
      claim_id: "before",
      measure: "in-hospital",
      kind: "level",
      stated: "100",
      hedge: "exact",
      start: "2024-01-31",
    },
    {
      claim_id: "in",
      measure: "admitted",
      kind: "total",
      stated: "40",
      hedge: "exact",
      start: "2024-02",
      end: "2024-02",
    },
    {
      claim_id: "out",
      measure: "discharged",
      kind: "total",
      stated: "25",
      hedge: "exact",
      start: "2024-02",
      end: "2024-02",
    },
  ] as const;
  const measures = [
    { measure: "in-hospital", counts: "level" },
    { measure: "admitted" },
    { measure: "discharged" },
  ] as const;
  const balances = [
    { level: "in-hospital", flow: "admitted", direction: "in", split: "full" },
    {
      level: "in-hospital",
      flow: "discharged",
      direction: "out",
      split: "full",
    },
  ] as const;
  const tables = { claims, measures, balances };
  assert.deepEqual(
    await boundsOf(tables, "in-hospital", "2024-02-29", "2024-02-29"),
    [115, 115],
  );
  // In between all may have come in first, or all gone out.
  assert.deepEqual(
    await boundsOf(tables, "in-hospital", "2024-02-10", "2024-02-10"),
    [75, 140],
  );
  // Where something else may go out, only the ins limit it.
  const part = {
    ...tables,
    balances: [balances[0], { ...balances[1], split: "part" as const }],
  };
  assert.deepEqual(
    await boundsOf(part, "in-hospital", "2024-02-29", "2024-02-29"),
    [0, 115],
  );
  using result = await reconcile({
    ...tables,
    claims: [...claims, {
      claim_id: "after",
      measure: "in-hospital",
      kind: "level",
      stated: "120",
      hedge: "exact",
      start: "2024-02",
    }],
  });
  const [conflict] = result.conflicts;
  assert.deepEqual(conflict?.claims, ["after", "before", "in", "out"]);
  assert.deepEqual(conflict?.background, [
    {
      fact: "balance",
      measure: "in-hospital",
      start: "2024-01-31",
      end: "2024-02-29",
      times: 1,
    },
  ]);
  assert.match(
    conflict!.text,
    /what goes in and out makes up the rise of in-hospital/,
  );
  await assert.rejects(
    () =>
      reconcile({
        ...tables,
        balances: [{ ...balances[0], level: "admitted" }],
      }),
    /'admitted' is a flow; say that it counts a level/,
  );
});

Deno.test("two full breakdowns of one whole each add up by themselves", async () => {
  const total = { ...year, kind: "total", hedge: "exact" } as const;
  const claims = [
    { ...total, claim_id: "all", measure: "all", stated: "100" },
    { ...total, claim_id: "women", measure: "women", stated: "60" },
    { ...total, claim_id: "north", measure: "north", stated: "70" },
  ];
  const splits = [
    { whole: "all", dimension: "sex", part: "women", split: "full" },
    { whole: "all", dimension: "sex", part: "men", split: "full" },
    { whole: "all", dimension: "district", part: "north", split: "full" },
    { whole: "all", dimension: "district", part: "south", split: "full" },
  ] as const;
  using result = await reconcile({ claims, splits });
  assert.equal(result.consistent, true);
  assert.deepEqual([
    result.bounds("men", "2024-01", "2024-12").low,
    result.bounds("south", "2024-01", "2024-12").high,
  ], [40, 30]);
  using wrong = await reconcile({
    claims: [...claims, {
      ...total,
      claim_id: "men",
      measure: "men",
      stated: "30",
    }],
    splits,
  });
  const [conflict] = wrong.conflicts;
  assert.deepEqual(
    conflict?.background.map((
      { fact, measure, dimension },
    ) => [fact, measure, dimension]),
    [["full", "all", "sex"]],
  );
  await assert.rejects(
    () =>
      reconcile({
        claims,
        splits: [...splits, { whole: "women", part: "all" }],
      }),
    /makes it a part of itself/,
  );
});

Deno.test("the lowest month bounds no count by itself, in whatever order it is asked", async () => {
  const x = { measure: "x", hedge: "exact" } as const;
  const zero = {
    ...x,
    kind: "rate",
    per: "day",
    spread: "each",
    stated: "0",
  } as const;
  using result = await reconcile({
    claims: [
      { ...zero, claim_id: "a", start: "2020-08-15", end: "2020-08-27" },
      {
        ...zero,
        claim_id: "b",
        stated_high: "2.2",
        start: "2020-08-01",
        end: "2020-08-13",
      },
      {
        claim_id: "c",
        measure: "x",
        kind: "lowest",
        start: "2020-09",
        end: "2020-09",
        of_start: "2020-08",
        of_end: "2020-09",
      },
      {
        claim_id: "d",
        measure: "w",
        kind: "share",
        of_measure: "x",
        stated: "1",
        hedge: "up_to",
        start: "2020-08-15",
        end: "2020-09-30",
        of_start: "2020-08-04",
        of_end: "2020-09-30",
      },
    ],
    splits: [{ whole: "w", dimension: "age", part: "x" }],
  });
  // September may be anything: all of August may fall on its last days.
  const september = result.toJSON().bounds.filter((row) =>
    row.measure === "x" && row.start === "2020-09-01"
  );
  assert.deepEqual(september.map(({ low, high }) => [low, high]), [[0, null]]);
});
