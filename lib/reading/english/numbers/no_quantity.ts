import type { Core } from "./number_core.ts";
import { isClosed, isCounted } from "../words/closed_words.ts";
import { MEASURES, MONEY, NAMED, PEOPLE, STUFF, TIME } from "../words/nouns.ts";
import type { TextNumber } from "../../number.ts";
import { at, DASHES, type Token } from "../../token.ts";

/** What a token is part of that is no number: tokens to pass over. */
export type Taken = (i: number) => boolean;

export function percentAfter(
  tokens: readonly Token[],
  i: number,
): [TextNumber["scale"], number] {
  const word = at(tokens, i);
  const dash = DASHES.has(word) && /^(percent|per)$/.test(at(tokens, i + 1))
    ? 1
    : 0;
  const place = i + dash;
  let to = place;
  if (at(tokens, place) === "%" || at(tokens, place) === "٪") to = place + 1;
  else if (/^(percent|pct)$/.test(at(tokens, place))) to = place + 1;
  else if (at(tokens, place) === "pc" && tokens[place]!.glued) to = place + 1;
  else if (at(tokens, place) === "per" && at(tokens, place + 1) === "cent") {
    to = place + 2;
  } else if (
    at(tokens, place) === "percentage" &&
    /^points?$/.test(at(tokens, place + 1))
  ) return ["points", place + 2];
  else return [null, i];
  const dashed = DASHES.has(at(tokens, to)) ? 1 : 0;
  return /^points?$/.test(at(tokens, to + dashed)) &&
      at(tokens, to) !== "points"
    ? ["points", to + dashed + 1]
    : ["percent", to];
}

