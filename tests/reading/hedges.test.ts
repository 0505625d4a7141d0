import { readText } from "../../lib/reading/read_text.ts";
import assert from "node:assert/strict";

const CASES: readonly [string, string][] = [
  ["About 300 people came.", "about"],
  ["Some 300 people came.", "about"],
  ["~300 people came.", "about"],
  ["An estimated 300 people came.", "about"],
  ["300 people or so came.", "about"],
  ["300 or so people came.", "about"],
  ["300-odd people came.", "about"],
  ["Nearly 300 people came.", "nearly"],
  ["Close to 300 people came.", "nearly"],
  ["Just under 300 people came.", "nearly"],
  ["The toll approached 300.", "nearly"],
  ["More than 300 people came.", "over"],
  ["More than some 300 people came.", "over"],
  ["Well over 300 people came.", "over"],
  ["Upwards of 300 people came.", "over"],
  ["The toll exceeded 300.", "over"],
  ["At least 300 people came.", "at_least"],
  ["No fewer than 300 people came.", "at_least"],
  ["300 people or more came.", "at_least"],
  ["300+ people came.", "at_least"],
  ["Up to 300 people came.", "up_to"],
  ["As many as 300 people came.", "up_to"],
  ["No more than 300 people came.", "up_to"],
  ["Fewer than 300 people came.", "up_to"],
  ["300 people at most came.", "up_to"],
  ["Under 300 people came.", "up_to"],
  ["Exactly 300 people came.", "exact"],
  ["300 people came.", "bare"],
  ["Hundreds of people came.", "plural"],
  ["Not more than about 300 people came.", "up_to"],
  ["Over two years 300 people came.", "bare"],
  ["The number rose to 300.", "bare"],
  ["They added up, and 300 people came.", "bare"],
];

for (const [text, hedge] of CASES) {
  Deno.test(`the hedge of "${text}"`, () => {
    assert.equal(readText(text).quantities.at(-1)?.hedge, hedge);
  });
}
