import { checkOptions, type OptionTypes } from "../quantity/check_options.ts";
import { calendarMonths } from "../quantity/months.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { type Hedge, hedgesOf } from "../quantity/hedge.ts";
import { ownValue } from "../quantity/own_value.ts";
import type { Period } from "../quantity/period.ts";
import {
  add,
  compare,
  divide,
  ONE,
  type Rational,
  subtract,
  toNumber,
  ZERO,
} from "../quantity/rational.ts";
import {
  takesId,
  takesList,
  takesRecord,
  takesText,
} from "../quantity/takes.ts";
import { unknownId } from "../quantity/unknown_id.ts";
import { type ClaimInterval, claimIntervals } from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";

/** A hedged or rounded claim, and the exact figure behind it. */
export interface Calibration {
  /** The claim. */
  readonly row: ClaimInterval;
  /** Id of its hedge; `bare` where it has none. */
  readonly hedge: string;
  /** The exact figure, in the claim's own unit. */
  readonly exact: number;
  /** The measure that the figure is of. */
  readonly measure: string;
  /** The claims that give it; several are parts that were added. */
  readonly from: readonly string[];
  /** Whether they all go back to the claim's own origin. */
  readonly sameOrigin: boolean;
  /**
   * How far the figure lies from the stated number, in its rounding units;
   * above 0: the figure is greater; 0 within a range that was stated.
   */
  readonly distance: number;
  /** The least distance that the hedge allows at width 1; `null` is open. */
  readonly low: number | null;
  /** The greatest; `null` is open. */
  readonly high: number | null;
  /** Whether the figure lies within. */
  readonly within: boolean;
}

/**
 * Where exact figures are sought.
 *
 * @example
 * ```ts
 * import type { CalibrateOptions } from "./calibrate.ts";
 * import assert from "node:assert/strict";
 *
 * // The table is taken to be the register that the claims speak of.
 * const options: CalibrateOptions = {
 *   registers: { proceedings: ["table"] },
 *   collections: ["reports"],
 * };
 * assert.deepEqual(options.registers?.["proceedings"], ["table"]);
 * ```
 */
export interface CalibrateOptions {
  /**
   * For a claimed measure, the registers' measures that may hold its exact
   * figure: an analyst's assumption. A measure's own figures always count.
   */
  readonly registers?: Readonly<Record<string, readonly string[]>>;
  /** Only claims of these collections. Default: all. */
  readonly collections?: readonly string[];
}

const OPTION_TYPES: OptionTypes<CalibrateOptions> = {
  registers: takesRecord(takesList(takesId, "ids"), "lists of ids by measure"),
  collections: takesList(takesText, "ids"),
};

/** Checks that the ids of the options are ids of the dataset. */
function checkIds(
  { claims, measures }: Dataset,
  { registers = {}, collections = [] }: CalibrateOptions,
): void {
  const own = new Set(claims.map(({ collection }) => collection ?? ""));
  for (const id of collections) {
    if (!own.has(id)) throw unknownId("collection", id, own);
  }
  const known = new Set([
    ...measures.map(({ measure }) => measure),
    ...claims.map(({ measure }) => measure),
  ]);
  for (const id of Object.entries(registers).flat(2)) {
    if (!known.has(id)) throw unknownId("measure", id, known);
  }
}

interface Figure {
  readonly value: Rational;
  readonly from: readonly ClaimInterval[];
}

const samePeriod = (a: Period, b: Period) =>
  a.start === b.start && a.end === b.end;

/** Official figures to the unit for a measure and period. */
function figuresOf(
  measure: string,
  period: Period,
  rows: readonly ClaimInterval[],
  dataset: Dataset,
  above: readonly string[] = [],
): Figure[] {
  const own = rows.filter(({ claim, period: other, low, high }) =>
    claim.measure === measure && claim.kind === "total" &&
    claim.status === "official" && low !== null && low === high && other &&
    samePeriod(other, period)
  );
  const figures = own.map((row): Figure => ({
    value: parseDecimal(row.claim.stated!).value,
    from: [row],
  }));
  if (figures.length > 0 || above.includes(measure)) return figures;
  // Nobody gives it: its full parts may add up to it.
  const parts = dataset.measures.filter((row) =>
    row.part_of === measure && row.split === "full"
  ).map((part) =>
    figuresOf(part.measure, period, rows, dataset, [...above, measure])
  );
  // Parts on which the figures differ add up to nothing certain.
  const differ = parts.some((own) =>
    own.length === 0 ||
    own.some(({ value }) => compare(value, own[0]!.value) !== 0)
  );
  if (parts.length === 0 || differ) return [];
  return [{
    value: parts.reduce((sum, own) => add(sum, own[0]!.value), ZERO),
    from: parts.flatMap((own) => own[0]!.from),
  }];
}

