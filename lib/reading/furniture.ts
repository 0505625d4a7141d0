import type { Paragraph } from "./paragraphs.ts";

/** The words of a language that begin what is no part of an article. */
export interface FurnitureWords {
  /** Lines that introduce links to other pages; what follows is such links. */
  readonly opens: readonly string[];
  /** Lines that are furniture by themselves. */
  readonly lines: readonly string[];
  /** What a counter counts: "comments 12". */
  readonly counters: readonly string[];
}

/** A paragraph of the article again, after lists of links. */
const LONG = 240;

/** Whether a line is no part of the article: a caption, links, a counter. */
function isFurniture(line: string, words: FurnitureWords): boolean {
  const text = line.trim().toLowerCase();
  if (/^[\d\s.,•·|-]*$/.test(text)) return true;
  if (text.startsWith("•") || text.startsWith("·")) return text.length < 160;
  if (text.includes(" | ") && text.length < 200) return true;
  // By hand: an expression for it would look from every digit of a long run.
  let end = text.length;
  while (end > 0 && text[end - 1]! >= "0" && text[end - 1]! <= "9") end--;
  const counter = text.slice(0, end).trimEnd();
  if (words.counters.includes(counter)) return true;
  return words.lines.some((opening) =>
    text.startsWith(opening) &&
    !/[\p{L}\p{N}]/u.test(text.charAt(opening.length)) &&
    (text.length < opening.length + 3 ||
      /^[:/|,(]/.test(text.slice(opening.length).trim()) ||
      text.length < 60 && !/[.!?]$/.test(text))
  );
}

/** Which paragraphs are no part of the article. */
export function findFurniture(
  paragraphs: readonly Paragraph[],
  words: FurnitureWords,
): boolean[] {
  let links = false;
  return paragraphs.map(({ text }) => {
    const line = text.trim();
    if (line.length >= LONG) links = false;
    const lower = line.toLowerCase().replace(/^\[[^\]]{0,20}\]\s*/, "");
    if (
      line.length < 60 && words.opens.some((opening) =>
        lower.startsWith(opening)
      ) &&
      !/[.!?]$/.test(line)
    ) links = true;
    return links || isFurniture(line, words);
  });
}
