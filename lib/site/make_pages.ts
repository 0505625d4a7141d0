import { basename } from "node:path";
import type { Dataset } from "../dataset/load.ts";
import { entryGroups } from "./claims/entry.ts";
import type { Findings } from "./claims/findings.ts";
import { linkClaims } from "./claims/link_claims.ts";
import { apiPage } from "./api/api_page.ts";
import { footerOf, readDataPackage } from "./data_package.ts";
import { datasetPages, verdicts } from "./dataset_pages.ts";
import type { Assumed } from "./explorer/data.ts";
import { explorerPage } from "./explorer/explorer_page.ts";
import { reportBench } from "./workbench/report_bench.ts";
import { workbenchPage } from "./workbench/workbench_page.ts";
import { headlineOf } from "./headline.ts";
import { indexPage } from "./index_page.ts";
import { contents, inPageContents, notebookPage } from "./notebook_page.ts";
import { type Frame, renderPage } from "./page.ts";
import { datasetArchive } from "./dataset_archive.ts";
import { citedAs } from "./tools.ts";
import type { RenderedNotebook } from "./rendered_notebook.ts";
import apiStyle from "./api/api.css" with { type: "text" };
import claimsStyle from "./claims.css" with { type: "text" };
import highlighting from "./highlighting.css" with { type: "text" };
import style from "./style.css" with { type: "text" };

/** The notebook that takes any dataset: it finds nothing of its own. */
export const TEMPLATE = "07-your-own-claims.ipynb";

// What turns the direction of text round. Not taken out: `<` and a word must
// not come together.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** What the pages of a report are made from. */
export interface Material {
  /** The notebooks, run, in reading order. */
  readonly notebooks: readonly RenderedNotebook[];
  /** The dataset's folder. */
  readonly data: string;
  /** The dataset, where there is one, and what its collections imply. */
  readonly claims?: {
    readonly dataset: Dataset;
    readonly findings: readonly Findings[];
  } | undefined;
  /** What was selected of the dataset and assumed, a line each; plain text. */
  readonly selected?: readonly string[];
  /** What of it the explorer opens with. */
  readonly assumed?: Assumed | undefined;
  /** What the library exports, where the report tells that. */
  readonly library?: {
    /** What `deno doc --json` printed of its doors. */
    readonly doc: string;
    /** Name of the package. */
    readonly name: string;
  } | undefined;
}

/** The file name of a notebook's page. */
function pageName(notebook: string): string {
  return basename(notebook, ".ipynb") + ".html";
}

/**
 * Every page of a report, by file name: the first one, the notebooks, and of the
 * claims what was said and found, the conflicts, the explorer and the codebook.
 * The dataset's `datapackage.json` and `README.md` are read from its folder; the
 * explorer is bundled, which takes Deno's own `Deno.bundle` (`--unstable-bundle`)
 * and reads the library's files.
 *
 * @throws {UnreadableError} When there is a `datapackage.json` that cannot be read.
 *
 * @example
 * ```ts
 * import { makePages } from "./make_pages.ts";
 * import assert from "node:assert/strict";
 * import { fileURLToPath } from "node:url";
 *
 * const data = fileURLToPath(new URL("../../data", import.meta.url));
 * const pages = await makePages({ notebooks: [], data });
 * assert.match(pages.get("index.html")!, /^<!doctype html>/i);
 * ```
 */
export async function makePages(
  {
    notebooks: rendered,
    data: folder,
    claims,
    selected = [],
    assumed,
    library,
  }: Material,
): Promise<Map<string, string>> {
  const data = await readDataPackage(folder);
  const footer = footerOf(data);
  const cited = `${citedAs(data)}`;
  const groups = claims ? entryGroups(claims.dataset, claims.findings) : [];
  const appendices = claims ? await datasetPages(folder, groups) : [];
  const scripts = library ? [await apiPage(library.doc, library.name)] : [];
  const explorer = claims &&
    await explorerPage(claims.dataset, data, assumed);
  const workbench = claims &&
    await workbenchPage(await reportBench(claims.dataset, folder), assumed);
  const interactive = [explorer, workbench].filter((page) =>
    page !== undefined
  );
  const beside = [...appendices, ...interactive, ...scripts];
  const ids = new Set(claims?.dataset.claims.map((claim) => claim.claim_id));
  const frame: Frame = {
    style: style + highlighting + claimsStyle + (library ? apiStyle : ""),
    links: beside.map(({ href, short }) => ({ href, title: short })),
  };
  // A notebook named like one of the report's own pages keeps a page as well.
  const taken = new Set(["index.html", ...beside.map(({ href }) => href)]);
  const notebooks = rendered.map((notebook) => {
    const { file } = notebook;
    const body = linkClaims(notebook.body.replace(TURNING, "\ufffd"), ids);
    // In the report on the shipped data the template is an example.
    const template = rendered.length > 1 && file === TEMPLATE;
    return {
      ...notebook,
      body,
      title: notebook.title || basename(file, ".ipynb"),
      href: `${taken.has(pageName(file)) ? "notebook-" : ""}${pageName(file)}`,
      headline: template ? undefined : headlineOf(body),
    };
  });
  const codebook = appendices.some(({ href }) => href === "codebook.html");
  const pages = new Map([[
    "index.html",
    indexPage({
      data,
      selected,
      verdicts: verdicts(claims?.dataset, groups),
      explorer,
      notebooks,
      appendices,
      scripts,
      codebook,
      footer,
      archive: claims && await datasetArchive(folder),
    }, frame),
  ]]);
  const first = { href: "index.html", title: "Contents" };
  const all = [
    ...notebooks,
    ...interactive,
    ...appendices,
    ...scripts,
  ];
  for (const [index, entry] of all.entries()) {
    const around = { previous: all[index - 1] ?? first, next: all[index + 1] };
    pages.set(
      entry.href,
      "page" in entry
        ? renderPage({
          ...entry.page,
          body: inPageContents(entry.headings) + entry.page.body,
          aside: contents(entry.headings),
          ...around,
          footer,
          ...(entry.tooled ? { data: cited } : {}),
        }, frame)
        : notebookPage(entry, around, footer, frame, cited),
    );
  }
  return pages;
}
