import assert from "node:assert/strict";
import fc from "fast-check";
import { formatPercent } from "../../lib/quantity/percent.ts";
import { formatNumber } from "../../lib/quantity/phrase.ts";

const CASES: [share: number, digits: number, text: string][] = [
  [0, 3, "0%"],
  [1, 3, "100%"],
  [0.1, 3, "10%"],
  [0.2, 2, "20%"],
  [0.01, 3, "1%"],
  [0.125, 3, "12.5%"],
  [0.125, 2, "13%"],
  [0.0004, 3, "0.04%"],
  [0.000_002, 3, "0.0002%"],
  [1e-300, 3, "less than 0.0001%"],
  [0.996, 2, "99.6%"],
  [0.999_999_999, 3, "more than 99.9999%"],
  [1 - 2 ** -53, 2, "more than 99.9999%"],
  [12.5, 3, "1,250%"],
];

for (const [share, digits, text] of CASES) {
  Deno.test(`${share} as a percentage is ${text}`, () => {
    assert.equal(formatPercent(share, digits), text);
  });
}

Deno.test("only nothing is 0%, and only the whole is 100%", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(share, fc.integer({ min: 1, max: 4 }), (share, n) => {
    const text = formatPercent(share, n);
    assert.equal(text === "0%", share === 0);
    assert.equal(text === "100%", share === 1);
    assert.match(text, /^(?:less than |more than )?\d{1,3}(?:\.\d+)?%$/);
  }));
});

Deno.test("a number above 0 never reads as 0", () => {
  assert.equal(formatNumber(0), "0");
  assert.equal(formatNumber(0.0004), "0.0004");
  assert.equal(formatNumber(-0.000_012_34), "-0.0000123");
  assert.equal(formatNumber(0.0005), "0.001");
});
