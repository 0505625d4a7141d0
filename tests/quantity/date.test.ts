import {
  firstDay,
  formatDay,
  lastDay,
  monthOf,
  monthStart,
} from "../../lib/quantity/date.ts";
import assert from "node:assert/strict";

Deno.test("days survive the round trip through text, leap years too", () => {
  for (
    const text of [
      "0000-02-29",
      "0099-12-31",
      "1900-02-28",
      "1969-12-31",
      "1970-01-01",
      "2000-02-29",
      "2022-02-24",
      "9999-12-31",
    ]
  ) {
    assert.equal(formatDay(firstDay(text)), text);
    assert.equal(formatDay(lastDay(text)), text);
  }
});

Deno.test("a month stands for its first day or its last", () => {
  assert.equal(formatDay(firstDay("2023-02")), "2023-02-01");
  assert.equal(formatDay(lastDay("2023-02")), "2023-02-28");
  assert.equal(formatDay(lastDay("2024-02")), "2024-02-29");
  assert.equal(formatDay(lastDay("2100-02")), "2100-02-28");
  assert.equal(formatDay(lastDay("2024-12")), "2024-12-31");
});

Deno.test("dates that are not in the calendar are refused by name", () => {
  assert.throws(() => firstDay("2023-02-29"), /days 01 to 28/);
  assert.throws(() => firstDay("2023-13"), /months are 01 to 12/);
  assert.throws(() => firstDay("2023-00-10"), /months are 01 to 12/);
  assert.throws(() => firstDay("2023-04-00"), /days 01 to 30/);
  for (
    const text of ["", "2023", "23-01-01", "2023-1-1", "2023/01/01", "-", "x"]
  ) {
    assert.throws(() => lastDay(text), /is not a date/);
  }
});

Deno.test("month numbers count months, before year 1970 too", () => {
  for (const text of ["0000-01", "1969-12", "1970-01", "2024-02", "2025-12"]) {
    assert.equal(formatDay(monthStart(monthOf(lastDay(text)))), `${text}-01`);
  }
  assert.equal(
    monthOf(firstDay("2025-01")) - monthOf(firstDay("2022-02-24")),
    35,
  );
});

Deno.test("days and months are those of the calendar, in all years", () => {
  const days = (year: number, month: number, day: number) =>
    new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000;
  for (let year = 0; year <= 9999; year++) {
    for (let month = 1; month <= 12; month++) {
      const start = monthStart(year * 12 + month - 1);
      assert.equal(start, days(year, month, 1));
      assert.equal(monthOf(start), year * 12 + month - 1);
      assert.equal(monthOf(start - 1), year * 12 + month - 2);
    }
  }
  assert.equal(firstDay("0000-02-29"), days(0, 2, 29));
  assert.equal(lastDay("9999-12"), days(9999, 12, 31));
});

Deno.test("formatDay() refuses what is not a calendar day", () => {
  for (const day of [NaN, Infinity, 0.5, 1e12, -1e6]) {
    assert.throws(() => formatDay(day), RangeError);
  }
});
