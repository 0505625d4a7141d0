import type { Mention, ReadSentence } from "./analysis.ts";
import { whyNot } from "./claimable.ts";
import type { Speaking } from "./speaking.ts";
import { kindOf } from "./kind.ts";
import type { Days, NamedPeriod } from "./period.ts";
import { daysBefore, dayText } from "./period.ts";
import { shifted } from "./periods.ts";
import { statedAs } from "./stated.ts";
import type { Token } from "./token.ts";
import type { Draft } from "./types.ts";
import { comparedWith, isComparison, isOfSpeech, periodOf } from "./when.ts";

/** What a paragraph hands on to the next sentence. */
export interface Carried {
  /** The last period said, and the paragraph that said it. */
  period: { days: Days; said: string; locator: string; level: boolean } | null;
}

/** A paragraph's piece that is read. */
export interface Piece {
  readonly locator: string;
  readonly offset: number;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What is made of a number: a draft, or why there is none. */
export interface Judged {
  readonly mention: Mention;
  readonly draft: Draft | null;
  readonly why: string;
}

const at = (tokens: readonly Token[], i: number): string =>
  tokens[i]?.lower ?? "";

/** The days of a period that is named after another. */
function resolve(period: NamedPeriod, main: Days | null): Days {
  if (period.same && main && main.start !== null && main.end !== null) {
    if (period.shift) return shifted(main, period.shift);
    const year = (period as { year?: number | null }).year ?? null;
    if (year !== null) {
      for (let count = 1; count < 200; count++) {
        const moved = daysBefore(main, count, "year");
        const years = dayText(moved.end)?.slice(0, 4);
        if (years === String(year)) {
          return shifted(main, { count, span: "year" });
        }
      }
    }
    return { start: null, end: null };
  }
  if (period.shift && main && main.start !== null) {
    return shifted(main, period.shift);
  }
  return { start: period.start, end: period.end };
}

function said(piece: Piece, period: NamedPeriod): string {
  const { tokens, text } = piece;
  return text.slice(tokens[period.from]!.start, tokens[period.to - 1]!.end);
}

/** The main period of a sentence: what is said later goes on from it. */
function mainPeriod(
  tokens: readonly Token[],
  sentence: ReadSentence,
): NamedPeriod | null {
  return sentence.periods.find((period) =>
    !isComparison(tokens, period) && !isOfSpeech(tokens, period) &&
    period.end !== null
  ) ?? null;
}

function isInList(
  tokens: readonly Token[],
  sentence: ReadSentence,
  { number }: Mention,
): boolean {
  return sentence.periods.some((period) =>
    period.to === number.from ||
    period.to === number.from - 1 &&
      /^[(:,]$/.test(at(tokens, number.from - 1)) &&
      at(tokens, number.from - 1) !== ","
  );
}

/** Judges the numbers of one sentence, in order. */
export function judge(
  piece: Piece,
  sentence: ReadSentence,
  carried: Carried,
  speaking: Speaking,
): Judged[] {
  const { tokens, text } = piece;
  const main = mainPeriod(tokens, sentence);
  const judged = sentence.mentions.map((mention): Judged => {
    const inList = isInList(tokens, sentence, mention);
    const against = whyNot(tokens, mention, inList);
    if (against) return { mention, draft: null, why: against };
    const { number, hedge, unit, trend } = mention;
    const { kind, per, why } = kindOf(tokens, mention, sentence.periods);
    const stated = statedAs(kind, mention);
    const reasons = [`${kind}: ${why}`];
    let from = Math.min(hedge.from, number.from);
    let to = Math.max(hedge.to, number.to);
    if (unit && unit.from <= to + 3 && unit.sort !== "other") {
      to = Math.max(to, unit.to);
    }
    if (trend && trend.form !== "after") from = Math.min(from, trend.at);
    else if (trend) to = Math.max(to, trend.at + 1);
    const wording = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
    // The period: said with the number, or carried over.
    const named = periodOf(tokens, sentence, mention);
    let days: Days = { start: null, end: null };
    let periodSaid: string | null = null;
    let asOf: string | null = null;
    if (named) {
      days = resolve(named, main && main !== named ? main : carried.period?.days ?? null);
      periodSaid = said(piece, named);
      if (named.bond === "as_of") {
        asOf = dayText(named.end);
        if (kind !== "level") days = { start: null, end: named.end };
      }
      if (kind === "level") days = { start: days.end, end: days.end };
      reasons.push(
        `period: "${periodSaid}"${named.why ? `, ${named.why}` : ""}`,
      );
    } else if (
      carried.period && (kind === "total" || kind === "difference") &&
      !/^(are|is)$/.test(at(tokens, (unit?.to ?? number.to)))
    ) {
      days = carried.period.days;
      reasons.push(
        `period carried over from ${carried.period.locator}: "${carried.period.said}"`,
      );
    }
    const other = kind === "ratio" || kind === "difference"
      ? comparedWith(tokens, sentence, mention, named)
      : null;
    const ofDays = other ? resolve(other, days) : null;
    const spoken = speaking.of(number.from);
    if (hedge.words) reasons.push(`hedge: ${hedge.hedge}, from the words`);
    if (stated.hedge !== hedge.hedge) {
      reasons.push(`a fall turns "${hedge.hedge}" into "${stated.hedge}"`);
    }
    if (spoken.why) reasons.push(spoken.why);
    const start = tokens[from]!.start;
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
      unit: unit && unit.sort !== "money" ? unit.text : null,
      start: dayText(days.start),
      end: dayText(days.end),
      as_of: asOf,
      period_said: periodSaid,
      of_period_said: other && said(piece, other),
      of_start: ofDays && dayText(ofDays.start),
      of_end: ofDays && dayText(ofDays.end),
      speaker: spoken.speaker,
      origin: spoken.origin,
      why: reasons,
    };
    return { mention, draft, why: reasons[0]! };
  });
  if (main) {
    carried.period = {
      days: { start: main.start, end: main.end },
      said: said(piece, main),
      locator: piece.locator,
      level: main.bond === "as_of",
    };
  }
  return judged;
}
