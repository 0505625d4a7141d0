import { paragraphsOf } from "../../reading/paragraphs.ts";
import type { Draft } from "../../reading/types.ts";
import { cleanSentence } from "../terminal/clean.ts";
import { wrap } from "../terminal/layout.ts";
import type { Paint } from "../terminal/paint.ts";

/** Lines of a text that no terminal shows, and the longest that are read well. */
const WIDTH = 80;
const WIDEST = 100;
const NARROWEST = 24;

/** How wide lines may be on standard output. */
export function widthOfOutput(): number {
  if (!Deno.stdout.isTerminal()) return WIDTH;
  try {
    const { columns } = Deno.consoleSize();
    return columns > 0 ? Math.min(WIDEST, Math.max(NARROWEST, columns)) : WIDTH;
  } catch {
    return WIDTH;
  }
}

/** Marks that letters of a number are put between until lines are broken. */
const [OPEN, CLOSE] = ["\ue000", "\ue001"];

/** A paragraph with its numbers marked: their words stand out, with a number. */
function marked(
  text: string,
  drafts: readonly { draft: Draft; mark: number }[],
): string {
  let out = "";
  let at = 0;
  for (const { draft, mark } of drafts) {
    if (draft.offset < at) continue;
    out += cleanSentence(text.slice(at, draft.offset));
    // A blank inside would be broken over lines with its colour.
    const words = cleanSentence(draft.wording).split(" ")
      .map((word) => `${OPEN}${word}${CLOSE}`).join(" ");
    out += `${words}\u00a0[${mark}]`;
    at = draft.offset + draft.length;
  }
  return out + cleanSentence(text.slice(at));
}

const periodText = ({ start, end }: Draft): string =>
  start === null && end === null
    ? "no period"
    : start === end
    ? start!
    : `${start ?? "…"} to ${end ?? "…"}`;

/** A draft in the words of a table's row. */
function rowOf(draft: Draft, mark: number): string[] {
  const number = draft.stated_high === null
    ? draft.stated
    : `${draft.stated} to ${draft.stated_high}`;
  return [
    `[${mark}]`,
    `${draft.kind}${draft.per ? ` a ${draft.per}` : ""}`,
    `${draft.hedge === "bare" ? "" : `${draft.hedge} `}${number}`,
    periodText(draft),
    cleanSentence(draft.speaker ?? "nobody named"),
  ];
}

/** Rows as columns, all to the left; where they are too wide, each as a text. */
function table(rows: readonly string[][], width: number): string[] {
  const widths = rows[0]!.map((_, i) =>
    rows.reduce((most, row) => Math.max(most, row[i]!.length), 0)
  );
  const all = widths.reduce((sum, one) => sum + one + 2, 0);
  if (all > width) {
    return rows.map(([mark, ...cells]) =>
      wrap(cells.join(", "), width, "      ", `  ${mark} `)
    );
  }
  return rows.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i]!)).join("  ")}`.trimEnd()
  );
}

/**
 * A text for a terminal: the paragraphs that hold drafts, their numbers marked,
 * and below each what is proposed.
 *
 * @param width How many letters a line may have.
 */
export function markedText(
  text: string,
  drafts: readonly Draft[],
  paint: Paint,
  width = WIDTH,
): string {
  const blocks: string[] = [];
  const places = Map.groupBy(
    drafts.map((draft, i) => ({ draft, mark: i + 1 })),
    ({ draft }) => draft.locator,
  );
  for (const { locator, text: line } of paragraphsOf(text)) {
    const here = places.get(locator);
    if (!here) continue;
    const shown = wrap(
      marked(line, here),
      width,
      "    ",
      `${locator}  `.padEnd(4),
    )
      .replaceAll(`${CLOSE} ${OPEN}`, " ").replace(
        /\ue000([^\ue001]*)\ue001/g,
        (_, words: string) => paint.marked(words),
      );
    const rows = table(
      here.map(({ draft, mark }) => rowOf(draft, mark)),
      width,
    );
    blocks.push(`${shown}\n${rows.join("\n")}`);
  }
  return blocks.join("\n\n");
}
