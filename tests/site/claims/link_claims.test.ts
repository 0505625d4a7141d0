import assert from "node:assert/strict";
import { linkClaims } from "../../../lib/site/claims/link_claims.ts";

const ids = new Set(["ft-60000", "a & b", "total", "<b>"]);

function same(html: string) {
  assert.equal(linkClaims(html, ids), html);
}

Deno.test("cells and code that are an id become links", () => {
  assert.equal(
    linkClaims("<table><tr><td>total</td><td>ft-60000</td></tr></table>", ids),
    '<table><tr><td><a href="claims.html#total">total</a></td>' +
      '<td><a href="claims.html#ft-60000">ft-60000</a></td></tr></table>',
  );
  assert.equal(
    linkClaims("<p><code>total</code></p>", ids),
    '<p><code><a href="claims.html#total">total</a></code></p>',
  );
  assert.equal(
    linkClaims(
      "<table><tr><td>a &amp; b</td><td>&lt;b&gt;</td></tr></table>",
      ids,
    ),
    '<table><tr><td><a href="claims.html#a~20~~26~~20~b">a &#38; b</a></td>' +
      '<td><a href="claims.html#~3c~b~3e~">&#60;b&#62;</a></td></tr></table>',
  );
});

Deno.test("a cell that says which claim it comes from leads there", () => {
  const row = (...cells: string[]) =>
    `<table><tr>${cells.join("")}</tr></table>`;
  assert.equal(
    linkClaims(
      row('<td data-claim="ft-60000">5</td>', '<td data-claim="x">6</td>'),
      ids,
    ),
    row(
      '<td data-claim="ft-60000"><a href="claims.html#ft-60000">5</a></td>',
      '<td data-claim="x">6</td>',
    ),
  );
});

Deno.test("words of a text become links only where they could be no others", () => {
  assert.equal(
    linkClaims("<p>A total, it&#39;s (ft-60000). &lt;i&gt;</p>", ids),
    '<p>A total, it&#39;s (<a href="claims.html#ft-60000">ft-60000</a>). &#60;i&#62;</p>',
  );
  assert.equal(
    linkClaims("<p>By ft-60000.</p>", ids),
    '<p>By <a href="claims.html#ft-60000">ft-60000</a>.</p>',
  );
});

Deno.test("everything else stays as it is, to the byte", () => {
  same("<p>not-ft-60000 and ft-600001</p>");
  same('<a href="x">ft-60000</a>');
  same('<pre>ft-60000</pre><h2 id="ft-60000">ft-60000</h2>');
  same('<p title="ft-60000">x</p><!-- ft-60000 -->');
  same("<script>ft-60000</script><style>ft-60000</style>");
  same(
    "<svg viewBox='0 0 1 1'><style>a>b{}</style><text>ft-60000</text></svg>",
  );
  // Moved out of the table by the parser: its place cannot be told.
  same("<p>Unclosed <b>tags <td>and cells");
});

Deno.test("marks whose title names a claim become links", () => {
  const mark =
    "<rect width='1'><title>“x &lt;y&gt;”\nofficial; ft-60000</title></rect>";
  const other = "<rect><title>official; nobody</title></rect>";
  const linked = linkClaims(
    `<svg role="img" aria-label="Chart">${mark}${mark}${other}</svg>`,
    ids,
  );
  const link =
    '<a href="claims.html#ft-60000" tabindex="-1" aria-label="ft-60000: “x &#60;y&#62;”">';
  assert.equal(
    linked,
    `<svg role="figure" aria-label="Chart">${link}${mark}</a>${link}${mark}</a>${other}</svg>` +
      '<details class="marks"><summary>Claims in this chart (1)</summary><ul>' +
      '<li><a href="claims.html#ft-60000"><code>ft-60000</code></a> “x &#60;y&#62;”</li></ul></details>',
  );
  same(`<svg role="img" aria-label="Chart">${other}</svg>`);
});

Deno.test("below a chart every claim that a mark names is listed", () => {
  const of = (words: string, id: string) => `“${words}”\nofficial; ${id}`;
  const title = `${of("x", "total")}\n\n${of("y", "ft-60000")}\nbut: a & b`;
  const linked = linkClaims(
    `<svg><g><title>ft-60000</title><rect><title>${
      title.replace("&", "&amp;")
    }</title></rect></g></svg>`,
    ids,
  );
  // The group is left alone, and the mark leads to the first of its claims.
  assert.match(linked, /<svg><g><title>ft-60000<\/title><a href="[^"]*#total"/);
  assert.equal(linked.match(/<a [^>]*tabindex/g)?.length, 1);
  const listed = [...linked.matchAll(/<li>(.*?)<\/li>/g)].map(([, item]) =>
    item!.replace(/<.*?>/g, "")
  );
  assert.deepEqual(listed, ["ft-60000 “y”", "total “x”"]);
});
