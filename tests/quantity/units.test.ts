import assert from "node:assert/strict";
import fc from "fast-check";
import { type Day, firstDay, formatDay } from "../../lib/quantity/date.ts";
import { formatPeriod, period } from "../../lib/quantity/period.ts";
import {
  countUnits,
  nextUnit,
  type Unit,
  UNITS,
  unitStart,
  unitsTouched,
} from "../../lib/quantity/units.ts";

const CASES: [what: string, Unit, from: string, to: string, string[]][] = [
  ["a leap day", "day", "2024-02-28", "2024-03-01", [
    "2024-02-28 to 2024-02-28",
    "2024-02-29 to 2024-02-29",
    "2024-03-01 to 2024-03-01",
  ]],
  ["no leap day in 1900", "day", "1900-02-28", "1900-03-01", [
    "1900-02-28 to 1900-02-28",
    "1900-03-01 to 1900-03-01",
  ]],
  ["week 53 of 2020, into 2021", "week", "2020-12-31", "2021-01-04", [
    "2020-12-28 to 2021-01-03",
    "2021-01-04 to 2021-01-10",
  ]],
  ["a Sunday alone", "week", "2024-06-30", "2024-06-30", [
    "2024-06-24 to 2024-06-30",
  ]],
  ["before 1970", "week", "1969-12-28", "1969-12-29", [
    "1969-12-22 to 1969-12-28",
    "1969-12-29 to 1970-01-04",
  ]],
  ["a month touched at its ends", "month", "2024-01-31", "2024-03-01", [
    "2024-01-01 to 2024-01-31",
    "2024-02-01 to 2024-02-29",
    "2024-03-01 to 2024-03-31",
  ]],
  ["quarters", "quarter", "2023-12-31", "2024-04-01", [
    "2023-10-01 to 2023-12-31",
    "2024-01-01 to 2024-03-31",
    "2024-04-01 to 2024-06-30",
  ]],
  ["years", "year", "1999-12-31", "2000-01-01", [
    "1999-01-01 to 1999-12-31",
    "2000-01-01 to 2000-12-31",
  ]],
  ["the first year", "year", "0001-01-01", "0001-12-31", [
    "0001-01-01 to 0001-12-31",
  ]],
  // 1 January of the year 1 was a Monday, 31 December 9999 is a Friday.
  ["the first week", "week", "0001-01-01", "0001-01-01", [
    "0001-01-01 to 0001-01-07",
  ]],
  ["the last quarter", "quarter", "9999-12-31", "9999-12-31", [
    "9999-10-01 to 9999-12-31",
  ]],
];

for (const [what, unit, from, to, expected] of CASES) {
  Deno.test(`units touched, ${unit}: ${what}`, () => {
    const days = period(from, to);
    assert.deepEqual(unitsTouched(days, unit).map(formatPeriod), expected);
    assert.equal(countUnits(days, unit), expected.length);
  });
}

Deno.test("the last week ends where no date can be written", () => {
  const [week] = unitsTouched(period("9999-12-31", "9999-12-31"), "week");
  assert.equal(formatDay(week!.start), "9999-12-27");
  assert.throws(() => formatDay(week!.end), RangeError);
});

/** By the calendar that the machine has, day by day. */
function starts(day: Day, unit: Unit): boolean {
  const date = new Date(day * 86_400_000);
  const [month, first] = [date.getUTCMonth(), date.getUTCDate() === 1];
  return {
    day: true,
    week: date.getUTCDay() === 1,
    month: first,
    quarter: first && month % 3 === 0,
    year: first && month === 0,
  }[unit];
}

Deno.test("units are those that a loop over days finds", () => {
  const [low, high] = [firstDay("0001-01-01"), firstDay("9990-01-01")];
  fc.assert(fc.property(
    fc.integer({ min: low, max: high }),
    fc.integer({ min: 0, max: 1000 }),
    fc.constantFrom(...UNITS),
    (start, length, unit) => {
      const end = start + length;
      let first = start;
      while (!starts(first, unit)) first--;
      const found: { start: Day; end: Day }[] = [];
      for (let day = first; day <= end;) {
        let next = day + 1;
        while (!starts(next, unit)) next++;
        found.push({ start: day, end: next - 1 });
        day = next;
      }
      assert.deepEqual(unitsTouched({ start, end }, unit), found);
      assert.equal(countUnits({ start, end }, unit), found.length);
      assert.equal(unitStart(start, unit), first);
      assert.equal(nextUnit(start, unit), found[0]!.end + 1);
    },
  ));
});
