import { columnsInOrder } from "./columns.ts";
import type { PrintedLine } from "./printed_line.ts";
import { runningLines } from "./running_lines.ts";

/** Whether a line goes on in the one after it, by their distance and size. */
function goesOn(above: PrintedLine, below: PrintedLine): boolean {
  const size = Math.max(above.height, below.height, 1);
  const gap = above.y - below.y;
  const turned = above.page !== below.page || gap <= 0;
  if (turned) {
    // What is not at its end goes on over the page and in the next column.
    return !/[.!?:”"]\s*$/.test(above.text) && /^\s*\p{Ll}/u.test(below.text) &&
      Math.abs(above.height - below.height) <= 0.15 * size;
  }
  if (gap > 1.65 * size) return false;
  if (Math.abs(above.height - below.height) > 0.15 * size) return false;
  // A first line that is indented begins a paragraph.
  const indented = below.x - above.x > 0.8 * size &&
    below.x - above.x < 4 * size;
  return !(indented && /[.!?”"]\s*$/.test(above.text));
}

/** A text with the letters "fi" where they are set as one, and the like. */
const inLetters = (text: string): string =>
  text.replace(/[\ufb00-\ufb06]/g, (one) => one.normalize("NFKC"));

/** Words that keep a hyphen before another: "twenty-five", "two-thirds". */
const HYPHENED =
  /(^|[^\p{L}])(one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|mid|non|ex|co|well|self)-$/iu;

/** A line as it stands before the next one of its paragraph. */
function before(line: string, next: string): string {
  // "10-" and "12", "32-" and "year-old".
  if (/\d[-‑–]$/.test(line)) return line;
  const cut = /\p{Ll}[-‑\u00ad]$/u.test(line) && /^\p{Ll}/u.test(next);
  if (!cut) return `${line.replace(/\u00ad$/, "")} `;
  return HYPHENED.test(line) ? line : line.slice(0, -1);
}

/**
 * The paragraphs of printed pages: columns are read one after the other, lines
 * that belong together joined, words that were cut at a line's end made whole,
 * and heads and feet that repeat on the pages left out.
 *
 * @example
 * ```ts
 * import { joinPrinted } from "./join_printed.ts";
 * import assert from "node:assert/strict";
 *
 * const line = (text: string, y: number) => ({
 *   ...{ text, y, x: 60, page: 1, width: 300, height: 11 },
 * });
 * assert.deepEqual(
 *   joinPrinted([line("At least 40 boats sank in the har-", 700), line("bour.", 686)]),
 *   ["At least 40 boats sank in the harbour."],
 * );
 * ```
 */
export function joinPrinted(lines: readonly PrintedLine[]): string[] {
  const running = runningLines(lines);
  const kept = columnsInOrder(
    lines.filter((line) => !running.has(line) && line.text.trim() !== ""),
  );
  const paragraphs: string[][] = [];
  let above: PrintedLine | null = null;
  for (const line of kept) {
    const text = inLetters(line.text.trim());
    const last = paragraphs.at(-1);
    if (above && last && goesOn(above, line)) {
      last.push(before(last.pop()!, text), text);
    } else paragraphs.push([text]);
    above = line;
  }
  return paragraphs.map((lines) => lines.join(""));
}
