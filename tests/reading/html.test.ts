import { articleOf, isHtml } from "../../lib/reading/html/article.ts";
import { readHtml } from "../../lib/reading/read_html.ts";
import assert from "node:assert/strict";

const P = "The river rose in the night and most people had to leave.";

/** A page as newspapers write them, with an article inside. */
const page = (article: string) =>
  `<!DOCTYPE html><html lang="en"><head><title>T 99</title>
<script>var x = "<p>1,234 people</p>";</script><style>p { margin: 12px }</style>
</head><body><header><nav><ul><li><a href="/">Home 24</a></li></ul></nav></header>
<div class="layout"><div class="story-body">${article}</div>
<aside><h3>Most read</h3><p>5 things to know about 700 bridges</p></aside>
<div class="related-posts"><p>Why 40% of all dams fail, and 9,000 do not</p></div>
</div><footer><p>Call 0800 123 456. © 2031, 500 people work here</p></footer>
<div id="comments"><p>I counted 3,000 people myself</p></div></body></html>`;

Deno.test("the article is found and furniture is left out", () => {
  const html = page(
    `<h1>Floods drive 12,000 out</h1><p class="byline">By T. Quarrel</p>
<p>${P}</p><figure><img src="a.jpg"><figcaption>Photo: 7 boats</figcaption></figure>
<p>At least <b>31</b> people died&nbsp;&mdash; and 17&#160;000 fled.</p>
<div class="share-buttons">Share 1,204</div>
<div class="ad-slot"><p>Win 1,000 crowns</p></div>
<ul><li>In May 300 homes were lost</li><li>In June 40 boats sank</li></ul>`,
  );
  assert.deepEqual(articleOf(html).split("\n"), [
    "Floods drive 12,000 out",
    "By T. Quarrel",
    P,
    "At least 31 people died\u00a0— and 17\u00a0000 fled.",
    "In May 300 homes were lost",
    "In June 40 boats sank",
  ]);
  const { drafts } = readHtml(html, { published: "2031-07-01" });
  assert.deepEqual(drafts.map(({ locator, stated }) => [locator, stated]), [
    ["p1", "12000"],
    ["p4", "31"],
    ["p4", "17000"],
    ["p5", "300"],
    ["p6", "40"],
  ]);
});

Deno.test("an article element is taken before all else", () => {
  const html = `<div><p>${P.repeat(3)}</p></div>
<article><h1>Head</h1><p>${P.repeat(4)}</p><p>300 homes.</p></article>`;
  assert.deepEqual(articleOf(html).split("\n"), [
    "Head",
    P.repeat(4),
    "300 homes.",
  ]);
});

Deno.test("line breaks, rows and unclosed paragraphs make lines", () => {
  assert.deepEqual(
    articleOf(
      "<p>one<br>two<p>three<table><tr><td>May<td>512<tr><td>June<td>488</table>",
    )
      .split("\n"),
    ["one", "two", "three", "May 512", "June 488"],
  );
});

Deno.test("a page without paragraphs is read all the same", () => {
  assert.equal(
    articleOf("<div>300 homes<div>40 boats</div></div>"),
    "300 homes\n40 boats",
  );
  assert.equal(articleOf("no markup at all, 5 < 6"), "no markup at all, 5 < 6");
  assert.equal(articleOf(""), "");
});

Deno.test("a page is told from a text", () => {
  assert.ok(isHtml("\ufeff\n <!doctype html><p>x"));
  assert.ok(isHtml("<div>x</div>"));
  assert.ok(!isHtml("5 < 6 and <b> is a letter"));
  assert.ok(!isHtml("Plain text."));
});

/** The most seconds that a hostile page of 1 MB may take on a busy machine. */
const PATIENCE = 30;

const HOSTILE: Readonly<Record<string, string>> = {
  "deep elements": "<div>".repeat(200_000),
  "deep and closed": "<b>".repeat(100_000) + "</i>".repeat(200_000),
  "paragraphs never closed": "<p>5 people".repeat(90_000),
  "closing tags alone": "</p>".repeat(250_000),
  "angle brackets": "<".repeat(1_000_000),
  "an attribute without an end": `<a b="${"x ".repeat(500_000)}`,
  "many attributes": `<a ${"b=1 ".repeat(250_000)}>5 people</a>`,
  "a comment without an end": `<!--${"-".repeat(1_000_000)}`,
  "entities": "&amp;&#x41;&bogus;&".repeat(50_000),
  "a script without an end": `<script>${"</scrip ".repeat(120_000)}`,
  "a long name": `<${"x".repeat(1_000_000)}>`,
  "many articles": "<article><p>5 people died</p></article>".repeat(25_000),
};

for (const [name, html] of Object.entries(HOSTILE)) {
  Deno.test(`hostile markup is bounded: ${name}`, () => {
    const start = performance.now();
    articleOf(html);
    const seconds = (performance.now() - start) / 1000;
    assert.ok(seconds < PATIENCE, `${seconds} s for 1 MB`);
  });
}
