import type { Documented } from "./documented.ts";

/** Symbols that belong together. */
export interface Group {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly symbols: readonly Documented[];
}

/** The library's folders, in the order in which they are best read. */
const FOLDERS: readonly (readonly [
  folder: string,
  title: string,
  about: string,
])[] = [
  [
    "dataset",
    "Datasets",
    "Reading a folder of claims into checked rows, and looking at the claims as they stand.",
  ],
  [
    "reconcile",
    "Reconciling",
    "What claims imply together: verdict, conflicts, repairs and bounds, each with its proof.",
  ],
  [
    "reading",
    "Reading texts",
    "Drafts of claims from a text or a page: a person accepts or mends them.",
  ],
  [
    "analysis",
    "Analyses",
    "Questions put repeatedly to data or engine, and what was found set beside the record.",
  ],
  [
    "frames",
    "Frames",
    "Data and results as Polars frames, and as CSV, JSON and Parquet.",
  ],
  [
    "quantity",
    "Numbers and time",
    "Claims, hedges, intervals and periods, as the tables state them.",
  ],
  [
    "chart",
    "Charts",
    "Observable Plot charts from plain arrays: SVG that a notebook shows and a script writes to a file.",
  ],
  ["notebook", "In notebooks", "What a notebook shows besides charts."],
  ["site", "Pages", "The pages of a report, from plain data."],
  ["cli", "Commands", "What a terminal calls."],
];

/** What comes first within a group; types come last. */
const VALUES: readonly string[] = ["function", "class", "variable"];

/** The folder of `lib/` in which a symbol is. */
export function folderOf({ location }: Documented): string {
  return /\/lib\/([^/.]+)[/.]/.exec(location.filename)?.[1] ?? "";
}

/**
 * The public symbols by what they are for: functions first, types last.
 *
 * @throws {Error} When a symbol is in a folder that has no title here.
 */
export function groupSymbols(symbols: readonly Documented[]): Group[] {
  const rank = ({ kind }: Documented) => {
    const place = VALUES.indexOf(kind);
    return place < 0 ? VALUES.length : place;
  };
  const by = Map.groupBy(symbols, folderOf);
  const groups = FOLDERS.flatMap(([folder, title, about]) => {
    const own = by.get(folder);
    by.delete(folder);
    return own
      ? [{
        id: `group-${folder}`,
        title,
        about,
        symbols: own.toSorted((a, b) => rank(a) - rank(b)),
      }]
      : [];
  });
  const [left] = by.keys();
  if (left === undefined) return groups;
  throw new Error(`lib/${left}/ is public and has no title in the API's pages`);
}
