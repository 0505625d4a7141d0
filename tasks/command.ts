import { loadDataset } from "../lib/dataset/load.ts";
import { DatasetError, UnreadableError } from "../lib/dataset/problem.ts";
import { InputError } from "../lib/reconcile/input_error.ts";
import { reconcile } from "../lib/reconcile/reconcile.ts";
import type { Reconciliation } from "../lib/reconcile/reconciliation.ts";
import { type Call, CallError, readCall } from "./selection.ts";
import { clean } from "./terminal/clean.ts";

/**
 * Runs a command on a dataset: reads the call, reconciles, and ends with the
 * status that the work gives. What is wrong with the input or the call goes to
 * standard error, and the status is 2.
 *
 * @param help Printed for `--help`, and after a wrong call.
 * @param words How many words the call has.
 * @param work Prints the result and returns the exit status.
 */
export async function runCommand(
  help: string,
  words: number,
  work: (result: Reconciliation, call: Call) => number,
): Promise<never> {
  try {
    const call = readCall(Deno.args);
    if (call.help) {
      console.log(help);
      Deno.exit(0);
    }
    if (call.words.length !== words) {
      throw new CallError(
        call.words.length < words
          ? "Something is missing from the call"
          : `'${call.words[words]}' is one word too many`,
      );
    }
    const dataset = await loadDataset(call.words[0]!, call.load);
    using result = await reconcile(dataset, call.options);
    Deno.exit(work(result, call));
  } catch (error) {
    const known = error instanceof CallError || error instanceof InputError ||
      error instanceof DatasetError || error instanceof UnreadableError;
    if (!known) throw error;
    console.error(clean(error.message, true));
    if (error instanceof CallError) console.error(`\n${help}`);
    Deno.exit(2);
  }
}
