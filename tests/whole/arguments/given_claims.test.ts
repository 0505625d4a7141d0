import assert from "node:assert/strict";
import { calendarFrame } from "../../../lib/frames.ts";
import {
  findSums,
  type GivenClaim,
  InputError,
  reconcile,
  type ReconcileInput,
} from "../../../lib/mod.ts";
import { interval, phraseNumber, toNumber } from "../../../lib/quantity.ts";

const january = { start: "2024-01", end: "2024-01" };
const CLAIM = { claim_id: "a", kind: "total", measure: "cases", ...january };

const given = (cells: Record<string, unknown>) =>
  [{ ...CLAIM, stated: "10", ...cells }] as unknown as GivenClaim[];

async function intervalOf(cells: Record<string, unknown>) {
  using result = await reconcile(given(cells));
  return [result.claims[0]?.low, result.claims[0]?.high];
}

Deno.test("a number in memory is the text that it prints as", async () => {
  const pairs: [number | bigint, string][] = [
    [3000, "3000"],
    [0, "0"],
    [19922, "19922"],
    [0.25, "0.25"],
    [1.84, "1.84"],
    [0.0000001, "0.0000001"],
    [12000n, "12000"],
    [9007199254740991, "9007199254740991"],
  ];
  for (const [number, text] of pairs) {
    for (const hedge of ["about", "bare"]) {
      assert.deepEqual(
        await intervalOf({ stated: number, hedge }),
        await intervalOf({ stated: text, hedge }),
        text,
      );
    }
    const both = [number, text].map((stated) =>
      toNumber(interval({ stated, hedge: "about" }).high!)
    );
    assert.equal(both[0], both[1]);
  }
  // 3000 to 4000 bare: half a thousand either way; rounded to hundreds, fifty.
  const range = { stated: 3000, stated_high: 4000 };
  assert.deepEqual(await intervalOf(range), [2500, 4500]);
  assert.deepEqual(await intervalOf({ ...range, rounding: 100 }), [2950, 4050]);
  assert.equal(phraseNumber({ kind: "total", stated: "0" }), "0");
});

Deno.test("numbers in memory count in weights, readings and hedges", async () => {
  const claims = [
    { ...CLAIM, stated: 10, hedge: "exact", weight: 0.5 },
    { ...CLAIM, stated: 20, hedge: "exact", claim_id: "b" },
  ] as GivenClaim[];
  using weighed = await reconcile(claims);
  // The two cannot both be true, and a costs half as much as b.
  assert.deepEqual(weighed.cheapestRepair, {
    drop: ["a"],
    weight: 0.5,
    certain: true,
  });
  using read = await reconcile({
    claims,
    readings: [{ claim_id: "a", reading: "more", stated: 20 as never }],
    hedges: [{ hedge: "own", low: 0.5 as never, high: "inf" }],
  }, { reading: { a: "more" } });
  assert.equal(read.consistent, true);
});

Deno.test("numbers in memory are the same to frames and sums", () => {
  const months = [
    { ...CLAIM, stated: 10, claim_id: "a" },
    { ...CLAIM, stated: 0, claim_id: "b", start: "2024-02", end: "2024-02" },
    { ...CLAIM, stated: 10, claim_id: "c", end: "2024-02" },
  ] as GivenClaim[];
  const frame = calendarFrame(months, { measures: ["cases"], by: "month" });
  assert.deepEqual(frame.getColumn("cases").toArray().map(Number), [10, 0]);
  assert.deepEqual(findSums(months).map(({ holds }) => holds), [true]);
});

