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
  const pages = new Map<number, PrintedLine[]>();
  for (const line of lines) {
    const page = pages.get(line.page) ?? [];
    page.push(line);
    pages.set(line.page, page);
  }
  return [...pages.entries()].sort(([a], [b]) => a - b).map(([, page]) => page);
}
