import { isTime, type Taken } from "./clock.ts";
import { isAllCapitals, isName, isNameAfter } from "./names.ts";
import type { Core } from "./number_core.ts";
import { percentAfter } from "./percent.ts";
import { isPhone } from "./phone.ts";
import { isCounted } from "../words/closed_words.ts";
import { MEASURES, MONEY, NAMED, PEOPLE, STUFF, TIME } from "../words/nouns.ts";
import { at, DASHES, type Token } from "../../token.ts";

/** A number that counts nothing, and what it is. */
export interface NamedNumber {
  readonly from: number;
  readonly to: number;
  readonly why: string;
}

const CODE = "part of a name or a code";
/** The number of an article, a room: more may follow, "articles 5, 7 and 9". */
const NUMBERED = "the number by which something is called";

/** Words whose number is a name, whatever stands after it. */
const ALWAYS_NAMED: ReadonlySet<string> = new Set(
  "no nos boeing airbus iphone galaxy windows playstation xbox".split(" "),
);

/** What may stand between two numbers of a list of names. */
const LISTS = /^(,|and|or|to|&|-|–)$/;

/** Words that join no code: "sub-20", "pre-2014". */
const PREFIXES = /^(minus|sub|mid|pre|post|the|of|now|then|to)$/;

/** X-3, A/4, 1-800-555, x.com/123, #5; "5 km-10 km" is none. */
function isCode(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  if (!tokens[i]!.glued || !before) return false;
  if (!/^[-–/_@#.\\&=+:]$/.test(before.text)) return false;
  if (before.text === "#" || before.text === "@") return true;
  const first = tokens[i - 2];
  if (!before.glued || !first) return false;
  // Case 2030/1184, C-312/18.
  if (before.text === "/" && first.kind === "number") return true;
  if (first.kind !== "word" || PREFIXES.test(first.lower)) return false;
  if (before.text === "=" || before.text === "+") return false;
  // The unit of a range's first number is lower case or touches it.
  const measured = MEASURES.has(first.lower) &&
    tokens[i - 3]?.kind === "number" && (!first.capital || first.glued);
  return !measured;
}

/** "1. Grants approved", "2) Farms": the number of a list's item. */
function isItem(tokens: readonly Token[], i: number, core: Core): boolean {
  if (i > 1 || core.to !== i + 1 || !/^\d{1,2}$/.test(tokens[i]!.text)) {
    return false;
  }
  if (i === 1 && !/^[(•·*–—-]$/.test(at(tokens, 0))) return false;
  const mark = tokens[i + 1];
  return mark !== undefined && mark.glued && /^[.)]$/.test(mark.text) &&
    tokens[i + 2] !== undefined && !tokens[i + 2]!.glued;
}

/** What digits are that are no quantity, or null. */
function whyDigits(
  tokens: readonly Token[],
  i: number,
  core: Core,
  sentenceStart: number,
  taken: Taken,
): string | null {
  const token = tokens[i]!;
  const next = tokens[core.to];
  const before = tokens[i - 1];
  if (isTime(tokens, i, core, taken)) return "a time of day";
  // 9th, 1990s, 9AB8.
  if (next?.glued && next.kind === "word" && core.to === i + 1) {
    if (/^(st|nd|rd|th)$/.test(next.lower)) return "an ordinal";
    if (
      next.lower === "s" && before?.text === "-" &&
      /^(under|over)$/.test(at(tokens, i - 2))
    ) return "an age";
    if (next.lower === "s") return token.text.endsWith("0") ? "a decade" : CODE;
    if (/\d/.test(next.text) && !/^[ckm]?m[23]$/.test(next.text)) return CODE;
  }
  if (next?.text === "'" && at(tokens, core.to + 1) === "s") return CODE;
  if (isCode(tokens, i)) return CODE;
  // The score after a name that its first number was taken into.
  if (
    token.glued && before && DASHES.has(before.text) && before.glued &&
    tokens[i - 2]?.kind === "number" && isName(tokens, i - 2, sentenceStart)
  ) return "a score";
  // RTX 4090 draws, whatever noun it looks like.
  if (
    /^\p{Lu}{3,}$/u.test(before?.text ?? "") &&
    /^\d{3,4}$/.test(token.text) &&
    !token.glued && core.to === i + 1 && next?.kind === "word" &&
    !PEOPLE.has(next.lower) && !TIME.has(next.lower) &&
    !MEASURES.has(next.lower) && !MONEY.has(before!.lower) &&
    !isAllCapitals(tokens, sentenceStart)
  ) return CODE;
  // COVID -19.
  if (
    before?.text === "-" && token.glued && !before.glued &&
    /^\p{Lu}{2,}$/u.test(tokens[i - 2]?.text ?? "")
  ) return CODE;
  if (isPhone(tokens, i)) return "a phone number";
  if (isItem(tokens, i, core)) return "the number of an item of a list";
  if (
    /^\d+$/.test(token.text) && token.text.length > 1 && token.text[0] === "0"
  ) return CODE;
  return null;
}

/**
 * What a number is that is no quantity: a clock time, a score, a name, a phone
 * number; null where it may be a quantity.
 *
 * @param last The number before it that was none.
 */
export function whyNoQuantity(
  tokens: readonly Token[],
  i: number,
  core: Core,
  sentenceStart: number,
  taken: Taken,
  last: NamedNumber | undefined,
): string | null {
  const token = tokens[i]!;
  const next = tokens[core.to];
  const before = tokens[i - 1];
  const digits = token.kind === "number";
  if (digits) {
    const why = whyDigits(tokens, i, core, sentenceStart, taken);
    if (why) return why;
  }
  // No. 5, section 14, Big 12.
  const dot = before?.text === "." ? 1 : 0;
  const namer = tokens[i - 1 - dot];
  const bare = core.to === i + 1 && !core.multiple && !core.fraction;
  const [scale] = percentAfter(tokens, core.to);
  const unit = next?.kind === "word" &&
    (isCounted(next) ||
      MEASURES.has(next.lower) && !next.capital && next.lower !== "in" ||
      TIME.has(next.lower) || MONEY.has(next.lower) || STUFF.has(next.lower));
  if (bare && namer && i - 1 - dot >= sentenceStart && NAMED.has(namer.lower)) {
    if (
      dot
        ? namer.lower === "no" || namer.lower === "art" || namer.lower === "nos"
        : namer.lower !== "no" || namer.capital
    ) {
      const strong = ALWAYS_NAMED.has(namer.lower) || !unit && scale === null;
      if (strong && !token.text.includes(",")) return NUMBERED;
    }
  }
  // No. 12-345; articles 5, 7 and 9.
  if (digits && bare && last && last.to === i - 1 && scale === null) {
    if (before!.glued && token.glued && DASHES.has(before!.text)) {
      return last.why;
    }
    if (last.why === NUMBERED && LISTS.test(before!.lower) && !unit) {
      return NUMBERED;
    }
  }
  if (digits && bare && scale === null && !unit) {
    return isName(tokens, i, sentenceStart) || isNameAfter(tokens, i)
      ? CODE
      : null;
  }
  if (token.kind === "word" && token.capital && i > sentenceStart) {
    // Big Ten, Group of Seven; not in a headline, where much is capital.
    const beforeCapital = before?.kind === "word" && before.capital;
    const nextCapital = next?.kind === "word" && next.capital;
    if (bare && beforeCapital && !nextCapital) return CODE;
    if (bare && nextCapital && !isCounted({ ...next, capital: false })) {
      return CODE;
    }
  }
  return null;
}
