import type { Day } from "../../quantity/date.ts";
import { findFurniture } from "../furniture.ts";
import type { ReadParagraphs } from "../grammar.ts";
import { type Paragraph, piecesOf } from "../paragraphs.ts";
import type { Mention } from "../mention.ts";
import { type Judged, leftOut, type Piece, quantityOf } from "../piece.ts";
import { type Token, tokenize } from "../token.ts";
import type { Draft, Quantity } from "../types.ts";
import type { NamedPlace } from "../uncounted.ts";
import { type EnglishSentence, readSentences } from "./analysis.ts";
import { judge } from "./drafts.ts";
import { type Noted, notedIn } from "./notes.ts";
import type { Carried } from "./when/carried.ts";
import { Subjects } from "./when/subjects.ts";
import { Speaking } from "./speech/speaking.ts";
import { type Beginning, findBeginnings } from "./when/periods.ts";
import { FURNITURE } from "./words/furniture_words.ts";
import { WritingFinder } from "./writing.ts";

/** How many paragraphs a period carries over. */
const CARRIED = 3;

/** What the first time through a text looks for. */
const TELLING = /\d[.,]\d|began|started|opened|erupted/;

/** What a note on an earlier version of an article has. */
const NOTING =
  /version|correct|clarif|amend|errat|editor|headline|edited|changed|updated|revised|mis(?:stated|reported)/i;

/** "The strike began on …": no text that is read has more of them. */
const MOST_BEGINNINGS = 50;

/** Reads the paragraphs of an English text. */
export function readEnglish(
  paragraphs: readonly Paragraph[],
  published: Day | null,
): ReadParagraphs {
  const furniture = findFurniture(paragraphs, FURNITURE);
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
          ...findBeginnings(tokens, published).slice(0, MOST_BEGINNINGS),
        );
      }
    }
  }
  const { writing } = finder;
  const drafts: Draft[] = [];
  const quantities: Quantity[] = [];
  const named: NamedPlace[] = [];
  const speaking = new Speaking();
  const carried: Carried = { period: null, subjects: new Subjects() };
  let age = 0;
  paragraphs.forEach(({ locator, text }, index) => {
    speaking.paragraph();
    const read: (readonly Token[])[] = [];
    let noted: Noted = "none";
    for (const part of piecesOf(text)) {
      const tokens = tokenize(part.text);
      if (!furniture[index]) read.push(tokens);
      const mayNote = NOTING.test(part.text);
      const piece: Piece = { locator, ...part, tokens };
      const sentences = readSentences(
        tokens,
        piece.text,
        published,
        writing,
        beginnings,
      );
      for (const sentence of sentences) {
        named.push(...namedIn(piece, sentence));
        if (mayNote) noted = notedIn(tokens, sentence, noted);
        if (furniture[index] || noted !== "none") {
          const left = furniture[index] ? leftOut : inNote;
          for (const mention of sentence.mentions) {
            quantities.push(quantityOf(piece, left(mention)));
          }
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
    for (const tokens of read) carried.subjects.add(tokens);
    // A period carries over to the next paragraphs, and not without end.
    if (index >= age + CARRIED) carried.period = null;
  });
  return { drafts, quantities, named };
}

/** A number of a note on what an earlier version of the article said. */
const inNote = (mention: Mention): Judged => ({
  mention,
  draft: null,
  why: "a note on an earlier version of the article, no claim of this one",
});

/** The numbers of a sentence that count nothing, its dates among them. */
function namedIn(
  { locator, offset, tokens }: Piece,
  { named, periods }: EnglishSentence,
): NamedPlace[] {
  const place = (from: number, to: number, why: string): NamedPlace => {
    const start = tokens[from]!.start;
    const length = tokens[to - 1]!.end - start;
    return { locator, offset: offset + start, length, why };
  };
  return [
    ...named.map(({ from, to, why }) => place(from, to, why)),
    ...periods.map((period) =>
      place(
        period.from,
        period.to,
        period.span === "year"
          ? "a year or a part of one"
          : "a date or a period",
      )
    ),
  ];
}
