import type { Dataset } from "../../dataset/load.ts";
import type { TableName } from "../../dataset/rows.ts";
import { type Html, safe } from "../../text/html.ts";
import type { DatasetPage } from "../dataset_pages.ts";
import type { Assumed } from "../explorer/data.ts";
import { embedJson } from "../explorer/embed.ts";
import { explorerGrid } from "../explorer/explorer_page.ts";
import { program } from "../explorer/program.ts";
import explorerStyle from "../explorer/explorer.css" with { type: "text" };
import { TABLE_LABELS } from "./labels.ts";
import {
  emptyWorkbench,
  TABLE_NAMES,
  tableOf,
  type Workbench,
} from "./state.ts";
import { pdfScript } from "./read/pdf_script.ts";
import openStyle from "./open/open.css" with { type: "text" };
import readStyle from "./read/read.css" with { type: "text" };
import style from "./workbench.css" with { type: "text" };

const TITLE = "The workbench: from an article to a verdict";
const QUESTION =
  "Put in what is claimed, by hand, from tables or from a text, and see what cannot be true. Nothing leaves this page.";

const TABS = [
  ["w-open", "Open"],
  ["w-read", "Read"],
  ["w-edit", "Edit"],
  ["w-see", "See"],
  ["w-save", "Save"],
] as const;

const BAR = safe`<section id="w-bar" class="w-bar" aria-label="Verdict">
<p id="w-sentence" class="w-sentence"></p>
<button type="button" id="w-why" class="link w-why" hidden></button>
<p id="w-said" class="unseen" role="status" aria-live="polite"></p>
<div class="w-bar-more"><button type="button" id="w-to-problems" class="w-count" hidden></button><button type="button" id="w-to-conflicts" class="w-count" hidden></button><button type="button" id="w-cancel" hidden>Stop</button><span class="w-history"><button type="button" id="w-undo" disabled aria-keyshortcuts="Control+Z">Undo</button><button type="button" id="w-redo" disabled aria-keyshortcuts="Control+Shift+Z">Redo</button></span></div>
</section>
`;

const tabs =
  safe`<div id="w-tabs" class="w-tabs" role="tablist" aria-label="What to do">${
    TABS.map(([id, words]) =>
      safe`<button type="button" role="tab" id="${id}-tab" aria-controls="${id}" aria-selected="false" tabindex="-1">${words}</button>`
    )
  }</div>
`;

function panel(id: string, content: Html): Html {
  return safe`<section id="${id}" class="w-panel" role="tabpanel" aria-labelledby="${id}-tab" hidden>
${content}</section>
`;
}

const OPEN = safe`<div id="w-start" class="w-start">
<h2>Where to begin</h2>
<ul class="w-ways">
<li><button type="button" id="w-start-type" class="main">Type in claims</button><span>a number, what it counts and from when to when</span></li>
<li><button type="button" id="w-start-read">Paste a text</button><span>its numbers are marked; take those that count</span></li>
<li><button type="button" id="w-start-example">Look at an example</button><span>three invented claims that cannot all be true</span></li>
</ul>
</div>
<div id="w-open-place"></div>
`;

const EDIT =
  safe`<div id="w-tables" class="w-tables" role="tablist" aria-label="Tables">${
    TABLE_NAMES.map((name) =>
      safe`<button type="button" role="tab" data-table="${name}" id="w-table-${name}" aria-controls="w-table" aria-selected="false" tabindex="-1">${
        TABLE_LABELS[name][0]
      } <small></small></button>`
    )
  }</div>
<div id="w-table" role="tabpanel" aria-label="Table">
<div class="w-tools" role="toolbar" aria-label="Rows"><button type="button" id="w-add" class="main">Add a claim</button><button type="button" id="w-copy">Copy</button><button type="button" id="w-remove">Remove</button><label class="w-filter"><span class="unseen">Show rows with these words</span><input type="search" id="w-filter" placeholder="Show rows with …" autocomplete="off" spellcheck="false"></label><label class="w-all"><input type="checkbox" id="w-all-columns"> All columns</label></div>
<details id="w-problems" class="w-problems" hidden><summary id="w-problems-title"></summary><ol id="w-problem-list"></ol></details>
<div class="w-sheet"><div id="w-grid"></div><form id="w-form" class="w-form" aria-label="The row" novalidate></form></div>
</div>
`;

