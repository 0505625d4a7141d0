import { type Judged, type Piece, said } from "../piece.ts";
import type { Mention, ReadSentence } from "../mention.ts";
import { whyNot } from "./claimable.ts";
import type { Speaking } from "./speech/speaking.ts";
import { type Comparative, findComparatives } from "./comparatives.ts";
import { EVENT_VERBS } from "./words/nouns.ts";
import { isClosed } from "./words/closed_words.ts";
import { kindOf } from "./kind.ts";
import type { Days, NamedPeriod } from "../period.ts";
import { dayText } from "../period.ts";
import { statedAs } from "../stated.ts";
import { at, type Token } from "../token.ts";
import type { Draft } from "../types.ts";
import { comparedWith, isOfSpeech, periodOf } from "./when/period_of.ts";
import {
  type Carried,
  carriedInto,
  isAside,
  isInList,
  isRelative,
  mainPeriod,
  resolve,
  spanOf,
} from "./when/carried.ts";

/** The subject of a sentence before a verb of what happened. */
function subjectOf(
  tokens: readonly Token[],
  { from, to }: ReadSentence,
): string | null {
  let first = from;
  while (first < to && tokens[first]!.kind === "mark") first++;
  let comma = first + 1;
  while (comma < Math.min(to, first + 8) && tokens[comma]!.text !== ",") {
    comma++;
  }
  const opens = tokens[comma]?.text === ",";
  const starts = opens &&
      /^(in|on|since|by|during|for|from|between|last|this)$/.test(
        at(tokens, first),
      )
    ? comma + 1
    : first;
  const article = at(tokens, starts) === "the" ? 1 : 0;
  const words: string[] = [];
  for (let i = starts + article; i < Math.min(to, starts + 6); i++) {
    const token = tokens[i]!;
    if (EVENT_VERBS.has(token.lower) && words.length > 0) {
      return words.join(" ");
    }
    if (token.kind !== "word" || isClosed(token.lower)) return null;
    words.push(token.text);
  }
  return null;
}

/** The "and" within a few words before a number. */
function joiner(tokens: readonly Token[], { hedge }: Mention): string {
  for (let i = hedge.from - 1; i >= Math.max(0, hedge.from - 4); i--) {
    if (/^(and|but|or)$/.test(at(tokens, i))) return at(tokens, i);
  }
  return "";
}

/** "Down from 83,000", "against 122": what a figure was before. */
function isEarlierFigure(
  tokens: readonly Token[],
  { hedge }: Mention,
): boolean {
  const before = at(tokens, hedge.from - 1);
  return before === "against" ||
    /^(with|to)$/.test(before) && at(tokens, hedge.from - 2) === "compared" ||
    before === "from" && /^(up|down)$/.test(at(tokens, hedge.from - 2));
}

/** Whether a number goes on from the one before it: "a third of them". */
function goesOn(
  tokens: readonly Token[],
  { number }: Mention,
  kind: string,
): boolean {
  if (kind === "level") return false;
  if (kind !== "share") return true;
  if (
    !/^(are|is|goes|go|say|says|live|have|has)$/.test(at(tokens, number.to)) &&
    at(tokens, number.from - 1) === ","
  ) return true;
  if (
    tokens.slice(number.from - 5 < 0 ? 0 : number.from - 5, number.from).some((
      { lower },
    ) => /^(and|in|or|for)$/.test(lower)) &&
    /^(of|,|\.)$/.test(at(tokens, number.to))
  ) return true;
  for (let i = number.to; i < number.to + 3; i++) {
    if (
      at(tokens, i) === "of" &&
      /^(them|its|their|those|these|which|whom|his|her)$/.test(
        at(tokens, i + 1),
      )
    ) return true;
  }
  return false;
}

/**
 * "Doubled between 2022 and 2023": a change from the first period named to the
 * last; "from January to October thefts rose by 12%" is of all those months.
 */
function reachesFrom(
  tokens: readonly Token[],
  { number, trend }: Mention,
  period: NamedPeriod,
): boolean {
  if (!period.ends || trend?.form === "after") return false;
  return at(tokens, period.ends.from - 1) === "between" ||
    period.span === "year" || period.from >= number.to;
}

/** Whether a sentence tells what was. */
function isPast(tokens: readonly Token[], { from, to }: ReadSentence): boolean {
  return tokens.slice(from, to).some(({ lower }) =>
    /^(was|were|had|did)$/.test(lower) || /.{3}ed$/.test(lower)
  );
}