/** The distance of a value from what is stated, in rounding units. */
function distanceOf(value: Rational, { claim }: ClaimInterval): Rational {
  const low = parseDecimal(claim.stated!);
  const high = claim.stated_high ? parseDecimal(claim.stated_high) : low;
  const own = claim.rounding ? parseDecimal(claim.rounding).value : null;
  if (compare(value, low.value) < 0) {
    return divide(subtract(value, low.value), own ?? low.unit);
  }
  if (compare(value, high.value) > 0) {
    return divide(subtract(value, high.value), own ?? high.unit);
  }
  return ZERO;
}

/** Whether a claim's number is hedged or rounded, so that it can be tested. */
function isVague({ claim, period }: ClaimInterval, hedge: Hedge): boolean {
  if (!claim.stated || !period) return false;
  // "Hundreds" has no unit in which a distance could be told.
  if (hedge.high === "tenfold") return false;
  if (claim.kind !== "total" && claim.kind !== "rate") return false;
  // A mean can be told from a total; single months cannot.
  if (claim.kind === "rate" && claim.spread === "each") return false;
  if (claim.kind === "rate" && (claim.per || "month") !== "month") return false;
  if (hedge.exactAtUnitOne && !claim.stated_high) {
    const unit = claim.rounding
      ? parseDecimal(claim.rounding).value
      : parseDecimal(claim.stated).unit;
    return compare(unit, ONE) !== 0;
  }
  const none = ({ low, high }: Hedge) =>
    [low, high].every((side) => typeof side !== "string" && side.n === 0n);
  return !none(hedge);
}

/**
 * Finds the hedged and rounded claims of a dataset that have an exact official
 * figure behind them, of the same measure (or of a register that the caller
 * names for it) and the same period, and says how far apart the two are. Where
 * figures of the claim's own origin are among them, only these count; figures
 * that are equal count once. In the order of the claims.
 *
 * @throws {InputError} When a claim's hedge is not known.
 *
 * @example
 * ```ts
 * import { calibrate } from "./calibrate.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const found = calibrate(data, {
 *   registers: { proceedings: ["table"] },
 *   collections: ["reports"],
 * });
 * const half = found.find(({ row }) => row.claim.claim_id === "izvestia-107k-h1");
 * assert.equal(half?.exact, 107_672);
 * assert.equal(half?.distance, 0.672);
 * assert.equal(half?.within, true);
 * ```
 */
export function calibrate(
  dataset: Dataset,
  options: CalibrateOptions = {},
): Calibration[] {
  takesDataset(dataset);
  checkOptions(options, OPTION_TYPES);
  checkIds(dataset, options);
  const { registers = {}, collections } = options;
  const hedges = hedgesOf(dataset.hedges);
  const rows = claimIntervals(dataset);
  return rows.flatMap((row): Calibration[] => {
    const { claim, period } = row;
    if (collections && !collections.includes(claim.collection ?? "")) return [];
    const id = claim.hedge || "bare";
    const hedge = hedges.get(id);
    if (!hedge) throw unknownId("hedge", id, hedges.keys());
    if (!isVague(row, hedge)) return [];
    const measures = new Set([
      claim.measure,
      ...ownValue(registers, claim.measure) ?? [],
    ]);
    const months = claim.kind === "rate" ? calendarMonths(period!) : ONE;
    const found = [...measures].flatMap((measure) =>
      figuresOf(measure, period!, rows, dataset).map(({ value, from }) => ({
        measure,
        value: divide(value, months),
        from,
        sameOrigin: claim.origin !== null &&
          from.every((other) => other.claim.origin === claim.origin),
      }))
    );
    const own = found.filter(({ sameOrigin }) => sameOrigin);
    const kept = own.length > 0 ? own : found;
    const low = hedge.low === "inf" ? null : -toNumber(hedge.low);
    const high = typeof hedge.high === "string" ? null : toNumber(hedge.high);
    return kept.filter(({ value }, i) =>
      kept.findIndex((other) => compare(other.value, value) === 0) === i
    ).map(({ measure, value, from, sameOrigin }) => {
      const distance = toNumber(distanceOf(value, row));
      return {
        row,
        hedge: id,
        exact: toNumber(value),
        measure,
        from: from.map((other) => other.claim.claim_id),
        sameOrigin,
        distance,
        low,
        high,
        within: (low === null || low <= distance) &&
          (high === null || distance <= high),
      };
    });
  });
}
