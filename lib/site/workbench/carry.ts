import { fromAddress } from "../explorer/address.ts";
import type { ExplorerData } from "../explorer/data.ts";
import { ownRow, ownSource } from "../explorer/own_claim.ts";
import type { Change } from "./state.ts";

/** The text of the cells that are not empty. */
function cells(
  row: Readonly<Record<string, string | null>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, cell]) =>
      cell ? [[column, cell] as const] : []
    ),
  );
}

/**
 * The claims of the reader's own in a link of the explorer as a change of the
 * workbench: there they are rows like all others. Nothing where it has none.
 *
 * @example
 * ```ts
 * import { carriedClaims } from "./carry.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * assert.equal(carriedClaims("width=2", data), null);
 * ```
 */
export function carriedClaims(
  fragment: string,
  data: ExplorerData,
): Change | null {
  const { own } = fromAddress(fragment, data).state;
  if (own.length === 0) return null;
  const source = cells(ownSource());
  return {
    type: "all",
    changes: [
      { type: "add", table: "claims", rows: own.map(ownRow).map(cells) },
      ...data.sources.length > 0 &&
          !data.sources.some((row) => row.source_id === source["source_id"])
        ? [{ type: "add", table: "sources", rows: [source] } as const]
        : [],
    ],
  };
}
