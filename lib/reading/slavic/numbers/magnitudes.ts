import { at, type Token } from "../../token.ts";
import type { SlavicWords } from "../words.ts";

/** Magnitude words from a token on, and where they end: "тис. ", "млн". */
export function magnitudesAt(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): [number, number] {
  let power = 0;
  let to = i;
  while (power < 18) {
    const word = at(tokens, to);
    const more = words.magnitudes.get(word);
    if (more === undefined) break;
    power += more;
    to++;
    // The point of "тис.", where the sentence goes on.
    const next = tokens[to + 1];
    if (
      words.short.has(word) && at(tokens, to) === "." && next &&
      !(next.kind === "word" && next.capital)
    ) to++;
  }
  return [power, to];
}
