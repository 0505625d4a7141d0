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

/** "share_ruled_out" and "impliedLow" as words. */
function words(heading: string): string {
  return /^[a-z][a-z0-9]*([_A-Z][A-Za-z0-9]*)*$/.test(heading)
    ? heading.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replaceAll("_", " ")
      .toLowerCase()
    : heading;
}

/** Ids of a list that is longer than this are folded. */
const FEW = 3;

const IDS = /^[\p{L}\p{N}][^\s,;]*(?:, [\p{L}\p{N}][^\s,;]*)+$/u;

/** A cell for a reader: a flag as a mark, a word of the data as words. */
function cellHtml({ heading, type }: TextColumn, text: string): string {
  if (type === "Bool") return text === "true" ? "✓ yes" : "✗ no";
  if (heading === "hedge") return escapeHtml(text.replaceAll("_", " "));
  const ids = text.split(", ");
  if (ids.length <= FEW || !IDS.test(text)) return escapeHtml(text);
  return `<details><summary>${escapeHtml(ids[0]!)} and ${
    ids.length - 1
  } more</summary>${escapeHtml(ids.slice(1).join(", "))}</details>`;
}

/** Numbers that a reader may add up again are shown with all their digits. */
const ADDED: ReadonlySet<string> = new Set(["value", "times"]);

/**
 * A number with the digits that tell a reader something, where it has more: of
 * thousands none after the point, of hundreds one.
 */
function shortNumber({ heading, className }: TextColumn, text: string): string {
  if (className !== "number" || ADDED.has(heading)) return text;
  if (!/^-?[\d,]+\.\d+$/.test(text)) return text;
  const value = Number(text.replaceAll(",", ""));
  const size = Math.abs(value);
  return size < 100 ? text : value.toLocaleString("en-US", {
    maximumFractionDigits: size < 1000 ? 1 : 0,
  });
}

/** The day after one. */
function next(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Rows that are told as one: the first, the last, how many. */
interface Run {
  readonly first: number;
  readonly last: number;
}

/** Neighbouring periods of which all else is the same are folded from here on. */
const ALIKE = 3;

/** Runs of rows that differ in nothing but their period, which is the next. */
function runsOf(columns: readonly TextColumn[], height: number): Run[] {
  const column = (name: string) =>
    columns.find(({ heading, type }) => heading === name && type === "Date");
  const [start, end] = [column("start"), column("end")];
  const others = columns.filter((one) => one !== start && one !== end);
  const runs: Run[] = [];
  for (let row = 0; row < height;) {
    let last = row;
    while (
      start && end && others.length > 0 && last + 1 < height &&
      end.cells[last] && start.cells[last + 1] === next(end.cells[last]!) &&
      others.every(({ cells }) => cells[last] === cells[last + 1])
    ) last++;
    if (last - row + 1 < ALIKE) {
      for (let one = row; one <= last; one++) {
        runs.push({ first: one, last: one });
      }
    } else runs.push({ first: row, last });
    row = last + 1;
  }
  return runs;
}

/**
 * A table as HTML and as plain text: types under the headings, missing values as
 * a dash, text escaped, and the number of rows. In HTML flags are marks, long
 * lists of ids are folded, and so are neighbouring periods that are alike; of a
 * number of thousands what stands after the point is in `data-value` alone.
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
  const runs = runsOf(columns, height);
  const body = runs.map(({ first, last }) =>
    `<tr>${
      columns.map((column) => {
        const { heading, className, cells, claims } = column;
        const ends = first !== last && heading === "end";
        const text = cells[ends ? last : first] ?? null;
        if (text === null) return tag("td", className, "–");
        const each = ends
          ? ` <small>(each of ${last - first + 1})</small>`
          : "";
        const short = shortNumber(column, text);
        return tag(
          "td",
          className,
          cellHtml(column, short) + each,
          claims?.[first],
          short === text ? "" : ` data-value="${text.replaceAll(",", "")}"`,
        );
      }).join("")
    }</tr>`
  ).join("\n");
  const head = columns.map(({ heading, type, className }) =>
    tag(
      "th",
      className,
      `${escapeHtml(words(heading))}<br><small>${escapeHtml(type)}</small>`,
    )
  ).join("");
  const folded = runs.length < height
    ? ", neighbouring periods that are alike told as one"
    : "";
  // Amounts in dollars are no formulas.
  const html = '<table class="tallystick-table mathjax_ignore">\n<caption>' +
    `${
      caption ? `${escapeHtml(caption)} ` : ""
    }(${count}${folded})</caption>\n` +
    `<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
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
  data = "",
): string {
  const id = escapeHtml(claim ?? "");
  return `<${name}${className ? ` class="${className}"` : ""}${
    id && ` data-claim="${id}" title="${id}"`
  }${data}>${html}</${name}>`;
}

/** "1 row", "1,234 rows, the first 100 shown". */
export function rowCount(all: number, shown: number): string {
  const words = `${all.toLocaleString("en-US")} row${all === 1 ? "" : "s"}`;
  return all > shown ? `${words}, the first ${shown} shown` : words;
}
