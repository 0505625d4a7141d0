/** A record as a plain reading of RFC 4180 gives it. */
export interface Record {
  /** The line on which it starts, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads a table letter by letter, or gives `undefined` where its quoting is not
 * flawless. It shares nothing with the loader that it is held against.
 */
export function readCsv(text: string): Record[] | undefined {
  const records: Record[] = [];
  // A line break is \n or \r\n, in quotes too; blank lines hold no record.
  const letters = text.replace(/^\ufeff/, "").replace(/\r\n/g, "\n")
    .replace(/\r$/, "");
  let at = 0;
  let line = 1;
  while (at < letters.length) {
    if (letters[at] === "\n") {
      at++;
      line++;
      continue;
    }
    const started = line;
    const fields: string[] = [];
    for (let more = true; more;) {
      let field = "";
      if (letters[at] === '"') {
        at++;
        while (letters[at] !== '"' || letters[at + 1] === '"') {
          if (at >= letters.length) return undefined;
          if (letters[at] === "\n") line++;
          field += letters[at];
          at += letters[at] === '"' ? 2 : 1;
        }
        at++;
        if (at < letters.length && !",\n".includes(letters[at]!)) {
          return undefined;
        }
      } else {
        while (at < letters.length && !",\n".includes(letters[at]!)) {
          if (letters[at] === '"') return undefined;
          field += letters[at++];
        }
      }
      fields.push(field);
      more = letters[at] === ",";
      at++;
    }
    line++;
    records.push({ line: started, fields });
  }
  return records;
}
