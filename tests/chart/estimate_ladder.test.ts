import { estimateLadder } from "../../lib/chart/estimate_ladder.ts";
import type { LadderStep } from "../../lib/analysis/ladder_step.ts";
import { ladderSteps } from "../../lib/analysis/ladder_steps.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { assertSound, EVIL, texts, tooltips } from "./sound.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));
const steps = await ladderSteps(data, {
  estimates: ["izvestia-500k", "wtat-100k-200k-self-leave"],
  officials: ["table", "registered", "bureau"],
});

const rung = { label: "a", title: "a", low: 1, high: 2 };

Deno.test("ladderSteps() holds each estimate against the official figures alone", () => {
  assert.deepEqual(steps.map((step) => step.estimate.low), [500_000, 50_000]);
  assert.deepEqual(steps.map((step) => step.officials.length), [3, 3]);
  for (const { estimate, officials } of steps) {
    for (const official of officials) {
      assert.equal(
        official.ratioHigh,
        estimate.high! / official.low,
        official.label,
      );
      assert.equal(official.ratioLow === null, official.high === null);
    }
  }
});

Deno.test("ladderSteps() leaves out counts of which nothing is known", async () => {
  const [step] = await ladderSteps(data, {
    estimates: ["record-persons-left-2024-01-to-2024-03-news-pravda"],
    officials: ["bureau", "table"],
    names: { table: "The table" },
  });
  assert.deepEqual(step!.officials.map((o) => o.label), ["The table"]);
  assert.equal(step!.period, "January to March 2024");
});

Deno.test("estimateLadder() is named, stands alone and repeats to the byte", () => {
  assertSound(() => estimateLadder(steps));
});

Deno.test("estimateLadder() labels every count with the ratio, wide and narrow", () => {
  const { svg } = estimateLadder(steps);
  for (const drawing of ["wide", "narrow"] as const) {
    const ratios = texts(svg, drawing).filter((text) => text.endsWith("×"));
    assert.equal(ratios.length, 6);
    assert.ok(ratios.includes("1.98 to 2.41 ×"));
    assert.ok(ratios.includes("at most 0.81 ×"));
  }
  assert.ok(
    tooltips(svg, "wide").some((title) =>
      title.includes("more than 500 thousand people") &&
      title.includes("Izvestia")
    ),
  );
});

Deno.test("estimateLadder() draws nothing, one estimate, and open ends", () => {
  assertSound(() => estimateLadder([]));
  const alone: LadderStep = {
    period: "2024",
    estimate: { ...rung, status: null, high: null },
    officials: [],
  };
  assertSound(() => estimateLadder([alone]));
  const open = { ...rung, high: null, ratioLow: null, ratioHigh: null };
  assertSound(() => estimateLadder([{ ...alone, officials: [open] }]));
});

Deno.test("estimateLadder() shows hostile text as text", () => {
  const evil = { label: EVIL, title: EVIL };
  assertSound(() =>
    estimateLadder([{
      period: EVIL,
      estimate: { ...rung, ...evil, status: "contested" },
      officials: [{ ...rung, ...evil, ratioLow: 0.5, ratioHigh: 2 }],
    }], { title: EVIL, caption: EVIL })
  );
});
