import pl from "nodejs-polars";
import { dateColumn } from "../../lib/frames/columns.ts";
import { prose } from "../../lib/notebook/prose.ts";
import { table } from "../../lib/notebook/table.ts";
import { firstDay } from "../../lib/quantity/date.ts";
import assert from "node:assert/strict";

type Displayed = { [key: symbol]: () => Record<string, string> };

function html(shown: unknown): string {
  return (shown as Displayed)[Symbol.for("Jupyter.display")]!()["text/html"]!;
}

Deno.test("a table shows types, dates, separators, gaps and the row count", () => {
  const frame = pl.DataFrame([
    pl.Series("outlet", ["A", null], pl.Utf8),
    pl.Series("cases", [61872, null], pl.Int64),
    pl.Series("share", [0.25, null], pl.Float64),
    dateColumn("day", [firstDay("2022-02-24"), null]),
  ]);
  const shown = html(table(frame, { caption: "Cases" }));
  assert.match(shown, /<caption>Cases \(2 rows\)<\/caption>/);
  assert.match(
    shown,
    /<th>outlet<br><small>String<\/small><\/th><th class="number">cases<br><small>Int64<\/small>/,
  );
  assert.match(shown, /<td class="number">61,872<\/td>/);
  assert.match(shown, /<td class="date">2022-02-24<\/td>/);
  assert.equal(shown.match(/–/g)?.length, 4, "four cells are missing");
  assert.equal(
    `${table(frame, { columns: ["cases"] })}`,
    "cases\n61,872\n–\n2 rows",
  );
});

Deno.test("a table shows the first rows and says how many there are", () => {
  const frame = pl.DataFrame({ n: Array.from({ length: 1200 }, (_, i) => i) });
  const shown = html(table(frame, { rows: 3 }));
  assert.match(shown, /1,200 rows, the first 3 shown/);
  assert.equal(shown.match(/<tr>/g)?.length, 4);
});

Deno.test("a table refuses a column that is not there", () => {
  assert.throws(
    () => table(pl.DataFrame({ a: [1] }), { columns: ["b"] }),
    /no column b; it has a/,
  );
});

const HOSTILE = `<script>alert(1)</script>" onload='x' \u202e\u0007& \`\${1}\``;

Deno.test("text from a dataset stays text, in tables and in sentences", () => {
  const frame = pl.DataFrame([pl.Series(HOSTILE, [HOSTILE], pl.Utf8)]);
  for (
    const shown of [
      html(table(frame, { caption: HOSTILE })),
      html(
        prose`says ${HOSTILE}`,
      ),
    ]
  ) {
    const text = shown.replace(
      /<\/?(table|caption|thead|tbody|tr|th|td|small|div|p|br)( class="[\w -]+")?>/g,
      "",
    );
    // deno-lint-ignore no-control-regex
    assert.doesNotMatch(text, /[<>"'`\u0007\u202e]/);
    assert.match(text, /&#60;script&#62;alert\(1\)&#60;\/script&#62;/);
  }
});

Deno.test("prose() tells a list by its name with its count, an empty one not at all", () => {
  const shown = prose`In all. ${{
    "Those <b>": ["a & b", "c"],
    "None": [],
    "Others": ["d"],
  }} The end.`;
  assert.equal(
    `${shown}`,
    "In all. Those <b>: 2.\n\n- a & b\n- c\n\nOthers: 1.\n\n- d\n\nThe end.",
  );
  assert.match(html(shown), /<p>In all\. Those &#60;b&#62;: 2\.<\/p>/);
  assert.match(html(shown), /<li>a &#38; b<\/li>/);
  assert.equal(`${prose`${{ "None": [] }}`}`, "");
});

Deno.test("prose() separates thousands and keeps paragraphs", () => {
  assert.equal(
    html(prose`One
      ${61872}.

      Two.`),
    '<div class="tallystick-prose mathjax_ignore"><p>One 61,872.</p>\n<p>Two.</p></div>',
  );
});

Deno.test("table() keeps with a cell the claim that it comes from", () => {
  const frame = pl.DataFrame([
    pl.Series("cases", [5, null], pl.Float64),
    pl.Series("cases_claim", ["<a>", null], pl.Utf8),
  ]);
  const shown = html(table(frame, { claims: { cases: "cases_claim" } }));
  assert.match(
    shown,
    /<td class="number" data-claim="&#60;a&#62;" title="&#60;a&#62;">5<\/td>/,
  );
  assert.match(shown, /<td class="number">–<\/td>/);
  assert.doesNotMatch(shown, /cases_claim/);
  assert.throws(
    () => table(frame, { claims: { cases: "source" } }),
    /no column source/,
  );
});

Deno.test("a fraction is never shown as a whole number", () => {
  const shown = (value: number) =>
    `${table(pl.DataFrame([pl.Series("n", [value], pl.Float64)]))}`.split(
      "\n",
    )[1];
  // What a claim rules out of a range is nearly all of it, and not all.
  assert.equal(shown(0.99996), "0.99996");
  assert.equal(shown(0.000_52), "0.00052");
  assert.equal(shown(1.000_04), "1.00004");
  assert.equal(shown(-0.0001), "-0.0001");
  assert.equal(shown(0.25), "0.25");
  assert.equal(shown(1), "1");
  assert.equal(shown(0), "0");
  // What a sum of doubles leaves is no fraction.
  assert.equal(shown(1 + 1e-15), "1");
  assert.equal(shown(5724.444_4), "5,724.444");
});
