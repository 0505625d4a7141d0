import type {
  AlternativeReading,
  Claim,
  Measure,
  Split,
} from "../quantity/claim.ts";
import { pairsOf } from "../quantity/pairs.ts";

/** What tells flows from levels. */
export interface CountingTables {
  readonly claims: readonly Pick<Claim, "claim_id" | "kind" | "measure">[];
  readonly measures: readonly Measure[];
  readonly readings: readonly AlternativeReading[];
  readonly splits: readonly Split[];
}

/** Whether a measure is a level, and which measure says so. */
export interface Counting {
  /** The measure by which it is a level: itself or a kin; else `null`. */
  levelBy(measure: string): string | null;
  /** Whether there is any level. */
  readonly some: boolean;
}

/**
 * Tells flows from levels: a measure is a level where the measures table says
 * so or, where it says nothing, a claim names it as one, and so is whatever is
 * its part, its whole or the same.
 */
export function countingOf(tables: CountingTables): Counting {
  const { claims, measures, readings, splits } = tables;
  const said = new Map(
    measures.flatMap(({ measure, counts }) =>
      counts ? [[measure, counts] as const] : []
    ),
  );
  const levels = new Set<string>();
  for (const [measure, counts] of said) {
    if (counts === "level") levels.add(measure);
  }
  const name = (id: string) => {
    if (!said.has(id)) levels.add(id);
  };
  for (const { kind, measure } of claims) if (kind === "level") name(measure);
  if (readings.some(({ kind }) => kind === "level") || levels.size > 0) {
    const rows = new Map(claims.map((row) => [row.claim_id, row]));
    for (const { claim_id, kind, measure } of readings) {
      const own = rows.get(claim_id);
      if (!own || (kind || own.kind) !== "level" || measure === "-") continue;
      name(measure || own.measure);
    }
  }
  if (levels.size === 0) return { levelBy: () => null, some: false };
  const kin = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    for (const [from, to] of [[a, b], [b, a]] as const) {
      const list = kin.get(from);
      if (list) list.push(to);
      else kin.set(from, [to]);
    }
  };
  for (const { whole, part } of pairsOf({ measures, splits })) {
    join(whole, part);
  }
  for (const { measure, same_as } of measures) {
    if (same_as) join(measure, same_as);
  }
  const by = new Map([...levels].map((id) => [id, id]));
  for (const id of by.keys()) {
    for (const other of kin.get(id) ?? []) {
      if (!by.has(other)) by.set(other, by.get(id)!);
    }
  }
  return { levelBy: (measure) => by.get(measure) ?? null, some: true };
}
