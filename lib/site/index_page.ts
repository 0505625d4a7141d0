import { citation, type DataPackage } from "./data_package.ts";
import { escapeHtml } from "../text/escape_html.ts";
import { prefixIds } from "./headline.ts";
import type { Archive } from "./dataset_archive.ts";
import { tallMark } from "./tall_mark.ts";
import { citedAs, TOOLS, tools } from "./tools.ts";
import type { Drawing, Verdict } from "./dataset_pages.ts";
import { type Frame, renderPage } from "./page.ts";
import type { Listed } from "./listed.ts";

/** What the first page is made from. */
export interface IndexContents {
  readonly data: DataPackage;
  /** What was selected and assumed, a line each; plain text. */
  readonly selected: readonly string[];
  /** Whether the claims agree, collection by collection. */
  readonly verdicts: readonly Verdict[];
  /** Where a reader can switch claims, where there are any. */
  readonly explorer: Listed | undefined;
  /** The notebooks, in reading order. */
  readonly notebooks: readonly Listed[];
  /** What the notebooks rest on: claims, conflicts, codebook. */
  readonly appendices: readonly Listed[];
  /** What a script may call. */
  readonly scripts: readonly Listed[];
  /** Whether the dataset has a codebook. */
  readonly codebook: boolean;
  /** HTML of the last line of the page. */
  readonly footer: string;
  /** The dataset in one file, where it is small enough for the page. */
  readonly archive?: Archive | undefined;
}

// The codebook is a page here, and linked as one.
const CODEBOOK_FILE = "The codebook is README.md.";

const ASSUMED = [
  "A count is never negative, and a count over a period is the sum of its parts. Counts of the parts that a measure is fully split into add up to it; any other part is at most the whole.",
  "Each claim is taken in its default reading and at width 1, unless a result says otherwise: a hedge or a rounding widens a number by one unit of its last digit, or half of one. Widths are a parameter, and how the findings move with them is part of the analysis.",
  "Counts of different registers are different counts. They are never added or compared unless a claim does so, or a result says that it does.",
  "That a cumulative register is never revised downward is an assumption of every difference of its totals.",
  "Nothing else is assumed: no even spread over a month or a year, no trend, no trust in one publisher over another. A claim that others contradict stays in until a result says that it is left out.",
];

/** HTML that says of what, and under which assumptions, a report is. */
function selectionNote(selected: readonly string[]): string {
  if (selected.length === 0) return "";
  return `<p><strong>This report is of a selection</strong>, and not of all the dataset as it stands:</p>
<ul>
${selected.map((line) => `<li>${escapeHtml(line)}</li>`).join("\n")}
</ul>
<p>The explorer has the claims that are left, and starts from width 1 and from no assumption.</p>
`;
}

/** About this long a text stands in a list. */
const LONG = 150;

/** The first sentences of a text, as many as are short enough, one at least. */
function beginning(text: string): string {
  const sentences = text.split(/(?<=[.?!]) (?=\p{Lu})/u);
  let told = sentences.shift() ?? "";
  for (const next of sentences) {
    if (told.length + next.length > LONG) break;
    told += ` ${next}`;
  }
  return told;
}

function item({ href, title, question }: Listed): string {
  return `<li><a href="${escapeHtml(href)}"><strong>${
    escapeHtml(title)
  }</strong><span>${escapeHtml(beginning(question))}</span></a></li>`;
}

function drawn({ title, svg }: Drawing, id: string): string {
  return `<div class="chart scroll" id="${id}"${
    tallMark(svg)
  } role="region" tabindex="0" aria-label="Chart: ${escapeHtml(title)}">
${prefixIds(svg, `${id.replace(":", "-")}-`)}
</div>
${tools(id, title, "chart")}
`;
}

/** Under which terms charts and data may be used, and how they are cited. */
function terms({ data, archive }: IndexContents): string {
  const { licence } = data;
  const may = licence
    ? `The charts and the dataset may be used under the licence <strong>${
      escapeHtml(licence)
    }</strong>; words that are quoted remain their publishers’.`
    : "The dataset states no licence: whoever made it says whether its charts may be used.";
  const size = archive && `${Math.ceil(archive.bytes / 1024)} kB`;
  const download = archive
    ? ` <a download="${
      escapeHtml(archive.name)
    }" href="${archive.href}">Download the dataset</a> (zip, ${size}).`
    : "";
  const cite = ` To cite: ${escapeHtml(citation(data))}`;
  return `<p class="terms"><strong>May this be used?</strong> ${may}${cite}${download}</p>\n`;
}

/** What a collection comes to; below its answer, how all may be used. */
function told(
  { title, text, answer, charts = [] }: Verdict,
  terms: string,
): string {
  return `<section class="finding">
<h3>${escapeHtml(title)}</h3>
${
    answer
      ? `${answer}${terms}<p class="soft">${text}</p>\n`
      : `<p>${text}</p>\n`
  }${
    charts.map((chart, i) => drawn(chart, `finding:${i + 1}`)).join("")
  }</section>
`;
}

