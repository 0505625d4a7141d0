import { unawaited } from "../quantity/unawaited.ts";
import type { Chart } from "./chart.ts";

/**
 * Writes a chart as a standalone SVG file. It holds no reference to another
 * file and no script; characters that would turn its text round are written out.
 *
 * @throws {Deno.errors.NotFound} When the folder is not there.
 *
 * @example
 * ```ts
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { claimsTimeline } from "./claims_timeline.ts";
 * import { saveChart } from "./save.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const path = await Deno.makeTempFile({ suffix: ".svg" });
 * await saveChart(claimsTimeline(claimIntervals(data)), path);
 * assert.match(await Deno.readTextFile(path), /^<svg/);
 * await Deno.remove(path);
 * ```
 */
export function saveChart(
  chart: Chart,
  path: string | URL,
): Promise<void> {
  return unawaited(save(chart, path), "saveChart(…)", {});
}

async function save(
  chart: Chart,
  path: string | URL,
): Promise<void> {
  await Deno.writeTextFile(path, `${chart.svg}\n`);
}
