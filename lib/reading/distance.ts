import type { ReadSentence } from "./mention.ts";
import type { Token } from "./token.ts";

/**
 * Tokens between two places, with more for what divides them.
 *
 * @param dividing What each mark or word between adds.
 */
export function distance(
  tokens: readonly Token[],
  a: number,
  b: number,
  { mentions }: ReadSentence,
  dividing: ReadonlyMap<string, number>,
): number {
  let cost = b - a;
  for (let i = a; i < b; i++) cost += dividing.get(tokens[i]!.text) ?? 0;
  for (const { number } of mentions) {
    if (number.from >= a && number.to <= b) cost += 6;
  }
  return cost;
}
