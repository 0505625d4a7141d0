import type { FoundHedge } from "../mention.ts";
import {
  BETWEEN_HEDGES,
  HEDGES_AFTER,
  HEDGES_BEFORE,
} from "./words/hedge_words.ts";
import { MEASURES, MONEY, STUFF, TIME } from "./words/nouns.ts";
import { isClosed, isCounted } from "./words/closed_words.ts";
import type { TextNumber } from "../number.ts";
import { at, type Token } from "../token.ts";

/** The hedge whose words end before a token, and where they begin. */
function phraseBefore(
  tokens: readonly Token[],
  end: number,
  start: number,
): [string, number] | null {
  for (const [words, hedge] of HEDGES_BEFORE.get(at(tokens, end - 1)) ?? []) {
    const from = end - words.length;
    if (from < start) continue;
    if (words.every((word, i) => at(tokens, from + i) === word)) {
      return [hedge, from];
    }
  }
  return null;
}

function phraseAfter(
  tokens: readonly Token[],
  from: number,
  end: number,
): [string, number] | null {
  for (const [words, hedge] of HEDGES_AFTER.get(at(tokens, from)) ?? []) {
    if (from + words.length > end) continue;
    if (words.every((word, i) => at(tokens, from + i) === word)) {
      return [hedge, from + words.length];
    }
  }
  return null;
}

/** "Or so", "at most" after the number or after the noun that it counts. */
function hedgeAfter(
  tokens: readonly Token[],
  number: TextNumber,
  end: number,
): [string, number] | null {
  for (let i = number.to; i <= Math.min(number.to + 4, end - 1); i++) {
    const token = tokens[i]!;
    const found = phraseAfter(tokens, i, end);
    if (found) {
      const word = token.lower;
      const touches = i === number.to;
      // "15,400 blankets and more than 200 tents".
      if (at(tokens, found[1]) === "than") return null;
      if (
        (word === "plus" || word === "tops" || word === "max" ||
          word === "odd") && !touches
      ) return null;
      if (word === "+" && !(touches && token.glued)) return null;
      if (word === "-" && !touches) return null;
      if (/^(at|approximately|roughly)$/.test(word)) {
        // Before the next number it hedges that one.
        const next = tokens[found[1]];
        if (next?.kind === "number" || next?.lower === "a") return null;
      }
      return found;
    }
    if (token.kind !== "word") return null;
    const unit = isCounted(token) || MEASURES.has(token.lower) ||
      MONEY.has(token.lower) || TIME.has(token.lower) || STUFF.has(token.lower);
    if (isClosed(token.lower) || !unit && i > number.to + 2) return null;
  }
  return null;
}

/** Hedges that say "over" of a time that passed: "over two years". */
function isSpan(
  tokens: readonly Token[],
  number: TextNumber,
  words: string,
): boolean {
  if (!/^(over|over the|past|some|under|around|about)$/.test(words)) {
    return false;
  }
  return /^over( the)?$|^past$/.test(words) &&
    TIME.has(at(tokens, number.to)) &&
    !/^(old|long|ago|of)$/.test(at(tokens, number.to + 1));
}

const TREND_OF_HEDGE: ReadonlySet<string> = new Set(["up", "down"]);

/** The hedge of a number: the outermost of those that stand with it. */
export function hedgeOf(
  tokens: readonly Token[],
  number: TextNumber,
  start: number,
  end: number,
): FoundHedge {
  let { from } = number;
  let hedge: string | null = null;
  let first = from;
  for (let i = from; i > start;) {
    const found = phraseBefore(tokens, i, start);
    if (found) {
      const words = tokens.slice(found[1], i).map(({ lower }) => lower)
        .join(" ");
      if (isSpan(tokens, number, words)) break;
      // "Up to" of a range's end, and "up 5": a trend.
      if (TREND_OF_HEDGE.has(words)) break;
      if (words === "c" && at(tokens, i) !== "." && tokens[i]?.glued) break;
      if (/^(past|passed|below|above|beyond)$/.test(words) && hedge) break;
      if (words === "some" && i !== number.from) break;
      // "Centres around the 37 m" hedges nothing.
      if (/^(about|around)$/.test(words) && at(tokens, i) === "the") break;
      if (words === "estimated" && i !== number.from) break;
      const next = outer(found[0], hedge);
      if (next === hedge && hedge !== found[0]) break;
      [hedge, i] = [next, found[1]];
      first = i;
      continue;
    }
    const word = at(tokens, i - 1);
    if (
      BETWEEN_HEDGES.has(word) && from - i < 5 || word === "." &&
        /^(c|ca|approx)$/.test(at(tokens, i - 2))
    ) {
      i--;
    } else break;
  }
  // "An estimated force of 1 million".
  if (hedge === null && at(tokens, from - 1) === "of") {
    for (let i = from - 2; i >= Math.max(start, from - 6); i--) {
      if (tokens[i]!.kind !== "word") break;
      if (/^(estimated|approximate)$/.test(at(tokens, i))) {
        [hedge, first] = ["about", i];
        break;
      }
    }
  }
  from = first;
  let { to } = number;
  const after = hedgeAfter(tokens, number, end);
  if (after) {
    hedge = hedge ?? after[0];
    to = after[1];
  }
  if (
    number.plural && (hedge === null || hedge === "about" || hedge === "up_to")
  ) {
    hedge = "plural";
  }
  return {
    hedge: hedge ?? "bare",
    from,
    to,
    words: hedge && from < number.from ? "before" : after ? "after" : null,
  };
}

/** Of two hedges the outer one, unless it only says how sure the inner is. */
function outer(next: string, inner: string | null): string {
  if (inner === null) return next;
  // "Approaching more than" is rare; "more than about" is over.
  return next === "about" || next === "exact" ? inner : next;
}
