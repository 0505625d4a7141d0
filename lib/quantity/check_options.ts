import { InputError } from "./input_error.ts";
import { instead } from "./nearest.ts";
import { showValue } from "./show_value.ts";

/**
 * What an option or an argument takes: a check that throws where a value is
 * none of that. `name` is the key, as a message has it: `without[0]`.
 */
export type Takes = (value: unknown, name: string) => void;

/** What each option of a function takes; a key that is missing does not compile. */
export type OptionTypes<T extends object> = {
  readonly [K in keyof Required<T>]: Takes;
};

/**
 * Refuses a value, in the words that all messages have.
 *
 * @throws {InputError} Always.
 */
export function refuse(
  name: string,
  value: unknown,
  words: string,
  advice = "",
): never {
  throw new InputError(`${name}: ${showValue(value)} is not ${words}${advice}`);
}

/** Whether a value is an object with keys, and no list, date or promise. */
export function isRecord(
  value: unknown,
): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  // Rows by the thousand are looked at: what most of them are comes first.
  return Object.getPrototypeOf(value) === Object.prototype ||
    Object.prototype.toString.call(value) === "[object Object]";
}

/**
 * Checks the options of a call against what each takes: a misspelt option would
 * else be passed over without a word, where nothing checks types.
 *
 * @param within The argument that they are the keys of, where it is no options.
 * @throws {InputError} When a key is unknown, with the nearest one that is
 * known, or a value is of the wrong type.
 *
 * @example
 * ```ts
 * import { checkOptions } from "./check_options.ts";
 * import { takesFlag } from "./takes.ts";
 * import assert from "node:assert/strict";
 *
 * checkOptions({ short: true }, { short: takesFlag });
 * assert.throws(
 *   () => checkOptions({ shrot: true }, { short: takesFlag }),
 *   /^InputError: 'shrot' is not an option; did you mean 'short'\?$/,
 * );
 * assert.throws(
 *   () => checkOptions({ short: "yes" }, { short: takesFlag }),
 *   /^InputError: short: 'yes' is not true or false$/,
 * );
 * ```
 */
export function checkOptions(
  options: unknown,
  types: Readonly<Record<string, Takes>>,
  within?: string,
): void {
  if (options === undefined) return;
  if (!isRecord(options)) {
    const keys = Object.keys(types).join(", ");
    refuse(within ?? "options", options, `an object; its keys are ${keys}`);
  }
  // Inherited ones too: they would count as much.
  for (const key in options) {
    if (!Object.hasOwn(types, key)) {
      const what = within === undefined ? "an option" : `a key of ${within}`;
      throw new InputError(
        `${showValue(key)} is not ${what}${instead(key, Object.keys(types))}`,
      );
    }
    const value = options[key];
    if (value === undefined) continue;
    types[key]!(value, within === undefined ? key : `${within}.${key}`);
  }
}

/**
 * Checks options of which some are needed.
 *
 * @param needed The keys that a call cannot do without.
 * @throws {InputError} As {@linkcode checkOptions} does, and when one is missing.
 */
export function checkNeeded<T extends object>(
  options: T,
  types: OptionTypes<T>,
  needed: readonly (keyof T & string)[],
): void {
  // Nothing at all is no object either: the keys are named.
  checkOptions(options ?? null, types as Readonly<Record<string, Takes>>);
  for (const key of needed) {
    if (options[key] === undefined) {
      throw new InputError(`The option '${key}' is missing`);
    }
  }
}
