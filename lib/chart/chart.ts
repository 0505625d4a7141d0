import * as Plot from "@observablehq/plot";
import { cutLong } from "../text/cut_long.ts";
import { harmless } from "../text/legible.ts";
import { checkNeeded, type OptionTypes } from "../quantity/check_options.ts";
import { takesFunction, takesText } from "../quantity/takes.ts";
import { blankDocument } from "./kit/blank_document.ts";
import { finish } from "./kit/finish.ts";
import { type Layout, LAYOUTS, PADDING } from "./kit/layout.ts";
import { wrap } from "./kit/text.ts";
import { THEME } from "./kit/theme.ts";

export type { Layout } from "./kit/layout.ts";

/** What Observable Plot draws: marks, scales, margins. Plot's own type. */
export type PlotOptions = Plot.PlotOptions;

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
  readonly draw: (layout: Layout) => PlotOptions;
}

const OPTION_TYPES: OptionTypes<ChartOptions> = {
  title: takesText,
  subtitle: takesText,
  caption: takesText,
  description: takesText,
  draw: takesFunction,
};

/** A drawn chart. A notebook shows it as an image. */
export interface Chart {
  /** The whole chart as SVG. */
  readonly svg: string;
  /** Its title. */
  readonly title: string;
}

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
      round(y + i * fontSize * 1.35)
    }">${escapeXml(line)}</text>`
  ).join("");
}

function round(value: number): number {
  return Number(value.toFixed(2));
}

interface Panel {
  svg: string;
  height: number;
}

/** One layout of the chart: title, marks and caption, one below the other. */
function panel(options: ChartOptions, layout: Layout): Panel {
  const { fontSize, inner, width } = layout;
  const plot = finish(
    Plot.plot({
      ...options.draw(layout),
      width: inner,
      document: blankDocument(),
      // Plot's own class name differs from run to run.
      className: "plot",
      style: { fontSize: `${fontSize}px`, background: "none" },
    }) as ReturnType<typeof Plot.plot>,
    fontSize,
  );

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
  plot.setAttribute("y", `${round(plotTop)}`);
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
    `style="--wide-ratio:880/${wide.height};` +
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
