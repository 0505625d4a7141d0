// Prints what calls of tasks say and how they end, one after the other: run under
// several time zones and languages by the test beside it. print_told.ts CALLS,
// a JSON list of lists: the task's name, then its arguments.
import { runTask } from "../../cli/run_task.ts";

const calls: Parameters<typeof runTask>[] = JSON.parse(Deno.args[0]!);
for (const [name, ...args] of calls) {
  const { code, stdout, stderr } = await runTask(name, ...args);
  console.log(`${stdout}${stderr}${name} ended with ${code}`);
}