/** Cells that cannot be read, and the message. */
const REFUSED: readonly (readonly [Record<string, unknown>, string])[] = [
  [
    { stated: NaN },
    "a: stated NaN is not a number with digits; write the digits that were stated, as text",
  ],
  [{ stated: Infinity }, "a: stated Infinity is not a number with digits; "],
  [
    { stated: 1e21 },
    "a: stated 1e+21 is beyond 9007199254740991, where a number loses digits; ",
  ],
  [
    { stated: 0.1 + 0.2 },
    "a: stated 0.30000000000000004 has 17 digits, which a number does not keep",
  ],
  [{ stated: -3 }, "a: -3 is negative; a count cannot be, only a difference"],
  [{ stated: true }, "a: stated true is not a number or its digits"],
  [{ stated: ["10"] }, "a: stated a list is not a number or its digits"],
  [{ rounding: 0 }, "a: The rounding unit must be above 0"],
  [{ weight: 0 }, "a: weight '0' is not a number above 0"],
  [{ start: 2024 }, "a: start 2024 is not text"],
  [{ end: new Date(0) }, "a: end a Date is not text"],
  [{ kind: "totals" }, "a: 'totals' is not a kind; did you mean 'total'?"],
  [{ kind: "average" }, "a: 'average' is not a kind; did you mean 'rate'?"],
  [{ kind: undefined }, "a: the kind is missing; use one of total, rate, "],
  [
    { kind: undefined, knid: "total" },
    "a: 'knid' is not a column; did you mean 'kind'?",
  ],
  [
    { kind: "rate", spread: "eech" },
    "a: 'eech' is not a spread; did you mean 'each'?",
  ],
  [
    { status: "offical" },
    "a: 'offical' is not a status; did you mean 'official'?",
  ],
  [{ hedge: "abuot" }, "a: 'abuot' is not a hedge; did you mean 'about'?"],
  [{ hedge: "toString" }, "a: 'toString' is not a hedge; "],
  [{ measure: undefined }, "a: the measure is missing"],
  [{ measure: 3 }, "a: measure 3 is not an id, which is text"],
  [
    { claim_id: undefined, clam_id: "a" },
    "claims[0]: 'clam_id' is not a column; did you mean 'claim_id'?",
  ],
  [{ claim_id: undefined }, "claims[0]: the claim_id is missing"],
  [
    { stated: undefined, statd: "10" },
    "a: 'statd' is not a column; did you mean 'stated'?",
  ],
  [{ stated: undefined }, "a: the number is missing"],
  [
    { start: null, strat: "2024-01" },
    "a: 'strat' is not a column; did you mean 'start'?",
  ],
  [
    { kind: "ratio", ofmeasure: "cases" },
    "a: 'ofmeasure' is not a column; did you mean 'of_measure'?",
  ],
];

for (const [cells, message] of REFUSED) {
  Deno.test(`a claim in memory is refused: ${message}`, async () => {
    await assert.rejects(reconcile(given(cells)), (error: Error) => {
      assert.ok(error instanceof InputError, `${error.stack}`);
      assert.ok(error.message.startsWith(message), error.message);
      return true;
    });
  });
}

Deno.test("columns of one's own are kept, near ones too where none is missing", async () => {
  using result = await reconcile(
    given({ notes: "mine", stat: 3, constructor: "x", starts: [] }),
  );
  assert.equal(result.consistent, true);
});

const MEASURES = [
  { measure: "cases" },
  { measure: "deaths", part_of: "cases", split: "part" },
];

/** Tables that do not fit together, and the message. */
const TABLES: readonly (readonly [unknown, string])[] = [
  [
    { claims: given({ measure: "case" }), measures: MEASURES },
    "a: 'case' is not in the measures table; did you mean 'cases'?",
  ],
  [
    {
      claims: given({ kind: "share", stated: "0.1", of_measure: "death" }),
      measures: MEASURES,
    },
    "a: 'death' is not in the measures table; did you mean 'deaths'?",
  ],
  [
    {
      claims: given({}),
      measures: MEASURES,
      readings: [{ claim_id: "a", reading: "other", measure: "deahts" }],
    },
    "a (reading other): 'deahts' is not in the measures table; did you mean 'deaths'?",
  ],
  [
    {
      claims: given({}),
      measures: [...MEASURES, { measure: "lost", part_of: "casse" }],
    },
    "lost: 'casse' is not in the measures table; did you mean 'cases'?",
  ],
  [
    { claims: given({}), measures: [{ ...MEASURES[1], split: "ful" }] },
    "deaths: 'ful' is not a split; did you mean 'full'?",
  ],
  [
    { claims: given({}), measures: [{ measure: "cases", part_of: "cases" }] },
    "cases: part_of 'cases' makes it a part of itself",
  ],
  [
    {
      claims: given({}),
      measures: [...MEASURES, { measure: "a", part_of: "b" }, {
        measure: "b",
        part_of: "a",
      }],
    },
    "a: part_of 'b' makes it a part of itself",
  ],
  [
    { claims: given({}), measures: [...MEASURES, { measure: "cases" }] },
    "measure 'cases' is given twice",
  ],
  [
    { claims: given({}), sources: [{ source_id: "s" }, { source_id: "s" }] },
    "source_id 's' is given twice",
  ],
  [
    {
      claims: given({}),
      readings: [
        { claim_id: "a", reading: "r", stated: "6" },
        { claim_id: "a", reading: "r", stated: "7" },
      ],
    },
    "a: reading 'r' is given twice",
  ],
  // A hundred years and a month.
  [
    given({ kind: "rate", spread: "each", end: "2124-01" }),
    "a: a rate of each month covers 1200 months at most, not the 1201 of ",
  ],
  [
    { claims: given({}), mesures: MEASURES },
    "'mesures' is not a table; did you mean 'measures'?",
  ],
  [{ claims: "a" }, "claims: 'a' is not a list of rows"],
  [["a"], "claims[0]: 'a' is not a row, an object with claim_id, measure"],
  [
    { claims: [], sources: [{ sourceid: "a" }] },
    "sources[0]: 'sourceid' is not a column; did you mean 'source_id'?",
  ],
  [
    { claims: [], sources: [{ source_id: "a", published: new Date(0) }] },
    "a: published a Date is not text",
  ],
  [
    { claims: [], hedges: [{ hedge: "own", low: Infinity, high: 1 }] },
    "own: low Infinity is not a number with digits; ",
  ],
  [
    { claim: given({}) },
    "an object is neither a list of claims nor the tables",
  ],
  [undefined, "undefined is neither a list of claims nor the tables"],
];

