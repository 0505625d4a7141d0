import { unawaited } from "../quantity/unawaited.ts";
import type { Dataset } from "../dataset/load.ts";
import { claimIntervals } from "../dataset/intervals.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";
import { checkNeeded, type OptionTypes } from "../quantity/check_options.ts";
import { describePeriod } from "../quantity/describe_period.ts";
import { ownValue } from "../quantity/own_value.ts";
import { period } from "../quantity/period.ts";
import { phraseNumber } from "../quantity/phrase.ts";
import {
  takesId,
  takesList,
  takesRecord,
  takesText,
} from "../quantity/takes.ts";
import { checkReconcileOptions } from "../reconcile/model/option_types.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import type { ReconcileOptions } from "../reconcile/model/tables.ts";
import { claimTitle, publisher } from "./claim_title.ts";
import type { LadderStep, OfficialRung } from "./ladder_step.ts";

/**
 * What is held against what.
 *
 * @example
 * ```ts
 * import type { LadderChoice } from "./ladder_steps.ts";
 * import assert from "node:assert/strict";
 *
 * const choice: LadderChoice = {
 *   estimates: ["izvestia-500k"],
 *   officials: ["proceedings"],
 *   names: { proceedings: "Proceedings" },
 * };
 * assert.equal(choice.estimates.length, 1);
 * ```
 */
export interface LadderChoice {
  /** Ids of the claims that are estimates: totals. */
  readonly estimates: readonly string[];
  /** Measures of the official counts. */
  readonly officials: readonly string[];
  /** Names of the measures for readers. Default: their labels. */
  readonly names?: Readonly<Record<string, string>>;
}

const CHOICE_TYPES: OptionTypes<LadderChoice> = {
  estimates: takesList(takesId, "ids"),
  officials: takesList(takesId, "ids"),
  names: takesRecord(takesText, "names by measure"),
};

/**
 * The steps of a ladder: each estimate, and what the official claims alone imply
 * for each measure over the estimate's own days. Counts for which they imply
 * nothing are left out.
 *
 * @throws {InputError} When an id is not in the data.
 *
 * @example
 * ```ts
 * import { ladderSteps } from "./ladder_steps.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const [step] = await ladderSteps(data, {
 *   estimates: ["izvestia-500k"],
 *   officials: ["registered"],
 * });
 * assert.ok(step!.officials[0]!.ratioLow! > 1.9);
 * ```
 */
export function ladderSteps(
  dataset: Dataset,
  choice: LadderChoice,
  options: ReconcileOptions = {},
): Promise<LadderStep[]> {
  return unawaited(stepEach(dataset, choice, options), "ladderSteps(…)", []);
}

async function stepEach(
  dataset: Dataset,
  choice: LadderChoice,
  options: ReconcileOptions,
): Promise<LadderStep[]> {
  takesDataset(dataset);
  checkNeeded(choice, CHOICE_TYPES, ["estimates", "officials"]);
  checkReconcileOptions(options);
  const { estimates, officials, names = {} } = choice;
  const rows = new Map(
    claimIntervals(dataset).map((row) => [row.claim.claim_id, row]),
  );
  const other = dataset.claims.filter((row) =>
    row.status !== "official" && !estimates.includes(row.claim_id)
  ).map((row) => row.claim_id);
  // The lists of conflicts and repairs are not used.
  const selection: ReconcileOptions = { ...options, most: 1 };
  const out = options.without ?? [];
  using all = await reconcile(dataset, {
    ...selection,
    without: [...new Set([...out, ...other])],
  });
  using record = await reconcile(dataset, {
    ...selection,
    without: [...new Set([...out, ...other, ...estimates])],
  });
  const labels = new Map(
    dataset.measures.map((row) => [row.measure, row.label ?? row.measure]),
  );
  const steps: LadderStep[] = [];
  for (const id of estimates) {
    const { low, high } = all.implied(id);
    const rungs: OfficialRung[] = [];
    let days = "";
    for (const measure of officials) {
      const ratio = await all.coverage(id, measure);
      const { start, end } = ratio;
      const bounds = record.bounds(measure, start, end);
      days = describePeriod(period(start, end));
      if (bounds.low === 0 && bounds.high === null) continue;
      const label = ownValue(names, measure) ?? labels.get(measure) ?? measure;
      rungs.push({
        label,
        low: bounds.low,
        high: bounds.high,
        ratioLow: ratio.low,
        ratioHigh: ratio.high,
        title: `${label} (${measure}), ${days}: what the official figures ` +
          "alone imply",
      });
    }
    const row = rows.get(id)!;
    steps.push({
      period: days || (row.period ? describePeriod(row.period) : ""),
      estimate: {
        label: `${publisher(row)}: ${phraseNumber(row.claim)}`,
        low: low ?? 0,
        high,
        status: row.claim.status,
        title: claimTitle(row),
      },
      officials: rungs,
    });
  }
  return steps;
}
