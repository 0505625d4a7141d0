import type { Claim, Measure } from "../../quantity/claim.ts";
import { parseDecimal } from "../../quantity/decimal.ts";
import { interval, type IntervalOptions } from "../../quantity/interval.ts";
import { type Period, period } from "../../quantity/period.ts";
import { speaksBefore } from "../speaks_before.ts";
import {
  byPeriod,
  type PartialSum,
  single,
  together,
  type Total,
} from "./piece.ts";

/** The totals of each measure, looked up by their period. */
export class Totals {
  readonly #at = new Map<string, Map<string, Total[]>>();
  readonly #partsOf = new Map<string, string[]>();

  /** Takes the claims that are totals, and which measures are full parts. */
  constructor(
    claims: Iterable<Claim>,
    measures: Iterable<Measure>,
    options: IntervalOptions,
  ) {
    for (const claim of claims) {
      const { kind, measure, stated, start, end } = claim;
      if (kind !== "total" || !stated || !start || !end) continue;
      const total: Total = {
        ...period(start, end),
        claim,
        stated: parseDecimal(stated).value,
        range: interval({ ...claim, stated }, options),
      };
      const periods = this.#at.get(measure) ?? new Map<string, Total[]>();
      this.#at.set(measure, periods);
      periods.set(byPeriod(total), [
        ...periods.get(byPeriod(total)) ?? [],
        total,
      ]);
    }
    for (const { measure, part_of, split } of measures) {
      if (!part_of || split !== "full") continue;
      this.#partsOf.set(part_of, [
        ...this.#partsOf.get(part_of) ?? [],
        measure,
      ]);
    }
  }

  /** The measures, wholes first. */
  measures(): string[] {
    return [...new Set([...this.#partsOf.keys(), ...this.#at.keys()])];
  }

  /** The full parts of a measure. */
  parts(measure: string): readonly string[] {
    return this.#partsOf.get(measure) ?? [];
  }

  /** The periods of a measure's totals, each with all that is stated for it. */
  stated(measure: string): Total[][] {
    return [...this.#at.get(measure)?.values() ?? []];
  }

  /**
   * The total that speaks for a period: one of the same origin before others,
   * then as {@linkcode speaksBefore} has it, then the first.
   */
  best(measure: string, over: Period, origin?: string): Total | undefined {
    const isOwn = ({ claim }: Total) => !!origin && claim.origin === origin;
    const totals = this.#at.get(measure)?.get(byPeriod(over)) ?? [];
    const own = totals.filter(isOwn);
    return (own.length > 0 ? own : totals).reduce<Total | undefined>(
      (best, total) =>
        best && !speaksBefore(total.claim, best.claim) ? best : total,
      undefined,
    );
  }

  /** The full parts of a measure over a period, if all of them are stated. */
  ofParts(
    measure: string,
    over: Period,
    origin?: string,
  ): PartialSum | undefined {
    const parts = this.parts(measure).map((part) =>
      this.best(part, over, origin)
    );
    return parts.length > 0 && parts.every((part) => part !== undefined)
      ? together(parts.map(single), over)
      : undefined;
  }

  /** What covers shorter periods: totals, or full parts where there is none. */
  pieces(measure: string, within: Period, origin?: string): PartialSum[] {
    const found = new Map<string, PartialSum>();
    for (const id of [measure, ...this.parts(measure)]) {
      for (const [over] of this.stated(id)) {
        if (
          over!.start < within.start || over!.end > within.end ||
          byPeriod(over!) === byPeriod(within) || found.has(byPeriod(over!))
        ) continue;
        const total = this.best(measure, over!, origin);
        const piece = total
          ? single(total)
          : this.ofParts(measure, over!, origin);
        if (piece) found.set(byPeriod(over!), piece);
      }
    }
    return [...found.values()].sort((a, b) =>
      a.start - b.start || a.end - b.end
    );
  }
}
