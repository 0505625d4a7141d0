/** Kinds of claim, as the contract lists them. */
export const KINDS = [
  "total",
  "rate",
  "ratio",
  "share",
  "level",
  "difference",
  "highest",
  "lowest",
  "none",
] as const;

/** Units of time of a rate, as the contract lists them. */
export const PERS = ["day", "week", "month", "quarter", "year"] as const;

/** Ways a rate spreads over its months. */
export const SPREADS = ["mean", "each"] as const;

/** How well the origin of a number may be known. */
export const STATUSES = [
  "official",
  "attributed",
  "unverified",
  "contested",
] as const;

/** What a measure may count. */
export const COUNTS = ["flow", "level"] as const;

/** Which way a flow may go. */
export const DIRECTIONS = ["in", "out"] as const;

/** How a part may stand to its whole. */
export const SPLITS = ["full", "part"] as const;

/** How one claim may bear on another. */
export const RELATIONS = [
  "contests",
  "restates",
  "same_origin",
  "corrects",
  "supersedes",
  "relabels",
  "compares",
] as const;
