import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { ROOT } from "../../../lib/cli/jupyter/environment/paths.ts";
import { makePages } from "../../../lib/site/make_pages.ts";

/** Writes the report of a dataset without its notebooks, and gives its folder. */
export async function writeReport(data: string, name: string): Promise<string> {
  const dataset = await loadDataset(data);
  const pages = await makePages({
    notebooks: [],
    data,
    claims: { dataset, findings: [] },
  });
  const folder = join(ROOT, ".cache", "tests", "explorer", name);
  await Deno.mkdir(folder, { recursive: true });
  for (const [page, html] of pages) {
    await Deno.writeTextFile(join(folder, page), html);
  }
  return folder;
}

let shipped: Promise<string> | undefined;

/** The address of the explorer of the shipped dataset; made once. */
export async function explorerUrl(): Promise<string> {
  const folder = await (shipped ??= writeReport(join(ROOT, "data"), "shipped"));
  return pathToFileURL(join(folder, "explorer.html")).href;
}
