import * as Plot from "@observablehq/plot";
import type { Layout } from "./chart.ts";
import { shorten } from "./wrap.ts";

/** A band to be labelled, in pixels from the top of the drawing. */
export interface LabelledBand {
  /** Where it begins and ends in time. */
  readonly start: Date;
  readonly end: Date;
  /** Upper and lower edge. */
  readonly top: number;
  readonly bottom: number;
  /** What it is. */
  readonly label: string;
  /** What it shows when it is pointed at. */
  readonly title: string;
}

const LINE = 15;

const HALO = {
  stroke: "var(--paper)",
  strokeWidth: 3,
  fill: "var(--ink)",
  paintOrder: "stroke",
  title: "title",
} as const;

/**
 * Labels beside their bands: above the band's start where it begins early,
 * else to its left; moved apart where two would touch. `top` and `bottom` bound
 * the panel, `middle` is the middle of the time shown.
 */
export function besideBands(
  bands: readonly LabelledBand[],
  { top, bottom, middle }: { top: number; bottom: number; middle: Date },
  layout: Layout,
): Plot.Markish[] {
  return (["start", "end"] as const).map((anchor) => {
    const own = bands
      .filter((band) => (band.start < middle) === (anchor === "start"))
      .toSorted((a, b) => a.top + a.bottom - b.top - b.bottom);
    let free = top;
    const placed = own.map((band, i) => {
      const wish = anchor === "start"
        ? band.top - LINE / 2 - 2
        : (band.top + band.bottom) / 2;
      // Leave room for the labels that are still to come below.
      const lowest = bottom - LINE * (own.length - i - 1);
      const y = Math.max(free, Math.min(wish, lowest));
      free = y + LINE;
      return { ...band, y };
    });
    return Plot.text(placed, {
      ...HALO,
      x: "start",
      y: "y",
      text: (band: LabelledBand) => shorten(band.label, 400, layout.fontSize),
      textAnchor: anchor,
      dx: anchor === "start" ? 3 : -7,
    });
  });
}

/** Height of the key below a panel, in pixels. */
export function keyHeight(bands: readonly unknown[]): number {
  return bands.length * LINE + 4;
}

/**
 * A letter at each band and a key below the panel, for a drawing too narrow for
 * words beside the bands. `keyTop` is where the key begins, `left` how far the
 * drawing's edge lies left of the scale.
 */
export function keyedBands(
  bands: readonly LabelledBand[],
  { keyTop, left }: { keyTop: number; left: number },
  layout: Layout,
): Plot.Markish[] {
  const lettered = bands.map((band, i) => ({
    ...band,
    letter: String.fromCharCode(97 + i % 26),
    // Bands that begin together have their letters side by side.
    step: bands.slice(0, i).filter((other) => +other.start === +band.start)
      .length,
    y: (band.top + band.bottom) / 2,
    keyY: keyTop + LINE * (i + 0.5),
  }));
  const letters = [...new Set(lettered.map((band) => band.step))].map((step) =>
    Plot.text(lettered.filter((band) => band.step === step), {
      ...HALO,
      x: "start",
      y: "y",
      text: "letter",
      textAnchor: "end",
      dx: -4 - 10 * step,
    })
  );
  const key = Plot.text(lettered, {
    frameAnchor: "left",
    textAnchor: "start",
    dx: -left,
    y: "keyY",
    text: (band: LabelledBand & { letter: string }) =>
      shorten(
        `${band.letter}  ${band.label}`,
        layout.width - 32,
        layout.fontSize,
      ),
    title: "title",
  });
  return [...letters, key];
}
