import { describeReading } from "../../dataset/describe_reading.ts";
import type { Row } from "../../dataset/rows.ts";
import { describePeriod } from "../../quantity/describe_period.ts";
import { READING_COLUMNS } from "../../quantity/overlay.ts";
import { period } from "../../quantity/period.ts";
import type { Entry } from "./entry.ts";

/** What a measure is called. */
type Label = (measure: string) => string;

/**
 * What the measures of some entries are called; their ids where there is no
 * label.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { labelsIn } from "./read_as.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const label = labelsIn(entryGroups(data, [])[0]!.entries);
 * assert.equal(label("persons-left"), "Persons who left");
 * assert.equal(label("nothing"), "nothing");
 * ```
 */
export function labelsIn(entries: Iterable<Entry>): Label {
  const labels = new Map<string, string>();
  for (const { measure, ofMeasure } of entries) {
    for (const row of [measure, ofMeasure]) {
      if (row?.label) labels.set(row.measure, row.label);
    }
  }
  return (measure) => labels.get(measure) ?? measure;
}

/**
 * Another reading of a claim, as what it is then taken for: "as of 1 to 28
 * November 2025", "as Persons who left", and the columns that it changes where
 * it changes others.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../../dataset/load.ts";
 * import { entryGroups } from "./entry.ts";
 * import { labelsIn, readAs } from "./read_as.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const { entries } = entryGroups(data, [])[0]!;
 * const entry = entries.find(({ claim }) => claim.claim_id === "tass-4690-cases")!;
 * assert.equal(
 *   readAs(entry, entry.readings[0]!, labelsIn(entries)),
 *   "as Criminal proceedings, absence without leave",
 * );
 * ```
 */
export function readAs(
  { claim }: Entry,
  row: Row<"readings">,
  label: Label,
): string {
  if (row.kind === "none") return "as no count over a period";
  const changed = READING_COLUMNS.filter((column) => row[column]);
  const others = changed.filter((column) =>
    !["start", "end", "measure"].includes(column)
  );
  const [start, end] = [row.start ?? claim.start, row.end ?? claim.end];
  const dated = changed.includes("start") || changed.includes("end");
  if (
    others.length > 0 || row.measure === "-" ||
    dated && (!start || !end || start === "-" || end === "-")
  ) return `with ${describeReading(row)}`;
  return [
    "as",
    row.measure && label(row.measure),
    dated && `of ${describePeriod(period(start!, end!))}`,
  ].filter(Boolean).join(" ");
}
