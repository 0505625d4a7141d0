import type * as Plot from "@observablehq/plot";
import type { Layout } from "./chart.ts";
import { type Box, LINE, words } from "./pixels.ts";
import { placeLabels } from "./place_labels.ts";
import { placedLabels, type TitledLabel } from "./placed_labels.ts";
import { shorten } from "./wrap.ts";

/** Widest label, in pixels. */
const WIDEST = 400;

/** More find no place in a panel, and looking for one would take long. */
const MOST = 40;

/** The labels of a panel. */
export interface BandLabels {
  readonly marks: Plot.Markish[];
  /** How much room the key takes below the panel, if there is one. */
  readonly height: number;
}

/** Where labels may stand. */
export interface LabelRoom {
  readonly area: Box;
  /** What they keep clear of besides the bands. */
  readonly heading: Box;
}

/** A label at each band, or as many as find a place clear of all bands. */
function place(
  bands: readonly TitledLabel[],
  { area, heading }: LabelRoom,
  { fontSize }: Layout,
) {
  return bands.length > MOST
    ? []
    : placeLabels(bands, { area, obstacles: [heading], fontSize });
}

/**
 * Labels at their bands, clear of all of them and of one another. Where one
 * finds no place, or words no room, there is a letter at each band and a key
 * below the panel.
 */
export function bandLabels(
  bands: readonly TitledLabel[],
  room: LabelRoom,
  layout: Layout,
): BandLabels {
  const { width, narrow, fontSize } = layout;
  if (!narrow) {
    const named = bands.map((band) => ({
      ...band,
      text: shorten(band.text, WIDEST, fontSize),
    }));
    const placed = place(named, room, layout);
    if (placed.length === bands.length) {
      return { marks: placedLabels(placed), height: 0 };
    }
  }
  const letters = bands.map((band, i) => ({
    ...band,
    text: String.fromCharCode(97 + i % 26),
  }));
  const placed = place(letters, room, layout);
  const found = new Set(placed.map(({ item }) => item));
  return {
    marks: [
      ...placedLabels(placed),
      // The last resort: on whatever lies left of the band.
      words(
        letters.filter((letter) => !found.has(letter)).map((letter) => ({
          x: letter.left - 4,
          y: (letter.top + letter.bottom) / 2,
          text: letter.text,
          title: letter.title,
        })),
        { anchor: "end" },
      ),
      words(bands.map((band, i) => ({
        x: 0,
        y: room.area.bottom + 4 + LINE * (i + 0.5),
        text: shorten(
          `${letters[i]!.text}  ${band.text}`,
          width - 32,
          fontSize,
        ),
        title: band.title,
      }))),
    ],
    height: bands.length * LINE + 4,
  };
}
