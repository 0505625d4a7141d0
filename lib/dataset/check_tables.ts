import { circular } from "../quantity/circles.ts";
import type { Kind, Per, Reading, Spread } from "../quantity/claim.ts";
import { BUILT_IN_HEDGES, type Hedges, hedgesOf } from "../quantity/hedge.ts";
import { checkReading, type Known } from "./check_reading.ts";
import { KnownIds } from "./known_ids.ts";
import { legible } from "../text/legible.ts";
import type { RowCheck, Table } from "./table/table_builder.ts";
import type { ProblemList } from "./problem_list.ts";
import { rounds } from "../quantity/rounds.ts";
import { overlay } from "../quantity/overlay.ts";
import type { TableName } from "./rows.ts";
import { READING_CELLS } from "./tables.ts";

/** The tables of one dataset; a table whose file is missing is not there. */
export type TablesRead =
  & { readonly claims: Table<"claims"> }
  & { readonly [T in TableName]?: Table<T> | undefined };

const READING_COLUMNS = Object.keys(READING_CELLS) as (keyof Reading)[];

type Report = (row: number, field: string, message: string) => void;

function reporter<T extends TableName>(
  table: Table<T>,
  problems: ProblemList,
): Report {
  return (row, field, message) =>
    problems.add({
      file: table.file,
      line: table.lineOf(row),
      // An absent column has no number; the next one is where it would stand.
      column: (table.header.indexOf(field) + 1) || table.header.length + 1,
      field,
      message: legible(message),
    });
}

function checkMeasures(table: Table<"measures">, report: Report): KnownIds {
  const known = new KnownIds(table.rows.map((row) => row.measure));
  const circles = circular(
    new Map(table.rows.map((row) => [row.measure, row.part_of])),
  );
  const named = circular(
    new Map(table.rows.map((row) => [row.measure, row.same_as])),
  );
  table.rows.forEach((row, i) => {
    if (row.split && !row.part_of) {
      report(i, "split", "is part of nothing; name the whole in part_of");
    }
    if (row.same_as) {
      if (!known.has(row.same_as)) {
        report(
          i,
          "same_as",
          `'${row.same_as}' is not in this table${known.instead(row.same_as)}`,
        );
      } else if (named.has(row.measure)) {
        report(
          i,
          "same_as",
          row.same_as === row.measure
            ? "is the measure itself; leave it empty"
            : `ends in '${row.measure}' itself; leave out one of the chain`,
        );
      }
    } else if (row.same_grounds) {
      report(i, "same_grounds", "grounds nothing; name the measure in same_as");
    }
    if (!row.part_of) return;
    if (!known.has(row.part_of)) {
      report(
        i,
        "part_of",
        `'${row.part_of}' is not in this table${known.instead(row.part_of)}`,
      );
    }
    if (circles.has(row.measure)) {
      report(i, "part_of", `makes '${row.measure}' a part of itself`);
    }
  });
  return known;
}

function checkHedges(table: Table<"hedges">, report: Report): Hedges {
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
  claimIds: KnownIds,
  known: Known,
  report: Report,
): void {
  const byId = new Map(claims.rows.map((row) => [row.claim_id, row]));
  const seen = new Set<string>();
  table.rows.forEach((row, i) => {
    const claim = byId.get(row.claim_id);
    if (!claim) {
      if (!claims.complete) return;
      report(
        i,
        "claim_id",
        `'${row.claim_id}' is not in claims.csv${
          claimIds.instead(row.claim_id)
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
      per: cells.per as Per | null,
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

/** What claims are checked against. */
export interface KnownTables extends Known {
  /** The sources; `undefined` where no such table was read. */
  readonly sources?: KnownIds | undefined;
}

/**
 * Checks the tables that claims refer to, and gives what they know. What
 * seems to be missing may stand in a row that is not sound: then nobody knows.
 */
export function checkReferred(
  { measures, hedges, sources }: Partial<TablesRead>,
  problems: ProblemList,
): KnownTables {
  const measureIds = measures &&
    checkMeasures(measures, reporter(measures, problems));
  const hedgeIds = hedges
    ? checkHedges(hedges, reporter(hedges, problems))
    : BUILT_IN_HEDGES;
  return {
    measures: measures?.complete ? measureIds : undefined,
    hedges: hedges?.complete === false
      ? undefined
      : new KnownIds(hedgeIds.keys()),
    sources: sources?.complete
      ? new KnownIds(sources.rows.map((row) => row.source_id))
      : undefined,
  };
}

/**
 * The check of a claim whose cells are sound: its keys resolve, and it makes a
 * statement.
 */
export function claimCheck(
  known: KnownTables,
): RowCheck<"claims", keyof Reading | "source_id"> {
  return {
    columns: [...READING_COLUMNS, "source_id"],
    check: (row, report) => {
      for (const { field, message } of checkReading(row, known)) {
        report(field, message);
      }
      const { source_id } = row;
      if (source_id && known.sources && !known.sources.has(source_id)) {
        report(
          "source_id",
          `'${source_id}' is not in sources.csv${
            known.sources.instead(source_id)
          }`,
        );
      }
    },
  };
}

/**
 * Checks the tables that refer to claims: keys resolve, and every reading makes
 * a statement. Rows that are unsound by themselves were reported already and
 * take no part.
 */
export function checkReferring(
  { claims, readings, relations }: TablesRead,
  known: KnownTables,
  problems: ProblemList,
): void {
  if (problems.full) return;
  if (!readings && !relations) return;
  const claimIds = new KnownIds(claims.rows.map((row) => row.claim_id));
  if (readings) {
    const report = reporter(readings, problems);
    checkReadings(readings, claims, claimIds, known, report);
  }
  if (relations) {
    const report = reporter(relations, problems);
    relations.rows.forEach((row, i) => {
      for (const field of ["from", "to"] as const) {
        if (claimIds.has(row[field]) || !claims.complete) continue;
        report(
          i,
          field,
          `'${row[field]}' is not in claims.csv${claimIds.instead(row[field])}`,
        );
      }
      if (row.from === row.to) report(i, "to", "relates a claim to itself");
    });
    const replacing = [...relations.rows.keys()].filter((i) => {
      const { from, relation, to } = relations.rows[i]!;
      return from !== to &&
        (relation === "corrects" || relation === "supersedes");
    });
    const round = rounds(replacing.map((i) => {
      const { from, to } = relations.rows[i]!;
      return [from, to];
    }));
    replacing.forEach((i, at) => {
      if (!round[at]) return;
      const { from, to } = relations.rows[i]!;
      report(
        i,
        "relation",
        `'${from}' replaces '${to}', which replaces it in turn; say which is ` +
          "the later",
      );
    });
  }
}
