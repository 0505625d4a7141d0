import { articleOf } from "../../lib/reading/html/article.ts";
import { publishedIn } from "../../lib/reading/html/published.ts";
import assert from "node:assert/strict";

// Pages as they are written, and the lines of their articles. Everything else,
// numbers with it, is furniture.

const A = "The river rose in the night, and 12,000 people left the valley.";
const B =
  "At least 31 people died, the ministry said on Monday, and 40 boats " +
  "sank in the harbour below the old bridge.";
const C =
  "“We counted 3,000 homes under water,” said Ada Moor, its minister. " +
  "The count goes on, she added.";
const D = "In May 2031 the valley had 870 homes less than that.";

interface Page {
  readonly name: string;
  readonly html: string;
  readonly lines: readonly string[];
}

const PAGES: readonly Page[] = [
  {
    name: "a news site: sidebars, a cookie banner, related links, counters",
    html:
      `<!doctype html><html lang="en"><head><title>x | 24</title></head><body>
<div id="cookie-banner"><p>We and our 870 partners store cookies for 13 months.
Accept all of them or choose in the settings, which takes 2 minutes.</p></div>
<header class="site-header"><a href="/">The Gazette</a><span>18 °C</span></header>
<nav><ul><li><a href="/1">News 24</a></li><li><a href="/2">Top 10</a></li></ul></nav>
<div class="wrap"><div class="col-main"><div class="article-content">
<h1>Floods drive 12,000 out</h1>
<div class="meta"><span class="author">T. Quarrel</span> <time>4 June 2031</time></div>
<p>${A}</p><p>${B}</p>
<div class="related-articles"><h3>Related</h3><a href="/a">Why 40% of dams fail</a></div>
<p>${C}</p>
<div class="inline-newsletter"><p>Join 50,000 readers of our newsletter now.</p></div>
<p>${D}</p>
<div class="tags"><a href="/t">Floods (112)</a></div></div></div>
<div class="col-side"><div class="widget"><p>5 things you should know about the
700 bridges of this country, which nobody ever counted before.</p></div></div></div>
<div class="comments-area"><p>I counted 3,000 people myself, and all of them were
as wet as I was in the winter of 1999.</p></div>
<footer><p>© 2031. 500 people work here.</p></footer></body></html>`,
    lines: [
      "Floods drive 12,000 out",
      "T. Quarrel 4 June 2031",
      ...[A, B, C, D],
    ],
  },
  {
    name: "a live blog: an article of many updates",
    html: `<main><article class="liveblog"><h1>Floods: live</h1>
<article class="liveblog-entry"><h2>14:30 Bridge falls</h2><p>${A}</p></article>
<article class="liveblog-entry"><h2>13:05</h2><p>${B}</p></article>
<article class="liveblog-entry"><h2>12:00</h2><p>${C}</p></article>
</article></main><aside><p>9,000 follow this.</p></aside>`,
    lines: [
      "Floods: live",
      "14:30 Bridge falls",
      A,
      "13:05",
      B,
      "12:00",
      C,
    ],
  },
  {
    name: "updates beside each other, in a section",
    html: `<main><h1>Floods: live</h1><section class="updates">
<article><h2>14:30</h2><p>${A}</p></article>
<article><h2>13:05</h2><p>${B}</p></article>
<article><h2>12:00</h2><p>${C}</p></article></section></main>`,
    lines: ["Floods: live", "14:30", A, "13:05", B, "12:00", C],
  },
  {
    name: "lists and a table of figures, each row a line",
    html: `<article><h1>The year in figures</h1><p>${A}</p>
<ul><li>In May 300 homes were lost</li><li>In June 40 boats sank
<ul><li>of them 12 in the harbour</li></ul></li></ul>
<table><caption>Homes flooded by month</caption>
<thead><tr><th>Month</th><th>Homes</th><th>People</th></tr></thead>
<tbody><tr><td>May</td><td>512</td><td>1,400</td></tr>
<tr><td>June</td><td>488</td><td>1,210</td></tr></tbody></table>
<ol><li>First, 20 dams</li></ol><dl><dt>Dams</dt><dd>20</dd></dl></article>`,
    lines: [
      "The year in figures",
      A,
      "In May 300 homes were lost",
      "In June 40 boats sank",
      "of them 12 in the harbour",
      "Homes flooded by month",
      "Month Homes People",
      "May 512 1,400",
      "June 488 1,210",
      "First, 20 dams",
      "Dams",
      "20",
    ],
  },
  {
    name: "figures with captions and credits",
    html: `<article><h1>Floods</h1><figure><img alt="7 boats" src="a.jpg">
<figcaption>7 boats. Photo: <span class="credit">AP, 2031</span></figcaption></figure>
<p>${A}</p><div class="wp-caption"><img src="b.jpg"><p class="wp-caption-text">
A street of 40 houses</p></div><p>${B}</p>
<div class="imageBox"><div class="imageCaption">The mayor, 52</div></div></article>`,
    lines: ["Floods", A, B],
  },
  {
    name: "nested elements without one of their own for the article",
    html: `<div><div><div><div><div class="x1"><div><h1>Floods</h1></div>
<div><div><div><p>${A}</p></div></div></div><div><div><p>${B}</p></div></div>
<div><div><div><p>${C}</p></div></div></div></div></div></div>
<div class="x2"><a href="/1">One 1</a> <a href="/2">Two 2</a></div></div></div>`,
    lines: ["Floods", A, B, C],
  },
  {
    name: "AMP",
    html: `<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8">
<script async src="https://x/v0.js"></script><style amp-custom>p{margin:12px}</style>
</head><body><amp-sidebar id="side"><ul><li>Top 10</li></ul></amp-sidebar>
<amp-ad width="300" height="250"><div placeholder>Win 1,000 crowns</div></amp-ad>
<h1>Floods</h1><amp-img src="a.jpg" alt="7 boats"></amp-img>
<div class="amp-article-body"><p>${A}</p><p>${B}</p>
<amp-carousel><p>Slide 2 of 9</p></amp-carousel><p>${C}</p></div>
<amp-analytics><script type="application/json">{"n": 500}</script></amp-analytics>
<amp-consent><p>870 partners</p></amp-consent></body></html>`,
    lines: ["Floods", A, B, C],
  },
  {
    name: "old: lines divided by br, in a table",
    html: `<html><body><table><tr><td width=150><a href=1>Home</a><br>
<a href=2>News 24</a></td><td><font size=5><b>Floods</b></font><br><br>${A}<br><br>
${B}<br><br>${C}</td></tr></table></body></html>`,
    lines: ["Floods", A, B, C],
  },
  {
    name: "malformed: nothing closed, tags crossed, a stray end",
    html:
      `<html><body><div class=story><h1>Floods<p>${A}<p><b>At least <i>31</b>
people</i> died.</div></div></article><p>${C}</span><p>${D}`,
    lines: ["Floods", A, "At least 31 people died.", C, D],
  },
  {
    name: "text in elements that are no paragraphs",
    html: `<body><div role="main"><h1>Floods</h1><div class="para">${A}</div>
<div class="para">${B}</div><blockquote>${C}</blockquote></div>
<div role="complementary">9 more</div></body>`,
    lines: ["Floods", A, B, C],
  },
  {
    name: "comments with more text than the article",
    html: `<body><div class="post"><h1>Floods</h1><p>${A}</p><p>${B}</p></div>
<section id="disqus_thread">${`<p>${C} I say 500.</p>`.repeat(20)}</section>
<ol class="commentlist">${`<li><p>${C} I say 600.</p></li>`.repeat(20)}</ol>
<div id="respond"><p>${C} Write 700 letters.</p></div></body>`,
    lines: ["Floods", A, B],
  },
  {
    name: "a page of teasers beside the article",
    html:
      `<body><article class="main-story"><h1>Floods</h1><p>${A}</p><p>${B}</p>
<p>${C}</p></article><section><article><h3><a href="/1">300 mills burn</a></h3>
<p>It was a bad year.</p></article><article><h3><a href="/2">9 ships lost</a></h3>
<p>It was a bad week.</p></article></section></body>`,
    lines: ["Floods", A, B, C],
  },
  {
    name: "hidden and folded text",
    html: `<article><h1>Floods</h1><p>${A}</p><p hidden>870 hidden</p>
<p style="display: none">871 hidden</p><p aria-hidden="true">872 hidden</p>
<template><p>873 hidden</p></template><noscript><p>874 hidden</p></noscript>
<details><summary>More figures</summary><p>${B}</p></details></article>`,
    lines: ["Floods", A, "More figures", B],
  },
  {
    name: "notes of an update and a correction",
    html:
      `<article><h1>Floods</h1><p class="update">Update, 5 June: 2 more died.</p>
<p>${A}</p><hr><p><em>Correction: an earlier version said 300.</em></p></article>`,
    lines: [
      "Floods",
      "Update, 5 June: 2 more died.",
      A,
      "Correction: an earlier version said 300.",
    ],
  },
  {
    name: "entities, soft hyphens and blanks",
    html:
      `<article><h1>Floods</h1><p>Some&nbsp;3&#8239;000&thinsp;homes &lt;old&gt;
in the har&shy;bour &mdash; &frac12; of all.</p><pre>40 boats
and 12 more</pre></article>`,
    lines: [
      "Floods",
      "Some\u00a03\u202f000\u2009homes <old> in the harbour — ½ of all.",
      "40 boats and 12 more",
    ],
  },
];

for (const { name, html, lines } of PAGES) {
  Deno.test(`the article of a page: ${name}`, () => {
    assert.deepEqual(articleOf(html).split("\n"), lines);
  });
}

const DAYS: readonly (readonly [string, string | null])[] = [
  [
    '<meta property="article:published_time" content="2031-06-04T07:00Z">',
    "2031-06-04",
  ],
  ["<meta name=date content=2031-06-04>", "2031-06-04"],
  [
    '<script type="application/ld+json">{"datePublished": "2031-06-04T07:00:00+02:00"}</script>',
    "2031-06-04",
  ],
  [
    '<time itemprop="datePublished" datetime="2031-06-04 07:00">4 June</time>',
    "2031-06-04",
  ],
  [
    '<meta name="date" content="2031-02-30"><meta name="pubdate" content="2031-06-04">',
    "2031-06-04",
  ],
  ['<time datetime="2031-05-01">May Day</time>', null],
  ['<meta name="date" content="4 June 2031">', null],
];

for (const [html, day] of DAYS) {
  Deno.test(`the day of publication of ${html.slice(0, 60)}`, () => {
    assert.equal(publishedIn(html), day);
  });
}
