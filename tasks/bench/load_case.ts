/**
 * Reads a dataset once, in a process of its own, and prints how long that took
 * and the peak memory as JSON. `load_case.ts load FOLDER` loads and checks the
 * dataset, and then makes the rows of its claims; `load_case.ts read FOLDER`
 * only reads its claims with Polars.
 *
 * @module
 */
import { join } from "node:path";
import type { CheckedDataset } from "../../lib/dataset/load.ts";
import { peak } from "./peak.ts";

const [what, folder] = Deno.args as [string, string];

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

if (what === "read") {
  const { default: pl } = await import("nodejs-polars");
  const path = join(folder, "claims.csv");
  let claims = 0;
  const seconds = await timed(() => claims = pl.readCSV(path).height);
  console.log(JSON.stringify({ seconds, memory: await peak(), claims }));
} else {
  const { checkDataset } = await import("../../lib/dataset/load.ts");
  let found!: CheckedDataset;
  const seconds = await timed(async () => found = await checkDataset(folder));
  const memory = await peak();
  let claims = 0;
  const rows = await timed(() => claims = found.dataset?.claims.length ?? 0);
  const problems = found.problems.map(({ line, field }) => `${line} ${field}`);
  const rowsMade = { seconds: seconds + rows, memory: await peak(), claims };
  console.log(JSON.stringify({ seconds, memory, claims, problems, rowsMade }));
}
