import { cutLong } from "../../text/cut_long.ts";
import { harmless } from "../../text/legible.ts";

/** How heavy a text is drawn. */
export type Weight = "regular" | "bold";

/**
 * Widths of characters in ems: the widest of the fonts that a reader's system
 * is likely to have. Text that turns out narrower leaves a little room; text
 * that turned out wider would be cut off.
 */
const WIDTHS: ReadonlyMap<string, number> = new Map(
  ([
    [0.28, "'ijlіј"],
    [0.34, " ,.:;/\\|fIІ·‘’"],
    [0.41, "!()[]-rt"],
    [0.46, '"'],
    [0.56, "*_`–°§¶JЈcsz?“”„г"],
    [0.7, "ABEFKLPRSTVXYZ"],
    [0.84, "w#+<=>^~×±≥≤≠÷−✕✓"],
    [0.88, "Mж"],
    [0.98, "mW%шщюф"],
    [1.02, "@"],
    [1.1, "ЖШЩЮЫ"],
  ] as const).flatMap(([width, characters]) =>
    [...characters].map((character) => [character, width] as const)
  ),
);

/** Where the width is in the kind of character: the first that matches. */
const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[0-9a-z]/, 0.64],
  [/[\p{M}\p{Cf}]/u, 0],
  [/\p{Extended_Pictographic}/u, 1.4],
  [/\p{Lu}/u, 0.8],
  [/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u, 0.8],
  [/[\p{Script=Arabic}\p{Script=Hebrew}]/u, 0.7],
];

function characterWidth(character: string): number {
  const known = WIDTHS.get(character);
  if (known !== undefined) return known;
  // A chart writes out what would turn its text round.
  const shown = harmless(character);
  if (shown !== character) return 0.64 * shown.length;
  // An accent makes a letter no wider.
  const [base = character] = character.normalize("NFD");
  return WIDTHS.get(base) ??
    KINDS.find(([kind]) => kind.test(base))?.[1] ?? 1;
}

/**
 * The width that a character takes, in pixels; rather too much than too little.
 *
 * @param character One code point; a mark that combines takes no room.
 */
function widthOf(
  character: string,
  fontSize: number,
  weight: Weight = "regular",
): number {
  const width = characterWidth(character);
  const ems = weight === "bold" && width > 0 ? width * 1.1 + 0.03 : width;
  return ems * fontSize;
}

/**
 * The width that a text takes on one line, in pixels, without measuring fonts:
 * the same on every machine, and rather too much than too little.
 */
export function textWidth(
  text: string,
  fontSize: number,
  weight: Weight = "regular",
): number {
  let width = 0;
  for (const character of text) width += widthOf(character, fontSize, weight);
  return width;
}

/**
 * How much of a text, from its beginning, fits a width; a character and the
 * marks that combine with it stay together, and one is always taken.
 */
function fitting(
  text: string,
  width: number,
  fontSize: number,
  weight: Weight,
): string {
  let end = 0;
  let used = 0;
  for (const character of text) {
    const own = widthOf(character, fontSize, weight);
    if (own > 0 && used + own > width && end > 0) break;
    used += own;
    end += character.length;
  }
  return text.slice(0, end);
}

/** A word in pieces that fit a width, where it is too long for a line. */
function pieces(
  word: string,
  width: number,
  fontSize: number,
  weight: Weight,
): string[] {
  const parts: string[] = [];
  for (let rest = word; rest !== "";) {
    const part = fitting(rest, width, fontSize, weight);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return parts;
}

/**
 * Breaks a text into lines that fit a width, without measuring fonts: the same
 * lines come out on every machine. A word too long for a line is broken. Widths
 * and sizes in pixels.
 */
export function wrap(
  text: string,
  width: number,
  fontSize: number,
  weight: Weight = "regular",
): string[] {
  const space = textWidth(" ", fontSize, weight);
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const words = text.split(/\s+/).filter(Boolean)
    .flatMap((word) => pieces(word, width, fontSize, weight));
  for (const word of words) {
    const own = textWidth(word, fontSize, weight);
    if (line !== "" && used + space + own > width) {
      lines.push(line);
      line = "";
    }
    used = line === "" ? own : used + space + own;
    line = line === "" ? word : `${line} ${word}`;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** A text cut with an ellipsis where it would not fit a width, in pixels. */
export function shorten(
  text: string,
  width: number,
  fontSize: number,
  weight: Weight = "regular",
): string {
  // Measured only as far as it may fit: a label may be a megabyte.
  if (fitting(text, width, fontSize, weight) === text) return text;
  const room = width - textWidth("…", fontSize, weight);
  return `${fitting(text, room, fontSize, weight).trimEnd()}…`;
}

/** A text in at most so many lines that fit a width; what is left is cut. */
export function lines(
  text: string,
  width: number,
  fontSize: number,
  most: number,
  weight: Weight = "regular",
): string[] {
  const all = wrap(cutLong(text), width, fontSize, weight);
  return all.length <= most ? all : [
    ...all.slice(0, most - 1),
    shorten(all.slice(most - 1).join(" "), width, fontSize, weight),
  ];
}

/** A text on one line, cut where it would not fit. */
export function fit(
  text: string,
  width: number,
  fontSize: number,
  weight?: Weight,
): string {
  return shorten(text.replace(/\s+/g, " ").trim(), width, fontSize, weight);
}

/** The width of the widest of some texts, on a line each. */
export function widest(
  texts: Iterable<string>,
  fontSize: number,
  weight?: Weight,
): number {
  return Math.max(
    0,
    ...[...texts].map((text) => textWidth(cutLong(text), fontSize, weight)),
  );
}
