import { type Day, formatDay, monthOf, monthStart } from "../quantity/date.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function dayWords(day: Day): string {
  const [year, month, date] = formatDay(day).split("-").map(Number);
  return `${date} ${MONTHS[month! - 1]} ${year}`;
}

/**
 * A period in words: whole years and months by name, days where it takes them.
 *
 * @example
 * ```ts
 * import { periodWords } from "./period_words.ts";
 * import { period } from "../quantity/period.ts";
 * import assert from "node:assert/strict";
 *
 * const words = (start: string, end: string) => {
 *   const p = period(start, end);
 *   return periodWords(p.start, p.end);
 * };
 * assert.equal(words("2024-10", "2024-10"), "in October 2024");
 * assert.equal(words("2024-01", "2024-10"), "from January to October 2024");
 * assert.equal(words("2024-01", "2024-12"), "in 2024");
 * assert.equal(
 *   words("2022-02-24", "2025-06"),
 *   "from 24 February 2022 to the end of June 2025",
 * );
 * ```
 */
export function periodWords(start: Day, end: Day): string {
  const first = monthOf(start);
  const last = monthOf(end);
  const opens = monthStart(first) === start;
  const closes = monthStart(last + 1) === end + 1;
  const year = (month: number) => Math.floor(month / 12);
  const name = (month: number) => MONTHS[month % 12]!;
  if (start === end) return `on ${dayWords(start)}`;
  if (!opens || !closes) {
    const from = opens ? `${name(first)} ${year(first)}` : dayWords(start);
    const to = closes
      ? `the end of ${name(last)} ${year(last)}`
      : dayWords(end);
    return `from ${from} to ${to}`;
  }
  if (first === last) return `in ${name(first)} ${year(first)}`;
  if (first % 12 === 0 && last % 12 === 11) {
    return year(first) === year(last)
      ? `in ${year(first)}`
      : `from ${year(first)} to ${year(last)}`;
  }
  const from = year(first) === year(last)
    ? name(first)
    : `${name(first)} ${year(first)}`;
  return `from ${from} to ${name(last)} ${year(last)}`;
}
