import { besideOfficial } from "../../../lib/analysis/beside_official.ts";
import { officialSpans } from "../../../lib/analysis/official_spans.ts";
import { uncountedSpans } from "../../../lib/analysis/uncounted_spans.ts";
import { unlimitedMeasures } from "../../../lib/analysis/unlimited_measures.ts";
import { whatFlips } from "../../../lib/analysis/what_flips.ts";
import { type Dataset, loadDataset } from "../../../lib/dataset/load.ts";
import { formatNumber } from "../../../lib/quantity/phrase.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { answer } from "../../../lib/site/answer/answer.ts";
import { entryGroups } from "../../../lib/site/claims/entry.ts";
import { findingsOf } from "../../../lib/site/claims/findings.ts";
import { parseHTML } from "linkedom";
import { readDataPackage } from "../../../lib/site/data_package.ts";
import assert from "node:assert/strict";

/** The answer of one collection, as text and as HTML, and what it is made from. */
async function answered(data: Dataset, collection: string | null) {
  const claims = data.claims.filter((row) =>
    (row.collection || null) === collection
  );
  const tables = { ...data, claims };
  const result = await reconcile(tables);
  const uncounted = uncountedSpans(result);
  const { registers } = await readDataPackage(data.folder);
  const findings = {
    ...findingsOf(collection, result),
    flips: await whatFlips(tables),
    ...{ uncounted, open: unlimitedMeasures(result) },
    beside: await besideOfficial(data, result.modelled, registers),
    official: await officialSpans(data, uncounted, registers),
  };
  const group = entryGroups(data, [findings]).find((one) =>
    one.collection === collection
  )!;
  const html = `${answer(group)}`;
  const { document } = parseHTML(`<main>${html}</main>`);
  const text = document.querySelector("main")!.textContent.replace(/\s+/g, " ");
  return { text, html, result, findings };
}

const shipped = await loadDataset(new URL("../../../data", import.meta.url));
const outbreak = await loadDataset(
  new URL("../../../examples/outbreak", import.meta.url),
);

Deno.test("every number of the answer is the one that reconciling gives", async () => {
  for (
    const [data, collection] of [[shipped, "reports"], [
      outbreak,
      null,
    ]] as const
  ) {
    const { text, result, findings } = await answered(data, collection);
    const json = result.toJSON();
    const disputed = new Set(json.conflicts.flatMap(({ claims }) => claims));
    const [, most, whole] = /(\d+) of (\d+) claims can be true together/
      .exec(text)!;
    assert.equal(Number(whole), json.claims.length);
    // No claim of these weighs more than another.
    assert.equal(
      Number(most),
      json.claims.length - json.repairs[0]!.drop.length,
    );
    const [, contradictions] = /There are (\d+) contradictions/.exec(text)!;
    assert.equal(Number(contradictions), json.conflicts.length);
    const [, calm, all] = /(None|\d+) of the (\d+) claims? that/.exec(text)!;
    assert.equal(Number(all), json.claims.length);
    assert.equal(
      calm === "None" ? 0 : Number(calm),
      json.claims.length - disputed.size,
    );
    for (const { measure, start, end } of findings.uncounted.slice(0, 5)) {
      const { low, high } = result.bounds(measure, start, end);
      for (const end of [low, high]) {
        if (end) assert.ok(text.includes(formatNumber(end)), `${end}`);
      }
    }
    result[Symbol.dispose]();
  }
});

/** Two claims that agree with a third in another reading of one of them. */
function withReading(): Dataset {
  const claims = [
    { claim_id: "a", stated: "70", source_id: null },
    { claim_id: "b", stated: "90", source_id: null },
    { claim_id: "c", stated: "95", source_id: null },
  ].map((row) => ({
    ...row,
    ...{ kind: "total", measure: "cases", hedge: "exact", origin: null },
    ...{ start: "2024-01", end: row.claim_id === "c" ? "2025-03" : "2024-12" },
  }));
  const readings = [{
    claim_id: "a",
    reading: "since-march",
    start: "2024-03",
    grounds: "<b>It says since March.</b>",
  }];
  const none = { measures: [], sources: [], hedges: [], relations: [] };
  return {
    ...outbreak,
    ...none,
    ...{ splits: [], balances: [], claims, readings },
  } as unknown as Dataset;
}

