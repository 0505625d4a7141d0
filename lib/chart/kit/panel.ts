import type * as Plot from "@observablehq/plot";
import { formatNumber } from "../../quantity/phrase.ts";
import type { Layout } from "./layout.ts";
import { across, type Box, LINE, linear, words } from "./marks.ts";
import { roundNumbers } from "./number_axis.ts";
import { fit, textWidth } from "./text.ts";

/** Room that a panel's heading takes, in pixels. */
export const HEADING = 24;

/** A panel of a chart that stacks panels, with numbers upwards. */
export interface PanelOptions {
  /** What the panel shows; stands above it. */
  readonly name: string;
  /** A few more words at the right end of its heading. */
  readonly aside?: string;
  /** Where it begins, in pixels from the top of the drawing. */
  readonly top: number;
  /** Where its heading begins. Default: 0. */
  readonly start?: number;
  /** Room between its heading and what is drawn, besides. Default: 0. */
  readonly space?: number;
  /** Height of what is drawn. */
  readonly height: number;
  readonly left: number;
  readonly right: number;
  /** The highest number shown. */
  readonly most: number;
}

/** The panel as it lies in the drawing. */
export interface Panel {
  readonly y: (value: number) => number;
  readonly area: Box;
  /** What the words of its heading take. */
  readonly heading: Box;
  /** Heading and level lines with their numbers. */
  readonly marks: Plot.Markish[];
}

/** The numbers that a panel's level lines stand at. */
export function panelLevels(most: number): number[] {
  return roundNumbers([0, most], 4);
}

/** The heading of a panel, and its level lines with their numbers. */
export function panel(
  options: PanelOptions,
  { fontSize }: Layout,
): Panel {
  const { name, aside = "", top, start = 0, space = 0, ...own } = options;
  const { height, left, right, most } = own;
  const ceiling = top + HEADING + space;
  const floor = ceiling + height;
  const y = linear([0, most], [floor, ceiling]);
  const levels = panelLevels(most);
  const said = fit(name, right - start, fontSize, "bold");
  const width = textWidth(said, fontSize, "bold");
  const room = right - start - width - 16;
  return {
    y,
    area: { left, right, top: ceiling, bottom: floor },
    heading: {
      left: start,
      right: start + width,
      top,
      bottom: top + HEADING - 6,
    },
    marks: [
      across(levels.map((value) => ({ left, right, y: y(value) }))),
      words(
        levels.map((value) => ({
          ...{ x: left - 6, y: y(value), text: formatNumber(value) },
        })),
        { anchor: "end", className: "soft" },
      ),
      words(
        [{ x: start, y: top + LINE / 2, text: said }],
        { className: "strong" },
      ),
      words([{
        ...{ x: right, y: top + LINE / 2 },
        text: room > textWidth(aside, fontSize) ? aside : "",
      }], { anchor: "end", className: "soft" }),
    ],
  };
}
