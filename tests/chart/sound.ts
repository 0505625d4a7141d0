import type { Chart } from "../../lib/chart/chart.ts";
import { parseHTML } from "linkedom";
import assert from "node:assert/strict";

/** Text that would do harm where it were taken for markup. */
export const EVIL = `</text><script>alert(1)</script><b onload="x">&`;

/** The elements of a drawing that match a selector. */
export function elements(
  svg: string,
  drawing: "wide" | "narrow",
  selector: string,
): Element[] {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  return [...document.querySelectorAll(`svg.${drawing} ${selector}`)];
}

/** What stands in a drawing as text, tooltips left out. */
export function texts(svg: string, drawing: "wide" | "narrow"): string[] {
  return elements(svg, drawing, "text").map((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeName.toLowerCase() !== "title")
      .map((node) => node.textContent).join("")
  );
}

/** What the marks of a drawing show when they are pointed at. */
export function tooltips(svg: string, drawing: "wide" | "narrow"): string[] {
  return elements(svg, drawing, "title").map((title) => title.textContent);
}

/** What holds for every chart, whatever it shows. */
export function assertSound(draw: () => Chart): void {
  const { svg, title } = draw();
  assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
  assert.match(svg, /^<svg [^>]*role="img" aria-label="[^"]{40,}"/);
  for (const drawing of ["wide", "narrow"] as const) {
    const words = texts(svg, drawing).join(" ");
    assert.ok(words.includes(title.slice(0, 12)), drawing);
  }
  assert.doesNotMatch(
    svg,
    /NaN|undefined|Infinity|\[object|<figure|plot-[0-9a-f]{6}/,
  );
  assert.doesNotMatch(svg, /(?:href|src)=|url\(/);
  assert.doesNotMatch(svg, /<script|<b /);
  assert.equal(draw().svg, svg);
}
