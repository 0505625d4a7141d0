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

/** A list of months, "January 512, February 488": its whole span. */
function spanOf(
  tokens: readonly Token[],
  sentence: ReadSentence,
  main: NamedPeriod,
): Days {
  const like = sentence.periods.filter((period) =>
    period.span === main.span && period.bond === "in" &&
    period.start !== null && period.end !== null &&
    !isComparison(tokens, period) && !isOfSpeech(tokens, period)
  );
  if (like.length < 3) return { start: main.start, end: main.end };
  for (let i = 1; i < like.length; i++) {
    if (like[i]!.start !== like[i - 1]!.end! + 1) {
      return { start: main.start, end: main.end };
    }
  }
  return { start: like[0]!.start, end: like.at(-1)!.end };
}

/** Whether a number goes on from the one before it: "a third of them". */
function goesOn(
  tokens: readonly Token[],
  { number }: Mention,
  kind: string,
): boolean {
  if (kind !== "share" && kind !== "level") return true;
  if (kind === "level") return false;
  for (let i = number.to; i < number.to + 3; i++) {
    if (
      at(tokens, i) === "of" &&
      /^(them|its|their|those|these|which|whom|his|her)$/.test(at(tokens, i + 1))
    ) return true;
  }
  return false;
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
  let earlier: { days: Days; said: string } | null = null;
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
    const named = periodOf(
      tokens,
      sentence,
      mention,
      kind === "ratio" || kind === "difference",
    );
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
      // "Today more than 500 thousand have left": up to that day.
      if (/^(today|now)$/i.test(periodSaid) && kind === "total") {
        asOf = dayText(named.end);
        days = { start: null, end: named.end };
      }
      const until = sentence.periods.find((other) =>
        other !== named && (other.bond === "until" || other.bond === "by") &&
        other.end !== null && days.start !== null && other.end >= days.start &&
        (days.end === null || other.end <= days.end) &&
        !isOfSpeech(tokens, other)
      );
      if (until && kind !== "level") {
        days = { start: days.start, end: until.end };
        periodSaid = `${periodSaid} … ${said(piece, until)}`;
      }
      if (kind === "level") days = { start: days.end, end: days.end };
      reasons.push(
        `period: "${periodSaid}"${named.why ? `, ${named.why}` : ""}`,
      );
    } else if (earlier && goesOn(tokens, mention, kind)) {
      days = kind === "level"
        ? { start: earlier.days.end, end: earlier.days.end }
        : earlier.days;
      reasons.push(`period: that of the number before it: "${earlier.said}"`);
    } else if (
      carried.period &&
      (kind === "total" || kind === "difference" || kind === "ratio" ||
        kind === "rate" && carried.period.locator === piece.locator) &&
      !/^(are|is)$/.test(at(tokens, (unit?.to ?? number.to)))
    ) {
      days = carried.period.days;
      reasons.push(
        `period carried over from ${carried.period.locator}: "${carried.period.said}"`,
      );
    }
    if (days.end !== null) {
      earlier = { days, said: periodSaid ?? earlier?.said ?? carried.period!.said };
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
  if (main && judged.some(({ draft }) => draft)) {
    carried.period = {
      days: spanOf(tokens, sentence, main),
      said: said(piece, main),
      locator: piece.locator,
      level: main.bond === "as_of",
    };
  }
  return judged;
}
