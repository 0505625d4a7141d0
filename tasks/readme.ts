/**
 * `deno task readme`: draws the chart that the README shows, and writes its
 * table of what each task may do.
 *
 * @module
 */
import { join } from "node:path";
import { claimsTimeline } from "../lib/chart/claims_timeline.ts";
import { saveChart } from "../lib/chart/save.ts";
import { loadDataset } from "../lib/dataset/load.ts";
import { selectCollection } from "../lib/dataset/select.ts";
import { ROOT } from "../lib/cli/jupyter/environment/paths.ts";
import { readTasks } from "./permissions/read_tasks.ts";
import { withTable } from "./permissions/table.ts";

const data = await loadDataset(join(ROOT, "data"));
const reports = selectCollection(data, "reports");
const charts = join(ROOT, "notebooks", "charts");
await Deno.mkdir(charts, { recursive: true });
await saveChart(
  claimsTimeline(reports),
  join(charts, "claims-timeline.svg"),
);

const readme = join(ROOT, "README.md");
const tasks = readTasks(await Deno.readTextFile(join(ROOT, "deno.json")));
await Deno.writeTextFile(
  readme,
  withTable(await Deno.readTextFile(readme), tasks),
);
