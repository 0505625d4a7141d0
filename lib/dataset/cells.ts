import { z } from "zod";
import { firstDay } from "../quantity/date.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { instead } from "../quantity/nearest.ts";
import { compare, rational } from "../quantity/rational.ts";
import { adviseNumber } from "./other_numbers.ts";
import { plainForms } from "./plain_form.ts";
import { saysNothing } from "./says_nothing.ts";

/** Doubles count no further without gaps; beyond it a count could be damaged. */
const LARGEST = rational(Number.MAX_SAFE_INTEGER);

/** The message of whatever `run` throws, or nothing. */
function complaint(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
}

function textCell(check: (value: string) => string | undefined) {
  // A million cells go through this: `superRefine` takes three times as long.
  let message: string | undefined;
  return z.string({ error: "is empty; every row needs one" })
    .refine((value) => (message = check(value)) === undefined, {
      error: () => message,
    });
}

/** Free text, kept as it is; `null` where the cell is empty. */
export const text = z.string().nullable();

function checkId(value: string): string | undefined {
  return value === value.trim()
    ? undefined
    : `'${value}' has white space around it; write '${value.trim()}'`;
}

/** An id: any text without white space around it. */
export const id = textCell(checkId);

/** Plain digits so few that a double keeps them all. */
const SHORT = /^(?=.{1,15}$)(?:\d+\.?\d*|\.\d+)$/;

/** Longest number: no digit that means something stands further back. */
const LONGEST = 40;

/** The digits of a number from the first to the last that is not zero. */
function significant(text: string): string {
  return text.replace(/e.*$/, "").replace(".", "").replace(/^0+|0+$/g, "");
}

/** What a number that is no claim's is in plain digits. */
function advisePlain(value: string): string | undefined {
  const plain = plainForms(value);
  return plain.length > 0 ? `write ${plain.join(" or ")}` : undefined;
}

function checkDecimal(
  value: string,
  advise = adviseNumber,
): string | undefined {
  if (SHORT.test(value)) return undefined;
  if (value.length > LONGEST && /^[\d.]*$/.test(value)) {
    return `has ${value.length} characters; write the number with ${LONGEST} ` +
      "at most";
  }
  const message = complaint(() => parseDecimal(value));
  if (message) {
    return `${message}; ${advise(value) ?? "write it like 60000 or 0.25"}`;
  }
  if (compare(parseDecimal(value).value, LARGEST) > 0) {
    return `${value} is beyond 9007199254740991, where counts lose digits; ` +
      "state it in a larger unit";
  }
  // Frames and JSON hold doubles; what they would not give back is refused.
  const kept = String(Number(value));
  return significant(kept) === significant(value)
    ? undefined
    : `${value} has more digits than a number keeps; write it with 15 digits ` +
      "at most";
}

/** A number of 0 or more, plain digits, kept as text for its rounding. */
export const decimal = textCell((value) => checkDecimal(value));

/**
 * A number of plain digits with or without a minus sign, kept as text. Whether
 * the claim may be negative is checked together with its kind.
 */
export const signed = textCell((value) => {
  const number = /^-[\d.]+$/.test(value) ? value.slice(1) : value;
  return checkDecimal(number);
});

/** A number above 0, plain digits. */
export const positive = textCell((value) =>
  checkDecimal(value, advisePlain) ??
    (parseDecimal(value).value.n > 0n
      ? undefined
      : `${value} is not above 0; leave the cell empty for the default`)
);

/** A distance of a hedge: a number of 0 or more, or `inf`. */
export const reach = textCell((value) => {
  if (value === "inf") return undefined;
  return complaint(() => parseDecimal(value)) === undefined
    ? checkDecimal(value)
    : `'${value}' is not a distance; write plain digits, or inf for open`;
});

/** Months, and days that every month has. */
const COMMON = /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|1\d|2[0-8]))?$/;

/** What is wrong with a date, and what would be right. */
function checkDate(value: string): string | undefined {
  const message = complaint(() => firstDay(value));
  return message && saysNothing(value)
    ? `${message}; leave the cell empty where no date is stated`
    : message;
}

/** A real date, `YYYY-MM-DD`, or a month, `YYYY-MM`. */
export const date = textCell((value) =>
  COMMON.test(value) ? undefined : checkDate(value)
);

/** A date of {@linkcode date}, or a year alone. */
export const dateOrYear = textCell((value) =>
  COMMON.test(value) || /^\d{4}$/.test(value) ? undefined : checkDate(value)
);

/** One of a few words; `name` says what they are ("a kind"). */
export function word<const T extends readonly [string, ...string[]]>(
  name: string,
  values: T,
): z.ZodEnum<{ [K in T[number]]: K }> {
  return z.enum(values, {
    error: (issue) =>
      typeof issue.input === "string"
        ? `'${issue.input}' is not ${name}${instead(issue.input, values)}`
        : `is empty${instead("", values)}`,
  });
}
