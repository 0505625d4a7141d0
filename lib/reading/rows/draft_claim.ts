import type { Row } from "./text_table.ts";

/** Kinds that need another count, and which. */
const COMPARES: ReadonlySet<string> = new Set(["ratio", "share"]);

/** Names in a sentence: "start, end and of_measure". */
const words = (names: readonly string[]): string =>
  names.join(", ").replace(/, ([^,]*)$/, " and $1");

/** The cells, besides its measure, that a draft lacks to be a claim. */
export function missingCells(row: Row): string[] {
  if (row.kind === "none") return [];
  const missing: string[] = [];
  if (!row.start) missing.push("start");
  if (!row.end && row.kind !== "level") missing.push("end");
  if (COMPARES.has(row.kind ?? "") && !row.of_measure) {
    missing.push("of_measure");
  }
  // A difference from its own period would be none.
  if (row.kind === "difference" && !row.of_measure && !row.of_start) {
    missing.push("of_start", "of_end");
  }
  return missing;
}

/** What a draft lacks to be a claim, in words; nothing when it lacks none. */
export function lacks(row: Row): string | null {
  if (!row.measure) {
    return "a measure: give --measure M, or write it in drafts.csv";
  }
  const missing = missingCells(row);
  if (missing.length === 0) return null;
  return `${words(missing)}, which its text does not settle: write ` +
    `${
      missing.length > 1 ? "them" : "it"
    } in drafts.csv, or make its kind none`;
}

/** "Twice as many as in April": a ratio to another period is of one measure. */
export function ofItself(row: Row): Row {
  const ownPeriod = row.of_start === row.start && row.of_end === row.end;
  return row.kind === "ratio" && !row.of_measure && row.measure &&
      row.of_start && row.of_end && !ownPeriod
    ? { ...row, of_measure: row.measure }
    : row;
}

const SAME = ["source_id", "locator", "wording"] as const;

/** Whether a draft is that claim: it was taken before, and left behind. */
export function isTaken(draft: Row, claim: Row | undefined): boolean {
  return claim !== undefined &&
    SAME.every((name) => (draft[name] ?? "") === (claim[name] ?? ""));
}
