import { deepEqual, equal } from "node:assert/strict";
import { CsvParseStream, parse } from "@std/csv";

// Texts are read in blocks of whole lines, so a block can end at any newline,
// also at each of those inside quotes. Shifting the text moves the ends.
const RECORD = '1,"a\nb","c\r\n""d"",\n",e\r\n';
const FIELDS = ["1", "a\nb", 'c\n"d",\n', "e"];

Deno.test("parse: no block border shows", () => {
  const count = Math.ceil(2.5 * (1 << 20) / RECORD.length);
  const text = RECORD.repeat(count);
  for (let shift = 0; shift <= RECORD.length; shift++) {
    const rows = parse("x".repeat(shift) + "\n" + text);
    const records = shift === 0 ? rows : rows.slice(1);
    equal(records.length, count);
    const wrong = records.find((row) => row.join("|") !== FIELDS.join("|"));
    equal(wrong, undefined, `shifted by ${shift}`);
  }
});

Deno.test("stream: no block border shows", async () => {
  const count = Math.ceil(2.5 * (1 << 16) / RECORD.length);
  const want = Array.from({ length: count }, () => FIELDS);
  for (let shift = 1; shift <= RECORD.length; shift++) {
    const head = "x".repeat(shift);
    const records = ReadableStream.from([`${head}\n` + RECORD.repeat(count)])
      .pipeThrough(new CsvParseStream());
    deepEqual(await Array.fromAsync(records), [[head], ...want]);
  }
});
