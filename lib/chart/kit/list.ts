import type * as Plot from "@observablehq/plot";
import { takeTurns as inTurns } from "../../reconcile/search/turns.ts";
import type { Layout } from "./layout.ts";
import { across, type Box, LINE, targets, type Words, words } from "./marks.ts";
import { lines } from "./text.ts";

/** A row of a chart that lists things one below the other. */
export interface Row {
  /** What the row is. */
  readonly label: string;
  /**
   * A heading, a row with a mark, a row that only says something, or an empty
   * one with room for a mark.
   */
  readonly type: "heading" | "item" | "note" | "space";
  /** What the row says when it is pointed at. */
  readonly title?: string;
}

/** A row with its place, in pixels from the top of the drawing. */
export type Placed<R extends Row> = R & {
  readonly top: number;
  readonly bottom: number;
  /** Where the row's mark begins, from above, and ends. */
  readonly mark: { readonly top: number; readonly bottom: number };
  /** The middle of its mark. */
  readonly y: number;
};

/** How rows are set. */
export interface ListOptions {
  /** Where the first begins. */
  readonly top?: number;
  /** Room for labels left of the marks; narrow, they stand above them. */
  readonly room?: number;
  /** Height of a mark. Default: 12. */
  readonly mark?: number;
  /** Room for words below a mark where the drawing is narrow. Default: 0. */
  readonly below?: number;
  /** Room for headings, where they share their line. Default: all. */
  readonly heading?: number;
  /** Most lines of a label. Default: 2. */
  readonly most?: number;
}

/** Rows set one below the other. */
export interface List<R extends Row> {
  readonly rows: Placed<R>[];
  /** Those with a mark. */
  readonly items: Placed<R>[];
  readonly bottom: number;
  /** Where marks may begin. */
  readonly left: number;
  /** What lines of an axis run through: narrow, labels stand between marks. */
  readonly areas: readonly { readonly top: number; readonly bottom: number }[];
  /** Labels, lines above headings, and what is pointed at in each row. */
  readonly marks: Plot.Markish[];
}

/** Rows of groups as far as they are drawn, which take turns to be. */
export function takeTurns<T>(
  groups: ReadonlyMap<string, readonly T[]>,
  most: number,
): ReadonlyMap<string, readonly T[]> {
  const keys = [...groups].flatMap(([key, own]) => own.map(() => key));
  const taken = Map.groupBy(
    inTurns(keys.map((key) => [key]), most),
    (i) => keys[i]!,
  );
  return new Map(
    [...groups].map(([key, own]) => [
      key,
      own.slice(0, taken.get(key)?.length ?? 0),
    ]),
  );
}

/** Room for labels left of the marks, in pixels. */
const ROOM = 380;

/** Sets rows from top to bottom; labels are broken and cut to their room. */
export function list<R extends Row>(
  given: readonly R[],
  { narrow, inner, fontSize }: Layout,
  options: ListOptions = {},
): List<R> {
  const { top = 0, room = ROOM, mark = 12, below = 0, most = 2 } = options;
  const left = narrow ? 0 : room + 14;
  const texts: Record<Row["type"], Words[]> = {
    ...{ heading: [], item: [], note: [], space: [] },
  };
  const areas: (Box & { title?: string })[] = [];
  let y = top;
  const rows = given.map((row, i): Placed<R> => {
    const { type, label, title } = row;
    const start = y;
    const heading = type === "heading";
    const bare = type === "heading" || type === "note";
    const own = label === "" ? [] : lines(
      label,
      heading && !narrow
        ? options.heading ?? inner
        : narrow || bare
        ? inner
        : room,
      fontSize,
      type === "note" ? 12 : most,
      heading ? "bold" : "regular",
    );
    const first = start + (heading && i > 0 ? 9 : 0);
    const text = own.length * LINE;
    own.forEach((line, n) =>
      texts[type].push({ x: 0, y: first + LINE * (n + 0.5), text: line })
    );
    const taken = bare
      ? text + (heading ? 4 : 3)
      : narrow
      ? text + mark + below + 8
      : Math.max(text, mark) + 6;
    y = first + taken;
    const from = bare
      ? first
      : narrow
      ? first + text + 2
      : first + (Math.max(text, mark) - mark) / 2;
    if (title) {
      areas.push({ left: 0, right: inner, top: start, bottom: y, title });
    }
    return {
      ...row,
      ...{ top: start, bottom: y, mark: { top: from, bottom: from + mark } },
      y: from + mark / 2,
    };
  });
  const items = rows.filter(({ type }) => type === "item");
  return {
    ...{ rows, items },
    areas: narrow ? items.map(({ mark }) => mark) : [{ top, bottom: y }],
    ...{ bottom: y, left },
    marks: [
      across(
        rows.filter(({ type }, i) => type === "heading" && i > 0)
          .map((row) => ({ left: 0, right: inner, y: row.top + 3 })),
      ),
      targets(areas),
      words(texts.heading, { className: "strong" }),
      words(texts.item),
      words(texts.note, { className: "soft" }),
    ],
  };
}
