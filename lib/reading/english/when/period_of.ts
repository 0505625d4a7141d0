import { distance } from "../../distance.ts";
import type { Mention, ReadSentence } from "../../mention.ts";
import { isClosed } from "../words/closed_words.ts";
import { SAYING } from "../words/speech_words.ts";
import { MAGNITUDES, MULTIPLES, SMALL } from "../words/number_words.ts";
import type { NamedPeriod } from "../../period.ts";
import { at, type Token } from "../../token.ts";

/** Whether a period says when somebody spoke: "said on Monday". */
export function isOfSpeech(
  tokens: readonly Token[],
  period: NamedPeriod,
): boolean {
  // "Kolm prison, built in 1904".
  if (
    /^(built|founded|established|born|created|inaugurated|dating)$/.test(
      at(tokens, period.from - 1),
    )
  ) {
    return true;
  }
  // "LOMBAR, 11 Jan. — …" and "BEIJING, March 21. /TASS/": the dateline.
  if (
    period.from <= 6 && period.span === "day" &&
    /^[.—–/(-]$/.test(at(tokens, period.to))
  ) {
    const first = tokens[0]!;
    if (
      first.text.length > 1 && first.text === first.text.toUpperCase() &&
      first.capital
    ) return true;
  }
  if (period.span !== "day" && period.span !== "week" || period.bond !== "in") {
    return false;
  }
  // "Update, 6 January": the date of a note.
  for (let i = period.from - 1; i >= Math.max(0, period.from - 2); i--) {
    if (
      /^(update|updated|published|posted|correction|corrected|modified)$/.test(
        at(tokens, i),
      )
    ) return true;
  }
  for (let i = period.from - 1; i >= Math.max(0, period.from - 6); i--) {
    const token = tokens[i]!;
    if (token.kind !== "word" || token.lower === "that") return false;
    if (SAYING.has(token.lower)) {
      return !/^(counted|counts|registered|logged|found|reported|showed|put)$/
        .test(token.lower) ||
        i === period.from - 1 && token.lower === "reported" &&
          tokens[i - 1]?.capital === true;
    }
    if (period.from - i > 4) return false;
  }
  return false;
}

const AGAINST: ReadonlySet<string> = new Set(
  "than against versus vs".split(" "),
);

/** "A year earlier there had been 300": the sentence is about that year. */
export function isOpening(
  tokens: readonly Token[],
  period: NamedPeriod,
): boolean {
  const before = tokens[period.from - 1];
  return before === undefined || /^[.!?;"”»]$/.test(before.text);
}

/** Whether a period is what a number is compared with. */
export function isComparison(
  tokens: readonly Token[],
  period: NamedPeriod,
): boolean {
  if (period.same || period.shift) return !isOpening(tokens, period);
  for (let i = period.from; i >= Math.max(0, period.from - 5); i--) {
    const word = at(tokens, i);
    if (
      word === "average" && i >= period.from - 2 && at(tokens, i - 1) !== "on"
    ) return true;
    if (word === "than") {
      // "More than tripled in April" compares with nothing in April.
      const hedged = tokens.slice(i + 1, period.from).some((token) =>
        token.kind === "number" || MULTIPLES.has(token.lower) ||
        SMALL.has(token.lower) || MAGNITUDES.has(token.lower)
      );
      return !hedged;
    }
    // "As many as in June", "as at the April rally".
    if (
      word === "as" && i < period.from && at(tokens, i + 1) !== "of" &&
      /^(in|at|on|during|for|the)$/.test(at(tokens, i + 1))
    ) return true;
    // "Vaccinated against polio last week" compares nothing.
    if (
      word === "against" && tokens[i + 1]?.kind === "word" &&
      !isClosed(at(tokens, i + 1)) && i + 1 < period.from
    ) continue;
    if (AGAINST.has(word) || word === "compared" || word === "relative") {
      // "Against 26,950 a year earlier" is that number's own.
      return true;
    }
    if (word === "on" && i === period.from && period.span === "year") {
      return true;
    }
    if (tokens[i]!.kind === "mark" && i < period.from) return false;
  }
  return false;
}

/** "From 9,870 in 2028" after a number: what it was before. */
function isFrom(
  tokens: readonly Token[],
  period: NamedPeriod,
  to: number,
): boolean {
  if (period.from < to) return false;
  for (let i = period.from - 1; i >= Math.max(to, period.from - 5); i--) {
    if (/^(from|than)$/.test(at(tokens, i))) return true;
    if (tokens[i]!.text === "," || tokens[i]!.text === ";") return false;
  }
  return false;
}

function hasSemicolon(
  tokens: readonly Token[],
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.text === ";") return true;
  return false;
}

/** "412, compared with 655 in May": May is of the 655 alone. */
function isOfNext(
  tokens: readonly Token[],
  sentence: ReadSentence,
  from: number,
  to: number,
): boolean {
  for (let i = from; i < to; i++) {
    if (!/^(compared|against|versus|vs)$/.test(at(tokens, i))) continue;
    return sentence.mentions.some(({ number }) =>
      number.from > i && number.to <= to
    );
  }
  return false;
}

/** "In 2022 and 2023 400 and 500 came, respectively": each its own. */
function ofEach(
  tokens: readonly Token[],
  { from, to, periods, mentions }: ReadSentence,
  mention: Mention,
): NamedPeriod | null {
  if (periods.length < 2 || periods.length !== mentions.length) return null;
  for (let i = from; i < to; i++) {
    if (at(tokens, i) === "respectively") {
      return periods[mentions.indexOf(mention)] ?? null;
    }
  }
  return null;
}

/** How much further away what stands behind a mark is. */
const DIVIDING: ReadonlyMap<string, number> = new Map([
  [";", 40],
  ["—", 15],
  ["–", 15],
  [",", 3],
  ["and", 2],
]);

/** The period of a number in its sentence, and how far it stands. */
export function periodOf(
  tokens: readonly Token[],
  sentence: ReadSentence,
  mention: Mention,
  compared: boolean,
): NamedPeriod | null {
  const own = ofEach(tokens, sentence, mention);
  if (own) return own;
  let best: NamedPeriod | null = null;
  let least = Infinity;
  const { from, to } = mention.number;
  for (const period of sentence.periods) {
    if (isOfSpeech(tokens, period)) continue;
    const compares = isComparison(tokens, period) ||
      compared && isFrom(tokens, period, to);
    if (compares && compared) continue;
    const after = period.from >= to;
    if (
      after && (hasSemicolon(tokens, to, period.from) ||
        isOfNext(tokens, sentence, to, period.from))
    ) continue;
    let cost = after
      ? distance(tokens, to, period.from, sentence, DIVIDING)
      : distance(tokens, period.to, from, sentence, DIVIDING) + 1;
    if (compares && cost > (period.same || period.shift ? after ? 3 : 2 : 2)) {
      continue;
    }
    // What begins a sentence is said of all of it.
    if (
      !after && period.from <= sentence.from + 3 &&
      !hasSemicolon(tokens, period.to, from)
    ) cost = Math.min(cost, 14);
    if (after && cost > 1) {
      // The next number's own: "512, February 488".
      const next = sentence.mentions.find(({ number }) =>
        number.from >= period.to
      );
      if (next && next.number.from === period.to && cost > 1) cost += 12;
    }
    if (cost < least) [best, least] = [period, cost];
  }
  return best;
}

/** The period that a ratio or difference compares with. */
export function comparedWith(
  tokens: readonly Token[],
  sentence: ReadSentence,
  mention: Mention,
  own: NamedPeriod | null,
): NamedPeriod | null {
  let best: NamedPeriod | null = null;
  let least = Infinity;
  const { to, from } = mention.number;
  for (const period of sentence.periods) {
    if (period === own || isOfSpeech(tokens, period)) continue;
    let linked = isComparison(tokens, period);
    for (let i = period.from - 1; i >= Math.max(from, period.from - 6); i--) {
      if (
        /^(from|than|against|since|over|recorded|in)$/.test(at(tokens, i)) ||
        i === period.from - 1 && at(tokens, period.from) === "since"
      ) linked = true;
    }
    if (
      /^(since|from|in|over)$/.test(at(tokens, period.from)) &&
      period.from >= to
    ) linked = true;
    if (!linked) continue;
    const cost = period.from >= to ? period.from - to : from - period.to + 10;
    if (cost < least) [best, least] = [period, cost];
  }
  return best;
}
