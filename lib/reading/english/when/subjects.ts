import { isClosed } from "../words/closed_words.ts";
import { MEASURES, MONEY, TIME } from "../words/nouns.ts";
import { MONTHS, WEEKDAYS } from "../words/calendar_words.ts";
import { MAGNITUDES, PLURALS, SMALL, TENS } from "../words/number_words.ts";
import { SAYING } from "../words/speech_words.ts";
import { DOWN, UP } from "../words/trend_words.ts";
import { at, type Token } from "../../token.ts";

/** Words that paragraphs of any two subjects share. */
const GENERAL: ReadonlySet<string> = new Set(
  ("people person country countries city number numbers figure figures total " +
    "percent share part parts rate rates level levels average period time " +
    "times government ministry minister officials official spokesman " +
    "spokeswoman president state states national region area areas report " +
    "data statistics official local public first second third half quarter " +
    "year new long high end start same well back made make many much took " +
    "take came come went began early late since around case last next month " +
    "week three four five like being both each including without according " +
    "result results reason because work working home homes world north south " +
    "east west left right found still thousands hundreds dozens count " +
    "counted compared record recorded place places there where their about")
    .split(" "),
);

const SHORTEST = 4;

/** A noun without its plural ending: "cases" and "case" are one. */
const stemOf = (word: string): string =>
  word.replace(/'s$/, "").replace(/(?<=...)ies$/, "y").replace(
    /(?<=...[^s])s$/,
    "",
  );

const isGeneral = (word: string): boolean =>
  isClosed(word) || GENERAL.has(word) || TIME.has(word) || MONEY.has(word) ||
  MEASURES.has(word) || MONTHS.has(word) || WEEKDAYS.has(word) ||
  MAGNITUDES.has(word) || PLURALS.has(word) || SMALL.has(word) ||
  TENS.has(word) || SAYING.has(word) || UP.has(word) || DOWN.has(word);

/** A text is about no more words than these. */
const MOST_SUBJECTS = 2000;

/** So many words are looked up once. */
const MOST_STEMS = 20_000;

/** The tokens of no more paragraphs are kept. */
const MOST_WAITING = 8;

/** "During the month" and "of these" point back, whatever they count. */
const POINTS_BACK: ReadonlySet<string> = new Set(
  "month week year quarter period day weekend".split(" "),
);

/** What a text is about, as its paragraphs go by. */
export class Subjects {
  readonly #known = new Set<string>();
  readonly #stems = new Map<string, string | null>();
  #waiting: (readonly Token[])[] = [];
  #asked: readonly Token[] | null = null;
  #shared: string | null = null;

  /** A paragraph that was read: what comes later may go on from it. */
  add(tokens: readonly Token[]): void {
    if (this.#known.size >= MOST_SUBJECTS) return;
    this.#waiting.push(tokens);
    if (this.#waiting.length > MOST_WAITING) this.#learn();
  }

  /**
   * The word by which a paragraph goes on with what the text was about, or
   * null where it is about something else.
   */
  sharedWith(tokens: readonly Token[]): string | null {
    if (this.#asked === tokens) return this.#shared;
    this.#asked = tokens;
    this.#learn();
    this.#shared = pointsBack(tokens) ?? this.#first(tokens);
    return this.#shared;
  }

  #learn(): void {
    for (const tokens of this.#waiting) {
      for (const { kind, lower } of tokens) {
        const stem = kind === "word" ? this.#stemOf(lower) : null;
        if (stem !== null) this.#known.add(stem);
      }
    }
    this.#waiting = [];
  }

  #first(tokens: readonly Token[]): string | null {
    for (const { kind, lower } of tokens) {
      const stem = kind === "word" ? this.#stemOf(lower) : null;
      if (stem !== null && this.#known.has(stem)) return lower;
    }
    return null;
  }

  /** The stem of a word that says what a text is about, or null. */
  #stemOf(word: string): string | null {
    if (word.length < SHORTEST) return null;
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const plain = stemOf(word);
    const stem = isGeneral(word) || GENERAL.has(plain) ? null : plain;
    if (this.#stems.size < MOST_STEMS) this.#stems.set(word, stem);
    return stem;
  }
}

/** "During the month", "of these", "they" at the beginning. */
function pointsBack(tokens: readonly Token[]): string | null {
  let first = 0;
  while (tokens[first]?.kind === "mark") first++;
  const begins = at(tokens, first);
  if (/^(they|these|those|another|others|both|it|that|most)$/.test(begins)) {
    return begins;
  }
  if (
    /^(of|among)$/.test(begins) &&
    /^(these|those|them|the)$/.test(at(tokens, first + 1))
  ) return `${begins} ${at(tokens, first + 1)}`;
  for (let i = 0; i < tokens.length - 2; i++) {
    if (
      /^(during|over|throughout|in)$/.test(at(tokens, i)) &&
      /^(the|that)$/.test(at(tokens, i + 1)) &&
      POINTS_BACK.has(at(tokens, i + 2)) &&
      !/^(to|ending|ended|before|of|from|after|since|that|when)$/.test(
        at(tokens, i + 3),
      )
    ) return at(tokens, i + 2);
  }
  return null;
}
