import type * as Plot from "@observablehq/plot";
import { cutLong } from "../text/cut_long.ts";

// By Plot's type: a script elsewhere may not have those of the DOM.
type Drawing = ReturnType<typeof Plot.plot>;

/** Cuts every long text within a drawing. */
export function cutTexts(drawing: Drawing): void {
  for (const part of drawing.querySelectorAll("text, tspan, title")) {
    for (const node of part.childNodes) {
      if (node.nodeType === 3) node.nodeValue = cutLong(node.nodeValue ?? "");
    }
  }
}
