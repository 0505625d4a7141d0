/** The columns of `claims.csv`, in the order of the codebook. */
export const CLAIM_COLUMNS: readonly string[] = [
  "claim_id",
  "measure",
  "kind",
  "stated",
  "stated_high",
  "hedge",
  "rounding",
  "start",
  "end",
  "period_said",
  "as_of",
  "series",
  "per",
  "spread",
  "of_measure",
  "of_start",
  "of_end",
  "status",
  "weight",
  "collection",
  "source_id",
  "locator",
  "wording",
  "speaker",
  "origin",
  "note",
];

/**
 * What a draft has besides: why it is proposed, and what its source's row needs
 * once it is accepted.
 */
export const DRAFT_COLUMNS: readonly string[] = [
  "why",
  "publisher",
  "published",
  "language",
  "text_file",
];

/** The columns of `sources.csv`, in the order of the codebook, and its text. */
export const SOURCE_COLUMNS: readonly string[] = [
  "source_id",
  "publisher",
  "publisher_kind",
  "title",
  "author",
  "published",
  "accessed",
  "language",
  "translated_by",
  "url",
  "collection",
  "note",
  "text_file",
];