/** "Eighty per cent!": a sentence that only says a number again. */
function whySentence(
  tokens: readonly Token[],
  { from, to }: ReadSentence,
  { number }: Mention,
): string | null {
  if (from === 0 || to - from > number.to - number.from + 3) return null;
  for (let i = from; i < to; i++) {
    const own = i >= number.from && i < number.to;
    if (!own && tokens[i]!.kind !== "mark") return null;
  }
  return /^[!?]$/.test(at(tokens, number.to))
    ? "said again, with nothing else"
    : null;
}

/** "29 in 2029 and 51 the year before": the year before the last one named. */
function lastBefore(
  tokens: readonly Token[],
  { periods }: ReadSentence,
  named: NamedPeriod,
): NamedPeriod | null {
  if (!named.shift || named.same) return null;
  return periods.findLast((period) =>
    period.to <= named.from && period.start !== null && !period.shift &&
    !period.same && !isOfSpeech(tokens, period)
  ) ?? null;
}

/** "From 203 days to 241": both numbers of a change are of one sort. */
function whyChange(
  { mentions }: ReadSentence,
  index: number,
): string | null {
  const { number, unit } = mentions[index]!;
  if (number.change === null || unit && unit.sort !== "other") return null;
  const other = mentions[number.change === "to" ? index - 1 : index + 1];
  if (other?.number.change == null) return null;
  const sort = other.unit?.sort;
  return sort === "time" || sort === "measure" || sort === "money"
    ? "one end of a change that counts nothing"
    : null;
}

