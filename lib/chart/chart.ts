import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { harmless } from "../dataset/legible.ts";
import { THEME } from "./theme.ts";
import { wrap } from "./wrap.ts";

/** Where a chart is drawn: wide for a page or a notebook, narrow for a phone. */
export interface Layout {
  /** Width of the drawing in pixels. */
  readonly width: number;
  /** Whether this is the narrow drawing. */
  readonly narrow: boolean;
  /** Size of its text in pixels. */
  readonly fontSize: number;
}

/** What a chart says and how its marks are drawn. */
export interface ChartOptions {
  /** The finding, or the question. */
  readonly title: string;
  /** How to read it. */
  readonly subtitle?: string;
  /** Where it comes from. */
  readonly caption?: string;
  /** What a reader who cannot see it needs to know, in a sentence or two. */
  readonly description: string;
  /** Plot's options for a layout; called once for each. */
  readonly draw: (layout: Layout) => Plot.PlotOptions;
}

/** A drawn chart. A notebook shows it as an image. */
export interface Chart {
  /** The whole chart as SVG. */
  readonly svg: string;
  /** Its title. */
  readonly title: string;
}

const LAYOUTS: readonly Layout[] = [
  { width: 880, narrow: false, fontSize: 13 },
  { width: 360, narrow: true, fontSize: 12 },
];

const PADDING = 14;
const TITLE_SIZE = 17;

function escapeXml(text: string): string {
  return text.replace(
    /[&<>"]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
}

function lines(
  text: readonly string[],
  y: number,
  fontSize: number,
  className: string,
): string {
  return text.map((line, i) =>
    `<text class="${className}" font-size="${fontSize}" x="${PADDING}" y="${
      y + i * fontSize * 1.35
    }">${escapeXml(line)}</text>`
  ).join("");
}

interface Panel {
  svg: string;
  height: number;
}

/** One layout of the chart: title, marks and caption, one below the other. */
function panel(options: ChartOptions, layout: Layout): Panel {
  const { fontSize, width } = layout;
  const inner = width - 2 * PADDING;
  const { document } = parseHTML("<html><body></body></html>");
  const plot = Plot.plot({
    ...options.draw(layout),
    width: inner,
    document,
    // Plot's own class name differs from run to run.
    className: "plot",
    style: { fontSize: `${fontSize}px`, background: "none" },
  });
  // The theme takes the place of Plot's style.
  for (const style of plot.querySelectorAll("style")) style.remove();
  // A name needs a role, and the marks within an image have none.
  for (const group of plot.querySelectorAll("g[aria-label]")) {
    if (group.getAttribute("aria-label")!.includes("axis")) {
      group.classList.add("axis");
    }
    group.removeAttribute("aria-label");
  }
  plot.setAttribute("font-size", `${fontSize}`);
  plot.removeAttribute("style");
  plot.removeAttribute("class");

  const title = wrap(options.title, inner, TITLE_SIZE, "bold");
  const subtitle = wrap(options.subtitle ?? "", inner, fontSize);
  const caption = wrap(options.caption ?? "", inner, fontSize);
  const line = fontSize * 1.35;
  const top = PADDING + TITLE_SIZE;
  const below = top + (title.length - 1) * TITLE_SIZE * 1.35 + line + 2;
  const plotTop = below + (subtitle.length - 1) * line + PADDING;
  const plotHeight = Number(plot.getAttribute("height"));
  const captionTop = plotTop + plotHeight + PADDING + fontSize;
  const height = Math.ceil(
    captionTop + Math.max(0, caption.length - 1) * line + PADDING,
  );
  plot.setAttribute("x", `${PADDING}`);
  plot.setAttribute("y", `${plotTop}`);
  return {
    svg: `<svg class="${layout.narrow ? "narrow" : "wide"}" ` +
      `viewBox="0 0 ${width} ${height}">` +
      lines(title, top, TITLE_SIZE, "title") +
      lines(subtitle, below, fontSize, "soft") +
      plot.outerHTML +
      lines(caption, captionTop, fontSize, "soft") +
      "</svg>",
    height,
  };
}

/**
 * Draws a chart with Observable Plot as one SVG that holds a wide and a narrow
 * drawing; the room it is given decides which one shows. It carries its style,
 * light and dark, and is the same to the byte for the same options.
 *
 * @example
 * ```ts
 * import { chart } from "./chart.ts";
 * import * as Plot from "@observablehq/plot";
 * import assert from "node:assert/strict";
 *
 * const { svg } = chart({
 *   title: "Two dots",
 *   description: "Two dots, the second higher than the first.",
 *   draw: () => ({ marks: [Plot.dot([[1, 1], [2, 3]])] }),
 * });
 * assert.match(svg, /^<svg xmlns=/);
 * ```
 */
export function chart(options: ChartOptions): Chart {
  const [wide, narrow] = LAYOUTS.map((layout) => panel(options, layout)) as [
    Panel,
    Panel,
  ];
  const { title, description } = options;
  const spoken = `${title}${/[.?!]$/.test(title) ? "" : "."} ${description}`;
  const label = escapeXml(spoken);
  // Whatever text of a dataset stands in it, in a mark, a tooltip or its name.
  const svg = harmless(
    '<svg xmlns="http://www.w3.org/2000/svg" class="tallystick" ' +
      `role="img" aria-label="${label}" width="880" height="${wide.height}" ` +
      `style="--wide:880px;--wide-ratio:880/${wide.height};` +
      `--narrow-ratio:360/${narrow.height}">` +
      `<style>${THEME}</style>${wide.svg}${narrow.svg}</svg>`,
  );
  const shown: Chart & Record<symbol, unknown> = {
    svg,
    title: options.title,
    [Symbol.for("Jupyter.display")]: () => ({
      "image/svg+xml": svg,
      "text/plain": harmless(spoken),
    }),
  };
  return shown;
}
