import * as Plot from "@observablehq/plot";
import { cutLong } from "../text/cut_long.ts";
import { harmless } from "../text/legible.ts";
import { checkNeeded, type OptionTypes } from "../quantity/check_options.ts";
import { takesFunction, takesText } from "../quantity/takes.ts";
import { blankDocument } from "./blank_document.ts";
import { cutTexts } from "./cut_texts.ts";
import type { PlotOptions } from "./plot_options.ts";
import { THEME } from "./theme.ts";
import { wrap } from "./wrap.ts";

/**
 * Where a chart is drawn: wide for a page or a notebook, narrow for a phone.
 *
 * @example
 * ```ts
 * import type { Layout } from "./chart.ts";
 * import assert from "node:assert/strict";
 *
 * const ticks = ({ narrow }: Layout) => narrow ? 3 : 8;
 * assert.equal(ticks({ width: 360, narrow: true, fontSize: 12 }), 3);
 * ```
 */
export interface Layout {
  /** Width of the drawing in pixels. */
  readonly width: number;
  /** Whether this is the narrow drawing. */
  readonly narrow: boolean;
  /** Size of its text in pixels. */
  readonly fontSize: number;
}

/**
 * What a chart says and how its marks are drawn.
 *
 * @example
 * ```ts
 * import { chart, type ChartOptions } from "./chart.ts";
 * import * as Plot from "@observablehq/plot";
 * import assert from "node:assert/strict";
 *
 * const options: ChartOptions = {
 *   title: "Two dots",
 *   caption: "Made up.",
 *   description: "Two dots, the second higher than the first.",
 *   draw: ({ narrow }) => ({
 *     height: narrow ? 120 : 200,
 *     marks: [Plot.dot([[1, 1], [2, 3]])],
 *   }),
 * };
 * assert.match(chart(options).svg, /Made up/);
 * ```
 */
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
  readonly draw: (layout: Layout) => PlotOptions;
}

const OPTION_TYPES: OptionTypes<ChartOptions> = {
  title: takesText,
  subtitle: takesText,
  caption: takesText,
  description: takesText,
  draw: takesFunction,
};

/**
 * A drawn chart. A notebook shows it as an image.
 *
 * @example
 * ```ts
 * import { type Chart, chart } from "./chart.ts";
 * import assert from "node:assert/strict";
 *
 * const drawn: Chart = chart({
 *   title: "Nothing yet",
 *   description: "An empty frame.",
 *   draw: () => ({ marks: [] }),
 * });
 * assert.equal(drawn.title, "Nothing yet");
 * assert.match(drawn.svg, /^<svg xmlns=/);
 * ```
 */
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
  const plot = Plot.plot({
    ...options.draw(layout),
    width: inner,
    document: blankDocument(),
    // Plot's own class name differs from run to run.
    className: "plot",
    style: { fontSize: `${fontSize}px`, background: "none" },
  });
  cutTexts(plot);
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

  const title = wrap(cutLong(options.title), inner, TITLE_SIZE, "bold");
  const subtitle = wrap(cutLong(options.subtitle ?? ""), inner, fontSize);
  const caption = wrap(cutLong(options.caption ?? ""), inner, fontSize);
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
  checkNeeded(options, OPTION_TYPES, ["title", "description", "draw"]);
  const [wide, narrow] = LAYOUTS.map((layout) => panel(options, layout)) as [
    Panel,
    Panel,
  ];
  // Whatever text of a dataset stands in it, in a mark, a tooltip or its name.
  const [title, description] = [options.title, options.description].map(
    cutLong,
  ) as [string, string];
  const label = harmless(
    `${title}${/[.?!]$/.test(title) ? "" : "."} ${description}`,
  );
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" class="tallystick" ' +
    `role="img" aria-label="${
      escapeXml(label)
    }" width="880" height="${wide.height}" ` +
    `style="--wide:880px;--wide-ratio:880/${wide.height};` +
    `--narrow-ratio:360/${narrow.height}">` +
    `<style>${THEME}</style>${harmless(wide.svg + narrow.svg)}</svg>`;
  const shown: Chart & Record<symbol, unknown> = {
    svg,
    title: options.title,
    [Symbol.for("Jupyter.display")]: () => ({
      "image/svg+xml": svg,
      "text/plain": label,
    }),
  };
  return shown;
}
