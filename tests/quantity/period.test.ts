import {
  formatPeriod,
  period,
  wholeMonths,
} from "../../lib/quantity/period.ts";
import assert from "node:assert/strict";

Deno.test("a period from months takes both in whole", () => {
  assert.equal(
    formatPeriod(period("2023-11", "2024-02")),
    "2023-11-01 to 2024-02-29",
  );
  assert.throws(() => period("2024-02", "2024-01"), /before it starts/);
  assert.equal(
    formatPeriod(period("2024-02-29", "2024-02")),
    "2024-02-29 to 2024-02-29",
  );
});

Deno.test("only whole calendar months are counted", () => {
  assert.equal(wholeMonths(period("2022-01", "2023-12")), 24);
  assert.equal(wholeMonths(period("2024-02-01", "2024-02-29")), 1);
  assert.equal(wholeMonths(period("2024-02-01", "2024-02-28")), undefined);
  assert.equal(wholeMonths(period("2024-02-02", "2024-02-29")), undefined);
});
