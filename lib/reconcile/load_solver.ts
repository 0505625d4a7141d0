import { InputError } from "../quantity/input_error.ts";
import { loadHighs } from "./solve/load_highs.ts";

/**
 * Loads the linear solver, which is else loaded when claims first need it: those
 * with ratios, shares or sums of measures do, and those that disagree. Its
 * WebAssembly comes with the library. Who has it at hand already, compiled once
 * for several workers, hands it over before anything is reconciled; later it is
 * too late.
 *
 * @param wasm The module `highs/runtime` of the npm package `highs`, compiled.
 * @throws {InputError} When it is something else than a compiled module.
 *
 * @example
 * ```ts
 * import { loadSolver } from "./load_solver.ts";
 * import { reconcile } from "./reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * await loadSolver();
 * const year = { start: "2024-01", end: "2024-12", hedge: "exact" } as const;
 * using result = await reconcile([
 *   { ...year, claim_id: "twice", kind: "ratio", measure: "a", of_measure: "b", stated: "2" },
 *   { ...year, claim_id: "count", kind: "total", measure: "b", stated: "30" },
 * ]);
 * assert.equal(result.bounds("a", "2024-01", "2024-12").high, 60);
 * ```
 */
export async function loadSolver(wasm?: WebAssembly.Module): Promise<void> {
  if (wasm !== undefined && !(wasm instanceof WebAssembly.Module)) {
    throw new InputError(
      "wasm is not a compiled module; make one with WebAssembly.compile(bytes)",
    );
  }
  await loadHighs(wasm);
}
