import { type Piece, said } from "../../piece.ts";
import { type Days, dayText, type NamedPeriod } from "../../period.ts";
import type { Draft } from "../../types.ts";
import { resolve } from "./period_of.ts";

/** A period that was said, and the paragraph that said it. */
interface Said {
  readonly days: Days;
  readonly said: string;
  readonly locator: string;
}

/** The last period said. */
export interface Carried {
  /** With a day inside it, which holds to the end of its own paragraph. */
  period: (Said & { readonly inside: Said | null }) | null;
}

/** The period that goes on in a paragraph. */
function goingOn({ period }: Carried, locator: string): Said | null {
  return period?.inside?.locator === locator ? period.inside : period;
}

const numberOf = (locator: string) => Number(locator.slice(1));

/** What "the same period" may mean: one said here or in the paragraph before. */
function nearBy(carried: Carried, locator: string): Days | null {
  const last = goingOn(carried, locator);
  const near = last !== null &&
    numberOf(locator) - numberOf(last.locator) <= 1;
  return near ? last.days : null;
}

/** Hands a sentence's own period on to the next ones. */
export function carry(
  carried: Carried,
  piece: Piece,
  main: NamedPeriod,
): void {
  const { start, end } = main;
  const { locator } = piece;
  const next: Said = { days: { start, end }, said: said(piece, main), locator };
  const wide = carried.period?.days;
  const within = main.span === "day" && start !== null && end !== null &&
    wide?.start != null && wide.end !== null &&
    wide.start <= start && wide.end >= end && wide.start < wide.end;
  carried.period = within
    ? { ...carried.period!, inside: next }
    : { ...next, inside: null };
}

/** The days of a number, the words for them, and why. */
export interface When {
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

/** When a number was, by its own period, or by one that goes on. */
export function whenOf(
  piece: Piece,
  kind: Draft["kind"],
  named: NamedPeriod | null,
  main: NamedPeriod | null,
  carried: Carried,
): When {
  if (!named) {
    const period = goingOn(carried, piece.locator);
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
    main && main !== named ? main : nearBy(carried, piece.locator),
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
