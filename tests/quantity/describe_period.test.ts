import assert from "node:assert/strict";
import fc from "fast-check";
import { firstDay } from "../../lib/quantity/date.ts";
import { describePeriod } from "../../lib/quantity/describe_period.ts";
import { formatPeriod, period } from "../../lib/quantity/period.ts";

const CASES: [from: string, to: string, long: string, short: string][] = [
  ["2024-10", "2024-10", "October 2024", "Oct 2024"],
  ["2024-01", "2024-10", "January to October 2024", "Jan–Oct 2024"],
  ["2023-11", "2024-02", "November 2023 to February 2024", "Nov 2023–Feb 2024"],
  ["2024-01", "2024-12", "2024", "2024"],
  ["2022-01", "2024-12", "2022 to 2024", "2022–2024"],
  ["2024-05-03", "2024-05-03", "3 May 2024", "3 May 2024"],
  // The end of the month named, never the month after one of its own days.
  ["2014-09-29", "2014-09-30", "29 to 30 September 2014", "29–30 Sep 2014"],
  ["2024-05-01", "2024-05-03", "1 to 3 May 2024", "1–3 May 2024"],
  ["2024-01-01", "2024-05-03", "1 January to 3 May 2024", "1 Jan–3 May 2024"],
  [
    "2024-02-24",
    "2024-06",
    "24 February to 30 June 2024",
    "24 Feb–30 Jun 2024",
  ],
  [
    "2022-02-24",
    "2025-06",
    "24 February 2022 to 30 June 2025",
    "24 Feb 2022–30 Jun 2025",
  ],
  [
    "2022-01",
    "2023-12-30",
    "1 January 2022 to 30 December 2023",
    "1 Jan 2022–30 Dec 2023",
  ],
];

for (const [from, to, long, short] of CASES) {
  Deno.test(`a period in words: ${long}`, () => {
    const days = period(from, to);
    assert.equal(describePeriod(days), long);
    assert.equal(describePeriod(days, { short: true }), short);
  });
}

Deno.test("no two periods are told in the same words", () => {
  const first = firstDay("2023-12-20");
  const told = new Map<string, string>();
  fc.assert(fc.property(
    fc.integer({ min: 0, max: 450 }),
    fc.integer({ min: 0, max: 450 }),
    (from, length) => {
      const days = { start: first + from, end: first + from + length };
      for (const short of [true, false]) {
        const words = describePeriod(days, { short });
        const own = formatPeriod(days);
        assert.equal(told.get(words) ?? own, own);
        told.set(words, own);
      }
    },
  ));
});
