import type { Dataset } from "../../dataset/load.ts";
import { type Html, safe } from "../../text/html.ts";
import { citation, type DataPackage } from "../data_package.ts";
import type { DatasetPage } from "../dataset_pages.ts";
import { UNITS } from "../../quantity/units.ts";
import type { Assumed, ExplorerData } from "./data.ts";
import { embedJson } from "./embed.ts";
import { program } from "./program.ts";
import style from "./explorer.css" with { type: "text" };

const TITLE = "The explorer: distrust a claim, and see what changes";
const QUESTION =
  "What follows if you leave a claim out, read it in another way, or know of another one?";

function field(
  name: string,
  label: string,
  input: Html,
  attributes: Html | null = null,
): Html {
  return safe`<p${attributes}><label for="x-own-${name}">${label}</label>${input}</p>\n`;
}

function textField(name: string, label: string, hint = ""): Html {
  return field(
    name,
    label,
    safe`<input id="x-own-${name}" name="${name}" autocomplete="off" spellcheck="false" maxlength="200"${
      hint && safe` placeholder="${hint}"`
    }>`,
  );
}

function chooseField(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[] = [],
): Html {
  return field(
    name,
    label,
    safe`<select id="x-own-${name}" name="${name}">${
      options.map(([value, words]) =>
        safe`<option value="${value}">${words}</option>`
      )
    }</select>`,
  );
}

const OWN = safe`<form id="x-own-form" novalidate>
<ul id="x-own-problems" class="problems" role="alert"></ul>
${chooseField("measure", "What is counted")}${
  chooseField("kind", "What the number is", [
    ["total", "a count over the period"],
    ["rate", "a count per unit of time"],
    ["level", "how many there are at the end of a day"],
    ["difference", "more, or with a minus fewer, than another count"],
    ["ratio", "times another count"],
    ["share", "a fraction of another count, 0 to 1"],
    ["highest", "no number: the most of the like units"],
    ["lowest", "no number: the least of the like units"],
  ])
}<div class="pair">${textField("stated", "Number", "60000")}${
  textField("stated_high", "to (for a range)")
}</div>
<div class="pair">${chooseField("hedge", "Hedge")}${
  textField("rounding", "Rounded to", "from the digits")
}</div>
<div class="pair">${textField("start", "From", "2024-01")}${
  textField("end", "to the end of", "2024-10")
}</div>
${
  chooseField("per", "Per", [
    ["month", "month"],
    ["day", "day"],
    ["week", "week"],
    ["quarter", "quarter"],
    ["year", "year"],
  ])
}${
  chooseField("spread", "Spread over the units", [
    ["mean", "on average"],
    ["each", "in every one of them"],
  ])
}${chooseField("of_measure", "The other count")}${
  textField("of_start", "The other count from", "the same period")
}${textField("of_end", "The other count to the end of", "the same period")}${
  textField("note", "Who says so, and where (if you like)")
}<p class="buttons"><button id="x-own-add" class="main">Add the claim</button> <button type="button" id="x-own-cancel" hidden>Leave it as it was</button></p>
</form>`;

const OWN_CLAIMS = safe`<section aria-label="Your own claims">
<ul id="x-own" class="own"></ul>
<details id="x-own-details"><summary id="x-own-summary">A claim of your own<span id="x-own-count"></span></summary>
${OWN}
</details>
</section>
`;

const controls = (own: boolean) =>
  safe`<details id="x-controls" class="controls">
<summary>Change what is taken as said</summary>
<p class="past"><a href="#x-results">Past the switches, to the results</a></p>
<section class="assumptions" aria-label="Assumptions">
<div class="slider"><label for="x-width">Width of hedges and roundings</label>
<input type="range" id="x-width" min="0" max="5" step="0.05" value="1"><input type="number" id="x-width-number" min="0" max="100" step="any" value="1" aria-label="Width, as a number"></div>
<div class="slider" id="x-date-field"><label for="x-date">Published <output id="x-date-words" for="x-date">any date</output></label>
<input type="range" id="x-date" min="0" max="1" step="1" value="1"></div>
<label class="switch"><input type="checkbox" id="x-echoes"><span>Count echoes of one origin once</span></label>
<label class="switch"><input type="checkbox" id="x-vintages"><span>Take all vintages: what was corrected or revised, too</span></label>
</section>
${own && OWN_CLAIMS}<section aria-label="Claims">
<p class="find-claim"><label for="x-find">Find a claim</label><input type="search" id="x-find" autocomplete="off" spellcheck="false"><output id="x-found" for="x-find" role="status"></output></p>
<div id="x-claims"></div>
<p class="soft">Claims that are modelled in no reading play no part and are not listed.</p>
</section>
</details>
`;

