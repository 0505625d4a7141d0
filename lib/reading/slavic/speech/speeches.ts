import { at, type Token } from "../../token.ts";
import { begins, type SlavicWords } from "../words.ts";
import { nameAfter, nameBefore } from "./names.ts";

/** Who says something in a sentence, and from whom it comes. */
export interface Speech {
  /** Token of the verb or of "за словами". */
  readonly at: number;
  readonly speaker: string | null;
  /** Whether a pronoun stands for who spoke last. */
  readonly pronoun: boolean;
  readonly origin: string | null;
}

/** "Повідомляється": nobody says it. */
const PASSIVE = /(ться|тся|лось|лося)$/;

/** "З посиланням на X", "ссылаясь на X": whom a sentence cites. */
function originIn(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  words: SlavicWords,
): string | null {
  for (let i = from; i < to; i++) {
    if (words.citing.has(at(tokens, i)) && words.on.has(at(tokens, i + 1))) {
      return nameAfter(text, tokens, i + 2, to, words);
    }
  }
  return null;
}

function spoken(
  text: string,
  tokens: readonly Token[],
  i: number,
  from: number,
  to: number,
  words: SlavicWords,
): { speaker: string | null; pronoun: boolean } | null {
  const before = tokens[i - 1];
  const turned = i === from || before?.kind === "mark" ||
    /^(це|это|як|как|про|об)$/.test(at(tokens, i - 1));
  if (words.pronouns.has(at(tokens, i - 1))) {
    return { speaker: null, pronoun: true };
  }
  const subject = turned ? null : nameBefore(text, tokens, i, from, words);
  if (subject) return { speaker: subject, pronoun: false };
  if (words.pronouns.has(at(tokens, i + 1))) {
    return { speaker: null, pronoun: true };
  }
  if (words.that.has(at(tokens, i + 1))) return null;
  // "Повідомили в поліції".
  const within = /^(у|в|во)$/.test(at(tokens, i + 1)) ? 1 : 0;
  const speaker = nameAfter(text, tokens, i + 1 + within, to, words);
  return speaker ? { speaker, pronoun: false } : null;
}

/** All who speak in a sentence, in order. */
export function findSpeeches(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  words: SlavicWords,
): Speech[] {
  const found: Speech[] = [];
  const origin = originIn(text, tokens, from, to, words);
  for (let i = from; i < to; i++) {
    const { kind, lower } = tokens[i]!;
    if (kind !== "word" || lower.length < 4) continue;
    if (words.wordsOf.has(lower) && words.wordsBefore.has(at(tokens, i - 1))) {
      const who = at(tokens, i + 1);
      // "За її словами" has its pronoun before.
      const pronoun = /^(його|її|їх|его|её|ее|их)$/.test(who);
      const speaker = pronoun
        ? null
        : nameAfter(text, tokens, i + 1, to, words);
      if (speaker || pronoun) {
        found.push({ at: i, speaker, pronoun, origin });
      }
      continue;
    }
    if (
      words.wordsOf.has(lower) && words.wordsBefore.has(at(tokens, i - 2)) &&
      /^(його|її|їх|їхніми|его|её|ее|их)$/.test(at(tokens, i - 1))
    ) {
      found.push({ at: i, speaker: null, pronoun: true, origin });
      continue;
    }
    if (
      tokens[i]!.capital && i > from && tokens[i - 1]!.kind === "word" ||
      PASSIVE.test(lower) || !begins(lower, words.saying)
    ) continue;
    const who = spoken(text, tokens, i, from, to, words);
    if (who) found.push({ at: i, origin, ...who });
  }
  return found;
}
