import { isRecord, refuse, type Takes } from "./check_options.ts";
import { firstDay } from "./date.ts";
import { InputError } from "./input_error.ts";
import { instead } from "./nearest.ts";
import { parseWidth, type Width } from "./width.ts";

/** Text of any kind. */
export const takesText: Takes = (value, name) => {
  if (typeof value !== "string") refuse(name, value, "text");
};

/** An id: text that is not empty. */
export const takesId: Takes = (value, name) => {
  if (typeof value !== "string" || value === "") refuse(name, value, "an id");
};

/** True or false. */
export const takesFlag: Takes = (value, name) => {
  if (typeof value !== "boolean") refuse(name, value, "true or false");
};

/** A function. */
export const takesFunction: Takes = (value, name) => {
  if (typeof value !== "function") refuse(name, value, "a function");
};

/** A number of 0 or more; `Infinity` is one. */
export const takesNumber: Takes = (value, name) => {
  if (typeof value !== "number" || !(value >= 0)) {
    refuse(name, value, "a number of 0 or more");
  }
};

/** A number above 0. */
export const takesPositive: Takes = (value, name) => {
  if (typeof value !== "number" || !(value > 0 && value < Infinity)) {
    refuse(name, value, "a number above 0");
  }
};

/** A whole number of 0 or more. */
export const takesCount: Takes = (value, name) => {
  if (!Number.isInteger(value) || (value as number) < 0) {
    refuse(name, value, "a whole number of 0 or more");
  }
};

/** A date, `YYYY-MM-DD` or `YYYY-MM`. */
export const takesDate: Takes = (value, name) => {
  if (typeof value !== "string") {
    refuse(name, value, "a date, text like '2024-01-31' or '2024-01'");
  }
  try {
    firstDay(value as string);
  } catch (error) {
    throw new InputError(`${name}: ${(error as Error).message}`);
  }
};

/** A width: digits, a number or an exact fraction. */
export const takesWidth: Takes = (value, name) => {
  try {
    parseWidth(value as Width);
  } catch (error) {
    throw new InputError(`${name}: ${(error as Error).message}`);
  }
};

/** One of a few words. */
export function takesWord(words: readonly string[]): Takes {
  return (value, name) => {
    if (words.includes(value as string)) return;
    const found = instead(typeof value === "string" ? value : "", words);
    const last = words.at(-1);
    const listed = words.length < 2
      ? `${last}`
      : `${words.slice(0, -1).join(", ")} or ${last}`;
    // Those that may be used are named already.
    refuse(name, value, listed, found.startsWith("; did") ? found : "");
  };
}

/** A list of values that each are of a type; `words` says what they are: "ids". */
export function takesList(each: Takes, words: string): Takes {
  return (value, name) => {
    if (!Array.isArray(value)) {
      const advice = typeof value === "string" ? `; write ['${value}']` : "";
      refuse(name, value, `a list of ${words}`, advice);
    }
    const list = value as readonly unknown[];
    for (let i = 0; i < list.length; i++) each(list[i], `${name}[${i}]`);
  };
}

/** An object of values that each are of a type; `words` says what it holds. */
export function takesRecord(each: Takes, words: string): Takes {
  return (value, name) => {
    if (!isRecord(value)) refuse(name, value, `an object of ${words}`);
    const record = value as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(record)) each(record[key], `${name}.${key}`);
  };
}

/** Two ids. */
export const takesPair: Takes = (value, name) => {
  if (!Array.isArray(value) || value.length !== 2) {
    refuse(name, value, "a pair of ids, ['a', 'b']");
  }
  takesList(takesId, "ids")(value, name);
};

/** Rows of a table. */
export const takesRows: Takes = (value, name) => {
  if (!Array.isArray(value)) refuse(name, value, "a list of rows");
};

/**
 * Nothing: the function sets it itself. `why` goes on from the name: "each date
 * is asked in turn".
 */
export function takesNothing(why: string): Takes {
  return (value, name) => refuse(name, value, `taken here; ${why}`);
}
