import { getDocumentProxy } from "unpdf";
import type { PdfLines } from "./pdf_lines.ts";
import type { PrintedLine } from "./printed_line.ts";

/** A piece of text as the PDF places it. */
interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/** More pages are no article. */
const MOST_PAGES = 500;

/** A gap of so many heights parts columns and cells. */
const GAP = 1.2;

const placeOf = ({ transform }: Item) => ({
  x: transform[4] ?? 0,
  y: transform[5] ?? 0,
});

/** The lines of a page from its pieces of text. */
function linesOf(items: readonly Item[], page: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let pieces: Item[] = [];
  const end = () => {
    const [first] = pieces;
    const last = pieces.findLast(({ str }) => str.trim() !== "");
    if (first && last) {
      const { x, y } = placeOf(first);
      lines.push({
        text: pieces.map(({ str }) => str).join(""),
        page,
        ...{ x, y },
        width: placeOf(last).x + last.width - x,
        height: first.height,
      });
    }
    pieces = [];
  };
  for (const item of items) {
    if (typeof item.str !== "string") continue;
    if (item.str.trim() !== "") {
      const last = pieces.findLast(({ str }) => str.trim() !== "");
      if (last) {
        const { x, y } = placeOf(item);
        const gap = x - (placeOf(last).x + last.width);
        const height = Math.max(item.height, 1);
        const away = Math.abs(y - placeOf(last).y) > 0.5 * height;
        if (away || gap > GAP * height || gap < -height) end();
      }
      pieces.push(item);
    } else if (pieces.length > 0 && item.str !== "") {
      // Whether it is wide enough for a gap, the next piece shows.
      pieces.push({ ...item, str: " " });
    }
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

async function readPages(bytes: Uint8Array): Promise<PdfLines> {
  const document = await getDocumentProxy(bytes, { verbosity: 0 });
  const pages = document.numPages;
  const read = Math.min(pages, MOST_PAGES);
  const lines: PrintedLine[] = [];
  const empty: number[] = [];
  for (let page = 1; page <= read; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    const found = linesOf(items as unknown as Item[], page)
      .filter(({ text }) => text.trim() !== "");
    if (found.length === 0) empty.push(page);
    for (const line of found) lines.push(line);
  }
  return { lines, pages, empty, read };
}

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Uint8Array>) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ found: await readPages(data) });
  } catch (error) {
    scope.postMessage({ error: (error as Error).message });
  }
};
