import type { ClaimInterval } from "../dataset/intervals.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { period } from "../quantity/period.ts";
import { phraseNumber } from "../quantity/phrase.ts";

/** Who published a claim. */
export function publisher(
  { claim, source }: Pick<ClaimInterval, "claim" | "source">,
): string {
  return source?.publisher ?? claim.source_id ?? "no source";
}

/** Who published a claim, and when: "Kyiv Post, 2024-12". */
export function sourceName(row: ClaimInterval): string {
  const published = row.source?.published;
  return published ? `${publisher(row)}, ${published}` : publisher(row);
}

/**
 * What a claim counts: its measure, and what it compares that with; `name` is
 * what a measure is called.
 */
export function countName(
  { claim }: ClaimInterval,
  name: (measure: string) => string = (measure) => measure,
): string {
  const { of_start, of_end } = claim;
  const measure = name(claim.measure);
  const of_measure = claim.of_measure && name(claim.of_measure);
  if (!of_measure) return measure;
  const base = of_start && of_end
    ? describePeriod(period(of_start, of_end))
    : undefined;
  if (of_measure === measure && base) return `${measure} against ${base}`;
  return `${measure} of ${of_measure}${base ? `, ${base}` : ""}`;
}

/**
 * The text that a mark shows when it is pointed at: the wording, who says it,
 * where it stands, and what it is read as.
 */
export function claimTitle(row: ClaimInterval): string {
  const { claim } = row;
  const place = [sourceName(row), claim.locator].filter(Boolean).join(", ");
  return [
    `“${claim.wording ?? claim.claim_id}”`,
    [claim.speaker, place].filter(Boolean).join(" — "),
    `read as ${phraseNumber(claim)} (${countName(row)})` +
    (row.period ? `, ${describePeriod(row.period)}` : ""),
    `${claim.status ?? "status not stated"}; ${claim.claim_id}`,
  ].join("\n");
}
