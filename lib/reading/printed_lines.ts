/** A line of a printed page, and where it stands. */
export interface PrintedLine {
  readonly text: string;
  /** The page, from 1. */
  readonly page: number;
  /** Height of its base line above the foot of the page. */
  readonly y: number;
  /** Where it begins, from the left. */
  readonly x: number;
  /** Height of its letters. */
  readonly height: number;
}

/** Lines that stand at one height of many pages: a head or a foot. */
function runningLines(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
  const pages = new Set(lines.map(({ page }) => page)).size;
  if (pages < 3) return new Set();
  const places = new Map<string, PrintedLine[]>();
  for (const line of lines) {
    const words = line.text.replace(/\d+/g, "#");
    const place = `${Math.round(line.y / 3)} ${words}`;
    const at = places.get(place) ?? [];
    at.push(line);
    places.set(place, at);
  }
  return new Set(
    [...places.values()].filter((at) => at.length > pages / 2).flat(),
  );
}

/** Whether a line goes on in the one below it, by their distance and size. */
function goesOn(above: PrintedLine, below: PrintedLine): boolean {
  if (above.page !== below.page) {
    // A paragraph that is not at its end goes on over the page.
    return !/[.!?:”"]\s*$/.test(above.text) && /^\p{Ll}/u.test(below.text);
  }
  const size = Math.max(above.height, below.height, 1);
  const gap = above.y - below.y;
  if (gap <= 0 || gap > 1.65 * size) return false;
  if (Math.abs(above.height - below.height) > 0.15 * size) return false;
  // A first line that is indented begins a paragraph.
  const indented = below.x - above.x > 0.8 * size &&
    below.x - above.x < 4 * size;
  return !(indented && /[.!?”"]\s*$/.test(above.text));
}

/**
 * The paragraphs of printed pages: lines that belong together are joined, words
 * that were cut at a line's end made whole, and heads and feet that repeat on
 * most pages left out.
 *
 * @example
 * ```ts
 * import { joinPrinted } from "./printed_lines.ts";
 * import assert from "node:assert/strict";
 *
 * const line = (text: string, y: number) => ({ text, y, x: 60, page: 1, height: 11 });
 * assert.deepEqual(
 *   joinPrinted([line("At least 40 boats sank in the har-", 700), line("bour.", 686)]),
 *   ["At least 40 boats sank in the harbour."],
 * );
 * ```
 */
export function joinPrinted(lines: readonly PrintedLine[]): string[] {
  const running = runningLines(lines);
  const kept = lines.filter((line) =>
    !running.has(line) && line.text.trim() !== ""
  );
  const paragraphs: string[] = [];
  let above: PrintedLine | null = null;
  for (const line of kept) {
    const text = line.text.trim();
    if (above && goesOn(above, line)) {
      const last = paragraphs[paragraphs.length - 1]!;
      paragraphs[paragraphs.length - 1] =
        /\p{Ll}[-\u00ad]$/u.test(last) && /^\p{Ll}/u.test(text)
          ? last.slice(0, -1) + text
          : `${last} ${text}`;
    } else paragraphs.push(text);
    above = line;
  }
  return paragraphs;
}
