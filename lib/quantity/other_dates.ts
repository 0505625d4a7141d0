import { typedText } from "./typed_text.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Days from a spreadsheet's day 0, 1899-12-30, to 1970-01-01. */
const SPREADSHEET_EPOCH = 25_569;
const MS_PER_DAY = 86_400_000;

/** A month's number from its English name or its first three letters or more. */
function monthNamed(word: string): number {
  const name = word.toLowerCase();
  return name.length < 3
    ? 0
    : MONTHS.findIndex((month) =>
      month.startsWith(name) || (name === "sept" && month === "september")
    ) + 1;
}

/** `YYYY-MM-DD` or, without a day, `YYYY-MM`, if the calendar has it. */
function iso(year: string, month: number, day?: number): string | undefined {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), month - 1, day ?? 1);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== (day ?? 1)) {
    return undefined;
  }
  const parts = [year, month, ...day === undefined ? [] : [day]];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

const write = (date: string | undefined) => date && `write ${date}`;

/** The day that a calendar has, or the days that its month has. */
function day(year: string, month: number, day: number): string | undefined {
  const found = iso(year, month, day);
  if (found !== undefined || month < 1 || month > 12) return write(found);
  const last = [31, 30, 29, 28].find((n) => iso(year, month, n))!;
  return `${iso(year, month)} has days 01 to ${last}`;
}

/** Two numbers and a year, of which either number may be the day. */
function eitherOrder(a: number, b: number, year: string): string | undefined {
  const dayFirst = iso(year, b, a);
  const monthFirst = iso(year, a, b);
  if (dayFirst === undefined || monthFirst === undefined || a === b) {
    return write(dayFirst ?? monthFirst) ?? day(year, b, a);
  }
  return `it could be ${dayFirst} or ${monthFirst}: write the one that is meant`;
}

function spreadsheetDay(serial: string): string {
  const day = Math.floor(Number(serial)) - SPREADSHEET_EPOCH;
  const date = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  return "it looks like a spreadsheet's day number, which would be " +
    `${date}: write that if it is meant, and format the column as text`;
}

function quarter(year: string, number: number): string {
  const last = number * 3;
  return `a quarter starts on ${iso(year, last - 2)} and ends on ${
    iso(year, last)
  }`;
}

function half(year: string, number: number): string {
  return `a half year starts on ${year}-${
    number === 1 ? "01" : "07"
  } and ends ` +
    `on ${year}-${number === 1 ? "06" : "12"}`;
}

/** A day of a week of ISO 8601, whose first one holds the 4th of January. */
function dayOfWeek(year: string, week: number, day: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(Number(year), 0, 4);
  const weekday = date.getUTCDay() || 7;
  date.setUTCDate(4 - weekday + (week - 1) * 7 + day);
  return date;
}

function isoWeek(year: string, week: number, day?: number): string | undefined {
  // Only some years have a week 53: its Thursday is within the year.
  const within = (of: number) =>
    dayOfWeek(year, of, 4).getUTCFullYear() === Number(year);
  if (week < 1 || !within(week)) {
    return `${year} has weeks 01 to ${within(53) ? 53 : 52}`;
  }
  const text = (of: number) =>
    dayOfWeek(year, week, of).toISOString().slice(0, 10);
  return day === undefined
    ? `a week starts on ${text(1)} and ends on ${text(7)}`
    : `write ${text(day)}`;
}

const FOUR_DIGITS = "write the year with four digits, like 2024-01-31";

type Form = readonly [RegExp, (...parts: string[]) => string | undefined];

/** A day of the week says nothing more. */
const WEEKDAY =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?=\S)/i;

