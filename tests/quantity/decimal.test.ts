import { parseDecimal } from "../../lib/quantity/decimal.ts";
import { toNumber } from "../../lib/quantity/rational.ts";
import assert from "node:assert/strict";

Deno.test("parseDecimal() reads the rounding unit from the digits", () => {
  const cases: [text: string, value: number, unit: number][] = [
    ["4690", 4690, 10],
    ["231000", 231_000, 1000],
    ["19922", 19_922, 1],
    ["60000", 60_000, 10_000],
    ["0", 0, 1],
    ["000", 0, 1],
    ["007", 7, 1],
    ["1.84", 1.84, 0.01],
    ["0.20", 0.2, 0.01],
    ["0.2", 0.2, 0.1],
    ["10.0", 10, 0.1],
    ["2.", 2, 1],
    [".5", 0.5, 0.1],
    ["9007199254740993", 9_007_199_254_740_992, 1],
  ];
  for (const [text, value, unit] of cases) {
    const read = parseDecimal(text);
    assert.equal(toNumber(read.value), value, text);
    assert.equal(toNumber(read.unit), unit, text);
  }
});

Deno.test("parseDecimal() refuses all that is not plain digits", () => {
  for (
    const text of [
      "",
      ".",
      "-1",
      "+1",
      "1e5",
      "1,000",
      "1 000",
      "1_000",
      "20%",
      "1.2.3",
      "0x10",
      "٣",
      "Infinity",
      " 1",
      "1\n",
    ]
  ) {
    assert.throws(() => parseDecimal(text), RangeError, JSON.stringify(text));
  }
});
