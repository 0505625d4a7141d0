import { pagesOf, type PrintedLine } from "./printed_line.ts";

/** More columns than these are a table. */
const DEEPEST = 3;

/** Lines of a column are so many of their heights wide: others are cells. */
const WIDE = 10;

/** So many places are tried where columns may begin. */
const TRIED = 40;

/** A column has so many lines, and so large a share of a page's. */
const FEWEST = 4;
const SHARE = 0.2;

const endOf = ({ x, width }: PrintedLine): number => x + width;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Whether lines are of running text. */
const isText = (lines: readonly PrintedLine[]): boolean =>
  median(lines.map(({ width, height }) => width / Math.max(height, 1))) >= WIDE;

/** Lines to either side of a gutter, and those that cross it. */
interface Parted {
  readonly left: PrintedLine[];
  readonly right: PrintedLine[];
  readonly across: PrintedLine[];
}

function partAt(lines: readonly PrintedLine[], gutter: number): Parted {
  const parted: Parted = { left: [], right: [], across: [] };
  for (const line of lines) {
    const side = endOf(line) <= gutter
      ? "left"
      : line.x >= gutter
      ? "right"
      : "across";
    parted[side].push(line);
  }
  return parted;
}

/** The gutter between two columns of text, where there is one. */
function findGutter(lines: readonly PrintedLine[]): Parted | null {
  const least = Math.max(FEWEST, SHARE * lines.length);
  // Columns begin where many lines do.
  const starts = new Map<number, number>();
  for (const { x } of lines) {
    starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  }
  const likely = [...starts].filter(([, count]) => count >= FEWEST)
    .sort(([, a], [, b]) => b - a).slice(0, TRIED);
  let best: Parted | null = null;
  for (const [start] of likely) {
    const parted = partAt(lines, start - 1);
    const { left, right, across } = parted;
    if (left.length < least || right.length < least) continue;
    if (across.length > SHARE * lines.length) continue;
    if (best && best.across.length <= across.length) continue;
    // Lines of a table stand beside each other as well, and are short.
    if (isText(left) && isText(right)) best = parted;
  }
  return best;
}

/** Lines in the order in which they are read. */
function inOrder(lines: readonly PrintedLine[], depth: number): PrintedLine[] {
  const parted = depth < DEEPEST ? findGutter(lines) : null;
  if (!parted) return [...lines];
  const { left, right, across } = parted;
  // What crosses the gutter, a headline or a picture's words, divides the page.
  const bars = [...across].sort((a, b) => b.y - a.y);
  const found: PrintedLine[] = [];
  let top = Infinity;
  for (const bar of [...bars, null]) {
    const foot = bar?.y ?? -Infinity;
    for (const side of [left, right]) {
      const band = side.filter(({ y }) => y < top && y >= foot);
      found.push(...inOrder(band, depth + 1));
    }
    if (bar) found.push(bar);
    top = foot;
  }
  return found;
}

/** Parts of one line of a page joined: cells of a row, words far apart. */
function joinRows(lines: readonly PrintedLine[]): PrintedLine[] {
  const found: PrintedLine[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const beside = last && last.page === line.page &&
      Math.abs(last.y - line.y) < 0.3 * line.height &&
      line.x >= endOf(last) - 1;
    if (!beside) {
      found.push(line);
      continue;
    }
    found[found.length - 1] = {
      ...last,
      text: `${last.text.trimEnd()} ${line.text.trimStart()}`,
      width: endOf(line) - last.x,
    };
  }
  return found;
}

/** The lines of pages in the order in which they are read, column by column. */
export function columnsInOrder(
  lines: readonly PrintedLine[],
): PrintedLine[] {
  return joinRows(pagesOf(lines).flatMap((page) => inOrder(page, 0)));
}
