/** Longest name, in characters. */
const NAME = 160;

/** Longest sentence, and longest line of a message. */
const LINE = 2000;

// What a terminal may obey, and what reverses the reading direction.
const UNSEEN =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Leaves out the middle: ids often begin alike. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 3) / 2);
  return `${text.slice(0, half)} … ${text.slice(-half)}`.toWellFormed();
}

/**
 * A name from a dataset, made safe to print: control characters, which a
 * terminal may obey, and marks that reverse the reading direction are shown as
 * `?`, and the middle of a long one is left out.
 *
 * @param lines Whether this is a message: its line breaks stay, and each line
 * may be longer than a name.
 */
export function clean(text: string, lines = false): string {
  return lines
    ? text.split("\n").map(cleanSentence).join("\n")
    : cut(text, NAME).replace(UNSEEN, "?");
}

/** A sentence with names from a dataset in it, made safe to print. */
export function cleanSentence(text: string): string {
  return cut(text, LINE).replace(UNSEEN, "?");
}

/**
 * A value as JSON that is safe to print: what a terminal may obey is written as
 * JSON's own escapes, so that the value stays the same.
 */
export function cleanJson(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSEEN,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
