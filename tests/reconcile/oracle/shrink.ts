import type { System } from "./generate.ts";
import type { Claim } from "../../../lib/quantity/claim.ts";

type Holds = (system: System) => Promise<boolean>;

/** A system with only some of its claims, and what belongs to them. */
function among(system: System, claims: readonly Claim[]): System {
  const ids = new Set(claims.map(({ claim_id }) => claim_id));
  const { readings, ...input } = system.input;
  const { reading, without, ...options } = system.options;
  const kept = readings?.filter(({ claim_id }) => ids.has(claim_id)) ?? [];
  const chosen = Object.entries(reading ?? {}).filter(([id]) => ids.has(id));
  const left = without?.filter((id) => ids.has(id)) ?? [];
  return {
    input: {
      ...input,
      claims,
      ...kept.length === 0 ? {} : { readings: kept },
    },
    options: {
      ...options,
      ...left.length === 0 ? {} : { without: left },
      ...chosen.length === 0 ? {} : { reading: Object.fromEntries(chosen) },
    },
  };
}

/** Smaller systems than one, the boldest first. */
function* smaller(system: System): Generator<System> {
  const { input, options } = system;
  for (let i = 0; i < input.claims.length; i++) {
    yield among(system, input.claims.toSpliced(i, 1));
  }
  for (const option of Object.keys(options)) {
    const { [option as keyof typeof options]: _, ...rest } = options;
    yield { input, options: rest };
  }
  for (
    const table of [
      ...["readings", "sources", "hedges", "relations"] as const,
      ...["splits", "balances"] as const,
    ]
  ) {
    const { [table]: rows, ...rest } = input;
    if (rows) yield { input: rest, options };
  }
  const wholes = new Set([
    ...input.measures?.flatMap((row) => [row.part_of, row.same_as]) ?? [],
    ...input.claims.flatMap((row) => [row.measure, row.of_measure]),
    ...input.splits?.flatMap(({ whole, part }) => [whole, part]) ?? [],
    ...input.balances?.flatMap(({ level, flow }) => [level, flow]) ?? [],
  ]);
  for (const row of input.measures ?? []) {
    if (wholes.has(row.measure)) continue;
    const measures = input.measures!.filter((other) => other !== row);
    yield { input: { ...input, measures }, options };
  }
  for (const table of ["relations", "splits", "balances"] as const) {
    for (const row of input[table] ?? []) {
      const rows = (input[table] as readonly unknown[]).filter((other) =>
        other !== row
      );
      yield { input: { ...input, [table]: rows }, options };
    }
  }
  const plain = [
    "as_of",
    "series",
    "source_id",
    "weight",
    "status",
    "origin",
    "rounding",
    "stated_high",
  ];
  for (let i = 0; i < input.claims.length; i++) {
    for (const column of plain as (keyof Claim)[]) {
      const claim = input.claims[i]!;
      if (claim[column] == null) continue;
      const claims = input.claims.with(i, { ...claim, [column]: null });
      yield { input: { ...input, claims }, options };
    }
  }
}

/**
 * Makes a system smaller for as long as something still holds of it: without
 * claims, options, tables, measures and cells. What cannot be read does not hold.
 */
export async function shrink(system: System, holds: Holds): Promise<System> {
  for (;;) {
    let next: System | undefined;
    for (const one of smaller(system)) {
      let still = false;
      try {
        still = await holds(one);
      } catch { /* refused: an option may name what is gone */ }
      if (still) {
        next = one;
        break;
      }
    }
    if (!next) return system;
    system = next;
  }
}
