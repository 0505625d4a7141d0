import type { FoundHedge } from "../mention.ts";
import type { TextNumber } from "../number.ts";
import { at, type Token } from "../token.ts";
import { begins, type SlavicWords } from "./words.ts";

type Phrases = ReadonlyMap<string, readonly (readonly [string[], string])[]>;

/** Phrases by the word that is looked for first, the longest first. */
function phrasesBy(
  table: Readonly<Record<string, string>>,
  end: "first" | "last",
): Phrases {
  const map = new Map<string, [string[], string][]>();
  for (const [hedge, phrases] of Object.entries(table)) {
    for (const phrase of phrases.split("|")) {
      const words = phrase.split(" ");
      const key = end === "last" ? words.at(-1)! : words[0]!;
      map.set(key, [...map.get(key) ?? [], [words, hedge]]);
    }
  }
  for (const one of map.values()) one.sort((a, b) => b[0].length - a[0].length);
  return map;
}

const TABLES = new WeakMap<SlavicWords, { before: Phrases; after: Phrases }>();

function tablesOf(words: SlavicWords): { before: Phrases; after: Phrases } {
  let tables = TABLES.get(words);
  if (!tables) {
    tables = {
      before: phrasesBy(words.hedgesBefore, "last"),
      after: phrasesBy(words.hedgesAfter, "first"),
    };
    TABLES.set(words, tables);
  }
  return tables;
}

function phraseBefore(
  tokens: readonly Token[],
  end: number,
  start: number,
  table: Phrases,
): [string, number] | null {
  for (const [words, hedge] of table.get(at(tokens, end - 1)) ?? []) {
    const from = end - words.length;
    if (
      from >= start && words.every((word, i) => at(tokens, from + i) === word)
    ) return [hedge, from];
  }
  return null;
}

function phraseAfter(
  tokens: readonly Token[],
  number: TextNumber,
  end: number,
  table: Phrases,
): [string, number] | null {
  for (let i = number.to; i <= Math.min(number.to + 1, end - 1); i++) {
    for (const [words, hedge] of table.get(at(tokens, i)) ?? []) {
      if (
        i + words.length <= end &&
        words.every((word, k) => at(tokens, i + k) === word)
      ) {
        // Before the next number it hedges that one.
        return tokens[i + words.length]?.kind === "number"
          ? null
          : [hedge, i + words.length];
      }
    }
    if (tokens[i]!.kind !== "word") return null;
  }
  return null;
}

/** Words that are a hedge only where nothing else is meant. */
function isHedge(
  tokens: readonly Token[],
  number: TextNumber,
  from: number,
  to: number,
  words: SlavicWords,
): boolean {
  if (to - from > 1) return true;
  const word = at(tokens, from);
  // "Більше у 2,5 раза" says which way; "більше ніж у 2 рази" hedges.
  if (
    number.multiple && to < number.from &&
    (words.more.has(word) || words.less.has(word))
  ) return false;
  // "Менше на 6,5 %" says by how much.
  if (
    words.by.has(at(tokens, to)) &&
    (words.more.has(word) || words.less.has(word))
  ) return false;
  // "Зросла до 500", "від 100 до 200".
  if (words.to.has(word)) {
    if (number.change) return false;
    for (let i = from - 1; i >= Math.max(0, from - 5); i--) {
      const before = at(tokens, i);
      if (
        begins(before, words.up) || begins(before, words.down)
      ) return false;
      if (/^[;:—]$/.test(before)) break;
    }
    return true;
  }
  // "З 300 осіб" is of them; "з десяток" is about ten.
  if (/^(з|із|зо|с|під|под)$/.test(word)) {
    return number.words && /^(десят|сотн|дюжин|тисяч|тысяч)/.test(
      at(tokens, number.from),
    );
  }
  // "Більше 300" and "на 300 більше" differ by where they stand.
  return true;
}

/** The hedge of a number: the outermost of those that stand with it. */
export function hedgeOf(
  tokens: readonly Token[],
  number: TextNumber,
  start: number,
  end: number,
  words: SlavicWords,
): FoundHedge {
  const { before, after } = tablesOf(words);
  let hedge: string | null = null;
  let first = number.from;
  for (let i = number.from; i > start;) {
    const found = phraseBefore(tokens, i, start, before);
    if (found && isHedge(tokens, number, found[1], i, words)) {
      const sure = found[0] === "about" || found[0] === "exact";
      if (hedge !== null && sure) break;
      hedge = found[0];
      i = first = found[1];
      continue;
    }
    const word = at(tokens, i - 1);
    const preposition = /^(у|в|во)$/.test(word) && number.multiple;
    if (
      (words.betweenHedges.has(word) || preposition) && number.from - i < 4
    ) i--;
    else break;
  }
  const later = phraseAfter(tokens, number, end, after);
  const before_ = hedge !== null;
  hedge ??= later?.[0] ?? null;
  if (
    number.plural && (hedge === null || hedge === "about" || hedge === "up_to")
  ) hedge = "plural";
  return {
    hedge: hedge ?? "bare",
    from: first,
    to: later ? later[1] : number.to,
    words: before_ && first < number.from ? "before" : later ? "after" : null,
  };
}
