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
} from "../../lib/page/findings.ts";
import { OutOfTime } from "../../lib/reconcile/deadline.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions, Tables } from "../../lib/reconcile/tables.ts";

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
