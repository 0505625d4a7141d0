import { parseArgs, type ParseArgsConfig } from "node:util";
import { nearest } from "../../quantity/nearest.ts";

/** The call is wrong; the message says what would be right. */
export class CallError extends Error {}

/**
 * Reads a command line: its options, and the words that are none.
 *
 * @throws {CallError} When an option is unknown or lacks its value.
 */
export function parseCall<T extends NonNullable<ParseArgsConfig["options"]>>(
  args: string[],
  options: T,
) {
  try {
    return parseArgs({ args, allowPositionals: true, tokens: true, options });
  } catch (error) {
    const { message } = error as Error;
    const [, unknown] = /^Unknown option '--([^']*)'/.exec(message) ?? [];
    const near = unknown && nearest(unknown, Object.keys(options));
    throw new CallError(
      near
        ? `'--${unknown}' is not an option; did you mean '--${near}'?`
        : message,
    );
  }
}

/**
 * Checks that a call has the words that it takes.
 *
 * @param names What each word is.
 * @throws {CallError} When there are fewer or more.
 */
export function checkWords(
  words: readonly string[],
  ...names: readonly string[]
): void {
  if (words.length === names.length) return;
  throw new CallError(
    words.length < names.length
      ? `Something is missing from the call: ${
        names.slice(words.length).join(" ")
      }`
      : `'${words[names.length]}' is one word too many`,
  );
}
