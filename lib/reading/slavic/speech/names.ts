import { isHyphen, type Token } from "../../token.ts";
import { begins, type SlavicWords } from "../words.ts";

const QUOTES: ReadonlySet<string> = new Set([...'«»“”„"']);
const MOST_WORDS = 10;

/** Tokens of a phrase: first, and one after the last. */
type Phrase = readonly [from: number, to: number];

/** Whether a phrase ends before a token. */
function stops(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): boolean {
  const token = tokens[i]!;
  if (token.kind === "mark") {
    return !(isHyphen(token.text) && token.glued || QUOTES.has(token.text) ||
      token.text === "." && tokens[i - 1]?.kind === "word" &&
        tokens[i - 1]!.text.length === 1);
  }
  return token.kind === "number" || words.closed.has(token.lower) ||
    words.months.has(token.lower) ||
    token.lower.length > 3 && !token.capital &&
      (begins(token.lower, words.saying) ||
        begins(token.lower, words.events) &&
          !begins(token.lower, words.roles));
}

/** A phrase as a name: of a person with a role the name alone. */
function nameOf(
  text: string,
  tokens: readonly Token[],
  [from, to]: Phrase,
  words: SlavicWords,
): string | null {
  let [first, last] = [from, to];
  while (last > first && QUOTES.has(tokens[last - 1]!.text)) last--;
  while (first < last && QUOTES.has(tokens[first]!.text)) first++;
  // "Цієї зими орнітологи": when they spoke is no part of who they are.
  const opening = tokens[first]?.lower ?? "";
  if (words.current.has(opening) || words.previous.has(opening)) first += 2;
  if (first >= last) return null;
  let name = last;
  while (
    name > first &&
    (tokens[name - 1]!.capital || /^[.-]$/.test(tokens[name - 1]!.text))
  ) name--;
  const role = tokens.slice(first, name).some(({ lower }) =>
    begins(lower, words.roles)
  );
  const capitals = tokens.slice(name, last).filter(({ capital }) => capital);
  // A ministry's name is one capital word; a person's two or more.
  if (role && capitals.length >= 2) first = name;
  // What a quotation mark opened inside, it closes.
  const inner = tokens.slice(first, last).some(({ text }) => QUOTES.has(text));
  const end = inner && last < to ? last + 1 : last;
  const said = text.slice(tokens[first]!.start, tokens[end - 1]!.end).trim();
  return said.length < 120 && /\p{L}/u.test(said) ? said : null;
}

/** The name that begins at a token: up to a mark, a number or a verb. */
export function nameAfter(
  text: string,
  tokens: readonly Token[],
  from: number,
  end: number,
  words: SlavicWords,
): string | null {
  let to = from;
  while (
    to < end && to - from < MOST_WORDS && !stops(tokens, to, words)
  ) to++;
  return nameOf(text, tokens, [from, to], words);
}

/** The name that ends before a verb. */
export function nameBefore(
  text: string,
  tokens: readonly Token[],
  to: number,
  start: number,
  words: SlavicWords,
): string | null {
  let from = to;
  while (
    from > start && to - from < MOST_WORDS && !stops(tokens, from - 1, words)
  ) from--;
  return nameOf(text, tokens, [from, to], words);
}
