import type { Kind, Reading, Spread } from "../quantity/claim.ts";
import { BUILT_IN_HEDGES, type Hedges, hedgesOf } from "../quantity/hedge.ts";
import { instead } from "./cells.ts";
import { checkReading, type Known } from "./check_reading.ts";
import { legible } from "./legible.ts";
import type { Table } from "./parse_table.ts";
import type { Problem } from "./problem.ts";
import { overlay } from "../quantity/overlay.ts";
import type { TableName } from "./rows.ts";
import { READING_CELLS } from "./tables.ts";

/** The tables of one dataset; a table whose file is missing is not there. */
export type Tables =
  & { claims: Table<"claims"> }
  & { [T in TableName]?: Table<T> };

type Report = (row: number, field: string, message: string) => void;

function reporter<T extends TableName>(
  table: Table<T>,
  problems: Problem[],
): Report {
  return (row, field, message) =>
    problems.push({
      file: table.file,
      line: table.lineOf(row),
      // An absent column has no number; the next one is where it would stand.
      column: (table.header.indexOf(field) + 1) || table.header.length + 1,
      field,
      message: legible(message),
    });
}

/**
 * The ids that keys of other tables resolve to; `undefined` where a row of the
 * table was unsound, and an id that seems to be missing may stand there.
 */
function resolvable<T extends TableName>(
  table: Table<T> | undefined,
  ids: (table: Table<T>) => Set<string>,
): Set<string> | undefined {
  if (!table) return undefined;
  const found = ids(table);
  return table.problems.length === 0 ? found : undefined;
}

/** The ids of a column; a repeated one is reported where it repeats. */
function ids<T extends TableName>(
  table: Table<T>,
  field: string,
  report: Report,
): Set<string> {
  const first = new Map<string, number>();
  table.rows.forEach((row, i) => {
    const id = (row as Record<string, string>)[field]!;
    const before = first.get(id);
    if (before === undefined) first.set(id, i);
    else {
      report(
        i,
        field,
        `'${id}' stands on line ${table.lineOf(before)} too; ids are unique`,
      );
    }
  });
  return new Set(first.keys());
}

function checkMeasures(table: Table<"measures">, report: Report): Set<string> {
  const known = ids(table, "measure", report);
  const parent = new Map(table.rows.map((row) => [row.measure, row.part_of]));
  table.rows.forEach((row, i) => {
    if (row.split && !row.part_of) {
      report(i, "split", "is part of nothing; name the whole in part_of");
    }
    if (!row.part_of) return;
    if (!known.has(row.part_of)) {
      report(
        i,
        "part_of",
        `'${row.part_of}' is not in this table${
          instead(row.part_of, [...known])
        }`,
      );
    }
    const seen = new Set<string>();
    for (
      let at: string | null | undefined = row.part_of;
      at && !seen.has(at);
      at = parent.get(at)
    ) {
      seen.add(at);
      if (at === row.measure) {
        report(i, "part_of", `makes '${at}' a part of itself`);
      }
    }
  });
  return known;
}

function checkHedges(table: Table<"hedges">, report: Report): Hedges {
  ids(table, "hedge", report);
  const sound = table.rows.filter((row, i) => {
    if (BUILT_IN_HEDGES.has(row.hedge)) return true;
    const missing = (["low", "high"] as const).filter((side) => !row[side]);
    for (const side of missing) {
      report(
        i,
        side,
        "is empty; state the distance in rounding units, or inf for open",
      );
    }
    return missing.length === 0;
  });
  return hedgesOf(sound);
}

function checkReadings(
  table: Table<"readings">,
  claims: Table<"claims">,
  known: Known,
  report: Report,
): void {
  const byId = new Map(claims.rows.map((row) => [row.claim_id, row]));
  const seen = new Set<string>();
  table.rows.forEach((row, i) => {
    const claim = byId.get(row.claim_id);
    if (!claim) {
      report(
        i,
        "claim_id",
        `'${row.claim_id}' is not a sound row of claims.csv${
          instead(row.claim_id, [...byId.keys()])
        }`,
      );
      return;
    }
    if (row.reading === "default") {
      report(i, "reading", "'default' is the claim's own reading; rename it");
    }
    const key = JSON.stringify([row.claim_id, row.reading]);
    if (seen.has(key)) {
      report(
        i,
        "reading",
        `'${row.reading}' is a reading of this claim already; ids are unique`,
      );
    }
    seen.add(key);

    const cells = overlay(claim, row);
    let sound = true;
    for (const [field, cell] of Object.entries(cells)) {
      const schema = READING_CELLS[field as keyof typeof READING_CELLS];
      const checked = schema.safeParse(cell);
      if (checked.success) continue;
      sound = false;
      report(i, field, checked.error.issues[0]!.message);
    }
    if (!sound) return;
    const reading: Reading = {
      ...cells,
      kind: cells.kind as Kind,
      measure: cells.measure!,
      spread: cells.spread as Spread | null,
    };
    // What is wrong with the claim itself is said once, at the claim.
    const inherited = checkReading(claim, known).map((own) => own.message);
    for (const { field, message } of checkReading(reading, known)) {
      if (inherited.includes(message)) continue;
      report(i, field, `as read here, ${message}`);
    }
  });
}

/**
 * Checks the tables of a dataset against each other: ids are unique, keys
 * resolve, and every reading of every claim makes a statement. Rows that are
 * unsound by themselves were reported already and take no part.
 */
export function checkTables(tables: Tables): Problem[] {
  const problems: Problem[] = [];
  const { claims, readings, sources, measures, relations, hedges } = tables;

  const known: Known = {
    measures: resolvable(
      measures,
      (table) => checkMeasures(table, reporter(table, problems)),
    ),
    hedges: hedges
      ? checkHedges(hedges, reporter(hedges, problems))
      : BUILT_IN_HEDGES,
  };
  const sourceIds = resolvable(
    sources,
    (table) => ids(table, "source_id", reporter(table, problems)),
  );
  const reportClaim = reporter(claims, problems);
  const claimIds = ids(claims, "claim_id", reportClaim);
  claims.rows.forEach((row, i) => {
    for (const { field, message } of checkReading(row, known)) {
      reportClaim(i, field, message);
    }
    if (row.source_id && sourceIds && !sourceIds.has(row.source_id)) {
      reportClaim(
        i,
        "source_id",
        `'${row.source_id}' is not in sources.csv${
          instead(row.source_id, [...sourceIds])
        }`,
      );
    }
  });
  if (readings) {
    checkReadings(readings, claims, known, reporter(readings, problems));
  }
  if (relations) {
    const report = reporter(relations, problems);
    relations.rows.forEach((row, i) => {
      for (const field of ["from", "to"] as const) {
        if (claimIds.has(row[field])) continue;
        report(
          i,
          field,
          `'${row[field]}' is not a sound row of claims.csv${
            instead(row[field], [...claimIds])
          }`,
        );
      }
      if (row.from === row.to) report(i, "to", "relates a claim to itself");
    });
  }
  return problems;
}