/**
 * How a notebook's findings begin, with its first chart where no other chart
 * stands on the page.
 */
function finding(
  { href, title, headline }: Listed,
  index: number,
  charts: boolean,
): string {
  if (!headline) return "";
  const { found, more, heading, chart } = headline;
  const rest = more
    ? `\n<p><a href="${
      escapeHtml(heading ? `${href}#${heading}` : href)
    }">All that was found</a></p>`
    : "";
  const drawing = chart === undefined || !charts
    ? ""
    : drawn({ title, svg: chart }, `page:${index + 1}`);
  return `<details class="finding"><summary><strong>${
    escapeHtml(title)
  }</strong></summary>
<div class="prose">${found}${rest}
<p><a href="${escapeHtml(href)}">The whole page</a></p></div>
${drawing}</details>
`;
}

function dataAndCitation({ data, codebook }: IndexContents): string {
  const date = data.date
    ? `<p>The data are of <time datetime="${data.date}">${data.date}</time>${
      data.version ? `, version ${escapeHtml(data.version)}` : ""
    }. The day on which the report was made changes nothing in it.</p>\n`
    : "";
  const licence = codebook
    ? ` What the licence covers is said in the <a href="codebook.html">codebook</a>.`
    : "";
  const cite = data.titled
    ? `<p>To cite the dataset:</p>
<blockquote><p>${escapeHtml(citation(data))}</p></blockquote>
`
    : "";
  return `<h2 id="data">Data and citation</h2>
${date}${cite}<p>To cite a single claim, add its id, which does not change. For the number itself, cite the source with its address and day, and the origin where the source only retells it.${licence}</p>
`;
}

/** The first page: what this is, what was found, contents, assumptions, data. */
export function indexPage(contents: IndexContents, frame: Frame): string {
  const { data, verdicts, explorer, notebooks, appendices, scripts } = contents;
  const { codebook, footer, selected } = contents;
  const description = data.description?.replace(CODEBOOK_FILE, "").trim();
  const aboutData = description
    ? `<h2 id="about">What this is about</h2>
<p>${escapeHtml(description)}</p>
`
    : "";
  const charts = !verdicts.some((one) => one.charts?.length);
  const use = terms(contents);
  const found = verdicts.map((one) => told(one, use));
  const findings = found.length > 0
    ? `<h2 id="found">What was found</h2>
${found.join("")}${verdicts.some(({ answer }) => answer) ? "" : use}`
    : "";
  const further = notebooks.map((one, i) => finding(one, i, charts))
    .filter(Boolean);
  const pages = further.length > 0
    ? `<h2 id="further">What each page finds</h2>
${further.join("")}`
    : "";
  const rest = appendices.length > 0
    ? `<h3 id="appendices">What the findings rest on</h3>
<ul class="contents plain">
${appendices.map(item).join("\n")}
</ul>
`
    : "";
  const calls = scripts.length > 0
    ? `<h3 id="scripts">For scripts</h3>
<ul class="contents plain">
${scripts.map(item).join("\n")}
</ul>
`
    : "";
  const trace = appendices.length > 0
    ? `<p>Where a claim is named, its id leads to its entry: the words, the place, the source, and everything that was made of it.${
      codebook
        ? ` The <a href="codebook.html">codebook</a> says how the claims were taken down.`
        : ""
    }</p>\n`
    : "";
  const doubt = explorer
    ? `<p>To leave a claim out, to read it in another way or to add one, open <a href="${
      escapeHtml(explorer.href)
    }">the explorer</a>: it shows at once what then agrees, what does not, and what follows.</p>\n`
    : "";
  const list = notebooks.length > 0
    ? `<p>The pages are notebooks, each run from its first cell to its last, in the order in which they are best read. The code behind a result is folded below it.</p>
<ol class="contents">
${notebooks.map(item).join("\n")}
</ol>
`
    : "";
  const tooled = [findings, pages].some((html) =>
    html.includes('class="tools"')
  );
  return renderPage({
    title: `${data.title} · Tallystick`,
    ...(description ? { description } : {}),
    body: `<article class="prose first">
<h1>${escapeHtml(data.title)}</h1>
<p class="question">Do the numbers agree, which of them cannot all be true, and what do they imply together?</p>
${
      selectionNote(selected)
    }${findings}${doubt}${aboutData}<h2 id="contents">Contents</h2>
${list}${trace}${rest}${calls}${pages}<h2 id="assumptions">What is assumed</h2>
<ul>
${ASSUMED.map((text) => `<li>${text}</li>`).join("\n")}
</ul>
${dataAndCitation(contents)}</article>
`,
    ...(tooled ? { script: TOOLS, data: `${citedAs(data)}` } : {}),
    footer,
  }, frame);
}
