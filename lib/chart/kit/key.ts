import * as Plot from "@observablehq/plot";
import { formatNumber } from "../../quantity/phrase.ts";
import type { Layout } from "./layout.ts";
import { type Box, LINE, type Words, words } from "./marks.ts";
import {
  type Labelled,
  type PlacedLabel,
  placeLabels,
} from "./place_labels.ts";
import { boxOf } from "./text_box.ts";
import { lines, shorten } from "./text.ts";

/** A label with what it says when it is pointed at. */
export interface TitledLabel extends Labelled {
  readonly title: string;
}

/** Where labels may stand. */
export interface LabelRoom {
  readonly area: Box;
  /** What they keep clear of besides what they name. */
  readonly obstacles: readonly Box[];
  /** Where a key would begin. */
  readonly below: number;
}

/** Labels of a drawing, or of one of its panels. */
export interface Labels {
  readonly marks: Plot.Markish[];
  /** How much room the key takes, if there is one. */
  readonly height: number;
}

/** Widest label, in pixels. */
const WIDEST = 400;

/** More find no place in a drawing, and looking for one would take long. */
export const NAMED = 26;

/** Labels at their places, each with a line to its mark where they lie apart. */
export function placedLabels(
  placed: readonly PlacedLabel<TitledLabel>[],
  options: { readonly className?: string } = {},
): Plot.Markish[] {
  return [
    Plot.link(placed.flatMap(({ leader }) => leader ?? []), {
      ...{ x1: "x", x2: "x", y1: "y1", y2: "y2", stroke: "var(--soft)" },
      strokeWidth: 1,
    }),
    words(
      placed.map(({ item: { text, title }, x, y }) => ({ x, y, text, title })),
      options,
    ),
  ];
}

/** What is said in the place of more labels than can be placed. */
function manyMarks(count: number, below: number): Labels {
  const text = `${formatNumber(count)} claims: point at a mark`;
  return {
    marks: [
      words([{ x: 0, y: below + LINE / 2, text }], { className: "soft" }),
    ],
    height: LINE + 4,
  };
}

/** A letter at each mark, and below what the letters stand for. */
export function lettered(
  items: readonly TitledLabel[],
  { area, obstacles, below }: LabelRoom,
  { inner, fontSize }: Layout,
): Labels {
  if (items.length > NAMED) return manyMarks(items.length, below);
  const letters = items.map((item, i) => ({
    ...item,
    text: String.fromCharCode(97 + i),
  }));
  const bold = { area, fontSize, weight: "bold" } as const;
  const placed = placeLabels(letters, { ...bold, obstacles });
  const found = new Set(placed.map(({ item }) => item));
  // What finds no clear place may stand on lines and marks, not on a letter.
  const others = placeLabels(letters.filter((item) => !found.has(item)), {
    ...bold,
    obstacles: placed.map(({ item: { text }, x, y }) =>
      boxOf({ x, y, text }, fontSize, "bold")
    ),
  });
  for (const { item } of others) found.add(item);
  const key: Words[] = [];
  const heads: Words[] = [];
  items.forEach(({ text, title }, i) => {
    const at = () => below + LINE * (key.length + 0.5);
    heads.push({ x: 0, y: at(), text: letters[i]!.text, title });
    for (const line of lines(text, inner - 16, fontSize, 2)) {
      key.push({ x: 16, y: at(), text: line, title });
    }
  });
  return {
    marks: [
      ...placedLabels([...placed, ...others], { className: "strong" }),
      // The last resort: on whatever lies left of the mark.
      words(
        letters.filter((letter) => !found.has(letter)).map((letter) => ({
          x: letter.left - 4,
          y: (letter.top + letter.bottom) / 2,
          text: letter.text,
          title: letter.title,
        })),
        { anchor: "end", className: "strong" },
      ),
      words(heads, { className: "strong" }),
      words(key),
    ],
    height: items.length === 0 ? 0 : key.length * LINE + 4,
  };
}

/**
 * Labels at their marks, clear of all of them and of one another. Where one
 * finds no place, or words no room, there is a letter at each mark and a key
 * below.
 */
export function named(
  items: readonly TitledLabel[],
  room: LabelRoom,
  layout: Layout,
): Labels {
  const { narrow, fontSize } = layout;
  if (!narrow && items.length <= NAMED) {
    const cut = items.map((item) => ({
      ...item,
      text: shorten(item.text, WIDEST, fontSize),
    }));
    const placed = placeLabels(cut, { ...room, fontSize });
    if (placed.length === items.length) {
      return { marks: placedLabels(placed), height: 0 };
    }
  }
  return lettered(items, room, layout);
}
