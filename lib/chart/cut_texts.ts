import { cutLong } from "../dataset/cut_long.ts";

/** Cuts every long text within an element. */
export function cutTexts(element: Element): void {
  for (const part of element.querySelectorAll("text, tspan, title")) {
    for (const node of part.childNodes) {
      if (node.nodeType === 3) node.nodeValue = cutLong(node.nodeValue ?? "");
    }
  }
}
