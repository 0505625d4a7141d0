import { FURNITURE_LINES } from "./english/nouns.ts";
import type { Paragraph } from "./paragraphs.ts";

/** A line that introduces links to other pages; what follows is such links. */
const OPENS: readonly string[] = [
  "read more",
  "related",
  "you may also like",
  "most read",
  "most popular",
  "popular now",
  "must-reads",
  "recommended",
  "more on this",
  "see also",
  "read also",
  "latest stories",
];

/** A paragraph of the article again, after lists of links. */
const LONG = 240;

/** Whether a line is no part of the article: a caption, links, a counter. */
function isFurniture(line: string): boolean {
  const text = line.trim().toLowerCase();
  if (/^[\d\s.,•·|-]*$/.test(text)) return true;
  if (text.startsWith("•") || text.startsWith("·")) return text.length < 160;
  if (text.includes(" | ") && text.length < 200) return true;
  if (/^(comments|views|shares|likes)\s*\d*$/.test(text)) return true;
  return FURNITURE_LINES.some((words) =>
    text.startsWith(words) &&
    !/[\p{L}\p{N}]/u.test(text.charAt(words.length)) &&
    (text.length < words.length + 3 ||
      /^[:/|,(]/.test(text.slice(words.length).trim()) ||
      text.length < 60 && !/[.!?]$/.test(text))
  );
}

/** Which paragraphs are no part of the article. */
export function findFurniture(paragraphs: readonly Paragraph[]): boolean[] {
  let links = false;
  return paragraphs.map(({ text }) => {
    const line = text.trim();
    if (line.length >= LONG) links = false;
    const lower = line.toLowerCase().replace(/^\[[^\]]{0,20}\]\s*/, "");
    if (
      line.length < 60 && OPENS.some((words) => lower.startsWith(words)) &&
      !/[.!?]$/.test(line)
    ) links = true;
    return links || isFurniture(line);
  });
}
