import type { Blame, Implied } from "../reconcile/reconciliation.ts";
import type {
  BoundsJson,
  ClaimJson,
  ConflictJson,
  ProofRowJson,
  RepairJson,
  SetAsideJson,
} from "../reconcile/result.ts";
import { SET_ASIDE } from "../reconcile/proof/tell_set_aside.ts";
import type { LeftOut } from "./leave_out.ts";
import type { ToldConflict } from "../reconcile/proof/tell_conflicts.ts";

/**
 * A column of a table: its cells are all of one type, or missing. A `date` is
 * text, `YYYY-MM-DD`; a `count` is a whole number, a `number` any.
 */
export type Column = Readonly<
  & { name: string }
  & (
    | { type: "text" | "date"; cells: readonly (string | null)[] }
    | { type: "count" | "number"; cells: readonly (number | null)[] }
    | { type: "flag"; cells: readonly (boolean | null)[] }
  )
>;

type Read<R, T> = (row: R, index: number) => T | null;

const text = <R>(rows: readonly R[], name: string, read: Read<R, string>) =>
  ({ name, type: "text", cells: rows.map(read) }) as const;
const date = <R>(rows: readonly R[], name: string, read: Read<R, string>) =>
  ({ name, type: "date", cells: rows.map(read) }) as const;
const count = <R>(rows: readonly R[], name: string, read: Read<R, number>) =>
  ({ name, type: "count", cells: rows.map(read) }) as const;
const number = <R>(rows: readonly R[], name: string, read: Read<R, number>) =>
  ({ name, type: "number", cells: rows.map(read) }) as const;
const flag = <R>(rows: readonly R[], name: string, read: Read<R, boolean>) =>
  ({ name, type: "flag", cells: rows.map(read) }) as const;

/** Conflicts: number, how many claims, their ids, and the sentence. */
export function conflictColumns(rows: readonly ConflictJson[]): Column[] {
  return [
    count(rows, "conflict", (_, i) => i + 1),
    count(rows, "size", ({ claims }) => claims.length),
    text(rows, "claims", ({ claims }) => claims.join(", ")),
    text(rows, "arithmetic", (row) => row.text),
  ];
}

/** Conflicts as they are told, each once with its likes. */
export function toldColumns(rows: readonly ToldConflict[]): Column[] {
  return [
    count(rows, "told", (_, i) => i + 1),
    count(rows, "conflicts", ({ conflicts }) => conflicts.length),
    text(rows, "claims", ({ claims }) => claims.join(", ")),
    text(rows, "also_with", ({ also }) => also.join(", ") || null),
    text(rows, "arithmetic", (row) => row.text),
  ];
}

/** Claims that were set aside, each with what replaced it and how. */
export function asideColumns(rows: readonly SetAsideJson[]): Column[] {
  return [
    text(rows, "claim", ({ claim }) => claim),
    text(rows, "set_aside_as", ({ why }) => SET_ASIDE[why]),
    text(rows, "replaced_by", ({ by }) => by),
  ];
}

/** The rows of a proof; how often each is taken is text where it passes 2^53. */
export function proofColumns(rows: readonly ProofRowJson[]): Column[] {
  const whole = rows.every(({ times }) => typeof times === "number");
  return [
    text(rows, "claim", (row) => row.claim),
    text(rows, "side", (row) => row.side),
    date(rows, "start", (row) => row.start),
    date(rows, "end", (row) => row.end),
    whole
      ? count(rows, "times", (row) => Number(row.times))
      : text(rows, "times", (row) => String(row.times)),
    number(rows, "value", (row) => row.value),
  ];
}

/** Repairs: the claims left out and their weight. */
export function repairColumns(rows: readonly RepairJson[]): Column[] {
  return [
    count(rows, "repair", (_, i) => i + 1),
    text(rows, "leaves_out", ({ drop }) => drop.join(", ")),
    number(rows, "weight", ({ weight }) => weight),
  ];
}

/** Bounds: a row a measure and period. */
export function boundsColumns(rows: readonly BoundsJson[]): Column[] {
  return [
    text(rows, "measure", (row) => row.measure),
    date(rows, "start", (row) => row.start),
    date(rows, "end", (row) => row.end),
    number(rows, "low", (row) => row.low),
    number(rows, "high", (row) => row.high),
  ];
}

/** What each claim allows, and what the others imply for it. */
export function impliedColumns(rows: readonly ClaimJson[]): Column[] {
  return [
    text(rows, "claim", (row) => row.claim),
    text(rows, "reading", (row) => row.reading),
    number(rows, "low", (row) => row.low),
    number(rows, "high", (row) => row.high),
    number(rows, "implied_low", (row) => row.implied_low),
    number(rows, "implied_high", (row) => row.implied_high),
  ];
}

/** What each claim adds to the others, the one that adds most first. */
export function addedColumns(
  implied: readonly Omit<Implied, "certain">[],
): Column[] {
  const rows = implied.toSorted((a, b) =>
    (b.narrows ?? Infinity) - (a.narrows ?? Infinity) || 0
  );
  return [
    text(rows, "claim", (row) => row.claim),
    number(rows, "low", (row) => row.low),
    number(rows, "high", (row) => row.high),
    number(rows, "implied_low", (row) => row.impliedLow),
    number(rows, "implied_high", (row) => row.impliedHigh),
    number(rows, "rules_out", (row) => row.narrows),
  ];
}

/** The share of repairs that leave each claim out. */
export function blameColumns(rows: readonly Blame[]): Column[] {
  return [
    text(rows, "claim", (row) => row.claim),
    number(rows, "share", (row) => row.share),
  ];
}

/** What remains without each group of sources; of these are the groups. */
export function leftOutColumns(
  rows: readonly LeftOut[],
  group: string,
): Column[] {
  return [
    text(rows, group, (row) => row.group ?? "(nothing)"),
    count(rows, "claims", (row) => row.claims),
    flag(rows, "agree", (row) => row.consistent),
    count(rows, "conflicts", (row) => row.conflicts),
    number(rows, "slack", (row) => row.slack),
  ];
}
