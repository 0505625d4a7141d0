import { paragraphsOf } from "../../../reading/paragraphs.ts";
import type { DraftedText } from "../../../reading/read_text.ts";
import type { Draft, Place, Quantity } from "../../../reading/types.ts";

/** A number of a text that a person may take as a claim. */
export interface Mark extends Place {
  /** Its place in the text, the same however the text is read. */
  readonly key: string;
  /** The words that are marked. */
  readonly words: string;
  readonly draft: Draft;
  /** Why the reader does not take it for a claim; null where it does. */
  readonly not: string | null;
}

/** A piece of a paragraph: plain words, or those of a mark. */
export interface Piece {
  readonly text: string;
  readonly mark: Mark | null;
}

/** A paragraph in pieces. */
export interface MarkedParagraph {
  readonly locator: string;
  readonly pieces: readonly Piece[];
}

/** A number that the reader leaves aside, as a draft that a person fills in. */
function draftOf(quantity: Quantity, wording: string): Draft {
  const { locator, offset, length, value, value_high, hedge } = quantity;
  const digits = (number: number) =>
    Number.isFinite(number) && Math.abs(number) < 1e15 && number >= 0
      ? number.toLocaleString("en-US", {
        useGrouping: false,
        maximumFractionDigits: 12,
      })
      : "";
  return {
    ...{ locator, offset, length, wording, hedge, kind: "total" },
    stated: digits(value),
    stated_high: value_high === null ? null : digits(value_high),
    unit: quantity.unit,
    ...{ rounding: null, per: null, start: null, end: null, as_of: null },
    ...{ period_said: null, of_period_said: null, of_start: null },
    ...{ of_end: null, speaker: null, origin: null },
    why: [`the reader takes it for no claim: ${quantity.why}`],
  };
}

/**
 * The numbers of a text that may be claims, in its order: those that the reader
 * drafts, and those that count something and that it leaves aside.
 *
 * @example
 * ```ts
 * import { marksOf } from "./marks.ts";
 * import { readText } from "../../../reading/read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const text = "At least 300 homes were flooded, for 12 crowns.";
 * const marks = marksOf(text, readText(text));
 * assert.deepEqual(marks.map(({ words, not }) => [words, not]), [
 *   ["At least 300 homes", null],
 *   ["12", "money"],
 * ]);
 * ```
 */
export function marksOf(
  text: string,
  { drafts, quantities }: Pick<DraftedText, "drafts" | "quantities">,
): Mark[] {
  const paragraphs = new Map(
    paragraphsOf(text).map(({ locator, text }, i) => [locator, { i, text }]),
  );
  const wordsAt = ({ locator, offset, length }: Place) =>
    paragraphs.get(locator)?.text.slice(offset, offset + length) ?? "";
  const mark = (place: Place, draft: Draft, not: string | null): Mark => ({
    locator: place.locator,
    offset: place.offset,
    length: place.length,
    key: `${place.locator}:${place.offset}`,
    words: wordsAt(place),
    draft,
    not,
  });
  const found = [
    ...drafts.map((draft) => mark(draft, draft, null)),
    ...quantities.filter(({ draft }) => !draft).map((quantity) =>
      mark(quantity, draftOf(quantity, wordsAt(quantity)), quantity.why)
    ),
  ];
  const at = ({ locator }: Mark) => paragraphs.get(locator)?.i ?? 0;
  return found.sort((a, b) => at(a) - at(b) || a.offset - b.offset);
}

/**
 * A text in paragraphs, its marks in their places. Of two that overlap the
 * later one keeps what is its own.
 *
 * @example
 * ```ts
 * import { markParagraphs, marksOf } from "./marks.ts";
 * import { readText } from "../../../reading/read_text.ts";
 * import assert from "node:assert/strict";
 *
 * const text = "In May 300 homes were flooded.";
 * const [paragraph] = markParagraphs(text, marksOf(text, readText(text)));
 * assert.deepEqual(paragraph!.pieces.map(({ text }) => text), [
 *   "In May ",
 *   "300 homes",
 *   " were flooded.",
 * ]);
 * ```
 */
export function markParagraphs(
  text: string,
  marks: readonly Mark[],
): MarkedParagraph[] {
  const places = Map.groupBy(marks, ({ locator }) => locator);
  return paragraphsOf(text).map(({ locator, text }) => {
    const pieces: Piece[] = [];
    let at = 0;
    for (const mark of places.get(locator) ?? []) {
      const start = Math.max(at, mark.offset);
      const end = Math.max(start, mark.offset + mark.length);
      if (start > at) pieces.push({ text: text.slice(at, start), mark: null });
      // What lies within another one is named by its words again.
      const own = text.slice(start, end);
      pieces.push({ text: own === "" ? mark.words : own, mark });
      at = end;
    }
    if (at < text.length) pieces.push({ text: text.slice(at), mark: null });
    return { locator, pieces };
  });
}
