/**
 * `deno task report [--force] [--timeout SECONDS]`: runs every notebook and
 * writes `report/`.
 *
 * @module
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Interrupted, runTask, TaskFailure } from "./environment/failure.ts";
import { ROOT } from "./environment/paths.ts";
import { interruption } from "./environment/signals.ts";
import { readSeconds } from "./environment/seconds.ts";
import { buildReport } from "./report/build.ts";

const HELP = `Runs every notebook in notebooks/ in order and writes report/.

Usage: deno task report [--force] [--timeout SECONDS]

  --force            run all, even where nothing has changed
  --timeout SECONDS  how long one cell may take (300)
  --help             this text`;

await runTask(async () => {
  const { values } = parseArgs({
    options: {
      force: { type: "boolean", default: false },
      timeout: { type: "string", default: "300" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const index = join("report", "index.html");
  try {
    const result = await buildReport({
      project: ROOT,
      force: values.force,
      timeout: readSeconds(values.timeout),
      signal: interruption(),
    });
    console.log(
      result === "built"
        ? `The report is ready: open ${index}`
        : `Nothing changed since ${index} was made; --force runs all.`,
    );
  } catch (error) {
    if (error instanceof Interrupted) {
      throw new Interrupted("\nStopped. The earlier report is as it was.");
    }
    if (error instanceof TaskFailure) {
      throw new TaskFailure(
        `${error.message}\n\nNo report was written; an earlier one is as it was.`,
      );
    }
    throw error;
  }
});
