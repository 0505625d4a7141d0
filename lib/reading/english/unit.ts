import type { FoundUnit } from "../mention.ts";
import { isClosed, isCounted } from "./words/closed_words.ts";
import {
  EVENT_VERBS,
  MEASURES,
  MONEY,
  NAMED,
  PEOPLE,
  STUFF,
  TIME,
} from "./words/nouns.ts";
import { DOWN, UP } from "./words/trend_words.ts";
import type { TextNumber } from "../number.ts";
import type { Token } from "../token.ts";

const DASHES: ReadonlySet<string> = new Set(["-", "–", "‑"]);
const MOST_WORDS = 5;

function sortOf(word: string, glued: boolean): FoundUnit["sort"] | null {
  if (STUFF.has(word)) return "stuff";
  if (TIME.has(word)) return "time";
  if (PEOPLE.has(word)) return "count";
  if (MONEY.has(word) && (word.length > 2 || glued)) return "money";
  if (MEASURES.has(word) && (word.length > 1 || glued)) return "measure";
  return null;
}

/**
 * Digits that only describe a noun: "12 F-16 jets", "400 155mm shells". Where
 * they end with their letters, or the same place where they count.
 */
function endOfName(tokens: readonly Token[], i: number): number {
  const [dash, letters, next] = [tokens[i - 1], tokens[i - 2], tokens[i + 1]];
  const coded = tokens[i]!.glued && dash?.glued === true &&
    DASHES.has(dash.text) && letters?.kind === "word" && letters.capital;
  const touching = next?.kind === "word" && next.glued;
  // "3,000 iPhone 15 handsets".
  if (dash?.kind === "word" && NAMED.has(dash.lower) && isCounted(next)) {
    return i + 1;
  }
  if (coded) return touching ? i + 2 : i + 1;
  if (!touching || !MEASURES.has(next.lower)) return i;
  return isCounted(tokens[i + 2]) ? i + 2 : i;
}

/** The noun after a number: "desertion cases", "off-duty sailors", "km". */
export function unitAfter(
  tokens: readonly Token[],
  text: string,
  number: TextNumber,
  end: number,
): FoundUnit | null {
  let i = number.to;
  while (
    i < end &&
    (tokens[i]!.lower === "of" || tokens[i]!.lower === "more" ||
      tokens[i]!.lower === "the" || tokens[i]!.lower === "other" ||
      tokens[i]!.lower === "additional" || tokens[i]!.lower === "such") &&
    i < number.to + 3
  ) {
    if (
      tokens[i]!.lower === "of" && !number.plural && !number.fraction &&
      number.scale === null
    ) return null;
    i++;
  }
  // "A 60,000-strong army" counts those of the army.
  if (
    DASHES.has(tokens[i]?.text ?? "") && tokens[i + 1]?.lower === "strong"
  ) i += 2;
  const first = i;
  let last: { to: number; sort: FoundUnit["sort"] } | null = null;
  for (let words = 0; i < end && words < MOST_WORDS; i++) {
    const token = tokens[i]!;
    if (token.kind === "mark") {
      const more = tokens[i + 1];
      const joins = DASHES.has(token.text) && token.glued && more?.glued &&
        (more.kind === "word" ||
          more.kind === "number" && tokens[i - 1]!.capital);
      if (!joins) break;
      continue;
    }
    if (token.kind === "number") {
      const to = endOfName(tokens, i);
      if (to === i) break;
      i = to - 1;
      words++;
      // "A dozen Su-34s".
      if (tokens[i]!.lower === "s") last = { to, sort: "count" };
      continue;
    }
    if (isClosed(token.lower) && !(PEOPLE.has(token.lower))) break;
    words++;
    // "Day visitors" are visitors.
    const describes = isCounted(tokens[i + 1]) && !token.lower.endsWith("s");
    const sort = describes && TIME.has(token.lower)
      ? null
      // 41C is warm, 41c are cents.
      : token.glued && /^[CF]$/.test(token.text)
      ? "measure"
      : sortOf(token.lower, token.glued);
    if (sort) {
      last = { to: i + 1, sort };
      if (sort !== "count" || !isCounted(tokens[i + 1])) break;
      continue;
    }
    if (isCounted(token)) {
      last = { to: i + 1, sort: "count" };
      if (!isCounted(tokens[i + 1]) || PEOPLE.has(token.lower)) break;
      continue;
    }
    if (last) break;
    if (UP.has(token.lower) || DOWN.has(token.lower)) break;
  }
  if (!last) {
    const only = tokens[first];
    if (
      !only || only.kind !== "word" || isClosed(only.lower) || first >= end ||
      EVENT_VERBS.has(only.lower) || UP.has(only.lower) || DOWN.has(only.lower)
    ) return null;
    return {
      text: only.text,
      head: only.lower,
      from: first,
      to: first + 1,
      sort: "other",
    };
  }
  return {
    text: text.slice(tokens[first]!.start, tokens[last.to - 1]!.end),
    head: tokens[last.to - 1]!.lower,
    from: first,
    to: last.to,
    sort: last.sort,
  };
}
