/**
 * Reconciles one collection away from the main thread, which so goes on to show
 * how long it takes, and can be interrupted.
 *
 * @module
 */
import {
  type Findings,
  findingsOf,
  unsettled,
} from "../../site/claims/findings.ts";
import { OutOfTime } from "../../reconcile/deadline.ts";
import { reconcile } from "../../reconcile/reconcile.ts";
import type { ReconcileOptions, Tables } from "../../reconcile/model/tables.ts";

/** What the worker is asked. */
export interface Task {
  readonly collection: string | null;
  readonly tables: Tables;
  readonly options: ReconcileOptions;
}

/** What it answers, and what it says first. */
export type Answer =
  | { readonly ready: true }
  | { readonly findings: Findings }
  | { readonly error: string };

// The window's types know another postMessage.
const say = postMessage as (message: Answer) => void;

addEventListener("message", async ({ data }: MessageEvent<Task>) => {
  let answer: Answer;
  try {
    using result = await reconcile(data.tables, data.options);
    answer = { findings: findingsOf(data.collection, result) };
  } catch (error) {
    answer = error instanceof OutOfTime
      ? { findings: unsettled(data.collection) }
      : { error: (error as Error).message };
  }
  say(answer);
});

say({ ready: true });
