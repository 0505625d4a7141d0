import { escapeHtml } from "../text/escape_html.ts";
import { addTools } from "./add_tools.ts";
import { TOOLS } from "./tools.ts";
import { type Frame, type PageLink, renderPage } from "./page.ts";
import type { RenderedNotebook } from "./rendered_notebook.ts";

/** The page's own contents, for wide screens. */
export function contents(headings: RenderedNotebook["headings"]): string {
  if (headings.length < 2) return "";
  const items = headings.map(({ id, text }) =>
    `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`
  );
  return `<nav class="on-page" aria-label="On this page"><p>On this page</p><ol>${
    items.join("")
  }</ol></nav>\n`;
}

/** The same within the page, for narrow screens; folded. */
export function inPageContents(headings: RenderedNotebook["headings"]): string {
  if (headings.length < 2) return "";
  const items = headings.map(({ id, text }) =>
    `<li><a href="#${escapeHtml(id)}">${escapeHtml(text)}</a></li>`
  );
  return `<details class="in-page"><summary>On this page</summary><ol>${
    items.join("")
  }</ol></details>\n`;
}

/** The page of one notebook. */
export function notebookPage(
  notebook: RenderedNotebook,
  around: { previous?: PageLink | undefined; next?: PageLink | undefined },
  footer: string,
  frame: Frame,
  cited = "",
): string {
  const body = addTools(notebook.body);
  return renderPage({
    ...(body === notebook.body ? {} : { script: TOOLS, data: cited }),
    title: `${notebook.title} · Tallystick`,
    description: notebook.question,
    aside: contents(notebook.headings),
    body: `<article>\n${inPageContents(notebook.headings)}${body}</article>\n`,
    ...around,
    footer,
  }, frame);
}
