import { isClosed, isCounted } from "../words/closed_words.ts";
import { MONEY, NAMED } from "../words/nouns.ts";
import type { Token } from "../../token.ts";

/** Whether a sentence shouts: its words begin with capitals throughout. */
export function isAllCapitals(
  tokens: readonly Token[],
  start: number,
): boolean {
  const words = tokens.slice(start, start + 8).filter(({ kind }) =>
    kind === "word"
  );
  return words.every(({ text }) => text === text.toUpperCase());
}

const BEFORE_COUNT: ReadonlySet<string> = new Set(
  ("january february march april may june july august september october " +
    "november december monday tuesday wednesday thursday friday saturday " +
    "sunday about around nearly almost some over under killed kills left " +
    "leaves says said").split(" "),
);

/** Whether a number follows a capital word as part of a name: iPhone 11. */
export function isName(
  tokens: readonly Token[],
  i: number,
  start: number,
): boolean {
  const before = tokens[i - 1];
  const token = tokens[i]!;
  if (!before || before.kind !== "word" || token.text.includes(",")) {
    return false;
  }
  const named = before.capital || /\p{Lu}/u.test(before.text);
  if (!named || isClosed(before.lower) || BEFORE_COUNT.has(before.lower)) {
    return false;
  }
  if (
    i - 1 === start && !/\p{Lu}.*\p{Lu}/u.test(before.text) &&
    before.lower.endsWith("s")
  ) return false;
  const text = token.text;
  const next = tokens[i + 1];
  if (/[.]/.test(text) && !/^\d\.\d{1,2}$/.test(text)) return false;
  if (MONEY.has(before.lower) && before.text.length > 1) return false;
  return Number(text.replace(/\D/g, "")) < 10_000 &&
    !(next?.text === "," && token.text.length > 3);
}

/** Whether a capital word after a number makes them a name: 787 Dreamliner. */
export function isNameAfter(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  const digits = tokens[i]!.text;
  if (
    !next?.capital || next.glued || next.kind !== "word" ||
    !/^\d{1,5}$/.test(digits)
  ) {
    return false;
  }
  // "60 Ukrainian soldiers" counts, and so does a line of capital words.
  for (let k = i + 1; k < i + 5; k++) {
    const token = tokens[k];
    // "12 F-16 jets".
    const joined = k > i + 1 &&
      (token?.glued === true &&
          (token.kind === "number" || tokens[k + 1]?.kind === "number") ||
        // "200 Boeing 737 aircraft".
        token?.kind === "number" && NAMED.has(tokens[k - 1]!.lower));
    if (joined) continue;
    if (!token || token.kind === "mark" && token.text !== "-") return true;
    if (isCounted({ ...token, capital: false })) return false;
    if (!token.capital) return k > i + 1 || isClosed(token.lower);
  }
  return true;
}
