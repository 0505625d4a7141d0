import { blameChart, type BlameInput } from "../../lib/chart/blame_chart.ts";
import { chartClaim } from "../../lib/chart/chart_claim.ts";
import { checkApart, checkChart, HOSTILE, placed } from "./checks.ts";
import { reports, result } from "./real.ts";
import assert from "node:assert/strict";

const real: BlameInput = {
  claims: reports.map(chartClaim),
  blame: result.blame,
  repairs: result.repairs,
  cheapest: result.cheapest,
};

Deno.test("blameChart() has a bar for every claim that a repair drops", () => {
  const draw = () => blameChart(real, { mostClaims: real.blame.length });
  checkChart(draw);
  checkApart(draw());
  for (const drawing of ["wide", "narrow"] as const) {
    const texts = placed(draw(), drawing).map(({ text }) => text);
    assert.equal(
      texts.filter((text) => text.endsWith("%")).length,
      result.blame.filter(({ share }) => share > 0).length,
    );
    assert.ok(texts.includes("cheapest"));
  }
});

Deno.test("blameChart() draws the cheapest repair even where the list lacks it", () => {
  const { svg } = blameChart({
    claims: [],
    blame: [{ claim: "a", share: 1 }, { claim: "b", share: 1 }],
    repairs: [{ drop: ["a"], weight: 2 }],
    cheapest: { drop: ["b"], weight: 1 },
  });
  assert.match(svg, /Cheapest repair, weight 1: drops b/);
});

Deno.test("blameChart() takes none of several repairs that weigh the least for the cheapest", () => {
  const { svg } = blameChart({
    claims: [],
    blame: ["a", "b", "c"].map((claim) => ({ claim, share: 1 / 3 })),
    repairs: [
      { drop: ["a"], weight: 1 },
      { drop: ["b"], weight: 1 },
      { drop: ["c"], weight: 2 },
    ],
    cheapest: { drop: ["a"], weight: 1 },
  });
  assert.match(svg, /Cheapest repair, weight 1: drops a/);
  assert.match(svg, /Cheapest repair, weight 1: drops b/);
  assert.doesNotMatch(svg, /Cheapest repair, weight 2/);
  assert.match(svg, /2 of them are the cheapest\./);
  assert.doesNotMatch(svg, /The cheapest drops/);
});

Deno.test("blameChart() says how many more claims and repairs there are", () => {
  const ids = Array.from({ length: 20 }, (_, i) => `claim-${i}`);
  const draw = () =>
    blameChart({
      claims: [],
      blame: ids.map((claim) => ({ claim, share: 0.5 })),
      repairs: ids.map((id) => ({ drop: [id, ids[19]!], weight: 12 })),
    });
  checkChart(draw);
  checkApart(draw());
  const texts = placed(draw(), "narrow").map(({ text }) => text);
  assert.ok(
    texts.some((text) => /^and 5 more claims and 1\d more repairs$/.test(text)),
  );
  assert.ok(
    placed(draw(), "wide")
      .some(({ text }) => text === "and 5 more claims and 10 more repairs"),
  );
  assert.ok(texts.includes("+1"));
});

Deno.test("blameChart() draws as many repairs as their costs leave room for", () => {
  const ids = Array.from({ length: 12 }, (_, i) => `claim-${i}`);
  const draw = () =>
    blameChart({
      claims: [],
      blame: ids.map((claim) => ({ claim, share: 1 / 12 })),
      repairs: ids.map((id, i) => ({ drop: [id], weight: 1000.125 + i })),
    });
  checkChart(draw);
  checkApart(draw());
  const heads = placed(draw(), "narrow").filter(({ text }) =>
    text.startsWith("1,0")
  );
  assert.equal(heads.length, 2);
});

Deno.test("blameChart() draws nothing, one claim, and hostile text", () => {
  const none = { claims: [], blame: [], repairs: [] };
  checkChart(() => blameChart(none));
  assert.match(blameChart(none).svg, /Nothing to repair/);
  checkChart(() =>
    blameChart({
      claims: [{ claim: "a", label: HOSTILE, title: HOSTILE, status: null }],
      blame: [{ claim: "a", share: 1 }, { claim: HOSTILE, share: 0 }],
      repairs: [{ drop: ["a"], weight: 1 }],
      cheapest: { drop: ["a"], weight: 1 },
    })
  );
});
