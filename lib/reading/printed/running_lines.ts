import { pagesOf, type PrintedLine } from "./printed_line.ts";

/** How many lines from the top or the foot of a page a head or foot may have. */
const OUTER = 3;

/** Left and right pages may have heads of their own. */
const SHARE = 0.4;

/** The outermost lines of a page. */
function outerOf(page: readonly PrintedLine[]): PrintedLine[] {
  const sorted = [...page].sort((a, b) => b.y - a.y);
  return [...new Set([...sorted.slice(0, OUTER), ...sorted.slice(-OUTER)])];
}

/** Lines that stand at one height of many pages: a head, a foot, a number. */
export function runningLines(
  lines: readonly PrintedLine[],
): ReadonlySet<PrintedLine> {
  const pages = pagesOf(lines);
  if (pages.length < 2) return new Set();
  const places = Map.groupBy(pages.flatMap(outerOf), ({ text, y }) => {
    const words = text.replace(/\d+/g, "#").trim();
    return `${Math.round(y / 3)} ${words}`;
  });
  const least = Math.max(2, SHARE * pages.length);
  return new Set(
    [...places.values()].filter((at) =>
      new Set(at.map(({ page }) => page)).size >= least
    ).flat(),
  );
}
