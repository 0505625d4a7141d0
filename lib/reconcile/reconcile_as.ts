import { loadHighs } from "./solve/load_highs.ts";
import { Model, needsHighs, Scope } from "./search/model.ts";
import { turnEventLoop } from "./solve/owned_model.ts";
import { prepare } from "./model/prepare.ts";
import type { Reconciliation } from "./reconciliation.ts";
import { buildSystem, type System } from "./model/system.ts";
import type { ReconcileInput, ReconcileOptions } from "./model/tables.ts";

/** Whether the difference networks of a system, which need no solver, agree. */
function agrees(system: System): boolean {
  using model = new Model(system, null);
  const everything = new Scope([]);
  return system.components.every(({ index }) =>
    model.solver(index).refute(everything.mask(system, index)) === null
  );
}

/** A reconciliation whose result is of a class that adds to the plain one. */
export async function reconcileAs<R extends Reconciliation>(
  Result: new (...given: ConstructorParameters<typeof Reconciliation>) => R,
  input: ReconcileInput,
  options: ReconcileOptions,
): Promise<R> {
  await turnEventLoop();
  const prepared = prepare(input, options);
  const system = buildSystem(prepared.items, prepared.measures);
  // Slack may leave the whole numbers that a network holds: then too.
  const highs = needsHighs(system) || !agrees(system)
    ? await loadHighs()
    : null;
  const { measures } = prepared.tables;
  return new Result(prepared, system, measures, highs, options);
}
