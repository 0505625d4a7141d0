import { originClaims } from "../../lib/chart/origin_claims.ts";
import { originFlow } from "../../lib/chart/origin_flow.ts";
import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { selectCollection } from "../../lib/dataset/select.ts";
import { assertSound, elements, EVIL, texts, tooltips } from "./sound.ts";
import assert from "node:assert/strict";

const data = selectCollection(
  await loadDataset(new URL("../../data", import.meta.url)),
  "reports",
);
const claims = originClaims(claimIntervals(data));
const modelled = data.claims.filter((row) => row.kind !== "none");

Deno.test("originClaims() keeps modelled claims, in the order of publication", () => {
  assert.equal(claims.length, modelled.length);
  const outlets = [...new Set(claims.map(({ outlet }) => outlet))];
  assert.deepEqual(outlets, [
    "TASS",
    "Kyiv Post",
    "View US Global",
    "Izvestia",
    "WTAT News",
  ]);
});

Deno.test("originFlow() is named, stands alone and repeats to the byte", () => {
  assertSound(() => originFlow(claims));
});

Deno.test("originFlow() shows every claim, origin and echo, wide and narrow", () => {
  const { svg } = originFlow(claims);
  for (const drawing of ["wide", "narrow"] as const) {
    const words = texts(svg, drawing);
    assert.equal(
      words.filter((text) => text.includes(" · ")).length,
      modelled.length,
    );
    for (const { origin } of claims) {
      const name = origin ?? "no origin named";
      assert.ok(words.some((text) => text.startsWith(name)), name);
    }
    const shown = tooltips(svg, drawing);
    for (const { wording, claim_id } of modelled) {
      assert.ok(
        shown.some((title) =>
          title.includes(wording!) && title.includes(claim_id)
        ),
        claim_id,
      );
    }
  }
  assert.ok(texts(svg, "wide").includes("13 claims by 2 outlets"));
  assert.ok(texts(svg, "narrow").includes("ft-2024-12-01 (2 outlets)"));
});

Deno.test("originFlow() draws a ribbon as thick as its claims are many", () => {
  const claim = { origin: "o", status: null, label: "1", title: "1" } as const;
  const { svg } = originFlow([
    { ...claim, outlet: "a" },
    { ...claim, outlet: "b" },
    { ...claim, outlet: "b" },
  ]);
  const widths = elements(svg, "wide", "path[stroke-width]")
    .map((path) => Number(path.getAttribute("stroke-width")));
  assert.deepEqual(widths, [14, 29]);
});

Deno.test("originFlow() draws one claim, one without an origin, and none", () => {
  assertSound(() => originFlow(claims.slice(0, 1)));
  assertSound(() => originFlow([{ ...claims[0]!, origin: null }]));
  assertSound(() => originFlow([]));
});

Deno.test("originFlow() takes claims without an origin for no one's echoes", () => {
  const claim = { ...claims[0]!, origin: null };
  const { svg } = originFlow([claim, { ...claim, outlet: "another" }]);
  assert.match(svg, /None reaches the reader by several outlets/);
  assert.match(svg, /0 origins, 2 to none that is named/);
});

Deno.test("originFlow() shows hostile text as text", () => {
  const evil = { origin: EVIL, outlet: EVIL, label: EVIL, title: EVIL };
  assertSound(() =>
    originFlow([{ ...evil, status: "official" }], {
      title: EVIL,
      caption: EVIL,
    })
  );
});
