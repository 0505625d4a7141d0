import { basename, join } from "node:path";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { executeNotebook } from "../../lib/cli/jupyter/notebook/execute.ts";
import { peakMemory } from "../notebooks/peak_memory.ts";

/** A notebook of the project as it is today. */
export interface Executed {
  /** Where it is with its outputs. */
  readonly out: string;
  /** Megabytes that it took, where the system says. */
  readonly peak: number | undefined;
}

const FOLDER = join(ROOT, ".cache", "tests", "executed");
const executed = new Map<string, Promise<Executed>>();

async function execute(notebook: string): Promise<Executed> {
  await Deno.mkdir(FOLDER, { recursive: true });
  const out = join(FOLDER, basename(notebook));
  const peak = await peakMemory(() => executeNotebook({ notebook, out }));
  return { out, peak };
}

/** Runs a notebook of the project; once for all tests of a process. */
export function executedNotebook(notebook: string): Promise<Executed> {
  const found = executed.get(notebook) ?? execute(notebook);
  executed.set(notebook, found);
  return found;
}
