import { parseHTML } from "linkedom";
import assert from "node:assert/strict";
import type { Chart } from "../../lib/chart/chart.ts";
import { textWidth } from "../../lib/chart/kit/text.ts";

/** Text that no chart may run or break on. */
export const HOSTILE = `</text><script>alert(1)</script><b onload="x">&\n"'` +
  "long ".repeat(60);

/** A text of a drawing, and about where it stands. */
export interface Placed {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The texts of one drawing's marks. */
export function placed({ svg }: Chart, drawing: "wide" | "narrow"): Placed[] {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const size = drawing === "wide" ? 13 : 12;
  return [...document.querySelectorAll(`svg.${drawing} svg text`)].flatMap(
    (element: Element) => {
      const text = [...element.childNodes]
        .filter((node) => node.nodeName.toLowerCase() !== "title")
        .map((node) => node.textContent).join("");
      const at = /translate\(([-\d.e]+),([-\d.e]+)\)/.exec(
        element.getAttribute("transform") ?? "",
      );
      const [x, y] = at
        ? [Number(at[1]), Number(at[2])]
        : ["x", "y"].map((name) => Number(element.getAttribute(name) ?? 0));
      const anchor = element.closest("[text-anchor]")
        ?.getAttribute("text-anchor");
      const width = textWidth(text, size);
      const left = anchor === "end"
        ? x! - width
        : anchor === "middle"
        ? x! - width / 2
        : x!;
      return text === "" ? [] : [{ text, left, right: left + width, y: y! }];
    },
  );
}

/** What holds of every chart: a name, no reference, no overflow, same bytes. */
export function checkChart(draw: () => Chart): void {
  const chart = draw();
  const { svg } = chart;
  assert.ok(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"'));
  assert.match(svg, /^<svg [^>]*role="img" aria-label="[^"]{40,}"/);
  assert.doesNotMatch(svg, /NaN|undefined|Infinity|\[object|<figure/);
  assert.doesNotMatch(svg, /(?:href|src)=|url\(|<script|<b /);
  assert.equal(draw().svg, svg);
  for (const [drawing, width] of [["wide", 852], ["narrow", 332]] as const) {
    for (const { text, left, right } of placed(chart, drawing)) {
      assert.ok(left >= -4 && right <= width + 14, `${drawing}: ${text}`);
    }
  }
}

/** No two texts of a drawing, or of those in question, lie on one another. */
export function checkApart(chart: Chart, among = /(?:)/): void {
  for (const drawing of ["wide", "narrow"] as const) {
    const texts = placed(chart, drawing).filter(({ text }) => among.test(text));
    texts.forEach((a, i) => {
      for (const b of texts.slice(i + 1)) {
        // Widths are estimates on the wide side.
        const [wide, other] = [a, b].map(({ left, right }) =>
          (right - left) * 0.06
        );
        const touches = a.left + wide! < b.right - other! &&
          b.left + other! < a.right - wide! && Math.abs(a.y - b.y) < 10;
        assert.ok(!touches, `${drawing}: '${a.text}' and '${b.text}'`);
      }
    });
  }
}
