import MarkdownIt from "markdown-it";
import { escapeHtml } from "../../text/escape_html.ts";
import { type Html, markup } from "../../text/html.ts";
import { webAddress } from "./link.ts";

/** What a Markdown text is as HTML. */
export interface RenderedMarkdown {
  /** Its first heading; plain text. */
  readonly title: string;
  /** The whole. */
  readonly body: Html;
  /** Headings of the second level. */
  readonly headings: readonly { readonly id: string; readonly text: string }[];
}

/** An `id` for a heading, not yet taken; `next` tells where to go on counting. */
function slug(
  text: string,
  taken: Set<string>,
  next: Map<string, number>,
): string {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "") || "section";
  let id = plain;
  let n = next.get(plain) ?? 2;
  while (taken.has(id)) id = `${plain}-${n++}`;
  next.set(plain, n);
  taken.add(id);
  return id;
}

/**
 * Markdown as HTML that can neither run nor fetch anything: HTML in it is shown
 * as text, images as their descriptions, and only addresses of the web and
 * places of the text itself become links.
 *
 * @example
 * ```ts
 * import { renderMarkdown } from "./markdown.ts";
 * import assert from "node:assert/strict";
 *
 * const { title, body } = renderMarkdown("# Codebook\n\n<b onclick=x>no</b>");
 * assert.equal(title, "Codebook");
 * assert.match(`${body}`, /&lt;b onclick=x&gt;no/);
 * ```
 */
export function renderMarkdown(source: string): RenderedMarkdown {
  // What turns the direction of text round is left out, as everywhere.
  const text = source.replace(/[\u202a-\u202e\u2066-\u2069]/gu, "");
  const markdown = new MarkdownIt({ html: false, linkify: false });
  const tokens = markdown.parse(text, {});
  const taken = new Set(["main"]);
  const next = new Map<string, number>();
  const headings: { id: string; text: string }[] = [];
  let title = "";
  tokens.forEach((token, i) => {
    if (token.type !== "heading_open") return;
    const words = (tokens[i + 1]?.children ?? []).map(({ content }) => content)
      .join("").trim();
    const id = slug(words, taken, next);
    token.attrSet("id", id);
    if (token.tag === "h1" && !title) title = words;
    if (token.tag === "h2") headings.push({ id, text: words });
  });
  const opened: boolean[] = [];
  const { rules } = markdown.renderer;
  rules.link_open = (tokens, i, options, _env, self) => {
    const token = tokens[i]!;
    const href = String(token.attrGet("href") ?? "");
    const address = webAddress(href);
    const inside = href.startsWith("#") && taken.has(href.slice(1));
    opened.push(address !== undefined || inside);
    if (!opened.at(-1)) return "";
    token.attrs = address === undefined
      ? [["href", href]]
      : [["href", address], ["rel", "noopener noreferrer"]];
    return self.renderToken(tokens, i, options);
  };
  rules.link_close = () => opened.pop() ? "</a>" : "";
  rules.image = (tokens, i) => escapeHtml(tokens[i]!.content);
  let tables = 0;
  rules.table_open = () =>
    `<div class="scroll" role="region" tabindex="0" aria-label="Table ${++tables}">\n<table>\n`;
  rules.table_close = () => "</table>\n</div>\n";
  return {
    title,
    headings,
    body: markup(markdown.renderer.render(tokens, markdown.options, {})),
  };
}
