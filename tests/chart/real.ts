import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { selectCollection } from "../../lib/dataset/select.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";

/** The shipped dataset. */
export const data = await loadDataset(new URL("../../data", import.meta.url));

/** The claims of the reports. */
export const reports = claimIntervals(selectCollection(data, "reports"));

/** What the reports' claims imply together, as plain data. */
export const result = await (async () => {
  using made = await reconcile(data, { collections: ["reports"] });
  return {
    ...made.toJSON(),
    blame: made.blame,
    cheapest: made.cheapestRepair,
    asRead: made.asRead,
    measures: made.measures,
    nameOf: (measure: string) => made.nameOf(measure),
  };
})();
