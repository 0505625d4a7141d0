import { firstDay, formatDay, lastDay } from "../../../quantity/date.ts";
import { monthOf, monthStart } from "../../../quantity/date.ts";
import type { Hedges } from "../../../quantity/hedge.ts";
import { BUILT_IN_HEDGES } from "../../../quantity/hedge.ts";
import { period, wholeMonths } from "../../../quantity/period.ts";
import { type ClaimCells, readAs } from "./read_as.ts";

/** Another way to take the words of a claim. */
export interface Choice {
  /** What it is about. */
  readonly about: "hedge" | "kind" | "spread" | "period";
  /** What it would be read as, in words. */
  readonly words: string;
  /** Why the words allow it. */
  readonly why: string;
  /** The cells that it sets. */
  readonly cells: Readonly<Record<string, string>>;
}

type Draftlike = Omit<Choice, "words">;

/** Hedges that the same words are taken for, each with the reason. */
const HEDGES: Readonly<Record<string, readonly (readonly [string, string])[]>> =
  {
    "": [
      ["exact", "counted, not rounded"],
      ["about", "a round number is often a rough one"],
    ],
    bare: [
      ["exact", "counted, not rounded"],
      ["about", "a round number is often a rough one"],
    ],
    exact: [["bare", "rounded, as its digits show"]],
    about: [["bare", "rounded, as its digits show"]],
    nearly: [["about", "it may be a little more too"]],
    over: [["at_least", "how much more is not said"]],
    at_least: [["over", "a little more, or it would be said otherwise"]],
    up_to: [["nearly", "not far below it"]],
  };

function hedgeChoices(cells: ClaimCells): Draftlike[] {
  const list = HEDGES[cells.hedge ?? ""] ?? [];
  return list.map(([hedge, why]) => ({
    about: "hedge",
    why,
    cells: { hedge: hedge === "bare" ? "" : hedge },
  }));
}

/** A count of a period, how many there were at its end, and the other way. */
function kindChoices(cells: ClaimCells): Draftlike[] {
  const { kind, start = "", end = "" } = cells;
  if (kind === "total" && end !== "") {
    return [{
      about: "kind",
      why: "how many there were then, not how many came about",
      cells: { kind: "level", start: end, end: "" },
    }];
  }
  if (kind === "level" && start !== "") {
    return [{
      about: "kind",
      why: "how many came about, not how many there were",
      cells: { kind: "total", end: start },
    }];
  }
  return [];
}

function spreadChoices({ kind, spread }: ClaimCells): Draftlike[] {
  if (kind !== "rate") return [];
  return [
    spread === "each"
      ? {
        about: "spread",
        why: "some units may have fewer, others more",
        cells: { spread: "" },
      }
      : {
        about: "spread",
        why: "“every month” may mean each of them",
        cells: { spread: "each" },
      },
  ];
}

/** A day as many years on, or back; the 29th of February is the 28th then. */
function yearsOn(text: string, years: number): string {
  const year = `${Number(text.slice(0, 4)) + years}`.padStart(4, "0");
  const moved = year + text.slice(4);
  return moved.slice(5) === "02-29" ? `${year}-02-28` : moved;
}

/** The last day of the month before a day's. */
const monthBefore = (day: string): string =>
  formatDay(monthStart(monthOf(firstDay(day))) - 1);

function periodChoices(cells: ClaimCells, published: string): Draftlike[] {
  const { kind, start = "", end = "", period_said = "" } = cells;
  const found: Draftlike[] = [];
  const add = (why: string, start: string, end: string) => {
    if (end !== "" && start > end) return;
    found.push({ about: "period", why, cells: { start, end } });
  };
  if (start === "" || start.length !== 10) return found;
  const level = kind === "level";
  const said = period_said.toLowerCase();
  if (!level && end === published && published.length === 10) {
    add(
      "the figures may end with the month before the publication",
      start,
      monthBefore(published),
    );
  }
  if (/^(?:in |over |during |for )?(?:the )?last year$/.test(said)) {
    if (published.length === 10 && !level) {
      add(
        "the twelve months up to the publication",
        formatDay(firstDay(yearsOn(published, -1)) + 1),
        published,
      );
    }
  } else if (
    said !== "" && !/\d{4}/.test(said) && !/\b(?:last|past|this)\b/.test(said)
  ) {
    add(
      "the year is not said: it may be the one before",
      yearsOn(start, -1),
      end && yearsOn(end, -1),
    );
  }
  if (!level && end !== "" && end.length === 10) {
    const span = period(start, end);
    const whole = wholeMonths(span);
    if (whole === undefined && formatDay(span.start).endsWith("-01")) {
      const close = formatDay(monthStart(monthOf(span.end) + 1) - 1);
      if (published.length === 10 && close > published) return found;
      add("up to the end of the month", start, close);
    }
  }
  return found;
}

const ABOUT: readonly Choice["about"][] = ["period", "kind", "spread", "hedge"];

/**
 * What else the words of a claim allow: other hedges of the same words, a
 * number at a moment in the place of a count, another year where none is said.
 * A choice that would read like the claim itself is left out.
 *
 * @param published The day of publication, or empty.
 *
 * @example
 * ```ts
 * import { choicesOf } from "./choices.ts";
 * import assert from "node:assert/strict";
 *
 * const cells = { kind: "total", stated: "17000", hedge: "over" };
 * const when = { start: "2025-10-01", end: "2025-10-31" };
 * const choices = choicesOf({ ...cells, ...when }, "2025-11-28");
 * assert.deepEqual(choices.map(({ about, words }) => [about, words]), [
 *   ["kind", "how many at the end of 31 October 2025"],
 *   ["hedge", "at least 17,000"],
 * ]);
 * ```
 */
export function choicesOf(
  cells: ClaimCells,
  published: string,
  hedges: Hedges = BUILT_IN_HEDGES,
): Choice[] {
  const now = readAs(cells, hedges);
  const all = [
    ...periodChoices(cells, day(published)),
    ...kindChoices(cells),
    ...spreadChoices(cells),
    ...hedgeChoices(cells),
  ];
  return all.flatMap((choice) => {
    const then = readAs({ ...cells, ...choice.cells }, hedges);
    const words = wordsOf(choice, then);
    const same = then.number === now.number && then.period === now.period &&
      choice.about !== "kind";
    return words === null || same ? [] : [{ ...choice, words }];
  }).sort((a, b) => ABOUT.indexOf(a.about) - ABOUT.indexOf(b.about));
}

function wordsOf(
  { about, cells }: Draftlike,
  then: ReturnType<typeof readAs>,
): string | null {
  if (about === "hedge" || about === "spread") return then.number;
  if (about === "period") return then.period;
  if (then.period === null) return null;
  return `how many ${
    cells.kind === "level" ? "" : "came about "
  }${then.period}`;
}

/** A day of publication: a month or a year stands for no day. */
function day(published: string): string {
  try {
    return formatDay(lastDay(published));
  } catch {
    return "";
  }
}
