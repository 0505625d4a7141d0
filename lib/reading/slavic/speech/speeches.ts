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
  /** "Про це повідомив": it is said of the sentences before. */
  readonly ofBefore: boolean;
}

/** "Говориться", "йдеться", "вказано": what a document does. */
const DOCUMENTED =
  /^(йдеться|ідеться|мовиться|говориться|зазначається|повідомляється|сказано|вказано|указано|зазначено|говорится|отмечается|сообщается|указывается|отмечено)$/;

/** "Звіт", "сообщение": what a document is. */
const DOCUMENT =
  /^(звіт|доповід|повідомлен|заяв|відповід|документ|дослідженн|рел[іи]з|прес-реліз|огляд|довід|отч[её]т|доклад|сообщени|заявлени|ответ|исследовани|пресс-релиз|обзор|справк)/;

/** "Йдеться у звіті X": where the words of a document's owner begin. */
function ownerAt(tokens: readonly Token[], i: number): number | null {
  if (!DOCUMENTED.test(at(tokens, i))) return null;
  const within = /^(у|в|во)$/.test(at(tokens, i + 1)) ? i + 2 : i + 1;
  // "У щорічному звіті" has a word between.
  for (let k = within; k < within + 3; k++) {
    if (DOCUMENT.test(at(tokens, k))) return k + 1;
  }
  return null;
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
  const ofBefore = /^(про|об)$/.test(at(tokens, from)) &&
    /^(це|этом)$/.test(at(tokens, from + 1));
  const common = { origin, ofBefore };
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
        found.push({ at: i, speaker, pronoun, ...common });
      }
      continue;
    }
    if (
      words.wordsOf.has(lower) && words.wordsBefore.has(at(tokens, i - 2)) &&
      /^(його|її|їх|їхніми|его|её|ее|их)$/.test(at(tokens, i - 1))
    ) {
      found.push({ at: i, speaker: null, pronoun: true, ...common });
      continue;
    }
    const owner = ownerAt(tokens, i);
    const speaker = owner === null
      ? null
      : nameAfter(text, tokens, owner, to, words);
    if (speaker) {
      found.push({ at: i, speaker, pronoun: false, ...common });
      continue;
    }
    if (
      tokens[i]!.capital && i > from && tokens[i - 1]!.kind === "word" ||
      PASSIVE.test(lower) || !begins(lower, words.saying)
    ) continue;
    const who = spoken(text, tokens, i, from, to, words);
    if (who) found.push({ at: i, ...common, ...who });
  }
  return found;
}
