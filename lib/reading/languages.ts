import { InputError } from "../quantity/input_error.ts";
import { nearest } from "../quantity/nearest.ts";
import { ENGLISH } from "./english/grammar.ts";
import type { Grammar } from "./grammar.ts";
import { RUSSIAN } from "./russian/grammar.ts";
import { UKRAINIAN } from "./ukrainian/grammar.ts";

/** The languages that are read. */
const GRAMMARS: readonly Grammar[] = [ENGLISH, UKRAINIAN, RUSSIAN];

const BY_NAME: ReadonlyMap<string, Grammar> = new Map(
  GRAMMARS.flatMap((grammar) =>
    [grammar.code, ...grammar.names].map((name) => [name, grammar] as const)
  ),
);

const KNOWN = GRAMMARS.map(({ name, code }) => `${name} (${code})`)
  .join(", ").replace(/, ([^,]*)$/, " and $1");

/**
 * The grammar of a language by its code or name: `uk`, `uk-UA`, "Ukrainian".
 *
 * @throws {InputError} When there is none, with the nearest one there is.
 */
export function grammarOf(language: string): Grammar {
  const word = language.trim().toLowerCase();
  const found = BY_NAME.get(word) ?? BY_NAME.get(word.split(/[-_]/)[0]!);
  if (found) return found;
  // Two letters are near to any two: only a name can be misspelt.
  const name = word.length > 3
    ? nearest(word, [...BY_NAME.keys()].filter((name) => name.length > 3))
    : undefined;
  const near = name === undefined
    ? GRAMMARS.find(({ countries }) => countries.includes(word))
    : BY_NAME.get(name);
  throw new InputError(
    `The reader has no grammar for the language '${language.slice(0, 40)}'; ` +
      (near
        ? `did you mean ${near.code} (${near.name})?`
        : `it reads ${KNOWN}`),
  );
}

/** How much of a text tells its language. */
const SAMPLE = 20_000;

const count = (text: string, letters: RegExp): number =>
  text.match(letters)?.length ?? 0;

/**
 * The grammar that a text without a word about its language is read with: one
 * in Cyrillic letters is Ukrainian or Russian by the letters that the other
 * does not have; any other is taken for English.
 */
export function grammarFor(text: string): Grammar {
  const sample = text.slice(0, SAMPLE);
  const cyrillic = count(sample, /[\u0400-\u04ff]/g);
  if (cyrillic <= count(sample, /[a-z]/gi)) return ENGLISH;
  const ukrainian = count(sample, /[іїєґ]/gi);
  return ukrainian > count(sample, /[ыэёъ]/gi) ? UKRAINIAN : RUSSIAN;
}
