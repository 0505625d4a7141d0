import type { Chart } from "./chart.ts";

/**
 * Writes a chart as a standalone SVG file.
 *
 * @throws {Deno.errors.NotFound} When the folder is not there.
 *
 * @example
 * ```ts no-run
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { claimsTimeline } from "./claims_timeline.ts";
 * import { saveChart } from "./save.ts";
 *
 * const data = await loadDataset("data");
 * await saveChart(claimsTimeline(claimIntervals(data)), "timeline.svg");
 * ```
 */
export async function saveChart(
  chart: Chart,
  path: string | URL,
): Promise<void> {
  await Deno.writeTextFile(path, `${chart.svg}\n`);
}
