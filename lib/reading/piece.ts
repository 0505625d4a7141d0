import { toNumber } from "./decimal.ts";
import type { Mention } from "./mention.ts";
import type { Token } from "./token.ts";
import type { Draft, Quantity } from "./types.ts";

/** A paragraph's piece that is read. */
export interface Piece {
  readonly locator: string;
  readonly offset: number;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** The words for a period. */
export function said(
  { tokens, text }: Piece,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  return text.slice(tokens[from]!.start, tokens[to - 1]!.end);
}

/** What is made of a number: a draft, or why there is none. */
export interface Judged {
  readonly mention: Mention;
  readonly draft: Draft | null;
  readonly why: string;
}

/** A number as one of all that a text has. */
export function quantityOf(
  piece: Piece,
  { mention, draft, why }: Judged,
): Quantity {
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

/** A number that stands in no part of the article. */
export const leftOut = (mention: Mention): Judged => ({
  mention,
  draft: null,
  why: "no part of the article: a caption, a link or a counter",
});