const RESULTS = safe`<div class="results" id="x-results" tabindex="-1">
<section id="x-conflicts-section" aria-labelledby="x-conflicts-title" hidden>
<h2 id="x-conflicts-title">Conflicts</h2>
<p class="soft">Each is a smallest set of claims that cannot all be true: leave any one out and the others can be.</p>
<div class="beside"><div id="x-conflicts"></div><div id="x-conflict-proof" class="proof" role="region" aria-label="Proof of the conflict" aria-live="polite"></div></div>
<div id="x-conflicts-drawing"></div>
</section>
<section id="x-repairs-section" aria-labelledby="x-repairs-title" hidden>
<h2 id="x-repairs-title">Repairs</h2>
<p class="soft">What would have to go for the rest to agree, the cheapest first. That a claim is in one does not make it false.</p>
<div id="x-repairs"></div>
<div id="x-repairs-drawing"></div>
</section>
<section id="x-months-section" aria-labelledby="x-months-title" hidden>
<h2 id="x-months-title">What follows for each month</h2>
<p class="choice"><label for="x-measure">What is counted</label> <select id="x-measure"></select></p>
<p class="choice"><label for="x-per">by</label> <select id="x-per"><option value="">what suits the span</option>${
  UNITS.map((unit) => safe`<option value="${unit}">${unit}</option>`)
}</select> <label for="x-from">from</label> <input type="date" id="x-from"> <label for="x-to">to</label> <input type="date" id="x-to"></p>
<p class="soft" id="x-months-note" role="status" hidden></p>
<div class="chart scroll" role="region" tabindex="0" aria-label="Chart: bounds over time" id="x-months-chart"></div>
<div class="beside"><div class="scroll months" role="region" tabindex="0" aria-label="Bounds over time"><table><thead><tr><th scope="col" id="x-months-unit">Month</th><th scope="col" class="number">At least</th><th scope="col" class="number">At most</th></tr></thead><tbody id="x-months"></tbody></table></div><div id="x-month-proof" class="proof" role="region" aria-label="Proof of these bounds" aria-live="polite"></div></div>
</section>
<section id="x-corridor-section" aria-labelledby="x-corridor-title" hidden>
<h2 id="x-corridor-title">The running total</h2>
<p class="choice"><label for="x-since">Counted from</label> <select id="x-since"></select></p>
<div class="chart scroll" role="region" tabindex="0" aria-label="Chart: running total" id="x-corridor-chart"></div>
</section>
</div>
`;

/** What of the report's selection cannot be switched, in words. */
function heldWords({ assumed = {} }: ExplorerData): string[] {
  const { same = [], by, weights = {} } = assumed;
  return [
    ...same.map(([a, b]) => `${a} is taken to be the same as ${b}`),
    ...by ? ["witnesses are weighed: an origin with all its claims"] : [],
    ...Object.entries(weights).map(([status, times]) =>
      `claims that are ${status} weigh ${times} times as much`
    ),
  ];
}

/**
 * The places in which the explorer shows what it finds, and its switches.
 *
 * @param own Whether there is a form for claims of the reader's own.
 */
export function explorerGrid(own: boolean): Html {
  return safe`<div id="x-explorer" class="grid" hidden>
<section id="x-verdict" class="verdict" aria-labelledby="x-verdict-title">
<h2 id="x-verdict-title" tabindex="-1">If what is switched on is taken as stated</h2>
<p id="x-sentence" class="sentence">…</p>
<dl id="x-facts" class="facts"></dl>
<p id="x-spoken" class="unseen" role="status"></p>
<ul id="x-problems" class="problems" role="alert"></ul>
<div id="x-changes" class="changes"></div>
<p class="buttons"><button type="button" id="x-reset" disabled>${
    own ? "As in the report" : "All as it was"
  }</button> <button type="button" id="x-copy">Copy the link</button> <button type="button" id="x-save">Save the selection (.zip)</button> <button type="button" id="x-save-result" disabled>Save the result (.json)</button></p>
<p id="x-cut" class="cut" hidden>The search was cut when its time ran out. <button type="button" id="x-longer">Search for up to five minutes</button></p>
<p id="x-status" class="soft">Working …</p>
</section>
${controls(own)}${RESULTS}</div>
`;
}

function bodyOf(data: ExplorerData): Html {
  const held = heldWords(data);
  return safe`<article class="explorer">
<h1>Distrust a claim, and see what changes</h1>
<p class="question">${QUESTION} <a id="x-edit" href="workbench.html">Edit all of it in the workbench</a></p>
${
    held.length > 0 &&
    safe`<p class="soft" id="x-held">As in the report, whatever is switched here: ${
      held.join("; ")
    }.</p>
`
  }<noscript><p>The explorer works out its answers in this page, with the page’s own script, which is switched off. What the report found stands on its other pages.</p></noscript>
${explorerGrid(true)}</article>
`;
}

/**
 * The page on which a reader switches claims and sees what the rest implies: the
 * engine, its solver and the dataset in one file.
 *
 * @param assumed What the report takes for granted: the page opens with it.
 */
export async function explorerPage(
  dataset: Dataset,
  about: DataPackage,
  assumed?: Assumed,
): Promise<DatasetPage> {
  const { script, worker, solver } = await program();
  const { folder: _, ...tables } = dataset;
  const data = { ...tables, ...(assumed ? { assumed } : {}) };
  const { title, version, licence } = about;
  const embedded = embedJson({
    data,
    about: {
      title,
      version,
      licence,
      citation: about.titled ? citation(about) : undefined,
    },
    worker,
  });
  return {
    href: "explorer.html",
    short: "Explorer",
    title: "Distrust a claim, and see what changes",
    question: QUESTION,
    headings: [],
    page: {
      title: `${TITLE} · Tallystick`,
      description: QUESTION,
      body: bodyOf(data).markup,
      style,
      data: `<script type="application/json" id="x-data">${embedded}</script>
${solver}`,
      script: script,
      solves: true,
    },
  };
}
