import { firstDay, lastDay } from "../quantity/date.ts";
import { readSentences } from "./analysis.ts";
import { CalendarReader } from "./calendar.ts";
import { toNumber } from "./decimal.ts";
import { paragraphsOf, piecesOf } from "./paragraphs.ts";
import { type Beginning, findBeginnings } from "./periods.ts";
import { tokenize } from "./token.ts";
import type { Draft, Quantity, ReadOptions } from "./types.ts";
import { WritingFinder } from "./writing.ts";

/** What {@linkcode readText} finds. */
export interface Reading {
  readonly drafts: Draft[];
  readonly quantities: Quantity[];
}

export function readText(text: string, options: ReadOptions = {}): Reading {
  const published = options.published ? lastDay(options.published) : null;
  void firstDay;
  const calendar = new CalendarReader(published);
  const paragraphs = paragraphsOf(text);
  const finder = new WritingFinder();
  const beginnings: Beginning[] = [];
  const pieces = paragraphs.flatMap(({ locator, text }) =>
    piecesOf(text).map((piece) => ({ locator, ...piece, tokens: tokenize(piece.text) }))
  );
  for (const { tokens } of pieces) {
    finder.add(tokens);
    beginnings.push(...findBeginnings(tokens, calendar));
  }
  const { writing } = finder;
  const quantities: Quantity[] = [];
  for (const piece of pieces) {
    const sentences = readSentences(piece.tokens, piece.text, calendar, writing, beginnings);
    for (const { mentions } of sentences) {
      for (const { number, hedge, trend, unit } of mentions) {
        const start = piece.tokens[number.from]!.start;
        const end = piece.tokens[number.to - 1]!.end;
        quantities.push({
          locator: piece.locator,
          offset: piece.offset + start,
          length: end - start,
          value: (number.negative ? -1 : 1) * (number.fraction ? number.fraction[0] / number.fraction[1] : toNumber(number.value)),
          value_high: number.high && toNumber(number.high),
          hedge: hedge.hedge,
          trend: trend?.trend ?? null,
          unit: unit?.text ?? null,
          draft: false,
          why: "",
        });
      }
    }
  }
  return { drafts: [], quantities };
}
