import { loadDataset } from "../../dataset/load.ts";
import { reconcile } from "../../reconcile/reconcile.ts";
import {
  DEFAULT_SECONDS,
  type Reconciliation,
} from "../../reconcile/reconciliation.ts";
import { checkWords } from "./call.ts";
import { runCall } from "./run_call.ts";
import { type Call, readCall } from "./selection.ts";

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
    // The time is that of the whole command, from its start.
    const { seconds = DEFAULT_SECONDS } = call.options;
    using result = await reconcile(dataset, {
      ...call.options,
      seconds: Math.max(0, seconds - performance.now() / 1000),
    });
    return work(result, call);
  });
}
