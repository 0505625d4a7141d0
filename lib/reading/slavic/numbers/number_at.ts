import { decimalOf } from "../../decimal.ts";
import { at, DASHES, type Token } from "../../token.ts";
import type { SlavicWords } from "../words.ts";
import { type Core, NOTHING } from "../../number_core.ts";
import { digitsAt } from "./digits.ts";
import { fractionAt, pluralAt, wordsAt } from "./words_at.ts";

/** "У 2,5 раза", "в три рази": a number that multiplies. */
function multiplied(
  tokens: readonly Token[],
  i: number,
  core: Core,
  words: SlavicWords,
): Core {
  if (!words.times.has(at(tokens, core.to)) || core.fraction) return core;
  // Its hedge may stand between: "в більш ніж 3 рази".
  let within = core.fine;
  for (let k = i - 1; k >= Math.max(0, i - 5); k--) {
    if (/^(у|в|во)$/.test(at(tokens, k))) within = true;
    // "В 1,5–2 раза", "у 2 чи 3 рази".
    const range = tokens[k]!.kind === "number" || DASHES.has(at(tokens, k));
    if (tokens[k]!.kind !== "word" && !range) break;
  }
  return within ? { ...core, to: core.to + 1, multiple: true } : core;
}

/** The number that begins at a token, if one does. */
export function numberAt(
  tokens: readonly Token[],
  i: number,
  words: SlavicWords,
): Core | null {
  const token = tokens[i]!;
  if (token.kind === "mark") return null;
  if (token.kind === "number") {
    const core = digitsAt(tokens, i, words);
    return core && multiplied(tokens, i, core, words);
  }
  const times = words.multiples.get(token.lower);
  if (times !== undefined) {
    return {
      ...NOTHING,
      to: i + 1,
      value: decimalOf(String(times)),
      bare: decimalOf("1"),
      words: true,
      multiple: true,
    };
  }
  const core = fractionAt(tokens, i, words) ?? wordsAt(tokens, i, words) ??
    pluralAt(tokens, i, words);
  return core && multiplied(tokens, i, core, words);
}

const FIRST = new WeakMap<SlavicWords, ReadonlySet<string>>();

/** Words that a number may begin with: the others are passed over at once. */
export function firstWords(words: SlavicWords): ReadonlySet<string> {
  let first = FIRST.get(words);
  if (!first) {
    first = new Set([
      words.small,
      words.tens,
      words.hundreds,
      words.plurals,
      words.ones,
      words.few,
      words.oneAndHalf,
      words.half,
      words.halves,
      words.fractions,
      words.ordinals,
      words.every,
      words.multiples,
    ].flatMap((part) => [...part.keys()]));
    FIRST.set(words, first);
  }
  return first;
}
