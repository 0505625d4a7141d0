import assert from "node:assert/strict";
import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions } from "../../lib/reconcile/model/tables.ts";

const data = await loadDataset(new URL("../../data", import.meta.url));

/** The five reports; only the claims named, where there are names. */
function reports(options: ReconcileOptions = {}, only?: readonly string[]) {
  const claims = only
    ? data.claims.filter(({ claim_id }) => only.includes(claim_id))
    : data.claims;
  const collections = ["reports"];
  return reconcile({ ...data, claims }, { collections, ...options });
}

function ids(
  conflicts: readonly { readonly claims: readonly string[] }[],
): string[] {
  return conflicts.map(({ claims }) => claims.join(" "));
}

Deno.test("60,000 as article 408 alone contradicts 19,922", async () => {
  using result = await reports(
    { reading: { "kyivpost-60000-cases": "art-408" } },
    ["kyivpost-60000-cases", "kyivpost-19922-desertion"],
  );
  const [conflict, ...more] = result.conflicts;
  assert.deepEqual(more, []);
  assert.deepEqual(conflict!.claims, [
    "kyivpost-19922-desertion",
    "kyivpost-60000-cases",
  ]);
  // The number and the hedge it rests on, and the reading.
  assert.match(conflict!.text, /55,000 .*60,000, read as at least 55,000/);
  assert.match(conflict!.text, /reading art-408/);
  assert.match(conflict!.text, /is more than 19,922 .*exactly 19,922/);
});

Deno.test("both articles together agree with 60,000: 19,922 and 41,950 are 61,872", async () => {
  using result = await reports({}, [
    "kyivpost-60000-cases",
    "kyivpost-19922-desertion",
    "kyivpost-41950-awol",
  ]);
  assert.equal(result.consistent, true);
  const { low, high } = result.bounds("proceedings", "2024-01", "2024-10");
  assert.deepEqual([low, high], [61872, 61872]);
  const implied = result.implied("kyivpost-60000-cases");
  assert.deepEqual([implied.impliedLow, implied.impliedHigh], [61872, 61872]);
});

Deno.test("15,000 to 18,000 and 21,600 in October agree on average, not every month", async () => {
  const both = ["wtat-15k-18k-monthly", "wtat-21600-october"];
  using mean = await reports({}, both);
  assert.equal(mean.consistent, true);
  const reading = { "wtat-15k-18k-monthly": "each-month" };
  using each = await reports({ reading }, both);
  assert.deepEqual(ids(each.conflicts), [both.join(" ")]);
  // 18,000 + 1,000 w meets 21,600 − 50 w at 24/7.
  const [conflict] = await each.dissolves();
  assert.deepEqual([conflict!.width, conflict!.exact], [24 / 7, true]);
});

Deno.test("230,000 in November as both articles contradicts 231,000 at mid-year with October", async () => {
  const reading = { "wtat-230000-cases": "proceedings" };
  using result = await reports({ reading }, [
    "wtat-230000-cases",
    "izvestia-231k-body",
    "wtat-21600-october",
  ]);
  assert.deepEqual(ids(result.conflicts), [
    "izvestia-231k-body wtat-21600-october wtat-230000-cases",
  ]);
  assert.equal(
    result.conflicts[0]!.text,
    "Criminal proceedings, both articles: 230,000 from 24 February 2022 to " +
      "30 June 2025 (nearly 231,000, read as at least 230,000) plus 21,550 in " +
      "October 2025 (21,600, read as at least 21,550) is 251,550, more than " +
      "240,000 from 24 February 2022 to 7 November 2025 (over 230,000, read " +
      "as at most 240,000; reading proceedings).",
  );
  // Every month end before October's cases fits it, and none after.
  const fits = result.staleness("wtat-230000-cases");
  assert.equal(fits.at(-1), "2025-09-30");
  assert.ok(fits.includes("2025-06-30"));
});

