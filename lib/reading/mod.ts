/**
 * Reads texts and proposes their claims: numbers with their hedge, kind,
 * period, unit and speaker, each with why. Pure: it runs in a browser, asks for
 * no permission and looks nothing up.
 *
 * @module
 */
export { articleOf } from "./html/article.ts";
export { KIND_WORDS } from "./kinds.ts";
export { readHtml } from "./read_html.ts";
export { type Reading, readText } from "./read_text.ts";
export type {
  Draft,
  DraftKind,
  Place,
  Quantity,
  ReadOptions,
  Trend,
} from "./types.ts";
