import { at, type Token } from "../../token.ts";
import { WEEKDAYS } from "../words/calendar_words.ts";
import { NAMED } from "../words/nouns.ts";
import {
  ADVERBS,
  PHRASE_STARTS,
  PRONOUNS,
  ROLES,
} from "../words/speech_words.ts";
import { DOCUMENT } from "./document_owner.ts";

export const QUOTES: ReadonlySet<string> = new Set([
  '"',
  "“",
  "”",
  "«",
  "»",
  "„",
]);
const STOPS: ReadonlySet<string> = new Set(
  [",", ";", ":", "—", "(", ")", ".", "!", "?", "–", "…", ...QUOTES],
);
const MOST_WORDS = 14;

/** "Gate 7", "the 4th brigade", "Channel 4": a number that a name may hold. */
function isOfName(tokens: readonly Token[], i: number): boolean {
  const [before, next] = [tokens[i - 1], tokens[i + 1]];
  return before?.capital === true || NAMED.has(before?.lower ?? "") ||
    next?.glued === true && /^(st|nd|rd|th)$/.test(next.lower);
}

/** The World Health Organization is no "who", the United States no "us". */
const isAcronym = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}{2,}$/u.test(token.text);

/** A phrase as a name: without its article, and of a role its name alone. */
export function nameOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): string | null {
  let first = from;
  while (
    first < to && (ADVERBS.has(at(tokens, first)) ||
      /^(the|a|an|its|their|his|her|our)$/.test(at(tokens, first)))
  ) first++;
  if (first >= to) return null;
  // "port statistician Renke Dalo": the capital words at the end.
  let name = to;
  while (
    name > first &&
    (tokens[name - 1]!.capital || /^['’.-]$/.test(tokens[name - 1]!.text) ||
      tokens[name - 1]!.lower === "s" ||
      /^(of|for|de|von|van|al|bin|and|&)$/.test(at(tokens, name - 1)) &&
        name < to && tokens[name - 2]?.capital === true)
  ) name--;
  const role = tokens[name - 1];
  if (name < to && name > first && role && ROLES.has(role.lower)) {
    while (name < to && !tokens[name]!.capital) name++;
    first = name;
  }
  const words = text.slice(tokens[first]!.start, tokens[to - 1]!.end).trim();
  for (let i = first; i < to; i++) {
    if (tokens[i]!.kind === "number" && !isOfName(tokens, i)) return null;
  }
  return words.length > 0 && words.length < 120 && /\p{L}/u.test(words)
    ? words
    : null;
}

/** The phrase before a verb: its subject, and what stands between commas. */
export function subject(
  text: string,
  tokens: readonly Token[],
  verb: number,
  start: number,
): { speaker: string | null; pronoun: string | null; origin: string | null } {
  let end = verb;
  let origin: string | null = null;
  while (
    /^(also|later|earlier|has|have|had|recently|then|previously|further|officially)$/
      .test(at(tokens, end - 1))
  ) end--;
  // "X, 52, told" and "X, citing Y, said" and "X, the minister, said".
  let apposition: [number, number] | null = null;
  let close = end - 1;
  for (let turns = 0; turns < 2 && at(tokens, close) === ","; turns++) {
    let open = close - 1;
    while (open > start && open > close - 21 && at(tokens, open) !== ",") {
      open--;
    }
    if (at(tokens, open) !== "," || open <= start) break;
    if (/^(citing|quoting)$/.test(at(tokens, open + 1))) {
      origin = nameOf(text, tokens, open + 2, close);
    } else {
      // "Dr Adeyo, 39, the director, said": an age may stand between.
      const age = open + 2 === close && tokens[open + 1]!.kind === "number";
      if (turns > 0 && !age) break;
      if (!age) apposition = [open + 1, close];
    }
    close = open;
    end = open;
  }
  let from = end;
  while (
    from > start && end - from < MOST_WORDS &&
    !STOPS.has(tokens[from - 1]!.text) &&
    (!PHRASE_STARTS.has(at(tokens, from - 1)) || isAcronym(tokens[from - 1]))
  ) from--;
  if (
    at(tokens, from - 1) === "and" && tokens[from]?.capital &&
    tokens[from - 2]?.capital
  ) {
    // "The US and UK said", "Spoke & Bell".
    while (
      from > start && (tokens[from - 1]!.capital ||
        at(tokens, from - 1) === "and" || at(tokens, from - 1) === "the")
    ) from--;
  }
  if (
    apposition &&
    !/\p{Lu}/u.test(
      text.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0).slice(4),
    )
  ) {
    // "The employer, Karnhaven Terminals, put it at".
    const name = nameOf(text, tokens, ...apposition);
    if (name && tokens[apposition[0]]!.capital) {
      return { speaker: name, pronoun: null, origin };
    }
  }
  if (from >= end) {
    const which = at(tokens, end - 1);
    return PRONOUNS.has(which)
      ? { speaker: null, pronoun: which, origin }
      : { speaker: null, pronoun: null, origin };
  }
  const words = end - from;
  // "In week 36 we admitted".
  if (
    /^(we|i|he|she)$/.test(at(tokens, end - 1)) && !isAcronym(tokens[end - 1])
  ) return { speaker: null, pronoun: at(tokens, end - 1), origin };
  if (
    words === 1 && PRONOUNS.has(at(tokens, from)) && !isAcronym(tokens[from])
  ) {
    return { speaker: null, pronoun: at(tokens, from), origin };
  }
  let first = from;
  // "For all of 2030 the police counted": from the last article on.
  if (ADVERBS.has(at(tokens, from)) || tokens[from]!.kind === "number") {
    for (let i = from + 1; i < end - 1; i++) {
      if (/^(the|a|an)$/.test(at(tokens, i))) first = i;
    }
  }
  // A subject does not hold another verb's words: keep what ends it.
  for (let i = from; i < end; i++) {
    if (/^(is|are|was|were|has|have|had|been|be)$/.test(at(tokens, i))) {
      first = i + 1;
    }
  }
  // "A poll of 900 owners by Lund found": who asked them.
  for (let i = first + 1; i < end; i++) {
    if (at(tokens, i) !== "of" || tokens[i + 1]?.kind !== "number") continue;
    const by = DOCUMENT.test(at(tokens, i - 1)) ? pollster(tokens, i, end) : 0;
    if (by) first = by;
  }
  return { speaker: nameOf(text, tokens, first, end), pronoun: null, origin };
}

