import type { MonthlyFigure } from "./monthly.ts";
import { formatDay } from "../quantity/date.ts";
import { ownValue } from "../quantity/own_value.ts";
import { toNumber } from "../quantity/rational.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import { meets } from "../quantity/meets.ts";
import { speaksBefore } from "./speaks_before.ts";
import { type Registers, takesRegisters } from "./takes_registers.ts";

/** A claim's monthly figure beside the months that a register published. */
export interface PublishedMonths {
  /** The claim's figure. */
  readonly figure: MonthlyFigure;
  /** The register's measure. */
  readonly register: string;
  /** What it is called. */
  readonly name: string;
  /** The register's figures for single months of the claim's period, in order. */
  readonly published: readonly MonthlyFigure[];
  /** The least number of these. */
  readonly least: number;
  /** The greatest. */
  readonly most: number;
  /** How many of these meet the claim's figure. */
  readonly within: number;
  /** An average month of the period by the register's figures: at least. */
  readonly meanLow: number;
  /** At most; `null` is open. */
  readonly meanHigh: number | null;
  /** Whether the average that the claim allows meets the register's. */
  readonly meets: boolean;
}

/** One figure a unit: of several that state it, the one that goes before. */
function oneEach(figures: readonly MonthlyFigure[]): MonthlyFigure[] {
  const months = Map.groupBy(figures, ({ row }) => row.period!.start);
  return [...months].toSorted(([a], [b]) => a - b).map(([, same]) =>
    same.reduce((best, figure) =>
      speaksBefore(figure.row.claim, best.row.claim) ? figure : best
    )
  );
}

/**
 * The monthly figures of single months that a register published, in order, or
 * those of single units where figures are of another one; of several for one the
 * one that nobody contests, the exact, the official.
 *
 * @param record Figures of the record, as `monthlyFigures()` gives them.
 *
 * @example
 * ```ts
 * import { monthsOf } from "./published_months.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { monthlyFigures } from "./monthly.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const [first] = monthsOf(monthlyFigures(claimIntervals(data)), "table");
 * assert.equal(first?.from, 3_448);
 * ```
 */
export function monthsOf(
  record: readonly MonthlyFigure[],
  register: string,
): MonthlyFigure[] {
  return oneEach(
    record.filter(({ row, units }) =>
      row.claim.measure === register && row.claim.kind === "total" &&
      units === 1
    ),
  );
}

/**
 * Sets claims' monthly figures beside the months that registers published: how
 * the single months lie to the figure, and what the register's figures imply
 * for an average month of just that period. A register without a published
 * month in the period is left out.
 *
 * @param figures The claims' monthly figures, as `monthlyFigures()` gives them.
 * @param record The monthly figures of the record.
 * @param implied A reconciliation of the record's official figures.
 * @param registers For a claim's measure, the registers' measures that count
 * the same thing: an analyst's choice, never made silently.
 *
 * @example
 * ```ts
 * import { publishedMonths } from "./published_months.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import { monthlyFigures } from "./monthly.ts";
 * import { reconcile } from "../reconcile/reconcile.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const figures = monthlyFigures(claimIntervals(data));
 * const half = figures.filter(({ row }) =>
 *   row.claim.claim_id === "izvestia-107k-h1"
 * );
 * using official = await reconcile({
 *   ...data,
 *   claims: data.claims.filter(({ status }) => status === "official"),
 * });
 * const [found] = publishedMonths(half, figures, official, {
 *   proceedings: ["table"],
 * });
 * assert.equal(found?.published.length, 4);
 * assert.equal(found?.meanLow, 107_672 / 6);
 * ```
 */
export function publishedMonths(
  figures: readonly MonthlyFigure[],
  record: readonly MonthlyFigure[],
  implied: Reconciliation,
  registers: Registers,
): PublishedMonths[] {
  takesRegisters(registers, "registers");
  const known = new Set(implied.measures);
  return figures.flatMap((figure) => {
    const { claim, period } = figure.row;
    return (ownValue(registers, claim.measure) ?? []).filter((id) =>
      known.has(id)
    )
      .flatMap((register): PublishedMonths[] => {
        const published = monthsOf(record, register).filter(({ row }) =>
          row.period!.start >= period!.start && row.period!.end <= period!.end
        );
        if (published.length === 0) return [];
        const { exactLow, exactHigh } = implied.bounds(
          register,
          formatDay(period!.start),
          formatDay(period!.end),
        );
        const mean = {
          low: toNumber(exactLow) / figure.months,
          high: exactHigh && toNumber(exactHigh) / figure.months,
        };
        return [{
          figure,
          register,
          name: implied.nameOf(register),
          published,
          least: Math.min(...published.map(({ from }) => from)),
          most: Math.max(...published.map(({ to }) => to)),
          within: published.filter((month) => meets(month, figure)).length,
          meanLow: mean.low,
          meanHigh: mean.high,
          meets: meets(mean, figure),
        }];
      });
  });
}
