import type { Day } from "../quantity/date.ts";
import type { Paragraph } from "./paragraphs.ts";
import type { Draft, Quantity } from "./types.ts";
import type { NamedPlace } from "./uncounted.ts";

/** What a grammar finds in paragraphs, in the order of the text. */
export interface ReadParagraphs {
  readonly drafts: Draft[];
  readonly quantities: Quantity[];
  /** Numbers that count nothing, where the grammar tells what they are. */
  readonly named?: readonly NamedPlace[];
}

/** A language that is read. */
export interface Grammar {
  /** Its code: `en`. */
  readonly code: string;
  /** Its name in English. */
  readonly name: string;
  /** Other codes and names by which it is called, in lower case. */
  readonly names: readonly string[];
  /** Codes that are of a country, and are taken for its language. */
  readonly countries: readonly string[];
  /** Reads paragraphs against a day of publication. */
  readonly read: (
    paragraphs: readonly Paragraph[],
    published: Day | null,
  ) => ReadParagraphs;
}
