import type { Row } from "../../dataset/rows.ts";
import { overlay } from "../../quantity/overlay.ts";
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
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const readings = { "tass-4690-cases": "art-407" };
 * const state = { ...defaultState(data), readings };
 * const { claims } = asRead(selectionOf(data, state));
 * const claim = claims.find((row) => row.claim_id === "tass-4690-cases");
 * assert.equal(claim?.measure, "proceedings-407");
 * ```
 */
export function asRead({ data, options }: Selection): ExplorerData {
  const chosen = new Map(Object.entries(options.reading ?? {}));
  const rows = Map.groupBy(data.readings, ({ claim_id }) => claim_id);
  const claims = data.claims.map((claim) => {
    const id = claim.claim_id;
    return readAs(claim, rows.get(id) ?? [], chosen.get(id));
  });
  return { ...data, claims };
}

/**
 * A claim in one of its readings: what its number, its measure and its period
 * are taken to be then.
 *
 * @param readings The readings of the dataset.
 * @param chosen Id of the reading; the claim's own where there is none of it.
 *
 * @example
 * ```ts
 * import { readAs } from "./as_read.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const claim = data.claims.find((row) =>
 *   row.claim_id === "wtat-100k-200k-self-leave"
 * )!;
 * const read = readAs(claim, data.readings, "since-2025-01");
 * assert.deepEqual([claim.start, read.start], ["2022-02-24", "2025-01"]);
 * ```
 */
export function readAs(
  claim: Row<"claims">,
  readings: readonly Row<"readings">[],
  chosen: string | undefined,
): Row<"claims"> {
  if (chosen === undefined) return claim;
  const row = readings.find(({ claim_id, reading }) =>
    claim_id === claim.claim_id && reading === chosen
  );
  return row ? { ...claim, ...overlay(claim, row) } as typeof claim : claim;
}
