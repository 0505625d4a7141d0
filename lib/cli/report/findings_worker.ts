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
import { besideOfficial } from "../../analysis/beside_official.ts";
import { officialSpans } from "../../analysis/official_spans.ts";
import type { Registers } from "../../analysis/takes_registers.ts";
import { uncountedSpans } from "../../analysis/uncounted_spans.ts";
import { unlimitedMeasures } from "../../analysis/unlimited_measures.ts";
import { whatFlips } from "../../analysis/what_flips.ts";
import { conflictDiagram } from "../../chart/conflict_diagram.ts";
import { OutOfTime } from "../../reconcile/deadline.ts";
import { reconcile } from "../../reconcile/reconcile.ts";
import type { Dataset } from "../../dataset/load.ts";
import type { ReconcileOptions, Tables } from "../../reconcile/model/tables.ts";

/** How many conflicts are drawn on the first page. */
const DRAWN = 2;

/** What the worker is asked. */
export interface Task {
  readonly collection: string | null;
  readonly tables: Tables;
  readonly options: ReconcileOptions;
  /** Whether the first page answers of it in full. */
  readonly answered: boolean;
  /** What its claims are held against then: official figures of the dataset. */
  readonly held?: { readonly dataset: Dataset; readonly registers: Registers };
}

/**
 * What it answers, and what it says first: what was found, and then, where there
 * is time, with what single change makes claims agree that do not.
 */
export type Answer =
  | { readonly ready: true }
  | { readonly findings: Findings; readonly more: boolean }
  | { readonly error: string };

// The window's types know another postMessage.
const say = postMessage as (message: Answer) => void;

addEventListener("message", async ({ data }: MessageEvent<Task>) => {
  const { collection, tables, options, held } = data;
  const ends = performance.now() + (options.seconds ?? 30) * 1000;
  try {
    using result = await reconcile(tables, options);
    const findings = findingsOf(collection, result);
    say({ findings, more: data.answered });
    if (!data.answered) return;
    const left = () => (ends - performance.now()) / 1000;
    const flips = findings.consistent || left() <= 0
      ? undefined
      : await whatFlips(tables, { ...options, seconds: left() });
    const uncounted = uncountedSpans(result);
    const ids = findings.claims.map(({ claim }) => claim);
    const beside = held && left() > 0
      ? await besideOfficial(held.dataset, ids, held.registers, left())
      : [];
    const official = held && left() > 0
      ? await officialSpans(held.dataset, uncounted, held.registers, left())
      : [];
    // What more time would find another machine has found.
    const more = {
      ...(flips?.certain ? { flips } : {}),
      ...(findings.consistent
        ? {}
        : { drawing: conflictDiagram(result, { most: DRAWN }).svg }),
      ...{ uncounted, beside, official },
      open: unlimitedMeasures(result),
    };
    say({ findings: { ...findings, ...more }, more: false });
  } catch (error) {
    say(
      error instanceof OutOfTime
        ? { findings: unsettled(collection), more: false }
        : { error: (error as Error).message },
    );
  }
});

say({ ready: true });
