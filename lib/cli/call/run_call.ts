import { DatasetError, UnreadableError } from "../../dataset/problem.ts";
import { InputError } from "../../reconcile/model/input_error.ts";
import { explainFault } from "../jupyter/environment/fault.ts";
import { Interrupted, TaskFailure } from "../jupyter/environment/failure.ts";
import { clean } from "../terminal/clean.ts";
import { CallError } from "./call.ts";
import { asCalled, type Asked, usageOf, type Verb } from "./verb.ts";

/** Whether what is wrong is the input or the call, and can be said as it is. */
export function isInputFault(error: unknown): error is Error {
  return error instanceof CallError || error instanceof InputError ||
    error instanceof DatasetError || error instanceof UnreadableError;
}

/** What to do where the machine refused, now or in what led to this. */
function faultIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return explainFault(error) ?? faultIn(error.cause);
}

/**
 * Runs a verb, and says what goes wrong on standard error: 2 where the input or
 * the call is wrong, 1 where it could not be done, 130 where it was interrupted.
 *
 * @returns The exit status.
 */
export async function runCall(verb: Verb, asked: Asked): Promise<number> {
  try {
    return await verb.run(asked);
  } catch (error) {
    if (isInputFault(error)) {
      console.error(clean(error.message, true));
      if (error instanceof CallError) {
        console.error(`\n${asCalled(usageOf(verb.help), asked.program)}`);
      }
      return 2;
    }
    if (error instanceof Interrupted) {
      console.error(clean(error.message, true));
      return 130;
    }
    const message = error instanceof TaskFailure
      ? clean(error.message, true)
      : faultIn(error);
    if (message === undefined) throw error;
    console.error(`\n${message}`);
    return 1;
  }
}
