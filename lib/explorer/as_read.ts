import { overlay } from "../quantity/overlay.ts";
import type { ExplorerData } from "./data.ts";
import type { Selection } from "./selection.ts";

/**
 * The tables of a selection with every claim in the reading that is chosen for
 * it, as charts show them.
 *
 * @example
 * ```ts
 * import { asRead } from "./as_read.ts";
 * import { selectionOf } from "./selection.ts";
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const readings = { "tass-4690-cases": "art-407" };
 * const state = { ...defaultState(data), readings };
 * const { claims } = asRead(selectionOf(data, state));
 * const claim = claims.find((row) => row.claim_id === "tass-4690-cases");
 * assert.equal(claim?.measure, "proceedings-407");
 * ```
 */
export function asRead({ data, options }: Selection): ExplorerData {
  const chosen = new Map(Object.entries(options.reading ?? {}));
  const rows = new Map(
    data.readings.filter(({ claim_id, reading }) =>
      chosen.get(claim_id) === reading
    ).map((row) => [row.claim_id, row]),
  );
  const claims = data.claims.map((claim) => {
    const row = rows.get(claim.claim_id);
    return row ? { ...claim, ...overlay(claim, row) } as typeof claim : claim;
  });
  return { ...data, claims };
}
