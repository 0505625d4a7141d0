import type { DataPackage } from "./data_package.ts";
import { escapeHtml } from "./escape.ts";
import { renderPage } from "./page.ts";
import type { RenderedNotebook } from "./render.ts";

/** The first page: what this is, and the contents. */
export function indexPage(
  data: DataPackage,
  pages: readonly (RenderedNotebook & { href: string })[],
  footer: string,
  style: string,
): string {
  const items = pages.map(({ href, title, question }) =>
    `<li><a href="${escapeHtml(href)}"><strong>${
      escapeHtml(title)
    }</strong><span>${escapeHtml(question)}</span></a></li>`
  );
  const about = data.description
    ? `<p>${escapeHtml(data.description)}</p>\n`
    : "";
  return renderPage({
    title: `${data.title} · Tallystick`,
    ...(data.description ? { description: data.description } : {}),
    body: `<article class="prose">
<h1>${escapeHtml(data.title)}</h1>
<p class="question">Do the numbers agree, which of them cannot all be true, and what do they imply together?</p>
${about}<p>Each page below is a notebook that was run from its first cell to its last. Its numbers and charts are computed from the
claims; the code that made them is folded below each result.</p>
<h2 id="contents">Contents</h2>
<ol class="contents">
${items.join("\n")}
</ol>
</article>
`,
    footer,
  }, style);
}
