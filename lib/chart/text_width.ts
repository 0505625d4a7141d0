import { harmless } from "../text/legible.ts";

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
export function widthOf(
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
 *
 * @example
 * ```ts
 * import { textWidth } from "./text_width.ts";
 * import assert from "node:assert/strict";
 *
 * assert.ok(textWidth("MMMM", 12) > 2 * textWidth("illi", 12));
 * assert.equal(textWidth("漢字", 12), 24);
 * ```
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
