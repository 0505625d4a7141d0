import { markedText } from "../../../lib/cli/read/marked_text.ts";
import { paintFor } from "../../../lib/cli/terminal/paint.ts";
import { readText } from "../../../lib/reading/read_text.ts";
import assert from "node:assert/strict";

const TEXT = "Nearly 3,000 homes were flooded in May, the river agency said. " +
  "At least 40 boats sank in the harbour below the old bridge.";
const { drafts } = readText(TEXT, { published: "2031-06-04" });

Deno.test("what is marked is so without a colour of its own, for light and dark", () => {
  const shown = markedText(TEXT, drafts, paintFor(true, false), 80);
  // Bold and underlined, words of one line together.
  assert.ok(
    shown.includes("\u001b[1m\u001b[4mNearly 3,000 homes\u001b[24m\u001b[22m"),
  );
  // deno-lint-ignore no-control-regex
  assert.doesNotMatch(shown, /\u001b\[(?!1m|4m|22m|24m)/);
});

for (const [terminal, noColor] of [[false, false], [true, true]] as const) {
  Deno.test(`no escapes where ${noColor ? "NO_COLOR says so" : "nobody looks"}`, () => {
    const shown = markedText(TEXT, drafts, paintFor(terminal, noColor), 80);
    assert.ok(!shown.includes("\u001b"));
    assert.match(shown, /^p1 {2}Nearly 3,000 homes\s\[1\] were flooded/);
  });
}

for (const width of [24, 40, 60, 80]) {
  Deno.test(`no line is longer than ${width} letters where words are short`, () => {
    const shown = markedText(TEXT, drafts, paintFor(false, true), width);
    for (const line of shown.split("\n")) {
      assert.ok(line.length <= width, `${line.length}: ${line}`);
    }
    const words = shown.replace(/\s+/g, " ");
    assert.ok(words.includes("At least 40 boats [2] sank"), words);
    assert.ok(words.includes("nearly 3000"), words);
  });
}
