import { readHtml } from "../../lib/reading/read_html.ts";
import { readText } from "../../lib/reading/read_text.ts";
import { shownDrafts } from "../../lib/reading/shown_drafts.ts";
import assert from "node:assert/strict";

const TEXT = `No number here.
In May at least 300 <b>homes</b> were lost, & 40 boats sank.`;

Deno.test("a notebook shows the marked text beside its drafts", () => {
  const read = readText(TEXT, { published: "2031-06-04" });
  const display =
    (read as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]!;
  const bundle = display();
  assert.equal(bundle["text/plain"], "2 drafts from 2 numbers");
  const html = bundle["text/html"]!;
  assert.ok(!html.includes("No number here"));
  assert.ok(
    /<mark [^>]*>at least 300<\/mark><sup>1<\/sup> &#60;b&#62;/.test(html),
    html,
  );
  assert.match(html, /&#38; <mark [^>]*>40 boats<\/mark><sup>2<\/sup>/);
  // The page's own colour of text, so that it can be read in the dark.
  assert.match(html, /<mark style="[^"]*color: inherit/);
  assert.match(html, /<summary>why<\/summary><ul><li>total: a count over/);
  assert.ok(
    html.includes("<td>at_least 300</td><td>2031-05-01 to 2031-05-31</td>"),
    html,
  );
});

Deno.test("a notebook says so where nothing is proposed", () => {
  const read = readText("A ticket costs 12 crowns.");
  const display =
    (read as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]!;
  assert.deepEqual(display(), {
    "text/html": "<p>0 drafts from 1 number</p>",
    "text/plain": "0 drafts from 1 number",
  });
});

Deno.test("what is no text is refused with what would be right", () => {
  const wrong: readonly [unknown, RegExp][] = [
    [Promise.resolve("300 homes"), /not a Promise; await it$/],
    [null, /takes the words of a text, not null$/],
    [12, /not 12$/],
  ];
  for (const [value, message] of wrong) {
    assert.throws(() => readText(value as string), message);
    assert.throws(() => readHtml(value as string), message);
  }
});

Deno.test("how it is shown is no part of what was read", () => {
  const read = readText(TEXT);
  assert.deepEqual(Object.keys(read), [
    "drafts",
    "quantities",
    "uncounted",
    "language",
  ]);
  assert.equal(`${shownDrafts("", [])}`, "<div></div>");
});
