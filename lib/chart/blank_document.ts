// Outside of a browser linkedom takes its place; a bundle for a browser leaves
// it out.
const linkedom = "document" in globalThis ? null : await import("linkedom");

/** An empty document to draw in: the browser's own kind, where there is one. */
export function blankDocument(): Document {
  return linkedom
    ? linkedom.parseHTML("<html><body></body></html>").document
    : document.implementation.createHTMLDocument("");
}
