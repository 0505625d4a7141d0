/**
 * Reconciles one collection away from the main thread, which so goes on to show
 * how long it takes, and can be interrupted.
 *
 * @module
 */
import { type Findings, findingsOf } from "../../lib/page/findings.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions, Tables } from "../../lib/reconcile/tables.ts";

/** What the worker is asked. */
export interface Task {
  readonly collection: string | null;
  readonly tables: Tables;
  readonly options: ReconcileOptions;
}

/** What it answers. */
export type Answer = { readonly findings: Findings } | {
  readonly error: string;
};

addEventListener("message", async ({ data }: MessageEvent<Task>) => {
  let answer: Answer;
  try {
    using result = await reconcile(data.tables, data.options);
    answer = { findings: findingsOf(data.collection, result) };
  } catch (error) {
    answer = { error: (error as Error).message };
  }
  // The window's types know another postMessage.
  (postMessage as (message: Answer) => void)(answer);
});
