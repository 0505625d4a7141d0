import { renderPage } from "../../page.ts";
import style from "../../style.css" with { type: "text" };
import type { Workbench } from "../state.ts";
import { workbenchPage } from "../workbench_page.ts";

/**
 * In a cell there is no way to other pages, little room, no address to pass on,
 * and no place in the browser to keep anything: the kernel does that.
 */
const IN_CELL = `
header.top, .skip, body > footer, .workbench > h1, .workbench > .question,
#w-copy-link, #w-link-note, #x-copy, [aria-labelledby="w-save-keep"] { display: none }
.page { padding-top: .5rem }
`;

/**
 * The page of a workbench for a notebook's cell: it tells the cell what is done
 * in it.
 *
 * @throws {BundleError} When its script cannot be put together.
 */
export async function cellPage(bench: Workbench): Promise<string> {
  const { page } = await workbenchPage(bench, undefined, true);
  return renderPage(
    { ...page, style: `${page.style ?? ""}${IN_CELL}`, footer: "" },
    { style, links: [] },
  );
}

/** A text gzipped: a page is then a third as long. */
export async function packText(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return await new Response(stream).bytes();
}
