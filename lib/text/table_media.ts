import { escapeHtml } from "./escape_html.ts";
import { plain } from "./plain.ts";
import type { Media } from "./showing.ts";

/** A column of a table as it is shown. */
export interface TextColumn {
  /** What stands above it. */
  readonly heading: string;
  /** Its type, below the heading. */
  readonly type: string;
  /** What a page's style needs to know of it. */
  readonly className: "number" | "date" | "long" | null;
  /** The cells; `null` is shown as a dash. */
  readonly cells: readonly (string | null)[];
  /** For each cell the id of the claim that it comes from. */
  readonly claims?: readonly (string | null)[];
}

/**
 * A table as HTML and as plain text: types under the headings, missing values as
 * a dash, text escaped, and the number of rows.
 *
 * @param count How many rows there are, and how many of them are shown.
 *
 * @example
 * ```ts
 * import { tableMedia } from "./table_media.ts";
 * import assert from "node:assert/strict";
 *
 * const column = { heading: "outlet", type: "String", className: null } as const;
 * const media = tableMedia([{ ...column, cells: ["<A>"] }], "1 row", "Outlets");
 * assert.match(media["text/html"]!, /<td>&#60;A&#62;<\/td>/);
 * assert.equal(media["text/plain"], "Outlets\noutlet\n<A>\n1 row");
 * ```
 */
export function tableMedia(
  columns: readonly TextColumn[],
  count: string,
  caption?: string,
): Media {
  const height = Math.max(0, ...columns.map(({ cells }) => cells.length));
  const rows = Array.from({ length: height }, (_, row) => row);
  const body = rows.map((row) =>
    `<tr>${
      columns.map(({ className, cells, claims }) => {
        const text = cells[row] ?? null;
        return text === null
          ? tag("td", className, "–")
          : tag("td", className, escapeHtml(text), claims?.[row]);
      }).join("")
    }</tr>`
  ).join("\n");
  const head = columns.map(({ heading, type, className }) =>
    tag(
      "th",
      className,
      `${escapeHtml(heading)}<br><small>${escapeHtml(type)}</small>`,
    )
  ).join("");
  // Amounts in dollars are no formulas.
  const html = '<table class="tallystick-table mathjax_ignore">\n<caption>' +
    `${caption ? `${escapeHtml(caption)} ` : ""}(${count})</caption>\n<thead>` +
    `<tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
  const text = [
    ...(caption ? [caption] : []),
    columns.map(({ heading }) => heading).join(" | "),
    ...rows.map((row) =>
      columns.map(({ cells }) => cells[row] ?? "–").join(" | ")
    ),
    count,
  ].join("\n");
  return { "text/html": html, "text/plain": plain(text) };
}

function tag(
  name: string,
  className: string | null,
  html: string,
  claim?: string | null,
): string {
  const id = escapeHtml(claim ?? "");
  return `<${name}${className ? ` class="${className}"` : ""}${
    id && ` data-claim="${id}" title="${id}"`
  }>${html}</${name}>`;
}

/** "1 row", "1,234 rows, the first 100 shown". */
export function rowCount(all: number, shown: number): string {
  const words = `${all.toLocaleString("en-US")} row${all === 1 ? "" : "s"}`;
  return all > shown ? `${words}, the first ${shown} shown` : words;
}
