import { claimIntervals } from "../../dataset/intervals.ts";
import type { Corridor } from "../../analysis/corridor.ts";
import { runningTotal } from "../../analysis/running_totals.ts";
import { formatDay } from "../../quantity/date.ts";
import type {
  Alternatives,
  Blame,
  CheapestRepair,
  Reconciliation,
} from "../../reconcile/reconciliation.ts";
import type {
  BoundsJson,
  ConflictJson,
  RepairJson,
  SetAsideJson,
} from "../../reconcile/result.ts";
import type { ToldConflict } from "../../reconcile/proof/tell_conflicts.ts";
import { asRead } from "./as_read.ts";
import { type Selection, showOf } from "./selection.ts";
import type { ExplorerState } from "./state.ts";
import { InputError } from "../../quantity/input_error.ts";
import { period } from "../../quantity/period.ts";
import { countUnits, type Unit } from "../../quantity/units.ts";

/** What is looked at besides the verdict. */
export interface View extends Pick<ExplorerState, "per" | "from" | "to"> {
  /** The count; `null`: the one with the most claims. */
  readonly measure: string | null;
  /** The day from which its running total counts; `null`: the usual one. */
  readonly since: string | null;
}

/** Whether the claims agree. Comes first, and at once. */
export interface VerdictPart {
  readonly part: "verdict";
  /** Whether all can be true. */
  readonly consistent: boolean;
  /** Ids of the modelled claims, echoes left out. */
  readonly claims: readonly string[];
  /** Claims set aside before anything was computed, with what replaced them. */
  readonly setAside: readonly SetAsideJson[];
  /** Ids of the measures that they say something about. */
  readonly measures: readonly string[];
}

/** The cheapest repair. */
export interface RepairPart extends CheapestRepair {
  readonly part: "repair";
}

/** What follows for the count that is looked at. */
export interface BoundsPart {
  readonly part: "bounds";
  /** The measure; `null` where no claim is modelled. */
  readonly measure: string | null;
  /** Month by month, or by another unit. */
  readonly months: readonly BoundsJson[];
  /** The unit. */
  readonly per: Unit;
  /** Whether it is a flow over the unit or a level at its end. */
  readonly counts: "flow" | "level";
  /** Why there are none, where they were refused. */
  readonly refused: string | null;
}

/** The running total of that count. */
export interface CorridorPart {
  readonly part: "corridor";
  /** Days from which some total counts, the usual one first. */
  readonly starts: readonly string[];
  /** The day chosen of them; `null` where there is none. */
  readonly since: string | null;
  /** The corridor; `null` where no total counts. */
  readonly corridor: Corridor | null;
}

/** The conflicts and the repairs. */
export interface ListsPart {
  readonly part: "lists";
  readonly conflicts: readonly ConflictJson[];
  readonly conflictsComplete: boolean;
  /** The conflicts as they are told, each once. */
  readonly told: readonly ToldConflict[];
  readonly repairs: readonly RepairJson[];
  readonly repairsComplete: boolean;
  /** What could give instead of the cheapest repair and weigh as little. */
  readonly alternatives: readonly Alternatives[];
  readonly blame: readonly Blame[];
  /** Whether the time sufficed for the lists. */
  readonly certain: boolean;
}

/** How far every bound must give. Comes last. */
export interface SlackPart {
  readonly part: "slack";
  readonly slack: number;
  /** Whether the time sufficed: without, it may be less. */
  readonly certain: boolean;
}

/** A part of an answer: plain data. */
export type AnswerPart =
  | VerdictPart
  | RepairPart
  | BoundsPart
  | CorridorPart
  | ListsPart
  | SlackPart;

/** The most frequent of some values first; among equals the smallest. */
function byFrequency(values: Iterable<string>): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([value]) => value);
}

/**
 * The measure that the most claims of a selection count: what is looked at
 * first.
 *
 * @example
 * ```ts
 * import { mainMeasure } from "./answers.ts";
 * import { selectionOf } from "./selection.ts";
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const selection = selectionOf(data, defaultState(data));
 * assert.equal(mainMeasure(selection), "proceedings");
 * ```
 */
export function mainMeasure(selection: Selection): string | null {
  const counted = asRead(selection).claims.filter(({ kind }) =>
    kind === "total" || kind === "rate" || kind === "level"
  );
  return byFrequency(counted.map(({ measure }) => measure))[0] ?? null;
}

/** A running total is followed in as many steps at most. */
const MOST_STEPS = 250;

