/**
 * `deno task readme`: draws the chart that the README shows.
 *
 * @module
 */
import {
  claimIntervals,
  claimsTimeline,
  loadDataset,
  saveChart,
  selectCollection,
} from "../lib/mod.ts";

const data = await loadDataset(new URL("../data", import.meta.url));
const reports = selectCollection(data, "reports");
const path = new URL("../notebooks/charts/", import.meta.url);
await Deno.mkdir(path, { recursive: true });
await saveChart(
  claimsTimeline(claimIntervals(reports)),
  new URL("claims-timeline.svg", path),
);
