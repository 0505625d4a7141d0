/**
 * Builds a report while some of the renames of folders fail, as where another
 * program holds them open: fail_renames.ts PROJECT DATA OUT WORK NUMBER…
 *
 * @module
 */
import { runTask } from "../../../lib/cli/jupyter/environment/failure.ts";
import { buildReport } from "../../../lib/cli/report/build.ts";

const [project, data, out, work, ...failing] = Deno.args as [
  string,
  string,
  string,
  string,
  ...string[],
];
let renames = 0;
const { rename } = Deno;
Deno.rename = async (from, to) => {
  const { isDirectory } = await Deno.stat(from);
  if (isDirectory && failing.includes(String(++renames))) {
    throw new Deno.errors.PermissionDenied("Permission denied (os error 13)");
  }
  await rename(from, to);
};

await runTask(async () => {
  await buildReport({ project, out, work, other: { data, notebooks: [] } });
});
