import { loadDataset } from "../lib/dataset/load.ts";
import { DatasetError, UnreadableError } from "../lib/dataset/problem.ts";
import { InputError } from "../lib/reconcile/input_error.ts";
import { reconcile } from "../lib/reconcile/reconcile.ts";
import type { Reconciliation } from "../lib/reconcile/reconciliation.ts";
import { type Call, CallError, readCall } from "./selection.ts";
import { clean } from "./terminal/clean.ts";

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

/**
 * Checks how many words a call has.
 *
 * @throws {CallError} When there are fewer or more.
 */
export function checkWords(words: readonly string[], count: number): void {
  if (words.length === count) return;
  throw new CallError(
    words.length < count
      ? "Something is missing from the call"
      : `'${words[count]}' is one word too many`,
  );
}

/**
 * Runs a command on a dataset: reads the call, reconciles, and ends with the
 * status that the work gives, or as {@linkcode runCall} does.
 *
 * @param help Printed for `--help`, and after a wrong call.
 * @param words How many words the call has.
 * @param work Prints the result and returns the exit status.
 */
export function runCommand(
  help: string,
  words: number,
  work: (result: Reconciliation, call: Call) => number,
): Promise<never> {
  return runCall(help, async () => {
    const call = readCall(Deno.args);
    if (call.help) {
      console.log(help);
      return 0;
    }
    checkWords(call.words, words);
    const dataset = await loadDataset(call.words[0]!, call.load);
    using result = await reconcile(dataset, call.options);
    return work(result, call);
  });
}
