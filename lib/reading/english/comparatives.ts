import type { ReadSentence } from "../mention.ts";
import { isCounted } from "./words/closed_words.ts";
import type { NamedPeriod } from "../period.ts";
import { at, type Token } from "../token.ts";

/** A comparison of two periods without a number: more than before. */
export interface Comparative {
  /** Tokens of its wording. */
  readonly from: number;
  readonly to: number;
  readonly more: boolean;
  /** The noun that is counted. */
  readonly unit: Token;
  readonly against: NamedPeriod;
}

const FARTHEST = 30;

/**
 * "More soldiers deserted in 2024 than in the previous two years": a ratio
 * above one that no number states.
 */
export function findComparatives(
  tokens: readonly Token[],
  { from, to, periods, mentions }: ReadSentence,
): Comparative[] {
  const found: Comparative[] = [];
  for (let i = from; i < to; i++) {
    const word = at(tokens, i);
    if (word !== "more" && word !== "fewer") continue;
    if (mentions.some(({ number }) => number.to === i || number.to === i - 1)) {
      continue;
    }
    let unit: Token | null = null;
    for (let k = i + 1; k < Math.min(to, i + 5); k++) {
      if (isCounted(tokens[k])) {
        unit = tokens[k]!;
        break;
      }
    }
    if (!unit || at(tokens, i + 1) === "than") continue;
    let than = i + 1;
    while (than < Math.min(to, i + FARTHEST) && at(tokens, than) !== "than") {
      if (tokens[than]!.text === ";") break;
      than++;
    }
    if (at(tokens, than) !== "than") continue;
    const against = periods.find((period) =>
      period.from > than && period.from <= than + 3
    );
    if (against) {
      found.push({
        from: i,
        to: against.to,
        more: word === "more",
        unit,
        against,
      });
    }
  }
  return found;
}
