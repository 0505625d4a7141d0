import { InputError } from "../quantity/input_error.ts";
import { nearest } from "../quantity/nearest.ts";
import { ENGLISH } from "./english/grammar.ts";
import type { Grammar } from "./grammar.ts";

/** The languages that are read. */
const GRAMMARS: readonly Grammar[] = [ENGLISH];

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
  const near = word.length > 3
    ? nearest(word, [...BY_NAME.keys()].filter((name) => name.length > 3))
    : undefined;
  throw new InputError(
    `The reader has no grammar for the language '${language.slice(0, 40)}'; ` +
      (near
        ? `did you mean ${BY_NAME.get(near)!.code}, ${BY_NAME.get(near)!.name}?`
        : `it reads ${KNOWN}`),
  );
}
