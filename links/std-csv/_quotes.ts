const QUOTE = 34;
const NEWLINE = 10;

/**
 * How much of a block of lines has only flawless quoting, up to and without the
 * newline that ends the last whole record; the block's length when that is all
 * of it, and -1 when the library must not be trusted with any of it.
 *
 * The library repairs bad quoting silently, so it only gets to see good.
 */
export function wellQuotedLength(block: string, separator: string): number {
  const between = separator.charCodeAt(0);
  let open = block.indexOf('"');
  // The first newline after the last closing quote, and the last opening quote
  // that had one before it: the records end there, not inside quoted fields.
  let newline = block.indexOf("\n");
  let openAfterNewline = -1;
  while (open !== -1) {
    const before = block.charCodeAt(open - 1);
    const startsLine = open === 0 || before === NEWLINE;
    if (!startsLine && before !== between) return -1;
    if (newline !== -1 && newline < open) openAfterNewline = open;

    let close = block.indexOf('"', open + 1);
    while (close !== -1 && block.charCodeAt(close + 1) === QUOTE) {
      close = block.indexOf('"', close + 2);
    }
    if (close === -1) {
      // The record goes on in the next block; what came before it is fine.
      return openAfterNewline === -1
        ? -1
        : block.lastIndexOf("\n", openAfterNewline);
    }

    const after = block.charCodeAt(close + 1);
    const endsLine = close + 1 === block.length || after === NEWLINE;
    if (!endsLine && after !== between) return -1;
    // A line of `""` is a record, but the library's row for it is [""], just
    // as for a blank line, which is none.
    if (startsLine && endsLine && close === open + 1) return -1;

    open = block.indexOf('"', close + 1);
    if (newline !== -1 && newline < close) {
      newline = block.indexOf("\n", close + 1);
    }
  }
  return block.length;
}
