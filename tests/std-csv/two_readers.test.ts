import { deepEqual } from "node:assert/strict";
import { parse } from "@std/csv";

const PIECES = ["a", "bc", ",", ",", '"', '""', "\n", "\r\n", "\r", " ", "é"];

/** What reading gives: records, or the message of the mistake. */
function read(text: string, comment?: string): unknown {
  try {
    return parse(text, comment ? { comment } : {});
  } catch (error) {
    return (error as Error).message;
  }
}

// With a comment character, even one that stands nowhere, the scanner reads
// all of it; without one, only what is not flawless.
Deno.test("parse: the quick way and the scanner read the same", () => {
  let state = 1;
  const random = (below: number) =>
    (state = state * 48271 % 2147483647) % below;
  for (let i = 0; i < 50_000; i++) {
    let text = "";
    for (let left = random(16); left > 0; left--) {
      text += PIECES[random(PIECES.length)];
      // Whole quoted fields, or hardly any text would be flawless.
      if (random(5) === 0) text += ',"x\r\n""y\r",';
    }
    deepEqual(read(text), read(text, "#"), JSON.stringify(text));
  }
});
