// @ts-types="./papaparse.d.ts"
import Papa from "papaparse";

/**
 * Splits well-formed CSV into rows. Every line gives a row, so that rows can be
 * counted as lines; a blank one gives `[""]`.
 *
 * The caller vouches for the text: `\n` newlines only, quotes already checked,
 * not empty, and no leading byte-order mark (the library would drop it).
 */
export function papaRows(
  text: string,
  separator: string,
  hasQuotes: boolean,
): string[][] {
  return Papa.parse(text, {
    delimiter: separator,
    newline: "\n",
    quoteChar: '"',
    escapeChar: '"',
    header: false,
    dynamicTyping: false,
    comments: false,
    skipEmptyLines: false,
    fastMode: !hasQuotes,
  }).data;
}
