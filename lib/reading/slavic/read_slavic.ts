import type { Day } from "../../quantity/date.ts";
import { findFurniture } from "../furniture.ts";
import type { ReadParagraphs } from "../grammar.ts";
import type { Mention, ReadSentence } from "../mention.ts";
import { type Paragraph, piecesOf } from "../paragraphs.ts";
import { leftOut, type Piece, quantityOf } from "../piece.ts";
import { sentencesOf } from "../sentences.ts";
import { type Token, tokenize } from "../token.ts";
import type { Draft, Quantity } from "../types.ts";
import { judge } from "./drafts.ts";
import { hedgeOf } from "./hedging.ts";
import { findNumbers } from "./numbers/find_numbers.ts";
import { isShort } from "./short.ts";
import { Speaking, type Spoken } from "./speech/speaking.ts";
import { trendOf } from "./trend.ts";
import { unitAfter } from "./unit.ts";
import type { Carried } from "./when/carried.ts";
import type { Clock } from "./when/dates.ts";
import { findPeriods } from "./when/periods.ts";
import type { SlavicWords } from "./words.ts";

/** How many paragraphs a period carries over. */
const CARRIED = 3;

/** The sentences of a paragraph, with periods and numbers. */
function readSentences(
  tokens: readonly Token[],
  text: string,
  clock: Clock,
): ReadSentence[] {
  const { words } = clock;
  const short = (all: readonly Token[], i: number) => isShort(all, i, words);
  return sentencesOf(tokens, short).map(({ from, to }) => {
    const sentence = { from, to };
    const periods = findPeriods(tokens, from, to, clock);
    const dated = new Set<number>();
    for (const period of periods) {
      for (let i = period.from; i < period.to; i++) dated.add(i);
    }
    const numbers = findNumbers(tokens, from, to, words, (i) => dated.has(i));
    const mentions = numbers.map((number): Mention => {
      const hedge = hedgeOf(tokens, number, from, to, words);
      return {
        number,
        hedge,
        trend: trendOf(tokens, number, hedge.from, from, to, words),
        unit: unitAfter(tokens, text, number, to, words),
        sentence,
      };
    });
    return { from, to, periods, mentions };
  });
}

/** "Про це повідомив X": who said what a paragraph had before it. */
function tell(
  drafts: Draft[],
  locator: string,
  { speaker, origin }: Spoken,
): void {
  for (let i = drafts.length - 1; i >= 0; i--) {
    const draft = drafts[i]!;
    if (draft.locator !== locator) return;
    if (draft.speaker !== null) continue;
    const why = [...draft.why, "speaker: named in a sentence after it"];
    drafts[i] = { ...draft, speaker, origin: draft.origin ?? origin, why };
  }
}

/** Reads the paragraphs of a Ukrainian or Russian text. */
export function readSlavic(
  paragraphs: readonly Paragraph[],
  published: Day | null,
  words: SlavicWords,
): ReadParagraphs {
  const clock: Clock = { words, now: published };
  const furniture = findFurniture(paragraphs, words.furniture);
  const speaking = new Speaking(words);
  const carried: Carried = { period: null };
  const drafts: Draft[] = [];
  const quantities: Quantity[] = [];
  let age = 0;
  paragraphs.forEach(({ locator, text }, index) => {
    speaking.paragraph();
    for (const part of piecesOf(text)) {
      const tokens = tokenize(part.text);
      const piece: Piece = { locator, ...part, tokens };
      for (const sentence of readSentences(tokens, piece.text, clock)) {
        if (furniture[index]) {
          quantities.push(
            ...sentence.mentions.map((mention) =>
              quantityOf(piece, leftOut(mention))
            ),
          );
          continue;
        }
        speaking.sentence(piece.text, tokens, sentence.from, sentence.to);
        const before = carried.period;
        const judged = judge(
          piece,
          sentence,
          carried,
          speaking,
          published,
          words,
        );
        const teller = speaking.ofBefore();
        if (teller) tell(drafts, locator, teller);
        speaking.end();
        if (carried.period !== before) age = index;
        for (const one of judged) {
          quantities.push(quantityOf(piece, one));
          if (one.draft) drafts.push(one.draft);
        }
      }
    }
    // A period carries over to the next paragraphs, and not without end.
    if (index >= age + CARRIED) carried.period = null;
  });
  return { drafts, quantities };
}
