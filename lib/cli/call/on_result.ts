import { loadDataset } from "../../dataset/load.ts";
import { reconcile } from "../../reconcile/reconcile.ts";
import {
  DEFAULT_SECONDS,
  type Reconciliation,
} from "../../reconcile/reconciliation.ts";
import { checkWords } from "./call.ts";
import { datasetFolder } from "./dataset_folder.ts";
import { refuseDraftsAlone } from "./drafts_alone.ts";
import { type Call, readCall } from "./selection.ts";
import type { Asked } from "./verb.ts";

/**
 * Reconciles the dataset that a call names, and does something with the result.
 *
 * @param names What each word of the call is; the first is the folder.
 * @param work Prints the result and returns the exit status.
 * @throws {CallError} When the call is wrong.
 */
export async function onResult(
  { args, since, program }: Asked,
  names: readonly string[],
  work: (result: Reconciliation, call: Call) => number,
): Promise<number> {
  const call = readCall(args);
  checkWords(call.words, ...names);
  const folder = await datasetFolder(call.words[0]!);
  await refuseDraftsAlone(folder, program);
  const dataset = await loadDataset(folder, call.load);
  // The time is that of the whole call, from its start.
  const { seconds = DEFAULT_SECONDS } = call.options;
  const spent = (performance.now() - since) / 1000;
  using result = await reconcile(dataset, {
    ...call.options,
    seconds: Math.max(0, seconds - spent),
  });
  return work(result, call);
}
