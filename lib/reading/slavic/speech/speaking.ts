import type { Token } from "../../token.ts";
import type { SlavicWords } from "../words.ts";
import { findSpeeches, type Speech } from "./speeches.ts";

/** Who says a number, and whom they cite. */
export interface Spoken {
  readonly speaker: string | null;
  readonly origin: string | null;
  readonly why: string | null;
}

const NOBODY: Spoken = { speaker: null, origin: null, why: null };

/** Follows who speaks through a text. */
export class Speaking {
  readonly #words: SlavicWords;
  #tokens: readonly Token[] = [];
  #speeches: readonly Speech[] = [];
  #last: Spoken = NOBODY;
  #before: Spoken = NOBODY;

  constructor(words: SlavicWords) {
    this.#words = words;
  }

  /** A new paragraph: nobody goes on speaking. */
  paragraph(): void {
    this.#last = NOBODY;
  }

  /** A new sentence. */
  sentence(
    text: string,
    tokens: readonly Token[],
    from: number,
    to: number,
  ): void {
    this.#tokens = tokens;
    this.#speeches = findSpeeches(text, tokens, from, to, this.#words);
  }

  #spoken({ speaker, pronoun, origin }: Speech): Spoken {
    return pronoun
      ? { ...this.#before, origin, why: null }
      : { speaker, origin, why: null };
  }

  /** Who says what stands at a token of the sentence. */
  of(place: number): Spoken {
    let best: Speech | null = null;
    let least = Infinity;
    for (const speech of this.#speeches) {
      let cost = Math.abs(speech.at - place);
      const [a, b] = [Math.min(speech.at, place), Math.max(speech.at, place)];
      for (let i = a; i < b; i++) {
        if (this.#tokens[i]!.text === ";") cost += 200;
      }
      if (cost < least) [best, least] = [speech, cost];
    }
    if (best) return this.#spoken(best);
    return this.#last.speaker
      ? {
        ...this.#last,
        why:
          `speaker: no one is named; taken to go on from ${this.#last.speaker}`,
      }
      : NOBODY;
  }

  /** Who says the sentences before: "про це повідомив X". */
  ofBefore(): Spoken | null {
    const speech = this.#speeches.find(({ ofBefore }) => ofBefore);
    const spoken = speech ? this.#spoken(speech) : NOBODY;
    return spoken.speaker ? spoken : null;
  }

  /** Ends a sentence: its speaker goes on in the next. */
  end(): void {
    const last = this.#speeches.at(-1);
    if (!last) return;
    const spoken = this.#spoken(last);
    if (spoken.speaker) this.#last = this.#before = spoken;
  }
}
