import { readHtml } from "../../lib/reading/read_html.ts";
import { readText } from "../../lib/reading/read_text.ts";
import { assertHolds } from "./holds.ts";
import fc from "fast-check";
import assert from "node:assert/strict";
import process from "node:process";

/** Words that the grammar looks at, in any order. */
const WORD = fc.constantFrom(
  ..."a an one two half third twenty hundred thousand million dozen dozens tens of in out to from between and or by per cent percent % - – — . , ; : ( ) $ € US £ 1 12 2024 4,690 4.690 4 690 0 00 1.5 99999999999999999999999999999999999999 about some nearly more than up down at least most over rose fell since May June Monday last year month week the same period earlier ago first quarter h1 said according citing he which police people cases deaths km years every day doubled twice times as many fewer half-year No. section gate '' “ ” x × − + # & -12 5th 1990s 2.3m 54GB ½ 1/3 I’m was were had been has strike began on"
    .split(" "),
);
const TEXT = fc.array(WORD, { maxLength: 60 }).map((words) => words.join(" "));

const held = (text: string, published: string | undefined) =>
  assertHolds(text, published);

const DATE = fc.option(
  fc.constantFrom(
    "2024-02-29",
    "2031-11",
    "1999-12-31",
    "0001-01-01",
    "9999-12-31",
  ),
  { nil: undefined },
);

Deno.test("whatever words a text has, what is read of it holds", () => {
  fc.assert(fc.property(TEXT, DATE, held), { numRuns: 1000 });
});

Deno.test("whatever letters a text has, what is read of it holds", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      DATE,
      held,
    ),
    { numRuns: 500 },
  );
});

Deno.test("whatever markup a page has, it is read", () => {
  const piece = fc.constantFrom(
    ..."<p> </p> <div class='x'> </div> <article> </article> <br> <table> <td> </tr> <a href=1> </a> <!-- --> <script> </script> <h1> & &amp; &#x; &#99999999; < > </ 300 people died. in May"
      .split(" "),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      readHtml(pieces.join(" "), { published: "2031-05-31" });
    }),
    { numRuns: 1000 },
  );
});

/** Patterns that would show work growing with the square of a text. */
const LONG: readonly string[] = [
  "1",
  "1 ",
  "123 ",
  "1.",
  "1,234,",
  "a",
  "one of ",
  "hundred ",
  "two ",
  "more than ",
  "since January 2020 ",
  "1 to ",
  '"',
  "The X said ",
  "from 1 to 2 and ",
  "1\n",
  "1-",
  "a ",
  ". ",
  "from 1 to ",
  "1% ",
  "1–2 ",
  "1/2 ",
  "between 1 and ",
  "a third of ",
  "twenty ",
  "two thousand and ",
  "“a ",
  "(1 ",
  "— ",
  "No. 5, ",
  "aged 5, 6 and ",
  "F-16 ",
  "2023 and 2024 and ",
  "children under 5 ",
  "version of this article ",
  "X, 5, the Y, said ",
  "strike began on 3 November since the strike began ",
];

for (const pattern of LONG) {
  Deno.test(`a text of many ${JSON.stringify(pattern)} takes no more than its length`, () => {
    const time = (length: number) => {
      const text = pattern.repeat(Math.ceil(length / pattern.length));
      let least = Infinity;
      for (let turn = 0; turn < 2; turn++) {
        const { user: start } = process.cpuUsage();
        readText(text, { published: "2031-11-10" });
        // Of this process: what else the machine does is no work of the reader's.
        least = Math.min(least, (process.cpuUsage().user - start) / 1000);
      }
      return least;
    };
    time(5_000);
    // Eight times the text: 64 times the time would be its square.
    const [short, long] = [time(5_000), time(40_000)];
    assert.ok(long < 32 * Math.max(short, 4), `${short} ms, then ${long} ms`);
  });
}
