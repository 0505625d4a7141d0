import assert from "node:assert/strict";
import type { Browser } from "playwright-core";

/** A chart to be measured. */
export interface Measured {
  readonly name: string;
  readonly svg: string;
}

/** The widths of the window at which a chart has its wide and narrow drawing. */
export const WINDOWS = [1200, 360] as const;

// Runs in the page. Lines stand closer than their boxes are high, so that two
// texts touch only where their boxes share a good part of a line.
const MEASURE =
  `[...document.querySelectorAll("body > svg.tallystick")].map((svg) => {
  const edge = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("text")].flatMap((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const text = [...element.childNodes]
      .filter((node) => node.nodeName.toLowerCase() !== "title")
      .map((node) => node.textContent).join("").trim();
    return right > left && text ? [{ left, right, top, bottom, text }] : [];
  });
  const wrong = [];
  for (const [i, a] of boxes.entries()) {
    if (a.left < edge.left - 0.5 || a.right > edge.right + 0.5 ||
      a.top < edge.top - 0.5 || a.bottom > edge.bottom + 0.5) {
      wrong.push("leaves the drawing: " + a.text);
    }
    for (const b of boxes.slice(i + 1)) {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (across > 1 && down > 5) wrong.push(a.text + " lies on " + b.text);
    }
  }
  return { texts: boxes.length, width: edge.width, wrong };
})`;

/**
 * Draws charts in a browser, wide and narrow, and lists every text that leaves
 * its drawing or lies on another one.
 */
export async function misplaced(
  browser: Browser,
  charts: readonly Measured[],
): Promise<string[]> {
  const found: string[] = [];
  for (const width of WINDOWS) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    // All on one page: each is measured against its own edges.
    await page.setContent(
      `<body style="margin:0">${charts.map(({ svg }) => svg).join("")}</body>`,
    );
    const all = await page.evaluate(MEASURE) as {
      texts: number;
      width: number;
      wrong: string[];
    }[];
    assert.equal(all.length, charts.length, "a chart is not drawn");
    for (const [i, { name }] of charts.entries()) {
      const measured = all[i]!;
      if (measured.texts === 0 || measured.width > width) {
        found.push(
          `${name}, ${width}: not drawn, or not as wide as its window`,
        );
      }
      found.push(
        ...measured.wrong.map((text) => `${name}, ${width}: ${text}`),
      );
    }
    await page.close();
  }
  return found;
}
