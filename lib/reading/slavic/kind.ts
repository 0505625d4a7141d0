import type { Mention } from "../mention.ts";
import type { NamedPeriod } from "../period.ts";
import { at, type Token } from "../token.ts";
import type { DraftKind } from "../types.ts";
import { begins, type SlavicWords } from "./words.ts";

/** A kind and why. */
export interface FoundKind {
  readonly kind: DraftKind;
  readonly per: string | null;
  readonly why: string;
}

const STOPS: ReadonlySet<string> = new Set([";", "(", ")", "—", "–", ":"]);

/** "На день", "щомісяця", "кожного місяця": what a rate is per. */
function perOf(
  tokens: readonly Token[],
  { number, unit, sentence, hedge }: Mention,
  words: SlavicWords,
): { per: string; words: string } | null {
  const near = Math.min(sentence.to, (unit?.to ?? number.to) + 4);
  for (let i = number.to; i < near; i++) {
    const word = at(tokens, i);
    if (tokens[i]!.kind !== "word") break;
    const per = words.per.get(word);
    if (per) return { per, words: word };
    const span = words.spans.get(at(tokens, i + 1));
    const stands = i === number.to || i === unit?.to;
    const bare = words.perBefore.has(word) && stands && span !== undefined;
    // "За рік" and "у місяці" say when; "на рік", "в месяц" how often.
    const often = /^(на|в)$/.test(word) ||
      /^(добу|сутки|день)$/.test(at(tokens, i + 1));
    if (
      bare && often && span !== "decade" &&
      /^(день|добу|тиждень|місяць|рік|квартал|сутки|неделю|месяц|год)$/.test(
        at(tokens, i + 1),
      )
    ) return { per: span, words: `${word} ${at(tokens, i + 1)}` };
    if (words.every.has(word) && span !== undefined && span !== "decade") {
      return { per: span, words: `${word} ${at(tokens, i + 1)}` };
    }
  }
  for (
    let i = hedge.from - 1;
    i >= Math.max(sentence.from, hedge.from - 7);
    i--
  ) {
    const word = at(tokens, i);
    if (STOPS.has(tokens[i]!.text) || tokens[i]!.kind === "number") return null;
    const per = words.per.get(word);
    if (per) return { per, words: word };
    const span = words.spans.get(at(tokens, i + 1));
    if (words.every.has(word) && span !== undefined && span !== "decade") {
      return { per: span, words: `${word} ${at(tokens, i + 1)}` };
    }
  }
  return null;
}

/** Why a number is how many there are at a moment. */
function levelOf(
  tokens: readonly Token[],
  { number, unit, sentence, hedge }: Mention,
  periods: readonly NamedPeriod[],
  words: SlavicWords,
): string | null {
  let state: string | null = null;
  let event: string | null = null;
  let [stateAt, eventAt] = [Infinity, Infinity];
  const look = (i: number) => {
    const word = at(tokens, i);
    if (word.length < 3) return;
    if (begins(word, words.states)) {
      state ??= word;
      stateAt = Math.min(stateAt, i);
    } else if (begins(word, words.events)) {
      event ??= word;
      eventAt = Math.min(eventAt, i);
    }
  };
  const far = Math.min(sentence.to, (unit?.to ?? number.to) + 5);
  for (let i = unit?.to ?? number.to; i < far; i++) {
    if (STOPS.has(tokens[i]!.text) || tokens[i]!.kind === "number") break;
    look(i);
  }
  // "12 вважаються зниклими": the verb goes before what it is said of.
  const first = stateAt < eventAt && eventAt < Infinity ? state : null;
  for (
    let i = hedge.from - 1;
    i >= Math.max(sentence.from, hedge.from - 6);
    i--
  ) {
    if (STOPS.has(tokens[i]!.text) || tokens[i]!.kind === "number") break;
    look(i);
  }
  if (first) return `"${first}": a state`;
  if (event) return null;
  if (state) return `"${state}": a state`;
  return periods.some(({ bond }) => bond === "as_of")
    ? "as of a day, and no verb of what happened"
    : null;
}

/** The kind of a number, and what it is per. */
export function kindOf(
  tokens: readonly Token[],
  mention: Mention,
  periods: readonly NamedPeriod[],
  words: SlavicWords,
): FoundKind {
  const { number, trend } = mention;
  const plain = (kind: DraftKind, why: string): FoundKind => ({
    kind,
    per: null,
    why,
  });
  if (number.multiple) return plain("ratio", "it multiplies another count");
  const share = number.scale === "percent" || number.fraction !== null;
  const word = trend ? at(tokens, trend.at) : "";
  if (share && trend) {
    return plain(
      "ratio",
      `"${word}": a change by a share, so a ratio to what it was`,
    );
  }
  if (share) return plain("share", "a part of another count");
  if (trend) return plain("difference", `"${word}": how much more or less`);
  const per = perOf(tokens, mention, words);
  if (per) return { kind: "rate", per: per.per, why: `"${per.words}"` };
  const level = levelOf(tokens, mention, periods, words);
  return level
    ? plain("level", level)
    : plain("total", "a count over a period");
}
