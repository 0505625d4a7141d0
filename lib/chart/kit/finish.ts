import type * as Plot from "@observablehq/plot";
import { cutLong } from "../../text/cut_long.ts";

// By Plot's type: a script elsewhere may not have those of the DOM.
type Drawing = ReturnType<typeof Plot.plot>;

/** What a number of a drawing is rounded to, in pixels. */
const DIGITS = 2;

/** Attributes whose numbers are places in the drawing. */
const PLACES = [
  ...["x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "width", "height"],
  ...["d", "transform", "stroke-width"],
];

/**
 * Makes a drawing of Plot's stable and small: no style or name of its own, long
 * texts cut, numbers rounded.
 */
export function finish(drawing: Drawing, fontSize: number): Drawing {
  for (const style of drawing.querySelectorAll("style")) style.remove();
  for (const part of drawing.querySelectorAll("text, tspan, title")) {
    for (const node of part.childNodes) {
      if (node.nodeType === 3) node.nodeValue = cutLong(node.nodeValue ?? "");
    }
  }
  // A name needs a role, and the marks within an image have none.
  for (const group of drawing.querySelectorAll("g[aria-label]")) {
    if (group.getAttribute("aria-label")!.includes("axis")) {
      group.classList.add("axis");
    }
    group.removeAttribute("aria-label");
  }
  for (const element of drawing.querySelectorAll("*")) {
    for (const name of PLACES) {
      const value = element.getAttribute(name);
      if (value?.includes(".")) element.setAttribute(name, rounded(value));
    }
  }
  drawing.setAttribute("font-size", `${fontSize}`);
  drawing.removeAttribute("style");
  drawing.removeAttribute("class");
  return drawing;
}

function rounded(text: string): string {
  return text.replace(
    /-?\d*\.\d+(?:e-?\d+)?/g,
    (number) => `${Number(Number(number).toFixed(DIGITS))}`,
  );
}
