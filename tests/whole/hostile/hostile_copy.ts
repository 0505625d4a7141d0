import type { Dataset } from "../../../lib/dataset/load.ts";
import { ADDRESSES, HOSTILE } from "../../cli/report/hostile_dataset.ts";

type Cells = Readonly<Record<string, string | null>>;

/** Columns whose cells name rows of other tables, or of their own. */
const IDS = new Set([
  ...["claim_id", "measure", "of_measure", "part_of", "source_id", "origin"],
  ...["from", "to", "reading", "collection", "series", "same_as"],
  ...["level", "flow", "whole", "part", "dimension"],
]);

/** Columns that take free text. */
const TEXTS = new Set([
  ...["period_said", "locator", "wording", "speaker", "note", "ref_id"],
  ...[
    "grounds",
    "same_grounds",
    "publisher",
    "publisher_kind",
    "title",
    "author",
    "language",
  ],
  ...["translated_by", "label", "unit", "definition", "register", "words"],
]);

/** An id as a hostile hand would write it; the same for the same id. */
export function hostileId(id: string): string {
  const sum = [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return `${HOSTILE[sum % HOSTILE.length]!.trim()} ${id}`;
}

/**
 * A dataset with the same numbers and dates, and hostile text wherever its
 * tables take text.
 */
export function hostileCopy(dataset: Dataset): Dataset {
  let turn = 0;
  const copy = (row: Cells): Cells =>
    Object.fromEntries(
      Object.entries(row).map(([column, cell]) => [
        column,
        cell === null
          ? null
          : column === "url"
          ? ADDRESSES[turn++ % ADDRESSES.length]!
          : IDS.has(column) && cell !== "-"
          ? hostileId(cell)
          : TEXTS.has(column)
          ? HOSTILE[turn++ % HOSTILE.length]!
          : cell,
      ]),
    );
  const tables = Object.entries(dataset).map(([name, rows]) => [
    name,
    typeof rows === "string" ? rows : (rows as readonly Cells[]).map(copy),
  ]);
  return Object.fromEntries(tables) as Dataset;
}
