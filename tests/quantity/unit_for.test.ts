import assert from "node:assert/strict";
import { firstDay } from "../../lib/quantity/date.ts";
import { period } from "../../lib/quantity/period.ts";
import { unitFor } from "../../lib/quantity/unit_for.ts";
import { countUnits, UNITS } from "../../lib/quantity/units.ts";

Deno.test("unitFor() gives 10 to 60 steps wherever a unit does", () => {
  const start = firstDay("2023-11-17");
  for (let days = 1; days < 40_000; days += days < 900 ? 1 : 17) {
    const span = { start, end: start + days - 1 };
    const steps = countUnits(span, unitFor(span));
    const fits = UNITS.some((unit) => {
      const many = countUnits(span, unit);
      return many >= 10 && many <= 60;
    });
    if (fits) assert.ok(steps >= 10 && steps <= 60, `${days} days: ${steps}`);
    else if (days < 10) assert.equal(unitFor(span), "day");
    // 61 days are nine weeks; centuries have more years than that.
    else {assert.ok(
        steps === 9 || unitFor(span) === "year",
        `${days}: ${steps}`,
      );}
  }
});

Deno.test("unitFor() shows events by day, years by month, decades by year", () => {
  const of = (start: string, end: string) => unitFor(period(start, end));
  assert.equal(of("2024-05-01", "2024-05-01"), "day");
  assert.equal(of("2024-05-01", "2024-05-14"), "day");
  assert.equal(of("2024-01-01", "2024-02-29"), "day");
  assert.equal(of("2024-01-01", "2024-03-31"), "week");
  assert.equal(of("2024-01", "2024-09"), "week");
  assert.equal(of("2024-01", "2024-12"), "month");
  assert.equal(of("2020-01", "2024-12"), "month");
  assert.equal(of("2020-01", "2025-01"), "quarter");
  assert.equal(of("2015-06", "2023-12"), "quarter");
  assert.equal(of("2015-01", "2024-12"), "year");
});