const SAVE = safe`<div class="w-save">
<section aria-labelledby="w-save-data"><h2 id="w-save-data">The dataset</h2>
<p>A folder with claims.csv and what goes with it, as <code>tallystick validate</code> accepts it.</p>
<p class="buttons"><button type="button" id="w-save-zip" class="main">Save as a zip</button><button type="button" id="w-save-folder" hidden>Save into a folder …</button></p>
<p><label for="w-title">Title of the dataset</label> <input id="w-title" autocomplete="off"></p></section>
<section aria-labelledby="w-save-found"><h2 id="w-save-found">What follows from it</h2>
<p class="buttons"><button type="button" id="w-save-result">Save the result (.json)</button><button type="button" id="w-save-report">Save a report (.html)</button></p>
<p>The command gives the same result:</p><pre class="w-command" tabindex="0" role="region" aria-label="The command"><code id="w-command"></code></pre></section>
<section aria-labelledby="w-save-pass"><h2 id="w-save-pass">To pass on</h2>
<p class="buttons"><button type="button" id="w-copy-link">Copy a link with all of it</button><button type="button" id="w-copy-cell">Copy as a cell (TypeScript)</button></p>
<p class="soft" id="w-link-note">The link holds the tables themselves: whoever has it and this page sees them.</p></section>
<section aria-labelledby="w-save-keep"><h2 id="w-save-keep">In this browser</h2>
<p><label class="switch"><input type="checkbox" id="w-keep"><span>Keep what I do in this browser until I clear it</span></label></p>
<p class="soft" id="w-keep-note">Others who use this browser on this machine could see it.</p>
<p class="buttons"><button type="button" id="w-clear">Clear all and begin anew</button></p></section>
</div>
`;

const BODY = safe`<article class="explorer workbench">
<h1>Workbench</h1>
<p class="question">${QUESTION}</p>
<noscript><p>The workbench works out its answers in this page, with the page’s own script, which is switched off.</p></noscript>
<div id="w" hidden>
${BAR}${tabs}<p id="w-note" class="w-note-line" role="status"></p>
${panel("w-open", OPEN)}${
  panel("w-read", safe`<div id="w-read-place"></div>`)
}${panel("w-edit", EDIT)}${panel("w-see", explorerGrid(false))}${
  panel("w-save", SAVE)
}<section id="w-ask" class="w-ask" aria-label="Keep it?" hidden><p>Keep what you do in this browser, so that closing the page loses nothing?</p> <button type="button" id="w-ask-yes">Keep it</button> <button type="button" id="w-ask-no">Not now</button></section>
</div>
</article>
`;

/** What the page carries besides its script. */
export interface EmbeddedBench {
  /** What it opens with. */
  readonly bench: Workbench;
  /** What the report that it belongs to takes for granted, if anything. */
  readonly assumed?: Assumed | undefined;
  /** The worker's source. */
  readonly worker: string;
  /** Whether it stands in a notebook's cell, which is told what it holds. */
  readonly inCell?: boolean | undefined;
}

/** A dataset as a workbench holds it. */
export function benchOf(
  dataset: Pick<Dataset, TableName>,
  about: Workbench["about"] = {},
  files: Workbench["files"] = {},
): Workbench {
  const tables = TABLE_NAMES.map((name) => {
    const rows = (dataset[name] as readonly Record<string, string | null>[])
      .map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([column, cell]) => [column, cell ?? ""]),
        )
      );
    return [name, tableOf(name, rows)] as const;
  });
  return {
    ...emptyWorkbench(),
    tables: Object.fromEntries(tables) as unknown as Workbench["tables"],
    about,
    files,
  };
}

/**
 * The page on which claims are put in, edited, reconciled and saved: the engine,
 * its solver and, where there is one, a dataset in one file.
 *
 * @param bench What it opens with; nothing where it is left out.
 * @param assumed What the report that it belongs to takes for granted.
 * @param inCell Whether it stands in a notebook's cell.
 */
export async function workbenchPage(
  bench: Workbench = emptyWorkbench(),
  assumed?: Assumed,
  inCell = false,
): Promise<DatasetPage> {
  const [{ script, worker, solver }, pdf] = await Promise.all([
    program(),
    pdfScript(),
  ]);
  const embedded = embedJson(
    {
      bench,
      ...(assumed ? { assumed } : {}),
      ...(inCell ? { inCell } : {}),
      worker,
    } satisfies EmbeddedBench,
  );
  return {
    href: "workbench.html",
    short: "Workbench",
    title: "Put in claims, and see what cannot be true",
    question: QUESTION,
    headings: [],
    page: {
      title: `${TITLE} · Tallystick`,
      description: QUESTION,
      body: BODY.markup,
      style: explorerStyle + style + openStyle + readStyle,
      data: `<script type="application/json" id="x-data">${embedded}</script>
${solver}${pdf}`,
      script,
      solves: true,
    },
  };
}
