import { DatasetError, UnreadableError } from "../../dataset/problem.ts";
import { InputError } from "../../reconcile/model/input_error.ts";
import { CallError } from "./call.ts";
import { clean } from "../terminal/clean.ts";

/**
 * Runs a task and ends with the status that it gives. What is wrong with the
 * input or the call goes to standard error, and the status is 2.
 *
 * @param help Printed after a wrong call.
 */
export async function runCall(
  help: string,
  work: () => Promise<number>,
): Promise<never> {
  try {
    Deno.exit(await work());
  } catch (error) {
    const known = error instanceof CallError || error instanceof InputError ||
      error instanceof DatasetError || error instanceof UnreadableError;
    if (!known) throw error;
    console.error(clean(error.message, true));
    if (error instanceof CallError) console.error(`\n${help}`);
    Deno.exit(2);
  }
}
