import type { System } from "./generate.ts";

/** Drops claims from a system for as long as something still holds of it. */
export async function shrink(
  system: System,
  holds: (system: System) => Promise<boolean>,
): Promise<System> {
  for (let i = 0; i < system.input.claims.length;) {
    const claims = system.input.claims.toSpliced(i, 1);
    const ids = new Set(claims.map(({ claim_id }) => claim_id));
    const { readings, ...input } = system.input;
    const { reading, ...options } = system.options;
    const kept = readings?.filter(({ claim_id }) => ids.has(claim_id)) ?? [];
    const chosen = Object.entries(reading ?? {}).filter(([id]) => ids.has(id));
    const smaller: System = {
      input: {
        ...input,
        claims,
        ...kept.length === 0 ? {} : { readings: kept },
      },
      options: {
        ...options,
        ...chosen.length === 0 ? {} : { reading: Object.fromEntries(chosen) },
      },
    };
    if (await holds(smaller)) system = smaller;
    else i++;
  }
  return system;
}