Deno.test("November and December 2024, which no report counts, hang on where 2022 begins", async () => {
  const months = ["proceedings", "2024-11", "2024-12"] as const;
  // 231,000 less 107,000 of 2025 and 61,872 of January to October 2024.
  using numbers = await reports({ without: ["wtat-record-highs"] });
  const before = numbers.bounds(...months);
  assert.deepEqual([before.low, before.high], [0, 62_128]);
  // A record in October 2025 makes each of the two months at most 21,650.
  using result = await reports();
  const bounds = result.bounds(...months);
  assert.deepEqual([bounds.low, bounds.high], [0, 2 * 21_650]);
  // From the invasion on the comparison with 2022 and 2023 binds as well: nearly
  // twice as many asks for 30,936 cases at least before 2024.
  using invasion = await reports({
    reading: {
      "viewus-nearly-doubles": "from-invasion",
      "kyivpost-more-than-combined": "from-invasion",
    },
  });
  const later = invasion.bounds(...months);
  assert.deepEqual([later.low, later.high], [0, 31_192]);
});

Deno.test("at least twice 231,000 agrees with 500,000, and with nothing below 460,000", async () => {
  using result = await reports({}, [
    "izvestia-at-least-twice",
    "izvestia-231k-lead",
    "izvestia-500k",
  ]);
  assert.equal(result.consistent, true);
  const { low, high } = result.bounds("persons-left", "2022-02-24", "2025-06");
  assert.deepEqual([low, high], [460_000, 600_000]);
});

Deno.test("100,000 to 200,000 and thousands are what must give among the reports as read", async () => {
  const [range, thousands] = ["wtat-100k-200k-self-leave", "wtat-thousands"];
  using result = await reports();
  assert.deepEqual(result.cheapestRepair, {
    drop: [range, thousands],
    weight: 2,
    certain: true,
  });
  assert.equal(result.conflictsComplete, true);
  for (const { claims } of result.conflicts) {
    assert.ok(claims.includes(range!) || claims.includes(thousands!));
  }
  // The two do not agree with each other: 50,000 at least, 10,000 at most.
  assert.ok(ids(result.conflicts).includes(`${range} ${thousands}`));
  // Read as said of 2025, and of one month, they agree, and so do all.
  const readings = await result.readings();
  assert.equal(readings.complete, true);
  assert.deepEqual([readings.weight, readings.dropped], [37, []]);
  const other = readings.choice.filter(({ reading }) => reading !== "default");
  assert.deepEqual(
    other.map(({ claim }) => claim).toSorted(),
    [range, thousands],
  );
  const never = readings.never.map((r) => `${r.claim}=${r.reading}`);
  assert.ok(never.includes(`${range}=default`));
  assert.ok(never.includes(`${thousands}=default`));
  assert.ok(never.includes("kyivpost-60000-cases=art-408"));
});

Deno.test("ten echoes of one origin are one witness", async () => {
  using result = await reports();
  const ft = result.witnesses.find(({ origin }) => origin === "ft-2024-12-01");
  assert.ok(ft!.claims.length >= 5);
  using once = await reports({ echoes: "once" });
  const kept = once.claims.map(({ claim }) => claim);
  // Same origin, kind, measures and periods: the earliest page's claim stays, of
  // the ratio to the years before as of the 60,000.
  assert.ok(kept.includes("kyivpost-more-than-combined"));
  assert.ok(!kept.includes("viewus-nearly-doubles"));
  assert.ok(kept.includes("kyivpost-60000-cases"));
  assert.ok(!kept.includes("kyivpost-60000-contested"));
});

/** The seven conflicts of the numbers that are stated, with no plural or record. */
const STATED = [
  "izvestia-500k wtat-100k-200k-self-leave",
  "izvestia-231k-body izvestia-at-least-twice wtat-100k-200k-self-leave",
  "izvestia-231k-lead izvestia-at-least-twice wtat-100k-200k-self-leave",
  ...["19922-desertion", "41950-awol", "60000-cases", "60000-contested"].map(
    (id) =>
      `izvestia-107k-h1 izvestia-at-least-twice kyivpost-${id} ` +
      "wtat-100k-200k-self-leave",
  ),
];

