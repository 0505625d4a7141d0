import { parseDecimal } from "../../quantity/decimal.ts";
import { phraseNumber, phraseValue } from "../../quantity/phrase.ts";
import { compare, negate } from "../../quantity/rational.ts";
import type { Item } from "../model/item.ts";

/**
 * What a claim states, with its hedge in words: "over 230,000", "exactly
 * 19,922", "at least 2×". A bare number and an exact one bound a count
 * differently, so that a sum has to say which it is.
 */
export function statedWords({ cells }: Item): string {
  return `${cells.hedge === "exact" ? "exactly " : ""}${phraseNumber(cells)}`;
}

/**
 * What the side of a claim's interval rests on, in words: its number and hedge,
 * what that is read as where it is not the number itself, and the reading where
 * it is not the default one.
 */
export function sideGrounds(item: Item, side: "low" | "high"): string {
  const { kind, stated, stated_high } = item.cells;
  const bound = item.stated[side]!;
  const text = side === "high" && stated_high ? stated_high : stated!;
  const value = parseDecimal(text.replace(/^-/, "")).value;
  const own = text.startsWith("-") ? negate(value) : value;
  const words = [statedWords(item)];
  const range = stated_high && stated_high !== stated;
  if (range || compare(bound, own) !== 0) {
    const most = side === "low" ? "at least" : "at most";
    const each = kind === "rate" ? ` a ${item.cells.per || "month"}` : "";
    words[0] += `, read as ${most} ${phraseValue(bound, kind)}${each}`;
  }
  if (item.reading !== "default") words.push(`reading ${item.reading}`);
  return words.join("; ");
}
