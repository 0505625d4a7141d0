import { at, type Token } from "../../token.ts";
import { isClosed } from "../words/closed_words.ts";
import { ROLES } from "../words/speech_words.ts";

const MOST_WORDS = 6;

/** Offices of one person, whom a text then calls by it alone. */
const OFFICES: ReadonlySet<string> = new Set(
  ("minister president mayor governor secretary director commissioner " +
    "spokesman spokeswoman spokesperson chairman chairwoman prosecutor sheriff " +
    "general colonel ambassador judge bishop rector").split(" "),
);

/** Where the capital words that end before a token begin. */
function nameStart(
  tokens: readonly Token[],
  to: number,
  from: number,
): number {
  let start = to;
  while (
    start > from &&
    (tokens[start - 1]!.capital || at(tokens, start - 1) === "&")
  ) start--;
  return start;
}

/**
 * Names that a sentence says what they are: "Sentrex, a security company" gives
 * `company` and Sentrex, "its director, Marta Oyelaran" gives `director`.
 */
export function appositionsIn(
  tokens: readonly Token[],
  text: string,
  from: number,
  to: number,
): [noun: string, name: string][] {
  const found: [string, string][] = [];
  const words = (a: number, b: number) =>
    text.slice(tokens[a]!.start, tokens[b - 1]!.end);
  for (let i = from; i < to - 1; i++) {
    // "Minister Paula Renn": whom "the Minister" then means.
    if (
      OFFICES.has(at(tokens, i)) && tokens[i + 1]!.capital &&
      tokens[i + 2]?.capital
    ) {
      let end = i + 2;
      while (end < to && end < i + 5 && tokens[end]!.capital) end++;
      found.push([at(tokens, i), words(i + 1, end)]);
    }
    if (tokens[i]!.text !== ",") continue;
    if (/^(a|an)$/.test(at(tokens, i + 1))) {
      const start = nameStart(tokens, i, from);
      let end = i + 2;
      while (
        end < to && end < i + 2 + MOST_WORDS && tokens[end]!.kind === "word" &&
        !isClosed(at(tokens, end))
      ) end++;
      const noun = at(tokens, end - 1);
      if (start < i && end > i + 2 && ROLES.has(noun)) {
        found.push([noun, words(start, i)]);
      }
    } else if (ROLES.has(at(tokens, i - 1)) && tokens[i + 1]!.capital) {
      let end = i + 1;
      while (end < to && tokens[end]!.capital) end++;
      if (end > i + 2) found.push([at(tokens, i - 1), words(i + 1, end)]);
    }
  }
  return found;
}

/** A person whose role and name begin a sentence: "President Otto Brandl". */
export function personIn(
  tokens: readonly Token[],
  text: string,
  from: number,
  to: number,
): string | null {
  for (let i = from; i < Math.min(to - 2, from + 6); i++) {
    if (!ROLES.has(at(tokens, i))) continue;
    let end = i + 1;
    while (end < to && tokens[end]!.capital) end++;
    return end >= i + 3
      ? text.slice(tokens[i + 1]!.start, tokens[end - 1]!.end)
      : null;
  }
  return null;
}
