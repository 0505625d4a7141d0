import type { Mention } from "../mention.ts";
import { clauseOf } from "./claimable.ts";
import {
  EVENT_VERBS,
  PER_ADVERBS,
  PER_WORDS,
  STATE_NOUNS,
  STATE_VERBS,
} from "./words/nouns.ts";
import { isClosed } from "./words/closed_words.ts";
import type { NamedPeriod } from "../period.ts";
import { at, type Token } from "../token.ts";
import type { DraftKind } from "../types.ts";

/** A kind and why. */
export interface FoundKind {
  readonly kind: DraftKind;
  readonly per: string | null;
  readonly why: string;
}

/** "A day", "every month", "weekly": what a rate is per. */
export function perOf(
  tokens: readonly Token[],
  mention: Mention,
): { per: string; words: string } | null {
  const { number, unit, sentence } = mention;
  const [from, end] = clauseOf(tokens, mention, true);
  const start = number.to;
  const far = Math.min(end, sentence.to, (unit?.to ?? start) + 12);
  for (let i = start; i < far; i++) {
    const word = at(tokens, i);
    // Another number takes what stands after it.
    if (i > start && tokens[i]!.kind === "number") break;
    const adverb = PER_ADVERBS.get(word);
    if (adverb) {
      // "Weekly" before a noun describes it.
      const next = tokens[i + 1];
      if (!next || next.kind === "mark" || isClosed(next.lower)) {
        return { per: adverb, words: word };
      }
    }
    const per = PER_WORDS.get(at(tokens, i + 1));
    if (!per) continue;
    if (word === "per" || word === "every" || word === "each") {
      return { per, words: `${word} ${at(tokens, i + 1)}` };
    }
    if (word === "a") {
      const after = at(tokens, i + 2);
      // "After a week of rain", "within a day".
      if (
        after === "of" ||
        /^(after|within|in|for|during|over|than|of|about|nearly|almost|least|half|through)$/
          .test(at(tokens, i - 1))
      ) continue;
      if (
        /^(ago|earlier|before|later|after|contract|on)$/.test(after) &&
        after !== "on"
      ) continue;
      const next = tokens[i + 2];
      const closes = !next || next.kind === "mark" || isClosed(next.lower);
      if (
        i === start || i === unit?.to || closes && i <= (unit?.to ?? start) + 6
      ) return { per, words: `a ${at(tokens, i + 1)}` };
    }
  }
  // "Every day, 323 couples said yes".
  const { from: begins } = sentence;
  const leading = PER_WORDS.get(at(tokens, begins + 1));
  if (
    leading && /^(every|each)$/.test(at(tokens, begins)) &&
    at(tokens, begins + 2) === ","
  ) {
    return {
      per: leading,
      words: `${at(tokens, begins)} ${at(tokens, begins + 1)}`,
    };
  }
  // "Every month 300 die", "a monthly average of 300".
  for (let i = number.from - 1; i >= Math.max(from, number.from - 8); i--) {
    const per = PER_WORDS.get(at(tokens, i));
    if (per && /^(every|each|per)$/.test(at(tokens, i - 1))) {
      return { per, words: `${at(tokens, i - 1)} ${at(tokens, i)}` };
    }
    const adverb = PER_ADVERBS.get(at(tokens, i));
    if (adverb && at(tokens, i + 1) === "average") {
      return { per: adverb, words: `${at(tokens, i)} average` };
    }
  }
  return null;
}

/** Whether a period is one day. */
const isDay = ({ start, end }: NamedPeriod): boolean =>
  end !== null && (start === end || start === null);

/** "At the end of March". */
function isEdge(tokens: readonly Token[], { from }: NamedPeriod): boolean {
  return at(tokens, from) === "at" &&
    /^(end|start|beginning|close)$/.test(at(tokens, from + 2));
}

const PRESENT: ReadonlySet<string> = new Set(
  "are is were was there".split(" "),
);

