import { TaskFailure } from "./failure.ts";

/** A number of seconds from the command line. */
export function readSeconds(given: string, option = "--timeout"): number {
  const seconds = Number(given);
  if (!Number.isInteger(seconds) || seconds < 1) {
    throw new TaskFailure(
      `${option} takes whole seconds from 1 on, not "${given}".`,
    );
  }
  return seconds;
}
