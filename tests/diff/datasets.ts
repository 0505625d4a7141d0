import type { Dataset } from "../../lib/dataset/load.ts";
import type { TableName } from "../../lib/dataset/rows.ts";

/** A row with the cells given; all others are empty. */
type Cells = Readonly<Record<string, string | null>>;

/** A dataset of these rows. */
export function dataset(
  tables: Partial<Record<TableName, readonly Cells[]>>,
): Dataset {
  return {
    folder: "made-up",
    claims: [],
    readings: [],
    sources: [],
    measures: [],
    relations: [],
    hedges: [],
    splits: [],
    balances: [],
    ...tables as unknown as Partial<Dataset>,
  };
}

/** An exact total. */
export function total(
  claim_id: string,
  stated: string,
  start: string,
  end: string,
  others: Cells = {},
): Cells {
  return {
    claim_id,
    kind: "total",
    measure: "cases",
    hedge: "exact",
    stated,
    start,
    end,
    ...others,
  };
}
