import { firstDay, formatDay, lastDay } from "../quantity/date.ts";
import { readText } from "./read_text.ts";
import type { Draft, Quantity } from "./types.ts";

/** What of a claim the reader is held against: the cells of `claims.csv`. */
export interface StoredClaim {
  /** Its id. */
  readonly claim_id: string;
  /** Id of its source. */
  readonly source_id?: string | null | undefined;
  /** What it states. */
  readonly kind?: string | null | undefined;
  /** The number. */
  readonly stated?: string | null | undefined;
  /** The upper number of a range. */
  readonly stated_high?: string | null | undefined;
  /** Id of its hedge. */
  readonly hedge?: string | null | undefined;
  /** Unit of time of a rate. */
  readonly per?: string | null | undefined;
  /** First day or month. */
  readonly start?: string | null | undefined;
  /** Last day or month. */
  readonly end?: string | null | undefined;
  /** The words that hold the number. */
  readonly wording?: string | null | undefined;
  /** The words for its period. */
  readonly period_said?: string | null | undefined;
}

/** A source of claims: its id and the day of publication. */
export interface StoredSource {
  /** Its id. */
  readonly source_id: string;
  /** Its day of publication, or the month. */
  readonly published?: string | null | undefined;
}

/**
 * A claim and what the reader makes of its words: for each field whether it is
 * the claim's, or null where the claim has none or no number was found.
 */
export interface BesideClaim {
  /** The claim's id. */
  readonly claim_id: string;
  /** What was read: the wording and the words for the period. */
  readonly text: string;
  /** A draft, a number that is no draft, or neither has the claim's number. */
  readonly found: "draft" | "number" | "missed";
  /** Drafts whose number is none of the claim's. */
  readonly added: number;
  /** Whether the hedge is the claim's. */
  readonly hedge: boolean | null;
  /** Whether the kind is. */
  readonly kind: boolean | null;
  /** Whether the upper number is. */
  readonly stated_high: boolean | null;
  /** Whether the unit of time is. */
  readonly per: boolean | null;
  /** Whether the first day is. */
  readonly start: boolean | null;
  /** Whether the last day is. */
  readonly end: boolean | null;
  /** Why the number is a draft, or why not. */
  readonly why: string;
}

/** A cell's text; empty where it has none. */
const cell = (text: string | null | undefined): string => text ?? "";

/** A number beside another, to the last digits that a share is printed with. */
const isSame = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

/** The wording with the words for its period, where it does not hold them. */
function textOf(claim: StoredClaim): string {
  const [wording, period_said] = [cell(claim.wording), cell(claim.period_said)];
  const inside = wording.toLowerCase().includes(period_said.toLowerCase());
  return `${wording}${inside ? "" : ` ${period_said}`}.`;
}

/** `exact` and `bare` say the same of a number in a text. */
const hedgeId = (hedge: string | null | undefined): string =>
  !hedge || hedge === "exact" ? "bare" : hedge;

const day = (text: string, read: (text: string) => number): string =>
  formatDay(read(text));

function draftRow(
  claim: StoredClaim,
  text: string,
  draft: Draft,
  added: number,
): BesideClaim {
  const [kind, high, per, start, end] = [
    claim.kind,
    claim.stated_high,
    claim.per,
    claim.start,
    claim.end,
  ].map(cell) as [string, string, string, string, string];
  const modelled = kind !== "none" && kind !== "";
  const level = kind === "level";
  // Without words for its period none can be found.
  const dated = modelled && cell(claim.period_said) !== "";
  return {
    claim_id: claim.claim_id,
    text,
    found: "draft",
    added,
    hedge: hedgeId(draft.hedge) === hedgeId(claim.hedge),
    kind: modelled ? draft.kind === kind : null,
    stated_high: high === "" ? null : draft.stated_high !== null &&
      isSame(Number(draft.stated_high), Number(high)),
    per: kind === "rate" ? draft.per === (per || "month") : null,
    start: start === "" || !dated
      ? null
      : draft.start === day(start, level ? lastDay : firstDay),
    end: end === "" || !dated || level ? null : draft.end === day(end, lastDay),
    why: draft.why.join("; "),
  };
}

/** A share may be said as 19 %, and a range has two numbers. */
function holds({ value, value_high }: Quantity, stated: number): boolean {
  return [value, value / 100, 1 + value / 100, value_high ?? value]
    .some((size) => isSame(size, stated));
}

/**
 * Reads the stored words of claims, and holds what is read against what a
 * person recorded. Claims without a number are left out. A wording is a few
 * words without the sentences around it: a period that was said before, or who
 * speaks, cannot be found in it.
 *
 * @param sources Where the claims stand, with their days of publication.
 * @throws {InputError} When a date of a claim or of publication is none.
 *
 * @example
 * ```ts
 * import { besideClaims } from "./beside_claims.ts";
 * import assert from "node:assert/strict";
 *
 * const [row] = besideClaims([{
 *   claim_id: "flood-1",
 *   kind: "total",
 *   stated: "3000",
 *   hedge: "over",
 *   start: "2031-05",
 *   end: "2031-05",
 *   wording: "more than 3,000 homes were flooded",
 *   period_said: "in May 2031",
 * }]);
 * assert.equal(row?.found, "draft");
 * assert.deepEqual([row?.hedge, row?.kind, row?.start, row?.end], [
 *   true,
 *   true,
 *   true,
 *   true,
 * ]);
 * ```
 */
export function besideClaims(
  claims: readonly StoredClaim[],
  sources: readonly StoredSource[] = [],
): BesideClaim[] {
  const published = new Map(
    sources.map((source) => [source.source_id, cell(source.published)]),
  );
  return claims.flatMap((claim) => {
    const { claim_id } = claim;
    const stated = cell(claim.stated);
    if (stated === "" || cell(claim.wording) === "") return [];
    const text = textOf(claim);
    const at = published.get(cell(claim.source_id)) ?? "";
    // A year alone tells no month.
    const read = readText(text, {
      language: "en",
      ...(at.length > 4 ? { published: at } : {}),
    });
    const number = Number(stated);
    const draft = read.drafts.find((one) => isSame(Number(one.stated), number));
    const added = read.drafts.length - (draft ? 1 : 0);
    if (draft) return [draftRow(claim, text, draft, added)];
    const quantity = read.quantities.find((one) => holds(one, number));
    return [{
      claim_id,
      text,
      found: quantity ? "number" : "missed",
      added,
      hedge: quantity ? hedgeId(quantity.hedge) === hedgeId(claim.hedge) : null,
      kind: null,
      stated_high: null,
      per: null,
      start: null,
      end: null,
      why: quantity?.why ?? "the words hold no number",
    }];
  });
}

/** The fields that are compared. */
const FIELDS = [
  "hedge",
  "kind",
  "stated_high",
  "per",
  "start",
  "end",
] as const;

/**
 * How often each field is the same, of the claims that it can be held against.
 *
 * @example
 * ```ts
 * import { agreementOf, besideClaims } from "./beside_claims.ts";
 * import assert from "node:assert/strict";
 *
 * const [hedge] = agreementOf(besideClaims([
 *   { claim_id: "a", stated: "300", hedge: "about", wording: "some 300 homes" },
 * ]));
 * assert.deepEqual(hedge, { field: "hedge", same: 1, of: 1 });
 * ```
 */
export function agreementOf(
  rows: readonly BesideClaim[],
): { field: string; same: number; of: number }[] {
  return FIELDS.map((field) => {
    const held = rows.map((row) => row[field]).filter((same) => same !== null);
    return { field, same: held.filter(Boolean).length, of: held.length };
  });
}
