import assert from "node:assert/strict";
import fc from "fast-check";
import { phrasePercent } from "../../lib/quantity/phrase_percent.ts";

Deno.test("shares are shown with the digits that count", () => {
  for (
    const [share, words] of [
      [0, "0%"],
      [1, "100%"],
      [1 / 3, "33.3%"],
      [0.125, "12.5%"],
      [0.0004, "0.04%"],
      [0.000004, "0.0004%"],
      [0.9996, "99.96%"],
      [0.99996, "99.996%"],
      [0.9999996, "99.99996%"],
      [2.5, "250%"],
      [0.75, "75%"],
    ] as const
  ) assert.equal(phrasePercent(share), words);
  assert.equal(phrasePercent(1 / 3, 2), "33%");
  assert.equal(phrasePercent(0.0004, 2), "0.04%");
});

Deno.test("something is never nothing, and a part never all", () => {
  fc.assert(fc.property(
    fc.double({ min: 1e-6, max: 0.999_999, noNaN: true }),
    (share) => {
      const percent = Number(phrasePercent(share).slice(0, -1));
      assert.ok(percent > 0 && percent < 100, phrasePercent(share));
      assert.ok(Math.abs(percent / 100 - share) <= 0.006 * share);
    },
  ));
});
