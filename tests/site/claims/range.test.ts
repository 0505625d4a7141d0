import assert from "node:assert/strict";
import fc from "fast-check";
import { describeRange } from "../../../lib/site/claims/range.ts";

Deno.test("the ends of a range that differ are shown to differ", () => {
  const ratio = (low: number, high: number) =>
    describeRange({ low, high }, "ratio");
  assert.equal(ratio(1, 1.00004), "1 to 1.00004×");
  assert.equal(ratio(1.5, 2), "1.5 to 2×");
  assert.equal(ratio(0.0005, 1.087), "0.0005 to 1.087×");
  assert.equal(
    describeRange({ low: 0.0725, high: 0.072501 }, "share"),
    "7.25% to 7.2501%",
  );
  assert.equal(
    describeRange({ low: 12_776, high: 12_776 }, "total"),
    "exactly 12,776",
  );
});

Deno.test("no range is shown with two ends that read the same", () => {
  const end = fc.integer({ min: 0, max: 10 ** 9 }).map((n) => n / 10 ** 6);
  fc.assert(fc.property(end, end, (a, b) => {
    if (a === b) return;
    const [low, high] = a < b ? [a, b] : [b, a];
    const [from, to] = describeRange({ low, high }, "total").split(" to ");
    assert.notEqual(from, to);
  }));
});
