import type { FoundTrend } from "../mention.ts";
import { isCounted } from "./words/closed_words.ts";
import { MEASURES, MONEY } from "./words/nouns.ts";
import {
  BETWEEN_TREND,
  CHANGE_NOUNS,
  DOWN,
  MORE_AFTER,
  UP,
} from "./words/trend_words.ts";
import type { TextNumber } from "../number.ts";
import { at, type Token } from "../token.ts";

/** Verbs whose "up" or "down" is no direction. */
const PHRASAL: ReadonlySet<string> = new Set(
  ("gave give gives giving given pick picked picking set sets setting sign " +
    "signed line lined make makes made making end ended ends show showed " +
    "turn turned turns come came take took taken back backed hold held shut " +
    "break broke broken bring brought round rounded handed hand hands gunned " +
    "mowed tracked hunted laid lay struck knocked tore torn burned burnt " +
    "pulled put puts putting stood stands passed wrote voted settled melted chased")
    .split(" "),
);

/** Words that are up or down only with a number of change after them. */
const DOUBTFUL: ReadonlySet<string> = new Set(
  "cut lost added adding plus raised lower higher fewer less shot sink sinks fall drop shed cuts minus loss swell lowered eased"
    .split(
      " ",
    ),
);

function before(
  tokens: readonly Token[],
  number: TextNumber,
  start: number,
): FoundTrend | null {
  let to = false;
  let of = false;
  let by = false;
  for (let i = number.from - 1; i >= Math.max(start, number.from - 6); i--) {
    const token = tokens[i]!;
    const word = token.lower;
    if (token.kind !== "word") {
      const sign = word === "+" && i === number.from - 1 &&
        tokens[number.from]!.glued;
      return sign ? { trend: "up", at: i, form: "verb" } : null;
    }
    // "Lost two in five" is a share; "fell by one in five" a change.
    const inFive = number.fraction && !by &&
      /^(in|out)$/.test(at(tokens, number.from + 1));
    if (inFive) return null;
    const up = UP.has(word);
    if (up || DOWN.has(word)) {
      // "Up to 400", "rose to 5", "as low as", "no fewer than".
      if (word === "up" && at(tokens, i + 1) === "to") continue;
      if (
        (word === "up" || word === "down") && PHRASAL.has(at(tokens, i - 1)) ||
        word === "down" && at(tokens, i - 1) === "shot"
      ) return null;
      if (
        to ||
        /^(than)$/.test(at(tokens, i + 1)) &&
          /^(less|fewer|lower|higher)$/.test(word)
      ) {
        if (to) return null;
        continue;
      }
      if (of) {
        const noun = CHANGE_NOUNS.get(word);
        return noun ? { trend: noun, at: i, form: "noun" } : null;
      }
      if (
        DOUBTFUL.has(word) && !by && number.scale === null && !number.money &&
        !number.fraction
      ) {
        return null;
      }
      return { trend: up ? "up" : "down", at: i, form: "verb" };
    }
    if (CHANGE_NOUNS.has(word) && of) {
      return { trend: CHANGE_NOUNS.get(word)!, at: i, form: "noun" };
    }
    if (!BETWEEN_TREND.has(word)) return null;
    if (word === "at" && at(tokens, i + 1) !== "least") return null;
    if (
      word === "to" && at(tokens, i - 1) !== "up" &&
      at(tokens, i - 1) !== "close"
    ) to = true;
    if (word === "by") by = true;
    if (word === "of") of = true;
  }
  return null;
}

/** "12 percent more than", "450 fewer", "a 3 percent drop". */
function after(
  tokens: readonly Token[],
  number: TextNumber,
  end: number,
): FoundTrend | null {
  for (let i = number.to; i < Math.min(number.to + 4, end); i++) {
    const token = tokens[i]!;
    if (token.kind !== "word") return null;
    const trend = MORE_AFTER.get(token.lower);
    if (trend) {
      if (at(tokens, i - 1) === "or" || at(tokens, i - 1) === "and") {
        return null;
      }
      const noun =
        /^(rise|increase|jump|growth|gain|fall|decrease|drop|decline|reduction|dip)$/
          .test(token.lower);
      if (noun && (number.scale === null || i > number.to)) return null;
      // "500 more" counts others; "500 more than" compares.
      const than = at(tokens, i + 1) === "than" ||
        at(tokens, i + 2) === "than" ||
        at(tokens, i + 3) === "than";
      if (!noun && !than && number.scale === null && !number.fraction) {
        return null;
      }
      return { trend, at: i, form: "after" };
    }
    const unit = isCounted(token) || MEASURES.has(token.lower) ||
      MONEY.has(token.lower);
    if (!unit && i > number.to) return null;
  }
  return null;
}

/** Which way a number says that something went. */
export function trendOf(
  tokens: readonly Token[],
  number: TextNumber,
  start: number,
  end: number,
): FoundTrend | null {
  if (number.multiple || number.change) return null;
  return before(tokens, number, start) ?? after(tokens, number, end);
}
