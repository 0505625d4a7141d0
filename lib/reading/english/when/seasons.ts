import { type Day, monthOf } from "../../../quantity/date.ts";
import { type Calendar, months } from "../../period.ts";
import { at, type Token } from "../../token.ts";
import { SEASONS } from "../words/calendar_words.ts";
import { PLAIN, yearAt } from "./dates.ts";

/** The last of its kind that began by a day: its first month. */
function lastBegun(
  now: Day,
  [first]: readonly [number, number],
): number {
  const year = Math.floor(monthOf(now) / 12);
  return year * 12 + first > monthOf(now)
    ? (year - 1) * 12 + first
    : year * 12 + first;
}

/**
 * "Summer 2031", "the spring of 2031", "last winter", "this autumn"; "over the
 * winter" is the last that began. A winter of one year may be either of two.
 */
export function seasonAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  const opening = at(tokens, i);
  if (opening === "the" && SEASONS.has(at(tokens, i + 2))) {
    // "The previous winter" is the one before that the text is about.
    return /^(previous|preceding)$/.test(at(tokens, i + 1))
      ? {
        ...PLAIN,
        to: i + 3,
        span: "quarter",
        start: null,
        end: null,
        shift: { count: 1, span: "year" },
      }
      : null;
  }
  const which = /^(the|last|this|past|previous)$/.test(opening) ? 1 : 0;
  const season = SEASONS.get(at(tokens, i + which));
  if (!season) return null;
  const length = season[1] - season[0];
  const to = i + which + 1;
  const of = at(tokens, to) === "of" ? 1 : 0;
  const year = yearAt(tokens, to + of);
  if (year !== null) {
    const found = { ...PLAIN, year, to: to + of + 1, span: "quarter" } as const;
    return season[1] > 11
      ? { ...found, start: null, end: null }
      : { ...found, ...months(year * 12 + season[0], year * 12 + season[1]) };
  }
  const within = /^(over|during|through|throughout|in)$/.test(
    at(tokens, i - 1),
  );
  if (now === null || !which || opening === "the" && !within) return null;
  let first = lastBegun(now, season);
  if (/^(last|previous)$/.test(opening) && first + length >= monthOf(now)) {
    first -= 12;
  }
  return {
    ...PLAIN,
    ...months(first, first + length),
    to,
    span: "quarter",
    why: "winter, spring, summer and autumn taken as three months each",
  };
}

/** "Over the weekend", "last weekend": the last Saturday and Sunday. */
export function weekendAt(
  tokens: readonly Token[],
  i: number,
  now: Day | null,
): Calendar | null {
  if (
    !/^(the|last|this|past)$/.test(at(tokens, i)) ||
    at(tokens, i + 1) !== "weekend"
  ) return null;
  const found = { ...PLAIN, to: i + 2, span: "week" } as const;
  if (now === null) return { ...found, start: null, end: null };
  // Saturday is day 5 of a week that begins on Monday.
  const ago = ((now + 3 - 5) % 7 + 7) % 7;
  const running = ago < 2;
  const start = running && at(tokens, i) === "last" ? now - ago - 7 : now - ago;
  return { ...found, start, end: Math.min(start + 1, now) };
}
