import { readText } from "../../lib/reading/read_text.ts";
import fc from "fast-check";
import assert from "node:assert/strict";

/** The words of each number that counts nothing, and what it is. */
function uncountedOf(text: string): [string, string][] {
  return readText(text, { published: "2031-11-10", language: "en" }).uncounted
    .map(({ offset, length, why }) => [text.substr(offset, length), why]);
}

const NAME = "part of a name or a code";
const CALLED = "the number by which something is called";

const CASES: readonly [string, [string, string][]][] = [
  ["Article 408 of the code.", [["408", CALLED]]],
  ["Platform No. 5 was shut.", [["5", CALLED]]],
  ["Call +44 20 7946 0958.", [
    ["44", "a phone number"],
    ["20", "a phone number"],
    ["7946", "a phone number"],
    ["0958", "a phone number"],
  ]],
  ["It begins at 07:45.", [["07", "a time of day"], ["45", "a time of day"]]],
  ["They won 3-1.", [["3-1", "a score"]]],
  ["It was in 2019.", [["2019", "a year or a part of one"]]],
  ["It was on 3 May 2031.", [["3 May 2031", "a date or a period"]]],
  ["It was on 2031-11-09.", [["2031-11-09", "a date or a period"]]],
  ["The M25 and the H1N1 virus.", [["25", NAME], ["1", NAME], ["1", NAME]]],
  ["Release 3.1.4 is out.", [["3.1.4", NAME]]],
  ["The 9th of them, in the 1990s.", [
    ["9", "an ordinal"],
    ["1990s", "a date or a period"],
  ]],
  ["The over-60s came.", [["60", "an age"]]],
];

for (const [text, wanted] of CASES) {
  Deno.test(`what counts nothing in "${text}"`, () => {
    assert.deepEqual(uncountedOf(text), wanted);
  });
}

/** The digits of a text that no number holds. */
function leftOut(text: string, language: string): string[] {
  const { quantities, uncounted } = readText(text, {
    published: "2031-11-10",
    language,
  });
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return lines.flatMap((line, i) => {
    const held = [...quantities, ...uncounted].filter(({ locator }) =>
      locator === `p${i + 1}`
    );
    return [...line.matchAll(/[0-9]/g)].flatMap(({ index }) => {
      const holds = held.filter(({ offset, length }) =>
        offset <= index && index < offset + length
      );
      return holds.length === 1 ? [] : [`${index} of ${line}`];
    });
  });
}

const WORD = fc.constantFrom(
  ..."1 12 2024 4,690 1.2.3 07:45 3-1 F-16 A4 No. No.5 +44 0800-55-12 1/2 30/1184 5th 1990s % to from - – in May 2031-11-09 people km C 155mm $ 1,000 . ; ( ) C-312/18 24/7 one two 00"
    .split(" "),
);

for (const language of ["en", "uk", "ru"]) {
  Deno.test(`every digit of a text is in one number (${language})`, () => {
    fc.assert(
      fc.property(
        fc.array(WORD, { maxLength: 40 }),
        fc.boolean(),
        (words, tight) => {
          const text = words.join(tight ? "" : " ");
          assert.deepEqual(leftOut(text, language), []);
        },
      ),
      { numRuns: 400 },
    );
  });
}
