import { clean } from "../../terminal/clean.ts";
import { explainFault } from "./fault.ts";

/** A failure that the reader of the message can do something about. */
export class TaskFailure extends Error {
  override name = "TaskFailure";
}

/** The user pressed Ctrl-C, or the task was told to end. */
export class Interrupted extends TaskFailure {
  override name = "Interrupted";
}

/**
 * Runs a task and ends the process: status 0, 1 with the message of a
 * {@linkcode TaskFailure}, 130 when interrupted, 2 when the call is wrong.
 */
export async function runTask(
  task: () => Promise<number | void>,
): Promise<never> {
  try {
    Deno.exit(await task() ?? 0);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error instanceof Interrupted) {
      console.error(clean(error.message, true));
      Deno.exit(130);
    }
    const message = error instanceof TaskFailure
      ? clean(error.message, true)
      : explainFault(error);
    if (message !== undefined) {
      console.error(`\n${message}`);
      Deno.exit(1);
    }
    // node:util parseArgs: an unknown option, a missing value.
    if ("code" in error && String(error.code).startsWith("ERR_PARSE_ARGS")) {
      console.error(error.message);
      Deno.exit(2);
    }
    throw error;
  }
}
