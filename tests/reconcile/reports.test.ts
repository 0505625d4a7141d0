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

function ids(conflicts: readonly { readonly claims: string[] }[]): string[] {
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
  using result = await reports();
  const bounds = result.bounds(...months);
  // 231,000 less 107,000 of 2025 and 61,872 of January to October 2024.
  assert.deepEqual([bounds.low, bounds.high], [0, 62_128]);
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

Deno.test("100,000 to 200,000 is what must give among the reports as read", async () => {
  using result = await reports();
  assert.deepEqual(result.cheapestRepair, {
    drop: ["wtat-100k-200k-self-leave"],
    weight: 1,
    certain: true,
  });
  assert.equal(result.conflictsComplete, true);
  for (const { claims } of result.conflicts) {
    assert.ok(claims.includes("wtat-100k-200k-self-leave"));
  }
  // Read as said of 2025 alone it agrees, and so do all the others.
  const readings = await result.readings();
  assert.equal(readings.complete, true);
  assert.deepEqual(readings.dropped, []);
  const never = readings.never.map((r) => `${r.claim}=${r.reading}`);
  assert.ok(never.includes("wtat-100k-200k-self-leave=default"));
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

Deno.test("all seven conflicts are one witness against another", async () => {
  using each = await reports();
  const origins = new Map(data.claims.map((c) => [c.claim_id, c.origin]));
  assert.equal(each.conflicts.length, 7);
  for (const { claims } of each.conflicts) {
    const spoken = new Set(claims.map((id) => origins.get(id)));
    assert.ok(spoken.has("dmytruk-2025-07"));
    assert.ok(spoken.has("sadovoy-pow-2025-11-28"));
  }
  using result = await reports({ by: "origin" });
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
  // Two claims of the one cost as much as the one claim of the other.
  assert.deepEqual(result.repairs, [
    {
      drop: ["izvestia-500k", "izvestia-at-least-twice"],
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