/** Ways to write a date, most of them in any order but ours. */
const FORMS: readonly Form[] = [
  // 2025-2-3, 2025/10/31, 2025.10, and with a time behind it.
  [
    /^(\d{4})([-/. ])(\d{1,2})\2(\d{1,2})(?:[T ]+\d{1,2}[:.h]\d{2}.*)?$/i,
    (year, _, month, number) => {
      const turned = iso(year!, Number(number), Number(month));
      return Number(month) > 12 && turned
        ? `with day and month the other way round, write ${turned}`
        : day(year!, Number(month), Number(number));
    },
  ],
  [
    /^(\d{4})[-/. ](\d{1,2})$/,
    (year, month) => write(iso(year!, Number(month))),
  ],
  // 31.10.2025, 10/31/2025, and 10/2025.
  [
    /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?:[T ]+\d{1,2}[:.h]\d{2}.*)?$/i,
    (a, _, b, year) => eitherOrder(Number(a), Number(b), year!),
  ],
  [
    /^(\d{1,2})[-/. ](\d{4})$/,
    (month, year) => write(iso(year!, Number(month))),
  ],
  // 31 October 2025, 31-Oct-2025, October 31st, 2025, Oct 2025, 2025 Oct.
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?[-/ ]*(?:of )?([a-z]+)[-/., ]+(\d{4})$/i,
    (number, name, year) => day(year!, monthNamed(name!), Number(number)),
  ],
  [
    /^([a-z]+)[-/. ]+(\d{1,2})(?:st|nd|rd|th)?[-/, ]+(\d{4})$/i,
    (name, number, year) => day(year!, monthNamed(name!), Number(number)),
  ],
  [
    /^(\d{4})[-/., ]+([a-z]+)[-/., ]+(\d{1,2})(?:st|nd|rd|th)?$/i,
    (year, name, number) => day(year!, monthNamed(name!), Number(number)),
  ],
  // 2025年10月31日
  [
    /^(\d{4}) ?[年년] ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?$/,
    (year, month, number) =>
      number
        ? day(year!, Number(month), Number(number))
        : write(iso(year!, Number(month))),
  ],
  [
    /^([a-z]+)[-/., ]*(\d{4})$/i,
    (name, year) => write(iso(year!, monthNamed(name!))),
  ],
  [
    /^(\d{4})[-/., ]*([a-z]+)$/i,
    (year, name) => write(iso(year!, monthNamed(name!))),
  ],
  // 20251031 and 202510; a spreadsheet's 45961; a year, a quarter.
  [
    /^((?:19|20)\d\d)(\d\d)(\d\d)$/,
    (year, month, number) => day(year!, Number(month), Number(number)),
  ],
  [
    /^((?:19|20)\d\d)(\d\d)$/,
    (year, month) => write(iso(year!, Number(month))),
  ],
  [/^([2-7]\d{4})(?:[.,]\d+)?$/, (serial) => spreadsheetDay(serial!)],
  [
    /^((?:1[5-9]|20)\d\d)$/,
    (year) => `a year starts on ${year}-01 and ends on ${year}-12`,
  ],
  [
    /^q([1-4])[-/ ]*(\d{4})$/i,
    (number, year) => quarter(year!, Number(number)),
  ],
  [
    /^(\d{4})[-/ ]*q([1-4])$/i,
    (year, number) => quarter(year!, Number(number)),
  ],
  [
    /^(\d{4})-?w(\d{1,2})(?:-?([1-7]))?$/i,
    (year, week, day) =>
      isoWeek(year!, Number(week), day ? Number(day) : undefined),
  ],
  [/^w(\d{1,2})[-/ ]*(\d{4})$/i, (week, year) => isoWeek(year!, Number(week))],
  [/^h([12])[-/ ]*(\d{4})$/i, (number, year) => half(year!, Number(number))],
  [/^(\d{4})[-/ ]*h([12])$/i, (year, number) => half(year!, Number(number))],
  // 2023/24: no month, and the two digits of the year after.
  [
    /^(?:fy ?)?(\d{4})[-/](\d{2})$/i,
    (year, next) =>
      (Number(year) + 1) % 100 === Number(next) && Number(next) > 12
        ? `a year from ${year} to ${Number(year) + 1} starts and ends in ` +
          `months of its own, like ${year}-07 and ${Number(year) + 1}-06`
        : undefined,
  ],
  // Two dates of ours in one cell.
  [
    /^(\d{4}-\d\d(?:-\d\d)?) ?(?:\/|-|to|until) ?(\d{4}-\d\d(?:-\d\d)?)$/i,
    (first, last) =>
      `it is two dates: write ${first} and ${last} in cells of their own`,
  ],
  // Which century, and often which part is the year, is not for us to say.
  [/^\d{1,2}([-/. ])\d{1,2}\1\d{2}$/, () => FOUR_DIGITS],
  [/^(?:\d{2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{2})$/, () => FOUR_DIGITS],
  [
    /^(?:\d{1,2}[-/. ]*)?([a-z]+)[-/., ']+\d{2}$/i,
    (name) => monthNamed(name!) > 0 ? FOUR_DIGITS : undefined,
  ],
];

/**
 * What to write instead of a date in another form: the ISO date where there is
 * only one, all that it could be where there are two, and `undefined` where it
 * is no date at all. Month names are read in English. A year of two digits is
 * never guessed.
 *
 * @example
 * ```ts
 * import { adviseDate } from "./other_dates.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(adviseDate("31.10.2025"), "write 2025-10-31");
 * assert.equal(
 *   adviseDate("03/04/2025"),
 *   "it could be 2025-04-03 or 2025-03-04: write the one that is meant",
 * );
 * assert.equal(adviseDate("soon"), undefined);
 * ```
 */
export function adviseDate(text: string): string | undefined {
  if (text.length > 40) return undefined;
  // Other digits, spaces and dashes look the same and are not.
  const plain = typedText(text).replace(WEEKDAY, "");
  for (const [form, advise] of FORMS) {
    const parts = form.exec(plain);
    const advice = parts && advise(...parts.slice(1));
    if (advice) return advice;
  }
  return undefined;
}
