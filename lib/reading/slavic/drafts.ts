import type { Mention, ReadSentence } from "../mention.ts";
import { type Days, dayText, type NamedPeriod } from "../period.ts";
import type { Judged, Piece } from "../piece.ts";
import { statedAs } from "../stated.ts";
import { at } from "../token.ts";
import type { Draft } from "../types.ts";
import { whyNot } from "./claimable.ts";
import { kindOf } from "./kind.ts";
import type { Speaking } from "./speech/speaking.ts";
import {
  comparedWith,
  isComparison,
  isHead,
  isOfSpeech,
  periodOf,
  resolve,
} from "./when/period_of.ts";
import type { SlavicWords } from "./words.ts";

/** The last period said, and the paragraph that said it. */
export interface Carried {
  period: { days: Days; said: string; locator: string } | null;
}

function said({ tokens, text }: Piece, period: NamedPeriod): string {
  return text.slice(tokens[period.from]!.start, tokens[period.to - 1]!.end);
}

/** The days of a number, the words for them, and why. */
interface When {
  readonly days: Days;
  readonly said: string | null;
  readonly asOf: string | null;
  readonly why: string | null;
}

const NEVER: When = {
  days: { start: null, end: null },
  said: null,
  asOf: null,
  why: null,
};

function whenOf(
  piece: Piece,
  kind: Draft["kind"],
  named: NamedPeriod | null,
  main: NamedPeriod | null,
  { period }: Carried,
): When {
  if (!named) {
    const goesOn = period !== null && kind !== "level" &&
      (kind !== "share" && kind !== "rate" || period.locator === piece.locator);
    return goesOn
      ? {
        ...NEVER,
        days: period.days,
        why: `period carried over from ${period.locator}: "${period.said}"`,
      }
      : NEVER;
  }
  const words = said(piece, named);
  let days = resolve(
    named,
    main && main !== named ? main : period?.days ?? null,
  );
  let asOf: string | null = null;
  if (named.bond === "as_of") {
    asOf = dayText(named.end);
    days = { start: null, end: named.end };
  }
  if (kind === "level") days = { start: days.end, end: days.end };
  return {
    days,
    said: words,
    asOf,
    why: `period: "${words}"${named.why ? `, ${named.why}` : ""}`,
  };
}

/** First and last token of the words that hold a number. */
function extent({ hedge, number, unit, trend }: Mention): [number, number] {
  let from = Math.min(hedge.from, number.from);
  let to = Math.max(hedge.to, number.to);
  if (unit && unit.from <= to + 1) to = Math.max(to, unit.to);
  if (trend?.form === "after") to = Math.max(to, trend.at + 1);
  else if (trend) from = Math.min(from, trend.at);
  return [from, to];
}

/** Judges the numbers of one sentence, in order. */
export function judge(
  piece: Piece,
  sentence: ReadSentence,
  carried: Carried,
  speaking: Speaking,
  words: SlavicWords,
): Judged[] {
  const { tokens, text } = piece;
  const main =
    sentence.periods.find((period) =>
      period.end !== null && !isComparison(tokens, period, words) &&
      !isOfSpeech(tokens, period, words)
    ) ?? null;
  const judged = sentence.mentions.map((mention): Judged => {
    const headed = sentence.periods.some((period) =>
      isHead(tokens, period, mention.number.from)
    );
    const against = whyNot(tokens, mention, headed, words);
    if (against) return { mention, draft: null, why: against };
    const { kind, per, why } = kindOf(tokens, mention, sentence.periods, words);
    const stated = statedAs(kind, mention);
    const compares = kind === "ratio" || kind === "difference";
    const named = periodOf(tokens, sentence, mention, compares, words);
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
    carried.period = {
      days: { start: main.start, end: main.end },
      said: said(piece, main),
      locator: piece.locator,
    };
  }
  return judged;
}
