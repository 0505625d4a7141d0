import { lastDay } from "../quantity/date.ts";
import { InputError } from "../quantity/input_error.ts";
import { type Mention, readSentences } from "./analysis.ts";
import { CalendarReader } from "./calendar.ts";
import { toNumber } from "./decimal.ts";
import { type Carried, judge, type Judged, type Piece } from "./drafts.ts";
import { findFurniture } from "./furniture.ts";
import { fillHeadlines } from "./headline.ts";
import { type Paragraph, paragraphsOf, piecesOf } from "./paragraphs.ts";
import { type Beginning, findBeginnings } from "./periods.ts";
import { shownDrafts } from "./shown_drafts.ts";
import { Speaking } from "./speaking.ts";
import { tokenize } from "./token.ts";
import type { Draft, Quantity, ReadOptions } from "./types.ts";
import { WritingFinder } from "./writing.ts";

/**
 * What is found in a text.
 *
 * @example
 * ```ts
 * import { type DraftedText, readText } from "./read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const read: DraftedText = readText("300 homes, for 12 crowns each.");
 * assert.equal(read.drafts.length, 1);
 * assert.equal(read.quantities.length, 2);
 * ```
 */
export interface DraftedText {
  /** What is proposed as claims, in the order of the text. */
  readonly drafts: Draft[];
  /** Every number of the text, claim or not, in the order of the text. */
  readonly quantities: Quantity[];
}

/** How many paragraphs a period carries over. */
const CARRIED = 3;

/** What the first time through a text looks for. */
const TELLING = /\d[.,]\d|began|started|opened|erupted/;

/** "The strike began on …": no text that is read has more of them. */
const MOST_BEGINNINGS = 50;

const OPTIONS: ReadonlySet<string> = new Set(["published", "language"]);

/** Languages by their codes and names. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["en", "en"],
  ["english", "en"],
]);

function checkOptions(options: ReadOptions): void {
  for (const name of Object.keys(options)) {
    if (!OPTIONS.has(name)) {
      throw new InputError(
        `'${name}' is not an option of readText: published, language`,
      );
    }
  }
  const language = options.language?.toLowerCase().split(/[-_]/)[0] ?? "en";
  if (!LANGUAGES.has(language)) {
    throw new InputError(
      `The reader has no grammar for the language '${options.language}'; ` +
        "it reads English (en)",
    );
  }
}

function quantityOf(piece: Piece, { mention, draft, why }: Judged): Quantity {
  const { number, hedge, trend, unit } = mention;
  const start = piece.tokens[number.from]!.start;
  const end = piece.tokens[number.to - 1]!.end;
  const sign = number.negative ? -1 : 1;
  const size = number.fraction && !number.multiple
    ? number.fraction[0] / number.fraction[1]
    : toNumber(number.value);
  return {
    locator: piece.locator,
    offset: piece.offset + start,
    length: end - start,
    value: sign * size,
    value_high: number.high && sign * toNumber(number.high),
    hedge: hedge.hedge,
    trend: trend?.trend ?? null,
    unit: unit?.text ?? null,
    draft: draft !== null,
    why,
  };
}

const leftOut = (mention: Mention): Judged => ({
  mention,
  draft: null,
  why: "no part of the article: a caption, a link or a counter",
});

/** A line of the head: short, and no sentence. */
function isHeadline({ text }: Paragraph, index: number): boolean {
  return index < 4 && text.length < 160 && !/[.!?]["”’]?\s*$/.test(text);
}

/**
 * Reads a text and proposes its claims: numbers with their hedge, kind, period,
 * unit and speaker, each with why. A person accepts them or mends them. The
 * rules are fixed and can be read; nothing is guessed that the text leaves
 * open, and nothing is looked up.
 *
 * @param text Plain text; each line that is not empty is a paragraph.
 * @throws {InputError} When the day of publication is no date, an option is
 * unknown, or the language is not English.
 *
 * @example
 * ```ts
 * import { readText } from "./read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const { drafts } = readText(
 *   "Nearly 3,000 homes were flooded in May, the river agency said.",
 *   { published: "2031-06-04" },
 * );
 * const [draft] = drafts;
 * assert.equal(draft?.stated, "3000");
 * assert.equal(draft?.hedge, "nearly");
 * assert.equal(draft?.start, "2031-05-01");
 * assert.equal(draft?.end, "2031-05-31");
 * assert.equal(draft?.speaker, "river agency");
 * ```
 */
export function readText(text: string, options: ReadOptions = {}): DraftedText {
  checkOptions(options);
  const published = options.published ? lastDay(options.published) : null;
  const calendar = new CalendarReader(published);
  const paragraphs = paragraphsOf(text);
  const furniture = findFurniture(paragraphs);
  const finder = new WritingFinder();
  const beginnings: Beginning[] = [];
  // Twice through the text: its tokens at once would take much memory.
  for (const { text } of paragraphs) {
    for (const piece of piecesOf(text)) {
      if (!TELLING.test(piece.text)) continue;
      const tokens = tokenize(piece.text);
      finder.add(tokens);
      if (beginnings.length < MOST_BEGINNINGS) {
        beginnings.push(
          ...findBeginnings(tokens, calendar).slice(0, MOST_BEGINNINGS),
        );
      }
    }
  }
  const { writing } = finder;
  const drafts: Draft[] = [];
  const quantities: Quantity[] = [];
  const speaking = new Speaking();
  const carried: Carried = { period: null };
  let age = 0;
  paragraphs.forEach(({ locator, text }, index) => {
    speaking.paragraph();
    for (const part of piecesOf(text)) {
      const tokens = tokenize(part.text);
      const piece: Piece = { locator, ...part, tokens };
      const sentences = readSentences(
        tokens,
        piece.text,
        calendar,
        writing,
        beginnings,
      );
      for (const sentence of sentences) {
        if (furniture[index]) {
          quantities.push(
            ...sentence.mentions.map((mention) =>
              quantityOf(piece, leftOut(mention))
            ),
          );
          continue;
        }
        speaking.sentence(tokens, piece.text, sentence);
        const before = carried.period;
        const { judged, drafts: proposed } = judge(
          piece,
          sentence,
          carried,
          speaking,
        );
        drafts.push(...proposed);
        speaking.end();
        if (carried.period !== before) age = index;
        quantities.push(...judged.map((one) => quantityOf(piece, one)));
      }
    }
    // A period carries over to the next paragraphs, and not without end.
    if (index >= age + CARRIED) carried.period = null;
  });
  const heads = new Set(
    paragraphs.filter(isHeadline).map(({ locator }) => locator),
  );
  return shownIn(text, {
    drafts: fillHeadlines(drafts, (locator) => heads.has(locator)),
    quantities,
  });
}

/** What was read, which a notebook shows as the marked text beside its drafts. */
function shownIn(text: string, read: DraftedText): DraftedText {
  return Object.defineProperty(read, Symbol.for("Jupyter.display"), {
    value: () => ({
      "text/html": `${shownDrafts(text, read.drafts)}`,
      "text/plain": `${read.drafts.length} drafts from ` +
        `${read.quantities.length} numbers`,
    }),
  });
}
