/** A line of a printed page, or a part of it between wide gaps. */
export interface PrintedLine {
  readonly text: string;
  /** The page, from 1. */
  readonly page: number;
  /** Height of its base line above the foot of the page. */
  readonly y: number;
  /** Where it begins, from the left. */
  readonly x: number;
  /** How wide it is. */
  readonly width: number;
  /** Height of its letters. */
  readonly height: number;
}

/** Lines by their page, in order. */
export function pagesOf(lines: readonly PrintedLine[]): PrintedLine[][] {
  return [...Map.groupBy(lines, ({ page }) => page)].sort(([a], [b]) => a - b)
    .map(([, page]) => page);
}
