/** The kinds that a draft may have. */
export const KIND_WORDS = [
  "total",
  "rate",
  "ratio",
  "share",
  "level",
  "difference",
] as const;