/** Where the name of who asked begins: after "by" behind a sample's size. */
function pollster(tokens: readonly Token[], of: number, end: number): number {
  for (let i = of + 2; i < Math.min(end, of + 6); i++) {
    if (tokens[i]!.kind !== "word") return 0;
    if (at(tokens, i) === "by") return i + 1;
  }
  return 0;
}

/** The phrase after "according to", "said", "citing". */
export function phraseAfter(
  text: string,
  tokens: readonly Token[],
  from: number,
  end: number,
): { name: string | null; to: number } {
  let to = from;
  while (to < end && to - from < MOST_WORDS) {
    const token = tokens[to]!;
    if (STOPS.has(token.text)) {
      // "St. John", "U.S. officials".
      if (
        !(token.text === "." && tokens[to + 1] && to > from &&
          tokens[to - 1]!.text.length <= 2 && tokens[to + 1]!.kind === "word")
      ) break;
    }
    if (PHRASE_STARTS.has(token.lower) && token.lower !== "and") break;
    if (
      token.lower === "and" &&
      !(tokens[to + 1]?.capital && tokens[to - 1]?.capital)
    ) break;
    // "A poll of 1,512 adults by X", "a survey by X of 1,140 people".
    if (
      token.lower === "of" && to > from && tokens[to + 1]?.kind === "number"
    ) {
      const by = pollster(tokens, to, end);
      if (by === 0) break;
      const { name } = phraseAfter(text, tokens, by, end);
      return { name, to: by };
    }
    // "A report by X", "figures obtained by X", "data released by X".
    const by = /^(by|from)$/;
    const made =
      /^(published|released|seen|compiled|obtained|collected|gathered|provided|issued)$/;
    if (
      by.test(token.lower) &&
        (DOCUMENT.test(at(tokens, to - 1)) || made.test(at(tokens, to - 1))) ||
      made.test(token.lower) && by.test(at(tokens, to + 1)) &&
        !/^(this|our|us)$/.test(at(tokens, to + 2)) &&
        DOCUMENT.test(at(tokens, to - 1))
    ) {
      to++;
      continue;
    }
    if (
      /^(on|in|to|after|before|during|at|by|this|last|yesterday|today|was|were|is|are|has|have|had|said|with|about|over|published|released|seen|compiled|obtained)$/
          .test(token.lower) && to > from || WEEKDAYS.has(token.lower)
    ) break;
    to++;
  }
  // "Its chair, Mirel Aust".
  const lower = !tokens.slice(from, to).some((token) => token.capital);
  if (
    lower && at(tokens, to) === "," && tokens[to + 1]?.capital &&
    tokens[to + 2]?.capital
  ) {
    let last = to + 1;
    while (last < end && tokens[last]!.capital) last++;
    return { name: nameOf(text, tokens, to + 1, last), to: last };
  }
  return { name: nameOf(text, tokens, from, to), to };
}
