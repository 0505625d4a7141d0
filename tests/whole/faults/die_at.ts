/**
 * Builds a report and kills itself, as a power cut would, at its nth change to
 * the disk: die_at.ts PROJECT DATA OUT WORK N. A file is then half written.
 *
 * @module
 */
import { buildReport } from "../../../lib/cli/report/build.ts";
import { atChanges } from "./at_changes.ts";

const [project, data, out, work, at] = Deno.args as [
  string,
  string,
  string,
  string,
  string,
];
let changes = 0;
const build = () =>
  buildReport({ project, out, work, other: { data, notebooks: [] } });
await atChanges(build, async () => {
  if (++changes < Number(at)) return;
  Deno.kill(Deno.pid, "SIGKILL");
  // The signal may take a moment.
  await new Promise(() => {});
});