function isLevel(
  tokens: readonly Token[],
  mention: Mention,
  periods: readonly NamedPeriod[],
): string | null {
  const { number, unit } = mention;
  const [from, to] = clauseOf(tokens, mention, true);
  const head = unit?.head ?? "";
  const asOf = periods.some(({ bond }) => bond === "as_of");
  let event: string | null = null;
  let state: string | null = null;
  // "The toll for 2031 stood at 300": what a count over a period came to.
  const counted = periods.some(({ start, end, bond }) =>
    bond === "in" && start !== null && end !== null && end - start > 26
  );
  const edge = periods.some((period) => isEdge(tokens, period));
  for (let i = from; (counted || edge) && i < number.from; i++) {
    if (/^(toll|tally)$/.test(at(tokens, i))) return null;
  }
  const last = Math.min(to, (unit?.to ?? number.to) + 5);
  for (let i = unit?.to ?? number.to; i < last; i++) {
    const word = at(tokens, i);
    // "Remained closed" is a state, whatever closed it.
    if (/^(remain|remains|remained)$/.test(word) && !event) {
      return `"${word}": a state`;
    }
    if (EVENT_VERBS.has(word)) event ??= word;
    // "Were detained" is what happened, unless a day is named for it.
    const done = !asOf && /ed$/.test(word) &&
      /^(were|was|been)$/.test(at(tokens, i - 1));
    if (
      STATE_VERBS.has(word) && !done &&
      !(word === "have" || word === "has" || word === "had")
    ) {
      state ??= word;
    }
    if (
      PRESENT.has(word) && !EVENT_VERBS.has(at(tokens, i + 1)) &&
      !/(ed|ing|en|un|own|ught|ld|lt|ft|ut|ost)$/.test(at(tokens, i + 1)) &&
      !/^(being|not|also|then|later|all|found|sent|lost|made|hit|run|left|dead|put|shot)$/
        .test(at(tokens, i + 1)) &&
      (word !== "were" && word !== "was" ||
        /^(without|in|at|on|under|behind|still|homeless|out|missing|aboard|present)$/
          .test(at(tokens, i + 1)))
    ) state ??= word;
    if (/^(still|currently|now)$/.test(word)) state ??= word;
  }
  // "Have died and 67 are still missing": the verb before is another number's.
  const apart = state !== null &&
    /^(and|but)$/.test(at(tokens, mention.hedge.from - 1));
  for (
    let i = mention.hedge.from - 1;
    !apart && i >= Math.max(from, mention.hedge.from - 4);
    i--
  ) {
    const word = at(tokens, i);
    if (EVENT_VERBS.has(word)) {
      event ??= word;
      break;
    }
    if (
      /^(has|have|employ|employs|employed|house|houses|hold|host|holds|hosts|numbers|numbered|stands|stood|totals|held|hosted|is|are|had|of|with)$/
        .test(word)
    ) {
      // "Has climbed to 300" is what happened.
      // "Has approached 300": the hedge is the verb.
      if (/^(has|have|had)$/.test(word) && /ed$/.test(at(tokens, i + 1))) break;
      if (
        /^(has|have|had)$/.test(word) && i < mention.hedge.from - 1 &&
        /(ed|en|own|un|ne|ld|ft|me|ade)$/.test(at(tokens, i + 1))
      ) break;
      if (word === "of" || word === "with") {
        if (
          /^(population|force|total|roster|staff|workforce|backlog|fleet|membership|stock|town|city|village|army)$/
              .test(at(tokens, i - 1)) && at(tokens, i - 1) !== "total" ||
          word === "with" && STATE_NOUNS.has(head)
        ) {
          state ??= at(tokens, i - 1);
        }
        continue;
      }
      if (
        PRESENT.has(word) && i < mention.hedge.from - 1 &&
        !/^(now|still|currently|about|around|only|also|already|some)$/.test(
          at(tokens, i + 1),
        )
      ) continue;
      state ??= word;
      break;
    }
  }
  // "The number waiting rose to 31,480 at the end of March".
  if (
    /^(to|at)$/.test(at(tokens, mention.hedge.from - 1)) &&
    periods.some((period) => isEdge(tokens, period))
  ) state ??= "at the end or the start of a period";
  if (
    /^(there)$/.test(at(tokens, mention.hedge.from - 2)) &&
    /^(were|are|was|is)$/.test(at(tokens, mention.hedge.from - 1)) &&
    periods.some(isDay)
  ) state ??= "there were, on a day";
  for (let i = number.to; i < to - 1; i++) {
    if (
      at(tokens, i) === "at" && /^(present|moment)$/.test(at(tokens, i + 1))
    ) {
      state ??= "at present";
    }
  }
  if (
    /^(homeless|missing|unemployed|vacant|hospitalised|hospitalized|displaced|detained|jobless)$/
      .test(at(tokens, unit?.from ?? number.to)) && periods.some(isDay)
  ) return `"${at(tokens, unit!.from)}" on a day: a state`;
  if (event) return null;
  if (asOf && (state || number.to >= 0 && !event)) {
    return "as of a day, and no verb of what happened";
  }
  if (state) return `"${state}": a state`;
  if (STATE_NOUNS.has(head) && head !== "members") {
    return `"${head}" are counted at a moment`;
  }
  return null;
}

/** The kind of a number, and what it is per. */
export function kindOf(
  tokens: readonly Token[],
  mention: Mention,
  periods: readonly NamedPeriod[],
): FoundKind {
  const { number, trend } = mention;
  if (number.multiple) {
    return { kind: "ratio", per: null, why: "it multiplies another count" };
  }
  const share = number.scale === "percent" || number.fraction !== null;
  if (share && trend) {
    return {
      kind: "ratio",
      per: null,
      why: `"${
        at(tokens, trend.at)
      }": a change by a share, so a ratio to what it was`,
    };
  }
  if (share) {
    return { kind: "share", per: null, why: "a part of another count" };
  }
  if (trend && !number.change) {
    return {
      kind: "difference",
      per: null,
      why: `"${at(tokens, trend.at)}": how much more or less`,
    };
  }
  const per = perOf(tokens, mention);
  if (per) return { kind: "rate", per: per.per, why: `"${per.words}"` };
  const level = isLevel(tokens, mention, periods);
  if (level) return { kind: "level", per: null, why: level };
  return { kind: "total", per: null, why: "a count over a period" };
}