Deno.test("official figures stand beside the claims as the record alone has them", async () => {
  const { text } = await answered(shipped, "reports");
  // By hand: 8,779 and 15,511 of one article, 23,209 less 19,922 of the other.
  assert.match(
    text,
    /November to December 2024: at most 43,300; by the official figures of Monthly table, both articles exactly 27,577/,
  );
  // The bureau's one figure for October 2025, and what WTAT has for it.
  assert.match(
    text,
    /Does not fit: WTAT News, citing Christoph Wanner, has 21,600 \(Criminal proceedings, both articles, October 2025\), where State Bureau of Investigation, both articles has exactly 19,961/,
  );
  assert.match(text, /Izvestia, over 107,000 \(107,672\)/);
  assert.match(text, /“more than 500 thousand people who left/);
});

Deno.test("two totals that contradict each other are told with their distance", async () => {
  const data = withReading();
  const { text, html, findings } = await answered(data, null);
  assert.deepEqual(findings.flips.claims, ["a", "b"]);
  // By hand: 90 less 70.
  assert.match(text, /cannot both be true/);
  assert.match(text, /read as of March to December 2024 \(<b>It says/);
  assert.doesNotMatch(html, /<b>It/);
});

Deno.test("each change that is said to make all agree does", async () => {
  for (
    const [data, collection] of [
      [shipped, "reports"],
      [outbreak, null],
      [withReading(), null],
    ] as const
  ) {
    const { result, findings } = await answered(data, collection);
    const { flips } = findings;
    const { together, readings, claims, origins, width } = flips;
    assert.ok(
      [...readings, ...together, ...claims, ...origins].length > 0,
    );
    const agree = async (options: Parameters<typeof reconcile>[1]) => {
      using one = await reconcile({
        ...data,
        claims: data.claims.filter((row) =>
          (row.collection || null) === collection
        ),
      }, options);
      return one.consistent;
    };
    for (const { claim, reading } of readings) {
      assert.ok(await agree({ reading: { [claim]: reading } }), reading);
    }
    if (together.length > 0) {
      const all = Object.fromEntries(
        together.map(({ claim, reading }) => [claim, reading]),
      );
      assert.ok(await agree({ reading: all }));
      for (const { claim } of together) {
        assert.ok(!await agree({ reading: { ...all, [claim]: "default" } }));
      }
    }
    for (const id of claims) assert.ok(await agree({ without: [id] }), id);
    for (const origin of origins) {
      const own = data.claims.filter((claim) => claim.origin === origin)
        .map(({ claim_id }) => claim_id);
      assert.ok(await agree({ without: own }), origin);
    }
    if (width !== null) {
      assert.ok(await agree({ width }));
      assert.ok(!await agree({ width: width * 0.99 }));
    }
    // No other claim does, of those that are modelled.
    for (const id of result.modelled) {
      if (claims.includes(id)) continue;
      assert.ok(!await agree({ without: [id] }), id);
    }
    result[Symbol.dispose]();
  }
});

Deno.test("where one of two must give, no side is taken", async () => {
  const total = { kind: "total", measure: "cases", hedge: "exact" } as const;
  const year = { ...total, start: "2024-01", end: "2024-12" };
  const claims = [
    { ...year, claim_id: "a", stated: "70" },
    { ...year, claim_id: "b", stated: "90" },
    { ...year, claim_id: "c", stated: "5", measure: "<i>deaths</i>" },
  ];
  const data = { ...outbreak, claims, measures: [], readings: [] };
  using result = await reconcile(data);
  const flips = await whatFlips(data);
  assert.deepEqual(flips, {
    ...{ readings: [], together: [], claims: ["a", "b"], origins: [] },
    ...{ width: null, certain: true },
  });
  const findings = {
    ...findingsOf(null, result),
    flips: { ...flips, claims: [] },
  };
  const [group] = entryGroups(data as unknown as Dataset, [findings]);
  const html = `${answer(group!)}`;
  assert.match(html, /either .*a.* or .*b/);
  assert.doesNotMatch(html, /<i>/);
});
