/** Makes an object of a row; `line` (one-based) is the one to blame. */
export type ToObject = (
  row: readonly string[],
  line: number,
) => Record<string, string>;

/**
 * Gives the function that names the fields of rows.
 *
 * The function throws an `Error` if there are not as many fields as names.
 */
export function namedBy(headers: readonly string[]): ToObject {
  const blank = blankObject(headers);
  return (row, line) => {
    if (row.length !== headers.length) {
      throw new Error(
        `Syntax error on line ${line}: The record has ${row.length} fields, but the header has ${headers.length} fields`,
      );
    }
    const object = { ...blank };
    for (let i = 0; i < headers.length; i++) {
      // Both exist: the lengths are equal. The member does too, even if it is
      // called `__proto__`, so nothing but a field is ever set.
      object[headers[i]!] = row[i]!;
    }
    return object;
  };
}

/**
 * An object to copy for each row. Engines lay out what `JSON.parse` makes all
 * at once, which makes filling a copy several times faster than growing `{}`.
 */
function blankObject(headers: readonly string[]): Record<string, string> {
  const members = headers.map((name) => `${JSON.stringify(name)}:""`);
  return JSON.parse(`{${members.join(",")}}`);
}