Deno.test("all conflicts of stated numbers are one witness against another", async () => {
  const without = ["wtat-thousands"];
  using each = await reports({ without });
  const origins = new Map(data.claims.map((c) => [c.claim_id, c.origin]));
  for (const { claims } of each.conflicts) {
    const spoken = new Set(claims.map((id) => origins.get(id)));
    assert.ok(spoken.has("dmytruk-2025-07"));
    assert.ok(spoken.has("sadovoy-pow-2025-11-28"));
  }
  // A record in October 2025 caps July to October at 4 × 21,650 = 86,600, so
  // that of 170,000 by October 83,400 are of January to June. With 41,950, or
  // 55,000, of 2024 that is 125,350, or 138,400; twice as many are 250,700, or
  // 276,800, and at most 250,000 have left.
  const capped = ["41950-awol", "60000-cases", "60000-contested"].map((id) =>
    `izvestia-at-least-twice kyivpost-${id} wtat-100k-200k-self-leave ` +
    "wtat-180000-since-january wtat-21600-october wtat-record-highs"
  );
  assert.deepEqual(ids(each.conflicts), [...STATED, ...capped]);
  using result = await reports({ by: "origin", without });
  const [conflict, ...more] = result.conflicts;
  assert.deepEqual(more, []);
  assert.deepEqual(conflict!.origins, [
    "dmytruk-2025-07",
    "sadovoy-pow-2025-11-28",
  ]);
  assert.deepEqual(conflict!.claims, [
    "izvestia-500k",
    "wtat-100k-200k-self-leave",
  ]);
  // At least 500,000 by July 2025; at most 200,000 and half of 100,000 later.
  assert.deepEqual(
    conflict!.proof.map(({ side, times, value }) => [side, times, value]),
    [["low", 1, 500_000], ["high", 1, 250_000]],
  );
  // All five claims of the one cost as much as the one claim of the other.
  assert.deepEqual(result.repairs, [
    {
      drop: [
        "izvestia-500k",
        "izvestia-at-least-twice",
        "izvestia-much-higher",
        "izvestia-none-returned",
        "izvestia-thousands-appeals",
      ],
      drop_origins: ["dmytruk-2025-07"],
      weight: 1,
    },
    {
      drop: ["wtat-100k-200k-self-leave"],
      drop_origins: ["sadovoy-pow-2025-11-28"],
      weight: 1,
    },
  ]);
  assert.ok(result.repairsComplete && result.conflictsComplete);
});

