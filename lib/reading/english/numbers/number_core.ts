import { type Core as AnyCore, NOTHING as NO_CORE } from "../../number_core.ts";
import { isCounted } from "../words/closed_words.ts";
import { MONEY } from "../words/nouns.ts";
import { LETTER_MAGNITUDES, MAGNITUDES } from "../words/number_words.ts";
import { at, isHyphen, type Token } from "../../token.ts";

/** A core of English, where an article may be one: "a million". */
export interface Core extends AnyCore {
  readonly article: boolean;
}

/** A core that is nothing in particular yet. */
export const NOTHING = { ...NO_CORE, article: false } as const;

const LENGTH_AFTER: ReadonlySet<string> = new Set(
  "long tall wide high deep away above below from race swim sprint hurdles radius off apart across"
    .split(" "),
);

/** Whether an m that touches a number means metres. */
function isMetre(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.text === "M") return false;
  const before = at(tokens, i - 2);
  if (MONEY.has(before) || /[$£€¥₴₽₹₩₪]/.test(before)) return false;
  if ((tokens[i - 1]!.text.match(/^\d{4,}$/)) !== null) return true;
  const next = at(tokens, i + 1);
  if (LENGTH_AFTER.has(next) || isHyphen(next)) return true;
  if (next === "(") return tokens[i + 2]?.kind === "number";
  if (before === "a" || before === "an" || before === "the") {
    return !isCounted(tokens[i + 1]);
  }
  return false;
}

/** The power of ten of a magnitude word at a token, 0 where there is none. */
export function magnitudeAt(tokens: readonly Token[], i: number): number {
  const token = tokens[i];
  if (!token || token.kind !== "word") return 0;
  const power = MAGNITUDES.get(token.lower);
  if (power === undefined) return 0;
  if (LETTER_MAGNITUDES.has(token.lower)) {
    if (!token.glued || token.lower === "m" && isMetre(tokens, i)) return 0;
    if (token.text === "K" || token.text === "b") return 0;
  }
  return power;
}

/** Magnitude words from a token on: "hundred thousand". */
export function magnitudesAt(
  tokens: readonly Token[],
  i: number,
): [number, number] {
  let power = 0;
  let to = i;
  while (power < 18) {
    const dash = isHyphen(at(tokens, to)) && tokens[to]!.glued ? 1 : 0;
    const more = magnitudeAt(tokens, to + dash);
    if (!more) break;
    power += more;
    to += dash + 1;
  }
  return [power, to];
}
