import type { Reading } from "../quantity/claim.ts";
import { flowOverlaps } from "../quantity/flow_overlaps.ts";
import { lastNames } from "../quantity/last_names.ts";
import { overlay } from "../quantity/overlay.ts";
import { pairsOf } from "../quantity/pairs.ts";
import { rounds } from "../quantity/rounds.ts";
import type { TablesRead } from "./check_tables.ts";
import { checkCounts } from "./check_counts.ts";
import { type Counting, countingOf } from "./counting.ts";
import type { KnownIds } from "./known_ids.ts";
import { legible } from "../text/legible.ts";
import type { ProblemList } from "./problem_list.ts";
import type { TableName } from "./rows.ts";

type Report = (row: number, field: string, message: string) => void;

/** Whether nothing is missing from a table only because it is not sound. */
const sound = (table: { readonly complete: boolean } | undefined) =>
  table === undefined || table.complete;

/**
 * Checks how measures hang together in several tables: parts and wholes, levels
 * and the flows that fill them, and that claims count as their measures do.
 *
 * @param known The measures, where their table was read and is sound.
 */
export function checkParts(
  tables: TablesRead,
  known: KnownIds | undefined,
  problems: ProblemList,
): void {
  if (problems.full) return;
  const report = (name: TableName): Report => (row, field, message) => {
    const table = tables[name]!;
    problems.add({
      file: table.file,
      line: table.lineOf(row),
      column: (table.header.indexOf(field) + 1) || table.header.length + 1,
      field,
      message: legible(message),
    });
  };
  const { claims, measures, readings, splits, balances } = tables;
  for (
    const [name, table, fields] of [
      ["splits", splits, ["whole", "part"]],
      ["balances", balances, ["level", "flow"]],
    ] as const
  ) {
    const rows: readonly Readonly<Record<string, string | null>>[] =
      table?.rows ?? [];
    const tell = report(name);
    const seen = new Map<string, number>();
    rows.forEach((row, i) => {
      for (const field of fields) {
        const id = row[field]!;
        if (!known || known.has(id)) continue;
        tell(i, field, `'${id}' is not in measures.csv${known.instead(id)}`);
      }
      const key = JSON.stringify(
        name === "splits"
          ? [row["whole"], row["dimension"], row["part"]]
          : [row["level"], row["flow"], row["direction"]],
      );
      const first = seen.get(key);
      if (first === undefined) seen.set(key, i);
      else {
        tell(
          i,
          fields[1],
          `'${row[fields[1]]}' stands on line ${
            table!.lineOf(first)
          } too; keep one of the two`,
        );
      }
    });
  }
  const whole = [measures, splits, readings, claims].every(sound);
  if (!whole) return;
  checkRounds(tables, report);
  const counting = countingOf({
    claims: claims.rows,
    measures: measures?.rows ?? [],
    readings: readings?.rows ?? [],
    splits: splits?.rows ?? [],
  });
  measures?.rows.forEach(({ measure, counts }, i) => {
    const by = counting.levelBy(measure);
    if (counts !== "flow" || by === null) return;
    report("measures")(
      i,
      "counts",
      `is flow, and '${by}', its part, whole or the same, is a level; both ` +
        "count alike",
    );
  });
  balances?.rows.forEach(({ level, flow }, i) => {
    if (counting.levelBy(level) === null) {
      report("balances")(
        i,
        "level",
        `'${level}' is a flow; say in measures.csv that it counts a level`,
      );
    }
    if (counting.levelBy(flow) !== null) {
      report("balances")(
        i,
        "flow",
        `'${flow}' is a level; name a flow that adds to '${level}' or takes ` +
          "from it",
      );
    }
  });
  checkFlows(tables, report);
  checkStanding(tables, report);
  checkCounting(tables, counting, report);
}

/** Checks that nothing is a part of itself through several dimensions. */
function checkRounds(
  { measures, splits }: TablesRead,
  report: (name: TableName) => Report,
): void {
  if (!splits) return;
  const pairs = pairsOf({
    measures: measures?.rows ?? [],
    splits: splits.rows,
  });
  const round = rounds(pairs.map(({ part, whole }) => [part, whole]));
  const from = pairs.length - splits.rows.length;
  pairs.forEach(({ part }, i) => {
    // A round of the measures table alone is told there.
    if (i < from || !round[i]) return;
    report("splits")(i - from, "part", `makes '${part}' a part of itself`);
  });
}

/** Checks that the flows of one level and direction do not overlap. */
function checkFlows(
  { measures, splits, balances }: TablesRead,
  report: (name: TableName) => Report,
): void {
  if (!balances) return;
  const { rows } = balances;
  const named = { measures: measures?.rows ?? [], splits: splits?.rows ?? [] };
  const found = flowOverlaps(rows, pairsOf(named), lastNames(named.measures));
  for (const { row, other, how, part } of found) {
    const { flow, direction } = rows[row]!;
    const first = `'${rows[other]!.flow}' of line ${balances.lineOf(other)}`;
    if (how === "both") {
      report("balances")(
        row,
        "direction",
        `'${flow}' is ${first}, which goes the other way: what goes in and ` +
          "out at once changes nothing; keep one of the two, or name what " +
          `else goes ${direction}`,
      );
      continue;
    }
    const why = how === "within"
      ? `is a part of ${first}`
      : how === "holds"
      ? `has the part ${first}`
      : `has the part '${part}' in common with ${first}`;
    report("balances")(
      row,
      "flow",
      `'${flow}' ${why}, and flows of one direction are added, so that it ` +
        `counts twice; keep one of the two`,
    );
  }
}

/** Goes over claims and then their other readings, with where to tell of them. */
function eachReading(
  { claims, readings }: TablesRead,
  report: (name: TableName) => Report,
  check: (
    reading: Reading,
    tell: (field: string, message: string) => void,
  ) => void,
): void {
  claims.rows.forEach((row, i) => {
    check(row, (field, message) => report("claims")(i, field, message));
  });
  if (!readings) return;
  const byId = new Map(claims.rows.map((row) => [row.claim_id, row]));
  readings.rows.forEach((row, i) => {
    const claim = byId.get(row.claim_id);
    if (!claim) return;
    check(overlay(claim, row) as unknown as Reading, (field, message) => {
      report("readings")(i, field, `as read here, ${message}`);
    });
  });
}

/** Checks that what stands out does so among counts of its own measure. */
function checkStanding(
  tables: TablesRead,
  report: (name: TableName) => Report,
): void {
  const nameOf = lastNames(tables.measures?.rows ?? []);
  eachReading(tables, report, ({ kind, measure, of_measure }, tell) => {
    if (kind !== "highest" && kind !== "lowest" || !of_measure) return;
    if (nameOf(of_measure) === nameOf(measure)) return;
    tell(
      "of_measure",
      `a ${kind} stands out among the counts of its own measure; leave it ` +
        `empty, or name '${of_measure}' in measure`,
    );
  });
}

/** Checks that claims, in each reading, count as their measures do. */
function checkCounting(
  tables: TablesRead,
  counting: Counting,
  report: (name: TableName) => Report,
): void {
  const some = tables.measures?.rows.some(({ counts }) => counts === "flow");
  if (!counting.some && !some) return;
  eachReading(tables, report, (reading, tell) => {
    checkCounts(reading, counting, tell);
  });
}
