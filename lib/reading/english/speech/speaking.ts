import { ROLES } from "../words/speech_words.ts";
import { ownerOf } from "./document_owner.ts";
import { appositionsIn, personIn } from "./appositions.ts";
import { findSpeeches, type Speech, speechOf } from "./speakers.ts";
import type { Sentence } from "../../sentences.ts";
import type { Token } from "../../token.ts";

/** Who says a number, whom they cite, and why it is taken so. */
export interface Spoken {
  readonly speaker: string | null;
  readonly origin: string | null;
  readonly why: string | null;
}

const NOBODY: Spoken = { speaker: null, origin: null, why: null };

/** Words that say of a name what it is: "the league" is the last league. */
function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1).toLowerCase();
}

/** Whether words name somebody that later words may point back to. */
function isName(words: string): boolean {
  if (
    /^(many|some|most|those|several|all|none|few|other|others|people|recent)\b/i
      .test(words)
  ) {
    return false;
  }
  return /\p{Lu}/u.test(words) || words.includes(" ");
}

/** Whether a name looks like a person's: two to four capital words. */
function isPerson(name: string): boolean {
  const words = name.split(" ");
  return words.length >= 2 && words.length <= 4 &&
    words.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) &&
    !words.some((word) => ROLES.has(word.toLowerCase()));
}

/** Follows who speaks through a text. */
export class Speaking {
  #names: string[] = [];
  /** The last word of each name. */
  #lasts: string[] = [];
  /** Who speaks each of the sentence's speeches. */
  readonly #known = new Map<Speech, Spoken>();
  #last: Spoken = NOBODY;
  #speeches: Speech[] = [];
  #tokens: readonly Token[] = [];
  #own: string | null = null;
  /** "President Otto Brandl rejected it": whom "he said" means there. */
  #person: string | null = null;
  /** "Sentrex, a security company": whom "the company" then means. */
  readonly #called = new Map<string, string>();
  #subject: string | null = null;

  /** A new paragraph: nobody goes on speaking. */
  paragraph(): void {
    this.#last = NOBODY;
  }

  /** A new sentence. */
  sentence(
    tokens: readonly Token[],
    text: string,
    { from, to }: Sentence,
  ): void {
    this.#tokens = tokens;
    this.#known.clear();
    this.#own = null;
    this.#subject = null;
    this.#person = personIn(tokens, text, from, to);
    this.#speeches = findSpeeches(tokens, text, from, to);
    for (const [noun, name] of appositionsIn(tokens, text, from, to)) {
      if (this.#called.size < 200) this.#called.set(noun, name);
    }
  }

  /**
   * A sentence in which nobody speaks, whose subject does what it counts: "the
   * commission received 1,204 complaints".
   */
  subject(words: string): void {
    this.#subject = words;
    const name = this.#whole(words);
    if (
      name !== words || ROLES.has(words.split(" ")[0]!.toLowerCase()) ||
      ROLES.has(lastWord(words))
    ) {
      // "Insurer Bryndel Mutual": the name alone.
      const [role = "", ...rest] = name.split(" ");
      const named = ROLES.has(role.toLowerCase()) && rest.length > 0 &&
        /^\p{Lu}/u.test(rest[0]!);
      this.#own = named ? rest.join(" ") : name;
    }
  }

  /** Who says what stands at a token of the sentence. */
  of(place: number): Spoken {
    const speech = speechOf(this.#tokens, this.#speeches, place);
    if (!speech && this.#own) {
      return {
        speaker: this.#own,
        origin: null,
        why: `speaker: nobody is named; ${this.#own} counts its own`,
      };
    }
    if (!speech) {
      return this.#last.speaker
        ? {
          ...this.#last,
          why:
            `speaker: no one is named; taken to go on from ${this.#last.speaker}`,
        }
        : NOBODY;
    }
    let spoken = this.#known.get(speech);
    if (!spoken) this.#known.set(speech, spoken = this.#spoken(speech));
    return spoken;
  }

  /** Ends a sentence: its speaker goes on in the next. */
  end(): void {
    for (const speech of this.#speeches) {
      if (!speech.speaker) continue;
      const name = this.#spoken(speech).speaker;
      if (name && isName(name)) {
        const before = this.#names.lastIndexOf(name);
        if (before >= 0) {
          this.#names.splice(before, 1);
          this.#lasts.splice(before, 1);
        }
        this.#names.push(name);
        this.#lasts.push(lastWord(name));
        if (this.#names.length > 200) {
          this.#names.shift();
          this.#lasts.shift();
        }
      }
    }
    const last = this.#speeches.at(-1);
    if (!last) return;
    const spoken = this.#spoken(last);
    if (spoken.speaker) this.#last = spoken;
  }

  #spoken(speech: Speech): Spoken {
    if (speech.pronoun) {
      const speaker = this.#pronoun(speech.pronoun);
      return { speaker, origin: speech.origin, why: null };
    }
    const owner = ownerOf(speech.speaker!);
    // "The report said": whose name came last.
    const speaker = owner.points
      ? this.#names.at(-1) ?? null
      : owner.speaker && this.#whole(owner.speaker);
    return { speaker, origin: speech.origin ?? owner.origin, why: null };
  }

  #pronoun(word: string): string | null {
    if (/^(it|they)$/.test(word) && this.#subject) {
      return this.#whole(this.#subject);
    }
    const last = this.#last.speaker;
    if (/^(he|she|him|her)$/.test(word)) {
      if (this.#person) return this.#person;
      if (last && isPerson(last)) return last;
      return this.#names.findLast(isPerson) ?? last ?? this.#names.at(-1) ??
        null;
    }
    if (last) return last;
    if (word === "which" || word === "who") {
      return this.#speeches.find(({ speaker }) => speaker)?.speaker ?? null;
    }
    return this.#names.at(-1) ?? null;
  }

  /** "The league" and "Dalo" as the name that was said before. */
  #whole(name: string): string {
    const word = name.toLowerCase();
    const called = this.#called.get(word);
    if (called) return called;
    if (
      word.includes(" ") && /\p{Lu}/u.test(name) && !ROLES.has(lastWord(name))
    ) return name;
    const last = lastWord(name);
    for (let i = this.#names.length - 1; i >= 0; i--) {
      const known = this.#names[i]!;
      if (
        known.length > name.length && this.#lasts[i] === last &&
        (!word.includes(" ") || last === word)
      ) {
        return known;
      }
    }
    return name;
  }
}
