import { createHash } from "node:crypto";
import { cardScript } from "../chart/card.ts";
import { escapeHtml } from "../text/escape_html.ts";

/** A link to another page of the report. */
export interface PageLink {
  readonly href: string;
  readonly title: string;
}

/** What a page of the report holds. */
export interface Page {
  /** Plain text. */
  readonly title: string;
  /** One sentence for search engines and link previews; plain text. */
  readonly description?: string;
  /** HTML of the main part. */
  readonly body: string;
  /** HTML that stands before the main part on wide screens: the page's own contents. */
  readonly aside?: string;
  readonly previous?: PageLink | undefined;
  readonly next?: PageLink | undefined;
  /** HTML of the last line. */
  readonly footer: string;
  /** A script of the page's own; no other runs. */
  readonly script?: string;
  /** HTML that the script reads. */
  readonly data?: string;
  /** Whether the script starts a worker that it carries, with WebAssembly. */
  readonly solves?: boolean;
  /** CSS of the page's own. */
  readonly style?: string;
}

/** What all pages of a report share. */
export interface Frame {
  /** CSS. */
  readonly style: string;
  /** Pages that every page links to, besides the first. */
  readonly links: readonly PageLink[];
  /** Whether it is a page by itself, without a report around it. */
  readonly alone?: boolean;
}

/** A page's scripts: its own, and the one for the marks of its charts. */
function scriptsOf({ script, solves, body }: Page): string[] {
  const charts = solves || body.includes('class="tallystick"');
  return [
    ...(script === undefined ? [] : [script]),
    ...(charts ? [cardScript] : []),
  ];
}

/** Nothing may be fetched, and only the page's own scripts run. */
function policy(page: Page): string {
  const solving = page.solves ? " 'wasm-unsafe-eval'; worker-src blob:" : "";
  const hashes = scriptsOf(page).map((script) =>
    ` 'sha256-${createHash("sha256").update(script).digest("base64")}'`
  ).join("");
  const scripts = hashes && ` script-src${hashes}${solving};`;
  return `default-src 'none';${scripts} style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`;
}

// Four strokes and one across, so that no browser asks for a favicon.
const ICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M3 2v12M6.3 2v12M9.6 2v12M13 2v12M1 12 15 4" stroke="#a8562a" stroke-width="1.7" stroke-linecap="round"/></svg>',
);

function pager(page: Page): string {
  if (!page.previous && !page.next) return "";
  const link = (target: PageLink | undefined, rel: string, label: string) =>
    target === undefined
      ? ""
      : `<a rel="${rel}" class="${rel}" href="${
        escapeHtml(target.href)
      }"><span>${label}</span>${escapeHtml(target.title)}</a>`;
  return `<nav class="pager" aria-label="Pages">${
    link(page.previous, "prev", "Previous")
  }${link(page.next, "next", "Next")}</nav>\n`;
}

function navigation(links: readonly PageLink[]): string {
  if (links.length === 0) return "";
  const items = links.map(({ href, title }) =>
    `<a href="${escapeHtml(href)}">${escapeHtml(title)}</a>`
  );
  return `<nav aria-label="Report">${items.join("")}</nav>`;
}

/** What the style asks of the whole page: to find out by itself takes it long. */
function classesOf({ aside, body }: Page): string {
  const classes = [
    aside && "aside",
    body.includes('class="lead"') && "led",
    // A long way to glide.
    /<article class="claim|<ol class="conflicts">/.test(body) && "still",
  ].filter(Boolean).join(" ");
  return classes && ` class="${classes}"`;
}

/** One page of the report as a whole HTML document that needs nothing else. */
export function renderPage(page: Page, { style, links, alone }: Frame): string {
  const description = page.description
    ? `<meta name="description" content="${escapeHtml(page.description)}">\n`
    : "";
  return `<!DOCTYPE html>
<html lang="en"${classesOf(page)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(page.title)}</title>
${description}<link rel="icon" href="${escapeHtml(ICON)}">
<style>
${style}${page.style ?? ""}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top"><a class="home" href="${
    alone ? "#main" : "index.html"
  }"><svg aria-hidden="true" viewBox="0 0 16 16" width="18" height="18"><path d="M3 2v12M6.3 2v12M9.6 2v12M13 2v12M1 12 15 4" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round"/></svg>Tallystick</a>${
    navigation(links)
  }</header>
<div class="page${page.aside ? " with-aside" : ""}">
${page.aside ?? ""}<main id="main" tabindex="-1">
${page.body}${pager(page)}</main>
</div>
<footer>${page.footer}</footer>
${page.data ?? ""}${
    scriptsOf(page).map((script) =>
      `<script${
        page.solves && script === page.script ? ' type="module"' : ""
      }>${script}</script>\n`
    ).join("")
  }</body>
</html>
`;
}
