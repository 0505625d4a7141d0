import type { Dataset } from "../../dataset/load.ts";
import type { TableName } from "../../dataset/rows.ts";
import type { Unit } from "../../quantity/units.ts";

/** What the report of a selection takes for granted, and shows at first. */
export interface Assumed {
  /** The width of hedges and roundings: plain digits. */
  readonly width?: string | undefined;
  readonly echoes?: "once" | undefined;
  readonly vintages?: "all" | undefined;
  /** These cannot be switched in the page: they hold whatever is. */
  readonly same?: readonly (readonly [string, string])[] | undefined;
  readonly by?: "origin" | undefined;
  readonly weights?: Readonly<Record<string, number | string>> | undefined;
  /** What is shown at first. */
  readonly per?: Unit | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly measure?: string | undefined;
}

/** The tables that an explorer works on: a dataset without its folder. */
export interface ExplorerData extends Pick<Dataset, TableName> {
  /** What the report that it belongs to takes for granted, if anything. */
  readonly assumed?: Assumed | undefined;
}

/** Where claims of the reader's own are filed. */
export const OWN_SOURCE = "own-claims";

/**
 * The collections of the data in file order; `""` holds the claims without one.
 *
 * @example
 * ```ts
 * import { collections } from "./data.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * assert.deepEqual(collections(data), ["reports", "record"]);
 * ```
 */
export function collections({ claims }: ExplorerData): string[] {
  return [...new Set(claims.map(({ collection }) => collection ?? ""))];
}

/**
 * What can be counted: the measures of the table and those that claims name.
 *
 * @example
 * ```ts
 * import { measureIds } from "./data.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * assert.equal(measureIds(data)[0], "proceedings");
 * ```
 */
export function measureIds({ claims, measures }: ExplorerData): string[] {
  return [
    ...new Set([
      ...measures.map(({ measure }) => measure),
      ...claims.flatMap(({ measure, of_measure }) =>
        of_measure ? [measure, of_measure] : [measure]
      ),
    ]),
  ];
}

/**
 * Whether a claim can take part: its own reading or another one states a
 * number.
 *
 * @example
 * ```ts
 * import { canTakePart } from "./data.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(canTakePart({ kind: "none" }, []), false);
 * assert.equal(canTakePart({ kind: "none" }, [{ kind: "total" }]), true);
 * ```
 */
export function canTakePart(
  claim: { readonly kind: string },
  readings: readonly { readonly kind?: string | null | undefined }[],
): boolean {
  return claim.kind !== "none" ||
    readings.some(({ kind }) => kind && kind !== "none" && kind !== "-");
}
