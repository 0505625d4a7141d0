import type { DataPackage } from "../../site/data_package.ts";

/** What the notebook is called in the report on somebody's dataset. */
export const NAME = "what-the-claims-imply.ipynb";

/** No title is longer. */
const LONGEST = 200;

interface Notebook {
  cells: { id?: string; cell_type: string; source: string | string[] }[];
}

/** Text that Markdown takes for nothing but text, tags and all. */
function asMarkdown(text: string): string {
  return text.replace(/\s+/g, " ").slice(0, LONGEST).replace(
    /[^\p{L}\p{N} ]/gu,
    (mark) => `&#${mark.codePointAt(0)};`,
  );
}

/**
 * The notebook that takes any dataset, worded for one: its first cell tells of
 * that dataset, not of a template.
 */
export function wordNotebook(text: string, data: DataPackage): string {
  const notebook: Notebook = JSON.parse(text);
  const title = `# ${asMarkdown(data.title)}: what the claims imply

Whether the claims can all be true, what must give where they cannot, and what
follows for each of them and for every month.`;
  for (const [index, cell] of notebook.cells.entries()) {
    if (cell.cell_type !== "markdown") continue;
    cell.source = index === 0
      ? title
      : [cell.source].flat().join("").replace(/^(#+) Your /gm, "$1 The ");
  }
  return JSON.stringify(notebook, null, 1) + "\n";
}
