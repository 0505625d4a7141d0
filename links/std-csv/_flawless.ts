/** Stands among the records where a blank line was. */
export const BLANK: string[] = [];
Object.freeze(BLANK);

const QUOTE = 34;
const RETURN = 13;

function indexOrEnd(text: string, needle: string, from: number): number {
  const at = text.indexOf(needle, from);
  return at === -1 ? text.length : at;
}

/** Where the text of a line ends: before the `\r` of its line break. */
function lineEnd(text: string, newline: number): number {
  return text.charCodeAt(newline - 1) === RETURN ? newline - 1 : newline;
}

/** Text with `\n` for each `\r\n`, and without a `\r` at its end. */
export function withNewlines(text: string): string {
  if (!text.includes("\r")) return text;
  const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
  return whole.replaceAll("\r\n", "\n");
}

/**
 * Reads records from whole lines (`\n` or `\r\n` between them, no `\n` after
 * the last) for as long as their quoting is flawless, which nearly all text is
 * to its end, and adds them to `records`, {@linkcode BLANK} for a blank line.
 * Nothing here names a mistake or mends it: reading stops before that record.
 *
 * @param separator One character, neither a quote nor a newline.
 * @returns Where the first record starts that was not read; past the text's
 * end when there is none.
 */
export function readFlawless(
  text: string,
  separator: string,
  records: string[][],
): number {
  const between = separator.charCodeAt(0);
  // Where the next ones stand at or after `at`: no stretch is searched twice.
  let newline = indexOrEnd(text, "\n", 0);
  let quote = indexOrEnd(text, '"', 0);
  let found = -1;
  // Copied for each record, since that allocates no more than is needed.
  const fields: string[] = [];
  let count = 0;
  let start = 0;
  let at = 0;
  let last = lineEnd(text, newline);
  while (true) {
    if (at === last && at === start) {
      records.push(BLANK);
    } else if (at === quote && at < text.length) {
      let from = at + 1;
      let close = text.indexOf('"', from);
      let field = "";
      while (close !== -1 && text.charCodeAt(close + 1) === QUOTE) {
        field += text.slice(from, close + 1);
        from = close + 2;
        close = text.indexOf('"', from);
      }
      if (close === -1) return start;
      field += text.slice(from, close);
      at = close + 1;
      quote = indexOrEnd(text, '"', at);
      if (newline < at) {
        field = field.replaceAll("\r\n", "\n");
        newline = indexOrEnd(text, "\n", at);
        last = lineEnd(text, newline);
      }
      fields[count++] = field;
      if (at < last) {
        if (text.charCodeAt(at) !== between) return start;
        at++;
        continue;
      }
      records.push(fields.slice(0, count));
    } else {
      if (found < at) found = indexOrEnd(text, separator, at);
      const end = found < last ? found : last;
      if (quote < end) return start;
      fields[count++] = at === end ? "" : text.slice(at, end);
      if (end < last) {
        at = end + 1;
        continue;
      }
      records.push(fields.slice(0, count));
    }
    at = start = newline + 1;
    if (at > text.length) return at;
    newline = indexOrEnd(text, "\n", at);
    last = lineEnd(text, newline);
    count = 0;
  }
}
