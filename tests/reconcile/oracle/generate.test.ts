import { randomSystem, trueSystem } from "./generate.ts";
import { Oracle } from "./oracle.ts";
import assert from "node:assert/strict";

Deno.test("a seed gives the same system again", () => {
  for (const seed of [0, 7, 299]) {
    assert.deepEqual(randomSystem(seed), randomSystem(seed));
  }
  assert.notDeepEqual(randomSystem(1), randomSystem(7));
});

Deno.test("random systems are of every kind, and about half conflict", () => {
  const seen = new Set<string>();
  let conflicting = 0;
  for (let seed = 0; seed < 300; seed++) {
    const { input, options } = randomSystem(seed);
    const ids = input.claims.map(({ claim_id }) => claim_id);
    assert.equal(new Set(ids).size, ids.length);
    for (const claim of input.claims) {
      seen.add(`kind ${claim.kind}`).add(`hedge ${claim.hedge}`);
      if (claim.spread) seen.add(`spread ${claim.spread}`);
      if (claim.stated_high) seen.add("range");
      if (claim.rounding) seen.add("rounding");
      if (claim.of_start) seen.add("other period");
      if (claim.start?.length === 10) seen.add("day");
    }
    for (const { split } of input.measures ?? []) seen.add(`split ${split}`);
    seen.add(`width ${options.width}`).add(`${ids.length} claims`);
    if (options.same) seen.add("same");
    if (options.reading) seen.add("reading");
    if (!new Oracle(input, options).consistent) conflicting++;
  }
  const hedges = "exact bare about nearly over at_least up_to dozens most some";
  for (
    const wanted of [
      ...["total", "rate", "ratio", "share"].map((k) => `kind ${k}`),
      ...hedges.split(" ").map((h) => `hedge ${h}`),
      ...["full", "part"].map((s) => `split ${s}`),
      ...[0, 0.5, 1, 2].map((w) => `width ${w}`),
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n} claims`),
      ...["range", "rounding", "other period", "day", "same", "reading"],
      ...["spread each", "spread mean"],
    ]
  ) assert.ok(seen.has(wanted), wanted);
  assert.ok(conflicting > 105 && conflicting < 195, `${conflicting} of 300`);
});

Deno.test("claims drawn from a truth agree by the oracle too", () => {
  for (let seed = 0; seed < 60; seed++) {
    const { input, options } = trueSystem(seed, 8);
    assert.ok(new Oracle(input, options).consistent, `seed ${seed}`);
  }
});
