import { equal } from "node:assert/strict";
import { parse, type ParseOptions } from "@std/csv";
import { thrown } from "./support.ts";

const BARE = 'bare " in non-quoted-field';
const QUOTE = 'extraneous or missing " in quoted-field';

/** Text, options, and the class and message of the error. */
const cases: [string, ParseOptions, string][] = [
  [
    'a"b',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 2: ${BARE}`,
  ],
  [
    'x\n\nab,c"\n',
    {},
    `SyntaxError: Syntax error on line 3; parse error on line 3, column 5: ${BARE}`,
  ],
  [
    '😀é"',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 3: ${BARE}`,
  ],
  [
    ' "a"',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 2: ${BARE}`,
  ],
  [
    '"a" ,b',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 3: ${QUOTE}`,
  ],
  [
    '"a"b',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 3: ${QUOTE}`,
  ],
  [
    '1\n"a\nb"c,d',
    {},
    `SyntaxError: Syntax error on line 2; parse error on line 3, column 2: ${QUOTE}`,
  ],
  [
    '"a"\r\r',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 3: ${QUOTE}`,
  ],
  // Unclosed: column 1 if text follows the quote on the last line.
  [
    '"',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 2: ${QUOTE}`,
  ],
  [
    'a,"',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 4: ${QUOTE}`,
  ],
  [
    '"a',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 1: ${QUOTE}`,
  ],
  [
    '"a\n',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 1, column 1: ${QUOTE}`,
  ],
  [
    '"a\n\n',
    {},
    `SyntaxError: Syntax error on line 1; parse error on line 2, column 1: ${QUOTE}`,
  ],
  [
    'x\n"a\nb\nc',
    {},
    `SyntaxError: Syntax error on line 2; parse error on line 4, column 1: ${QUOTE}`,
  ],
  // A record counts as one line however many it spans.
  [
    '"1\n2\n3"\na"',
    {},
    `SyntaxError: Syntax error on line 2; parse error on line 2, column 2: ${BARE}`,
  ],
  [
    '#"\na"',
    { comment: "#" },
    `SyntaxError: Syntax error on line 2; parse error on line 2, column 2: ${BARE}`,
  ],

  [
    "a,b\nc",
    { fieldsPerRecord: 0 },
    "SyntaxError: Syntax error on line 2: expected 2 fields but got 1",
  ],
  [
    "a,b,c\n\nd,e",
    { fieldsPerRecord: 3 },
    "SyntaxError: Syntax error on line 3: expected 3 fields but got 2",
  ],
  [
    "a",
    { fieldsPerRecord: 2 },
    "SyntaxError: Syntax error on line 1: expected 2 fields but got 1",
  ],
  [
    "\na",
    { fieldsPerRecord: 0 },
    "SyntaxError: Syntax error on line 2: expected 0 fields but got 1",
  ],
  // The first mistake counts.
  [
    'a,b\nc\n"',
    { fieldsPerRecord: 0 },
    "SyntaxError: Syntax error on line 2: expected 2 fields but got 1",
  ],
  [
    'a,b\n"\nc',
    { fieldsPerRecord: 0 },
    `SyntaxError: Syntax error on line 2; parse error on line 3, column 1: ${QUOTE}`,
  ],

  [
    "a,b\n1",
    { skipFirstRow: true },
    "Error: Syntax error on line 2: The record has 1 fields, but the header has 2 fields",
  ],
  [
    "1,2\n3",
    { columns: ["x", "y"] },
    "Error: Syntax error on line 2: The record has 1 fields, but the header has 2 fields",
  ],
  [
    "1,2",
    { columns: ["x"] },
    "Error: Syntax error on line 1: The record has 2 fields, but the header has 1 fields",
  ],
  [
    "",
    { skipFirstRow: true },
    "TypeError: Cannot parse input: headers must be defined",
  ],

  ["", { separator: "\n" }, "Error: Cannot parse input: invalid delimiter"],
  ["", { separator: "\r" }, "Error: Cannot parse input: invalid delimiter"],
  ["", { separator: '"' }, "Error: Cannot parse input: invalid delimiter"],
  ["", { comment: '"' }, "Error: Cannot parse input: invalid delimiter"],
  ["", { comment: "\n" }, "Error: Cannot parse input: invalid delimiter"],
  ["", { comment: "," }, "Error: Cannot parse input: invalid delimiter"],
  ["a", { separator: "" }, "Error: Cannot parse input: invalid delimiter"],
];

for (const [text, options, error] of cases) {
  const name = `${JSON.stringify(text)} ${JSON.stringify(options)}`;
  Deno.test(`parse refuses ${name}`, () => {
    equal(thrown(() => parse(text, options)), error);
  });
}

Deno.test("parse: line numbers are right far into a text", () => {
  const text = 'a,"b\nc"\r\n'.repeat(300_000) + "\n" + 'd"\n';
  equal(
    thrown(() => parse(text)),
    `SyntaxError: Syntax error on line 300002; parse error on line 300002, column 2: ${BARE}`,
  );
});