/** Judges the numbers of one sentence, in order. */
export function judge(
  piece: Piece,
  sentence: ReadSentence,
  carried: Carried,
  speaking: Speaking,
): { judged: Judged[]; drafts: Draft[] } {
  const { tokens, text } = piece;
  const main = mainPeriod(tokens, sentence);
  const subject = subjectOf(tokens, sentence);
  if (subject) speaking.subject(subject);
  let rate: string | null = null;
  let previous: "total" | "level" | null = null;
  let earlier: { days: Days; said: string } | null = null;
  let after = false;
  const judged = sentence.mentions.map((mention, index): Judged => {
    const inList = isInList(tokens, sentence, mention);
    const against = whySentence(tokens, sentence, mention) ??
      whyNot(tokens, mention, inList, after) ??
      whyChange(sentence, index);
    if (against) return { mention, draft: null, why: against };
    after = true;
    const { number, hedge, unit, trend } = mention;
    let { kind, per, why } = kindOf(tokens, mention, sentence.periods);
    if (
      previous && (kind === "total" || kind === "level") && kind !== previous &&
      isEarlierFigure(tokens, mention)
    ) [kind, why] = [previous, "the earlier figure of the one before it"];
    // "450 people a month leave and more than 500 come".
    if (
      (kind === "total" || kind === "level") && rate && !unit &&
      (kind === "total" && /^(and|but|or)$/.test(joiner(tokens, mention)) ||
        /^(is|was)$/.test(at(tokens, hedge.from - 1)) &&
          at(tokens, hedge.from - 2) === "it")
    ) {
      [kind, per, why] = ["rate", rate, "as the number before it"];
    }
    rate = kind === "rate" ? per : null;
    if (kind === "total" || kind === "level") previous = kind;
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
    const before = named ? null : carriedInto(carried, piece);
    if (named) {
      const own = lastBefore(tokens, sentence, named) ??
        (main !== named ? main : null);
      const after = own ??
        (isRelative(tokens, named)
          ? carriedInto(carried, piece)?.period.days ?? null
          : null);
      days = resolve(tokens, named, after);
      periodSaid = said(piece, named);
      if (named.bond === "as_of") {
        asOf = dayText(named.end);
        // "As of Friday 300 wait, up 4 percent": a ratio of two moments.
        const moment = kind === "level" || previous === "level" &&
            (kind === "ratio" || kind === "difference" || kind === "share");
        days = { start: moment ? named.end : null, end: named.end };
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
        !isOfSpeech(tokens, other) &&
        !sentence.mentions.some((one) =>
          one.number.from >= number.to && one.number.to <= other.from
        )
      );
      if (until && kind !== "level") {
        days = { start: days.start, end: until.end };
        periodSaid = `${periodSaid} … ${said(piece, until)}`;
      }
      if (kind === "level") days = { start: days.end, end: days.end };
      reasons.push(
        `period: "${periodSaid}"${named.why ? `, ${named.why}` : ""}`,
      );
    } else if (isEarlierFigure(tokens, mention)) {
      const compared = before && carried.compared;
      days = compared ?? { start: null, end: null };
      if (compared) {
        reasons.push("period: the one compared with before");
      }
    } else if (earlier && goesOn(tokens, mention, kind)) {
      days = kind === "level"
        ? { start: earlier.days.end, end: earlier.days.end }
        : earlier.days;
      reasons.push(`period: that of the number before it: "${earlier.said}"`);
    } else if (
      before &&
      (kind === "total" || kind === "difference" || kind === "ratio" ||
        (kind === "rate" || kind === "share" && isPast(tokens, sentence)) &&
          before.shared === null) &&
      !/^(are|is)$/.test(at(tokens, unit?.to ?? number.to))
    ) {
      const { period, shared } = before;
      days = period.days;
      reasons.push(
        `period carried over from ${period.locator}: "${period.said}"` +
          (shared === null ? "" : `; "${shared}" goes on`),
      );
    }
    if (days.end !== null) {
      earlier = {
        days,
        said: periodSaid ?? earlier?.said ?? carried.period?.said ?? "",
      };
    }
    const compares = kind === "ratio" || kind === "difference";
    const other = compares
      ? comparedWith(tokens, sentence, mention, named)
      : null;
    const ends =
      compares && named && !other && reachesFrom(tokens, mention, named)
        ? named.ends!
        : null;
    if (ends) {
      days = ends.last;
      reasons.push("the last of the two periods named, against the first");
    }
    const ofDays = other
      ? resolve(tokens, other, days)
      : ends
      ? ends.first
      : null;
    if (ofDays && ofDays.end !== null) carried.compared = ofDays;
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
      of_period_said: other ?? ends ? said(piece, (other ?? ends)!) : null,
      of_start: ofDays && dayText(ofDays.start),
      of_end: ofDays && dayText(ofDays.end),
      speaker: spoken.speaker,
      origin: spoken.origin,
      why: reasons,
    };
    return { mention, draft, why: reasons[0]! };
  });
  const comparatives = findComparatives(tokens, sentence).map((found) =>
    comparativeDraft(piece, found, main, speaking)
  );
  if (
    main && main.bond !== "by" && main.bond !== "until" &&
    (judged.length === 0 || judged.some(({ draft }) => draft) ||
      main.from <= sentence.from + 1 &&
        /^(on|in|during|between|from|since)$/.test(at(tokens, main.from))) &&
    !isAside(tokens, sentence, main, carried)
  ) {
    carried.compared = null;
    carried.period = {
      days: spanOf(tokens, sentence, main),
      said: said(piece, main),
      locator: piece.locator,
      level: main.bond === "as_of",
    };
  }
  return {
    judged,
    drafts: [...judged.flatMap(({ draft }) => draft ?? []), ...comparatives]
      .sort((a, b) => a.offset - b.offset),
  };
}

function comparativeDraft(
  piece: Piece,
  { from, to, more, unit, against }: Comparative,
  main: NamedPeriod | null,
  speaking: Speaking,
): Draft {
  const { tokens, text } = piece;
  const wording = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  const own = main && main !== against ? main : null;
  const days: Days = { start: own?.start ?? null, end: own?.end ?? null };
  const ofDays = resolve(tokens, against, days);
  const { speaker, origin } = speaking.of(from);
  return {
    locator: piece.locator,
    offset: piece.offset + tokens[from]!.start,
    length: wording.length,
    wording,
    kind: "ratio",
    stated: "1",
    stated_high: null,
    hedge: more ? "over" : "up_to",
    rounding: null,
    per: null,
    unit: unit.text,
    start: dayText(days.start),
    end: dayText(days.end),
    as_of: null,
    period_said: own && said(piece, own),
    of_period_said: said(piece, against),
    of_start: dayText(ofDays.start),
    of_end: dayText(ofDays.end),
    speaker,
    origin,
    why: [
      more
        ? 'ratio: "more … than" says a ratio above one'
        : 'ratio: "fewer … than" says a ratio below one',
    ],
  };
}
