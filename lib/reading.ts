/**
 * Reads texts and proposes their claims: numbers with their hedge, kind,
 * period, unit and speaker, each with why. Pure: it runs in a browser, asks for
 * no permission and looks nothing up.
 *
 * @example A text and its claims
 * ```ts
 * import { readText } from "./reading.ts";
 * import assert from "node:assert/strict";
 *
 * const { drafts } = readText(
 *   "Since Monday at least 17,000 shifts have been lost, the league said.",
 *   { published: "2031-11-14" },
 * );
 * const [draft] = drafts;
 * assert.deepEqual(
 *   [draft?.stated, draft?.hedge, draft?.start, draft?.speaker],
 *   ["17000", "at_least", "2031-11-10", "league"],
 * );
 * ```
 *
 * @module
 */
export {
  agreementOf,
  type BesideClaim,
  besideClaims,
  type StoredClaim,
  type StoredSource,
} from "./reading/beside_claims.ts";
export { articleOf } from "./reading/html/article.ts";
export { readHtml } from "./reading/read_html.ts";
export { type DraftedText, readText } from "./reading/read_text.ts";
export type {
  Draft,
  DraftKind,
  Place,
  Quantity,
  ReadOptions,
  Trend,
} from "./reading/types.ts";
