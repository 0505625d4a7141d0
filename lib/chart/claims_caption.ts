import { type ClaimInterval, claimIntervals } from "../dataset/intervals.ts";
import type { TakenClaims } from "../dataset/intervals.ts";

/** More publishers are counted. */
const NAMED = 8;

/** A claim in some reading of it. */
type Read = ClaimInterval & { readonly reading?: string };

/**
 * Whose claims a chart of a result shows, and in which readings: what stands
 * below it where nothing else is asked for.
 */
export function claimsCaption(rows: readonly Read[], more = ""): string {
  const outlets = [
    ...new Set(rows.map(({ source }) => source?.publisher ?? "no source")),
  ];
  const named = outlets.some((outlet) => outlet !== "no source");
  const rest = outlets.length - NAMED;
  const names = outlets.slice(0, NAMED).join(", ") +
    (rest > 0 ? ` and ${rest} more` : "");
  const other = rows.filter(({ reading = "default" }) => reading !== "default");
  const read = other.length === 0
    ? "in their default readings"
    : `in their default readings but ${other.length}: ${
      other.map(({ claim, reading }) => `${claim.claim_id} as ${reading}`)
        .join(", ")
    }`;
  return `Claims${named ? ` of ${names}` : ""}, ${read}. ${
    more || "Point at a mark for the wording and the source."
  }`;
}

/** The caption of a chart that draws a result; none of one that draws rows. */
export function captionOf(from: object): string | undefined {
  return "asRead" in from
    ? claimsCaption(claimIntervals(from as TakenClaims))
    : undefined;
}