/** Whether digits stand in a clock time, a score, a name, a phone number. */
export function isNoQuantity(
  tokens: readonly Token[],
  i: number,
  core: Core,
  sentenceStart: number,
  taken: Taken,
): boolean {
  const token = tokens[i]!;
  const next = tokens[core.to];
  const before = tokens[i - 1];
  if (token.kind === "number") {
    // 07:45, 5am, 6 a.m., 10.45pm.
    if (
      at(tokens, i + 1) === ":" && tokens[i + 1]!.glued &&
      tokens[i + 2]?.kind === "number" && tokens[i + 2]!.glued
    ) return true;
    if (
      before?.text === ":" && token.glued && tokens[i - 2]?.kind === "number"
    ) {
      return true;
    }
    if (/^(am|pm|hrs|gmt|cet|est|edt|bst)$/.test(next?.lower ?? "")) {
      return true;
    }
    if (
      /^[ap]$/.test(next?.lower ?? "") && at(tokens, core.to + 1) === "." &&
      at(tokens, core.to + 2) === "m"
    ) return true;
    if (
      /^[ap]$/.test(next?.lower ?? "") && next!.glued === false &&
      at(tokens, core.to + 1) === "m"
    ) return true;
    if (/^o'clock$/.test(next?.lower ?? "")) return true;
    // 9th, 1990s, 9AB8.
    if (next?.glued && next.kind === "word" && core.to === i + 1) {
      if (/^(st|nd|rd|th|s)$/.test(next.lower)) return true;
      if (/\d/.test(next.text) && !/^[ckm]?m[23]$/.test(next.text)) {
        return true;
      }
    }
    if (next?.text === "'" && at(tokens, core.to + 1) === "s") return true;
    // Part of a code: X-3, A/4, 1-800-555, x.com/123.
    if (token.glued && before && /^[-–/_@#.\\&=+:]$/.test(before.text)) {
      const first = tokens[i - 2];
      if (before.text === "#" || before.text === "@") return true;
      if (
        before.glued && first && (first.kind === "word") &&
        !/^(minus|sub|mid|pre|post|the|of|now|then|to)$/.test(first.lower) &&
        !MEASURES.has(first.lower) && before.text !== "=" &&
        before.text !== "+" &&
        !(before.text === "-" && first.lower === "to") &&
        before.text !== "—"
      ) return true;
    }
    // The score after a name that its first number was taken into.
    if (
      token.glued && before && DASHES.has(before.text) && before.glued &&
      tokens[i - 2]?.kind === "number" && isName(tokens, i - 2, sentenceStart)
    ) return true;
    // RTX 4090 draws, whatever noun it looks like.
    if (
      /^\p{Lu}{3,}$/u.test(before?.text ?? "") &&
      /^\d{3,4}$/.test(token.text) &&
      !token.glued && core.to === i + 1 && next?.kind === "word" &&
      !PEOPLE.has(next.lower) && !TIME.has(next.lower) &&
      !MEASURES.has(next.lower) && !MONEY.has(before!.lower) &&
      !isAllCapitals(tokens, sentenceStart)
    ) return true;
    // COVID -19.
    if (
      before?.text === "-" && token.glued && !before.glued &&
      /^\p{Lu}{2,}$/u.test(tokens[i - 2]?.text ?? "")
    ) return true;
    if (isPhone(tokens, i)) return true;
    if (isClock(tokens, i, taken)) return true;
    if (
      /^\d+$/.test(token.text) && token.text.length > 1 && token.text[0] === "0"
    ) return true;
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
      const strong = namer.lower === "no" || namer.lower === "nos" ||
        !unit && scale === null;
      if (strong && !token.text.includes(",")) return true;
    }
  }
  if (token.kind === "number" && bare && scale === null && !unit) {
    if (isName(tokens, i, sentenceStart)) return true;
    return isNameAfter(tokens, i);
  }
  if (token.kind === "word" && token.capital && i > sentenceStart) {
    // Big Ten, Group of Seven; not in a headline, where much is capital.
    const beforeCapital = before?.kind === "word" && before.capital;
    const nextCapital = next?.kind === "word" && next.capital;
    if (bare && beforeCapital && !nextCapital) return true;
    if (bare && nextCapital && !isCounted({ ...next, capital: false })) {
      return true;
    }
  }
  return false;
}

/** Whether a sentence shouts: its words begin with capitals throughout. */
function isAllCapitals(tokens: readonly Token[], start: number): boolean {
  const words = tokens.slice(start, start + 8).filter(({ kind }) =>
    kind === "word"
  );
  return words.every(({ text }) => text === text.toUpperCase());
}

/** 9.30 after a day: "on 22 July at 9.30". */
function isClock(tokens: readonly Token[], i: number, taken: Taken): boolean {
  const [, hour, minute] = /^(\d{1,2})\.(\d{2})$/.exec(tokens[i]!.text) ?? [];
  return hour !== undefined && Number(hour) < 24 && Number(minute) < 60 &&
    at(tokens, i - 1) === "at" && (taken(i - 2) || taken(i + 1));
}

function isPhone(tokens: readonly Token[], i: number): boolean {
  // Three groups of digits that dashes join, or a plus before seven digits.
  const joined = (a: number) =>
    DASHES.has(at(tokens, a)) && tokens[a]!.glued &&
    tokens[a + 1]?.kind === "number" && tokens[a + 1]!.glued;
  const chain = joined(i + 1) && joined(i + 3);
  const inside = i >= 2 && DASHES.has(at(tokens, i - 1)) && tokens[i]!.glued &&
    tokens[i - 1]!.glued && tokens[i - 2]?.kind === "number" &&
    (joined(i + 1) || i >= 4 && DASHES.has(at(tokens, i - 3)) &&
        tokens[i - 2]!.glued && tokens[i - 3]!.glued &&
        tokens[i - 4]?.kind === "number");
  let first = i;
  let last = i;
  while (tokens[first - 1]?.kind === "number" && i - first < 6) first--;
  while (tokens[last + 1]?.kind === "number" && last - i < 6) last++;
  if (last - first >= 2 || last > first && at(tokens, first - 1) === "+") {
    return true;
  }
  const long = tokens[i]!.text.replace(/\D/g, "").length >= 7 &&
    at(tokens, i - 1) === "+";
  return chain || inside || long ||
    /^(tel|phone|fax|call|hotline|whatsapp)$/.test(
      at(tokens, i - 1).replace(":", ""),
    );
}

const BEFORE_COUNT: ReadonlySet<string> = new Set(
  ("january february march april may june july august september october " +
    "november december monday tuesday wednesday thursday friday saturday " +
    "sunday about around nearly almost some over under killed kills left " +
    "leaves says said").split(" "),
);

/** Whether a number follows a capital word as part of a name: iPhone 11. */
function isName(tokens: readonly Token[], i: number, start: number): boolean {
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
function isNameAfter(tokens: readonly Token[], i: number): boolean {
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
    if (!token || token.kind === "mark" && token.text !== "-") return true;
    if (isCounted({ ...token, capital: false })) return false;
    if (!token.capital) return k > i + 1 || isClosed(token.lower);
  }
  return true;
}

/** "One" that counts nothing: no one, one another, the one who. */
export function isPronoun(
  tokens: readonly Token[],
  i: number,
  core: Core,
): boolean {
  if (core.to !== i + 1 || at(tokens, i) !== "one") return false;
  if (core.fraction) return false;
  const before = at(tokens, i - 1);
  if (
    /^(no|any|every|each|the|this|that|which|another|some|someone|some|day|new|old|good|bad|big|other|only|such|same|a|by|it|and|or|to)$/
      .test(before) &&
    before !== "or" && before !== "to" && before !== "and" &&
    before !== "only" && before !== "by"
  ) return true;
  const next = tokens[i + 1];
  if (!next || next.kind !== "word") return true;
  if (next.lower === "of") {
    // "One of the best" counts one.
    return false;
  }
  if (
    /^(day|thing|way|another|time|who|that|year|night|side)$/.test(next.lower)
  ) {
    return true;
  }
  const acronym = /^\p{Lu}{2,}$/u.test(next.text);
  return !acronym && isClosed(next.lower.replace(/'s$/, "")) ||
    next.lower.endsWith("ed");
}