function stepsOf(start: string, end: string, per: Unit): number {
  return countUnits(period(start, end), per);
}

function corridor(
  result: Reconciliation,
  selection: Selection,
  measure: string,
  wanted: string | null,
  name: string,
  per: Unit | null,
): CorridorPart {
  const { width = "1" } = selection.options;
  const rows = claimIntervals(
    { folder: "", ...asRead(selection) },
    { width: String(width) },
  );
  const starts = byFrequency(
    rows.filter(({ claim, period }) =>
      claim.kind === "total" && claim.measure === measure && period
    ).map(({ period }) => formatDay(period!.start)),
  );
  const since = wanted && starts.includes(wanted) ? wanted : starts[0] ?? null;
  const { span } = result;
  return {
    part: "corridor",
    starts,
    since,
    corridor: since === null || !span ? null : runningTotal(result, rows, {
      name,
      measure,
      start: since,
      until: span.end,
      // Each step is proved: more than can be seen would take long.
      ...(per === null || stepsOf(since, span.end, per) > MOST_STEPS
        ? {}
        : { per }),
    }),
  };
}

/** What follows for a count, in the unit that is chosen or suits it. */
function bounds(
  result: Reconciliation,
  measure: string | null,
  view: View,
): BoundsPart {
  const part = { part: "bounds", measure } as const;
  if (measure === null) {
    const [per, counts] = ["month", "flow"] as const;
    return { ...part, months: [], per, counts, refused: null };
  }
  const show = showOf(view) ?? {};
  const per = result.unitOf(measure, show);
  const counts = result.counts(measure);
  try {
    const months = result.boundsEach({ ...show, per, measures: [measure] });
    return { ...part, months, per, counts, refused: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ...part, months: [], per, counts, refused: error.message };
  }
}

/**
 * What is looked at besides the verdict: the months and the running total of
 * one count.
 *
 * @example
 * ```ts
 * import { viewParts } from "./answers.ts";
 * import { selectionOf } from "./selection.ts";
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const state = defaultState(data);
 * const selection = selectionOf(data, state);
 * using result = await reconcile(selection.data, selection.options);
 * const [bounds] = viewParts(result, selection, state);
 * assert.ok(bounds?.part === "bounds" && bounds.months.length > 0);
 * ```
 */
export function* viewParts(
  result: Reconciliation,
  selection: Selection,
  view: View,
): Generator<BoundsPart | CorridorPart> {
  const { measures } = result;
  const main = mainMeasure(selection);
  const measure =
    [view.measure, main, measures[0]].find((id) =>
      id && measures.includes(id)
    ) ?? null;
  yield bounds(result, measure, view);
  if (measure === null) {
    yield { part: "corridor", starts: [], since: null, corridor: null };
  } else {
    const label = selection.data.measures.find((row) => row.measure === measure)
      ?.label;
    yield corridor(
      result,
      selection,
      measure,
      view.measure === measure || view.measure === null ? view.since : null,
      label ?? measure,
      view.per,
    );
  }
}

/**
 * The answer to a selection, part by part, what comes quickest first. Each part
 * is worked out when it is asked for.
 *
 * @example
 * ```ts
 * import { answerParts } from "./answers.ts";
 * import { selectionOf } from "./selection.ts";
 * import { defaultState } from "./state.ts";
 * import { loadDataset } from "../../dataset/load.ts";
 * import { reconcile } from "../../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../../data", import.meta.url));
 * const state = defaultState(data);
 * const selection = selectionOf(data, state);
 * using result = await reconcile(selection.data, selection.options);
 * const [verdict] = answerParts(result, selection, state);
 * assert.equal(verdict?.part, "verdict");
 * ```
 */
export function* answerParts(
  result: Reconciliation,
  selection: Selection,
  view: View,
): Generator<AnswerPart> {
  const { measures } = result;
  yield {
    part: "verdict",
    consistent: result.consistent,
    claims: result.modelled,
    setAside: result.setAside,
    measures,
  };
  yield { part: "repair", ...result.cheapestRepair };
  yield* viewParts(result, selection, view);
  yield {
    part: "lists",
    conflicts: result.conflicts,
    conflictsComplete: result.conflictsComplete,
    told: result.told,
    repairs: result.repairs,
    repairsComplete: result.repairsComplete,
    alternatives: result.alternatives,
    blame: result.blame,
    certain: result.isCertain("conflicts") && result.isCertain("repairs"),
  };
  yield {
    part: "slack",
    slack: result.slack,
    certain: result.isCertain("slack"),
  };
}
