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
    html.includes("<mark>at least 300</mark><sup>1</sup> &#60;b&#62;"),
    html,
  );
  assert.ok(html.includes("&#38; <mark>40 boats</mark><sup>2</sup>"), html);
  assert.ok(
    html.includes("<td>at_least 300</td><td>2031-05-01 to 2031-05-31</td>"),
    html,
  );
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
