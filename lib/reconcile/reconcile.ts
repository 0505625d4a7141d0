import { loadHighs } from "./load_highs.ts";
import { needsHighs } from "./model.ts";
import { prepare } from "./prepare.ts";
import { Reconciliation } from "./reconciliation.ts";
import { buildSystem } from "./system.ts";
import type { ReconcileInput, ReconcileOptions } from "./tables.ts";

export async function reconcile(
  input: ReconcileInput,
  options: ReconcileOptions = {},
): Promise<Reconciliation> {
  const prepared = prepare(input, options);
  const system = buildSystem(prepared.items, prepared.measures);
  const highs = await loadHighs();
  return new Reconciliation(prepared, system, highs, options);
}
