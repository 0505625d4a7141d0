import type { ReconcileOptions } from "../../reconcile/model/tables.ts";
import type { ExplorerState } from "../explorer/state.ts";

/**
 * What of a state `reconcile()` takes, where it is not its own default.
 *
 * @param all Every collection that there is.
 *
 * @example
 * ```ts
 * import { chosenOptions } from "./chosen.ts";
 * import { defaultState } from "../explorer/state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const state = { ...defaultState(data), width: "0.5" };
 * assert.deepEqual(chosenOptions(state, ["reports", "record"]), {
 *   collections: ["reports"],
 *   width: 0.5,
 * });
 * ```
 */
export function chosenOptions(
  state: ExplorerState,
  all: readonly string[],
): ReconcileOptions {
  const on = new Set(state.collections);
  return {
    ...(all.every((collection) => on.has(collection))
      ? {}
      : { collections: state.collections }),
    ...(state.without.length > 0 ? { without: state.without } : {}),
    ...(state.withoutSources.length > 0
      ? { withoutSources: state.withoutSources }
      : {}),
    ...(Object.keys(state.readings).length > 0
      ? { reading: state.readings }
      : {}),
    ...(state.echoesOnce ? { echoes: "once" } : {}),
    ...(state.vintagesAll ? { vintages: "all" } : {}),
    ...(state.width === "1" ? {} : { width: Number(state.width) }),
    ...(state.knownBy === null ? {} : { knownBy: state.knownBy }),
    ...(state.seconds === null ? {} : { seconds: state.seconds }),
  };
}
