import { getDocumentProxy } from "unpdf";
import type { PrintedLine } from "../../reading/printed_lines.ts";

/** A piece of text as the PDF places it. */
interface Item {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

/** More pages are no article. */
const MOST_PAGES = 500;

async function linesOf(bytes: Uint8Array): Promise<PrintedLine[]> {
  const document = await getDocumentProxy(bytes, {
    verbosity: 0,
  });
  const lines: PrintedLine[] = [];
  for (let page = 1; page <= Math.min(document.numPages, MOST_PAGES); page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    let text = "";
    let first: Item | null = null;
    const end = () => {
      if (first && text.trim() !== "") {
        lines.push({
          text,
          page,
          x: first.transform[4] ?? 0,
          y: first.transform[5] ?? 0,
          height: first.height,
        });
      }
      [text, first] = ["", null];
    };
    for (const item of items as unknown as Item[]) {
      if (typeof item.str !== "string") continue;
      first ??= item.str.trim() === "" ? null : item;
      text += item.str;
      if (item.hasEOL) end();
    }
    end();
  }
  return lines;
}

const scope = self as unknown as {
  onmessage: (event: MessageEvent<Uint8Array>) => void;
  postMessage(message: unknown): void;
};

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ lines: await linesOf(data) });
  } catch (error) {
    scope.postMessage({ error: (error as Error).message });
  }
};