Deno.test("thousands who left since the invasion, at most 10,000, meet no other number of them", async () => {
  using result = await reports();
  const thousands = "wtat-thousands";
  const [its, others] = [true, false].map((has) =>
    result.conflicts.filter(({ claims }) => claims.includes(thousands) === has)
  );
  assert.equal(others!.length, STATED.length + 3);
  const fewest = ids(its!).filter((id) => id.split(" ").length < 4);
  const cases = (factor: string, ...numbers: string[]) =>
    numbers.map((id) => [`izvestia-${factor}`, id, thousands].toSorted());
  // Over 10,000 by themselves: 500,000 and 50,000 who left; and 107,000 to June
  // 2025, 230,000 until then, 19,922, 41,950 and 55,000 in 2024, of which as
  // many left at least, or twice as many.
  const counts = [
    "izvestia-107k-h1",
    "izvestia-231k-body",
    "izvestia-231k-lead",
    "kyivpost-19922-desertion",
    "kyivpost-41950-awol",
    "kyivpost-60000-cases",
    "kyivpost-60000-contested",
  ];
  assert.deepEqual(
    fewest.toSorted(),
    [
      ["izvestia-500k", thousands],
      ["wtat-100k-200k-self-leave", thousands],
      ...cases("at-least-twice", ...counts),
      ...cases("much-higher", ...counts),
    ].map((claims) => claims.join(" ")).toSorted(),
  );
  // A factor of one is no factor.
  const much = its!.find(({ claims }) =>
    claims.join(" ") === `izvestia-107k-h1 izvestia-much-higher ${thousands}`
  );
  assert.match(much!.text, /is at least as many as Criminal proceedings/);
  // The rest are of October's record: 10 × 14,000, or 170,000, less 86,600 of
  // July to October leave 53,400, or 83,400, in January to June.
  const rest = its!.filter(({ claims }) => claims.length > 3);
  assert.deepEqual(
    rest.map(({ claims }) =>
      claims.filter((id) =>
        ![thousands, "wtat-21600-october", "wtat-record-highs"].includes(id)
      ).join(" ")
    ),
    [
      "izvestia-at-least-twice wtat-15k-18k-monthly",
      "izvestia-at-least-twice wtat-180000-since-january",
      "izvestia-much-higher wtat-15k-18k-monthly",
      "izvestia-much-higher wtat-180000-since-january",
    ],
  );
  using origins = await reports({ by: "origin" });
  assert.deepEqual(origins.conflicts.map(({ origins }) => origins), [
    ["dmytruk-2025-07", "sadovoy-pow-2025-11-28"],
    ["dmytruk-2025-07", thousands],
    ["sadovoy-pow-2025-11-28", thousands],
  ]);
});

Deno.test("a record in October 2025 is the limit of every month since March 2022", async () => {
  using result = await reports();
  for (const month of ["2022-03", "2024-11", "2025-09"]) {
    const { high } = result.bounds("proceedings", month, month);
    assert.equal(high, 21_650, month);
  }
  // January 2022 is before its span. The two years have 61,872 at most, as many
  // as January to October 2024; and of 230,000 from the invasion to June 2025,
  // 108,000 of 2025, these 61,872 and twice 21,650 leave them 16,828 at least.
  const january = result.bounds("proceedings", "2022-01", "2022-01");
  assert.equal(january.high, 61_872 - 16_828);
  // As many as in September at least is nothing new after that.
  const increase = result.implied("wtat-sharp-increase");
  assert.equal(increase.impliedLow, 1);
  using without = await reports({ without: ["wtat-record-highs"] });
  assert.ok((without.implied("wtat-sharp-increase").impliedLow ?? 0) < 1);
  const september = without.bounds("proceedings", "2025-09", "2025-09");
  assert.equal(september.high, 21_650);
});

Deno.test("more than in the same months of 2023: these had at most 4,690", async () => {
  using result = await reports();
  const { low, high } = result.bounds("proceedings-408", "2023-01", "2023-02");
  assert.deepEqual([low, high], [0, 4690]);
});

Deno.test("of 1 million 350,000 are active: the whole has 345,000 at least", async () => {
  using result = await reports();
  const day = ["2024-12-01", "2024-12-01"] as const;
  const force = result.bounds("force", ...day);
  // A bare million may be half of one to one and a half.
  assert.deepEqual([force.low, force.high], [500_000, 1_500_000]);
  const active = result.bounds("force-active", ...day);
  assert.deepEqual([active.low, active.high], [345_000, 355_000]);
  const claims = ["kyivpost-350000-active", "viewus-1-million-force"];
  using two = await reports({}, claims);
  assert.equal(two.implied("viewus-1-million-force").impliedLow, 345_000);
  // Of the force half a year later nothing follows: a level may move.
  const later = result.bounds("force", "2025-07-31", "2025-07-31");
  assert.deepEqual([later.low, later.high], [0, null]);
});

Deno.test("most are front-line troops: half of those who left training at least", async () => {
  using result = await reports();
  const period = ["2022-02-24", "2024-11"] as const;
  const front = result.bounds("persons-left-frontline", ...period);
  // 11 a month in 11 months are 121, a part of those who left; 600,000 of them
  // had by July 2025.
  assert.deepEqual([front.low, front.high], [60.5, 600_000]);
});
