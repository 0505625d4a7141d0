import type { PlotOptions } from "@observablehq/plot";

// By Plot's type: a script elsewhere may not have those of the DOM.
type Page = NonNullable<PlotOptions["document"]>;

// Outside of a browser linkedom takes its place; a bundle for a browser leaves
// it out.
const linkedom = "document" in globalThis ? null : await import("linkedom");

/** An empty document to draw in: the browser's own kind, where there is one. */
export function blankDocument(): Page {
  if (linkedom) {
    const page: unknown = linkedom.parseHTML("<html><body></body></html>");
    return (page as { document: Page }).document;
  }
  const { document } = globalThis as unknown as { document: Page };
  return document.implementation.createHTMLDocument("");
}
