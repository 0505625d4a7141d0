import type { Mention, ReadSentence } from "../mention.ts";
import type { Day } from "../../quantity/date.ts";
import { dayText } from "../period.ts";
import { type Judged, type Piece, said } from "../piece.ts";
import { statedAs } from "../stated.ts";
import { at } from "../token.ts";
import type { Draft } from "../types.ts";
import { whyNot } from "./claimable.ts";
import { kindOf } from "./kind.ts";
import { isOfThem } from "./of_them.ts";
import { plannedBy } from "./planned.ts";
import type { Speaking } from "./speech/speaking.ts";
import { type Carried, carry, whenOf } from "./when/carried.ts";
import {
  comparedWith,
  isComparison,
  isHead,
  isOfSpeech,
  periodOf,
  resolve,
} from "./when/period_of.ts";
import type { SlavicWords } from "./words.ts";

/** First and last token of the words that hold a number. */
function extent({ hedge, number, unit, trend }: Mention): [number, number] {
  let from = Math.min(hedge.from, number.from);
  let to = Math.max(hedge.to, number.to);
  if (unit && unit.from <= to + 1) to = Math.max(to, unit.to);
  if (trend?.form === "after") to = Math.max(to, trend.at + 1);
  else if (trend) from = Math.min(from, trend.at);
  return [from, to];
}

const planned = (word: string | null): string | null =>
  word && `"${word}": a plan, a demand or a forecast`;

/** Judges the numbers of one sentence, in order. */
export function judge(
  piece: Piece,
  sentence: ReadSentence,
  carried: Carried,
  speaking: Speaking,
  now: Day | null,
  words: SlavicWords,
): Judged[] {
  const { tokens, text } = piece;
  const main =
    sentence.periods.find((period) =>
      period.end !== null && !isComparison(tokens, period, words) &&
      !isOfSpeech(tokens, period, words)
    ) ?? null;
  let last: Draft["kind"] | null = null;
  const judged = sentence.mentions.map((mention): Judged => {
    const headed = sentence.periods.some((period) =>
      isHead(tokens, period, mention.number.from)
    );
    const found = kindOf(tokens, mention, sentence.periods, words);
    const { per } = found;
    // "Із них 140 — у реанімації": a part of a level is a level.
    const part = found.kind === "total" && last === "level" &&
      isOfThem(tokens, mention);
    const kind = part ? "level" : found.kind;
    const why = part ? "a part of the number before it" : found.why;
    const compares = kind === "ratio" || kind === "difference";
    const named = periodOf(tokens, sentence, mention, compares, words);
    const against = whyNot(tokens, mention, headed, words) ??
      planned(plannedBy(tokens, mention, named, now, words));
    if (against) return { mention, draft: null, why: against };
    last = kind;
    const stated = statedAs(kind, mention);
    const when = whenOf(piece, kind, named, main, carried);
    const other = compares
      ? comparedWith(tokens, sentence, named, words)
      : null;
    const ofDays = other && resolve(other, when.days);
    const spoken = speaking.of(mention.number.from);
    const [from, to] = extent(mention);
    const start = tokens[from]!.start;
    const wording = text.slice(start, tokens[to - 1]!.end);
    const { hedge, unit } = mention;
    const reasons = [
      `${kind}: ${why}`,
      when.why,
      hedge.words && `hedge: ${hedge.hedge}, from the words`,
      stated.hedge !== hedge.hedge &&
      `a fall turns "${hedge.hedge}" into "${stated.hedge}"`,
      spoken.why,
    ].filter((reason): reason is string => Boolean(reason));
    const draft: Draft = {
      locator: piece.locator,
      offset: piece.offset + start,
      length: wording.length,
      wording,
      kind,
      stated: stated.stated,
      stated_high: stated.high,
      hedge: stated.hedge,
      rounding: stated.rounding,
      per,
      unit: unit && unit.text,
      start: dayText(when.days.start),
      end: dayText(when.days.end),
      as_of: when.asOf,
      period_said: when.said,
      of_period_said: other && said(piece, other),
      of_start: ofDays && dayText(ofDays.start),
      of_end: ofDays && dayText(ofDays.end),
      speaker: spoken.speaker,
      origin: spoken.origin,
      why: reasons,
    };
    return { mention, draft, why: reasons[0]! };
  });
  const aside = main && /^(лише|тільки|только|лишь)$/.test(
    at(tokens, main.from - 1),
  );
  if (
    main && !aside && main.bond !== "by" && main.bond !== "until" &&
    (judged.length === 0 || judged.some(({ draft }) => draft))
  ) {
    carry(carried, piece, main);
  }
  return judged;
}
