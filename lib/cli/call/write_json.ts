import { cleanJson } from "../terminal/clean.ts";

const encoder = new TextEncoder();
const ITEMS_A_WRITE = 10_000;

function write(text: string): void {
  let bytes = encoder.encode(text);
  while (bytes.length > 0) bytes = bytes.subarray(Deno.stdout.writeSync(bytes));
}

/**
 * Writes an object as JSON on one line of standard output, its lists piece by
 * piece: a million problems are longer than a string may be. What a terminal
 * may obey is escaped.
 */
export function writeJson(object: Readonly<Record<string, unknown>>): void {
  Object.entries(object).forEach(([name, value], i) => {
    write(`${i === 0 ? "{" : ","}${cleanJson(name)}:`);
    if (!Array.isArray(value)) return write(cleanJson(value));
    write("[");
    for (let from = 0; from < value.length; from += ITEMS_A_WRITE) {
      const items = value.slice(from, from + ITEMS_A_WRITE);
      const text = items.map(cleanJson).join(",");
      write(from === 0 ? text : `,${text}`);
    }
    write("]");
  });
  write("}\n");
}
