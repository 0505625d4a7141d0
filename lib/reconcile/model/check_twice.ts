import { InputError } from "./input_error.ts";
import type { AllTables } from "./tables.ts";

function once(name: string, ids: Iterable<string>): void {
  const known = new Set<string>();
  for (const id of ids) {
    if (known.has(id)) throw new InputError(`${name} '${id}' is given twice`);
    known.add(id);
  }
}

/**
 * Checks that no two rows of a table have one id: one of them would be taken,
 * and the other dropped without a word.
 *
 * @throws {InputError} When a claim, reading, source, measure or hedge is given
 * twice.
 */
export function checkTwice(tables: AllTables): void {
  once("claim_id", tables.claims.map((row) => row.claim_id));
  once("source_id", tables.sources.map((row) => row.source_id));
  once("measure", tables.measures.map((row) => row.measure));
  once("hedge", tables.hedges.map((row) => row.hedge));
  once(
    "part",
    tables.splits.map(({ whole, dimension, part }) =>
      [whole, ...dimension ? [dimension] : [], part].join(", ")
    ),
  );
  once(
    "flow",
    tables.balances.map(({ level, flow, direction }) =>
      `${flow}' ${direction} '${level}`
    ),
  );
  const readings = Map.groupBy(tables.readings, (row) => row.claim_id);
  for (const [claim, rows] of readings) {
    once(`${claim}: reading`, rows.map((row) => row.reading));
  }
}