for (const [input, message] of TABLES) {
  Deno.test(`tables in memory are refused: ${message}`, async () => {
    await assert.rejects(reconcile(input as ReconcileInput), (error: Error) => {
      assert.ok(error instanceof InputError, `${error.stack}`);
      assert.ok(error.message.startsWith(message), error.message);
      return true;
    });
  });
}

Deno.test("a whole without a row is one where a claim names it too", async () => {
  using result = await reconcile({
    claims: given({ measure: "whole" }),
    measures: [{ measure: "some", part_of: "whole", split: "part" }],
  });
  // Bare 10 is 5 to 15; a part is at most its whole.
  const { low, high } = result.bounds("some", "2024-01", "2024-01");
  assert.deepEqual([low, high], [0, 15]);
});

Deno.test("ids that every object has mean nothing else than other ids", async () => {
  const plain = ["a", "b", "c", "m", "n", "r", "s"] as const;
  const hostile = [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__defineGetter__",
    "isPrototypeOf",
  ];
  const told = async (names: readonly string[]) => {
    const [a, b, c, m, n, r, s] = names as unknown as typeof plain;
    const cells = { kind: "total", hedge: "exact", ...january } as const;
    using result = await reconcile({
      claims: [
        { ...cells, claim_id: a, measure: m, stated: 10, source_id: s },
        { ...cells, claim_id: b, measure: m, stated: 20, origin: a },
        { ...cells, claim_id: c, measure: n, stated: 5, collection: r },
      ],
      measures: [{ measure: m, label: n }, { measure: n }],
      sources: [{ source_id: s, published: "2024-02" }],
      readings: [{ claim_id: c, reading: r, stated: "30" }],
      hedges: [{ hedge: r, low: "1", high: "1" }],
    }, {
      reading: Object.fromEntries([[c, r]]),
      same: [[n, m]],
    });
    const json = JSON.stringify([
      result.conflicts.map(({ claims }) => claims).sort(),
      result.repairs.length,
      result.claims.map(({ claim, reading, low }) => [claim, reading, low]),
      result.bounds(n, "2024-01", "2024-01").measure,
    ]);
    // Names in quotes, so that no name is taken within another.
    return names.reduce(
      (text, name, i) => text.replaceAll(`"${name}"`, `"#${i}"`),
      json,
    );
  };
  const first = JSON.parse(await told(plain));
  const second = JSON.parse(await told(hostile));
  const sorted = (pairs: string[][]) =>
    pairs.map((ids) => ids.toSorted()).sort();
  assert.deepEqual(sorted(second[0]), sorted(first[0]));
  assert.deepEqual(second.slice(1), first.slice(1));
  // 10, 20 and 30 for one month, once n is m: each two cannot both be true.
  assert.equal(first[0].length, 3);
  assert.deepEqual(first[2][2], ["#2", "#5", 30]);
});
