import { checkOptions } from "../quantity/check_options.ts";
import {
  type ClaimInterval,
  claimIntervals,
  type Claims,
} from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import type { Row } from "../dataset/rows.ts";
import { takesDataset } from "../dataset/takes_dataset.ts";
import { OPTION_TYPES as RECONCILE_TYPES } from "../reconcile/model/option_types.ts";
import type { ReconcileOptions } from "../reconcile/model/tables.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import { measureNames } from "./measure_names.ts";
import { eachRegister } from "./each_register.ts";
import { type Registers, takesRegisters } from "./takes_registers.ts";

/**
 * How claims are held against figures: as `reconcile` takes claims, and each
 * register in turn where registers are named.
 */
export interface AgainstOptions extends ReconcileOptions {
  /**
   * Each claim is held against each of these in turn, as if it were the register
   * that the claim quotes, and against its figures alone; the answer tells which
   * in `register`, and in `name` what that is called.
   */
  readonly registers?: Registers;
}

const OPTION_TYPES = { ...RECONCILE_TYPES, registers: takesRegisters };

/** What an answer says of the register that it was asked of. */
export interface OfRegister {
  /** The measure that the claim's count was taken to be. */
  readonly register: string;
  /** What it is called. */
  readonly name: string;
}

/**
 * The claims to hold others against: a dataset, or its rows.
 *
 * @example
 * ```ts
 * import type { HeldAgainst } from "./against_each.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const both: HeldAgainst[] = [data, data.claims];
 * assert.equal(both.length, 2);
 * ```
 */
export type HeldAgainst = Dataset | readonly Row<"claims">[];

/**
 * Asks something of each claim and the figures that it is held against: with
 * registers, of those of one register at a time.
 */
export async function againstEach<T extends { readonly row: ClaimInterval }>(
  dataset: Dataset,
  claims: Claims,
  from: HeldAgainst,
  given: AgainstOptions,
  fits: (claim: Row<"claims">) => boolean,
  ask: (result: Reconciliation, row: ClaimInterval) => T,
): Promise<T[]> {
  takesDataset(dataset);
  checkOptions(given, OPTION_TYPES);
  // The lists of conflicts and repairs are not used.
  const { registers, ...options } = { most: 1, ...given };
  const rows = claimIntervals(claims).filter(({ claim }) => fits(claim));
  const figures = "claims" in from ? from.claims : from;
  const askAll = async (
    figures: readonly Row<"claims">[],
    options: ReconcileOptions,
  ) => {
    const found: T[] = [];
    for (const row of rows) {
      const others = figures.filter(({ claim_id }) =>
        claim_id !== row.claim.claim_id
      );
      using result = await reconcile(
        { ...dataset, claims: [row.claim, ...others] },
        options,
      );
      found.push(ask(result, row));
    }
    return found;
  };
  if (!registers) return askAll(figures, options);
  const name = measureNames(dataset.measures);
  const answers = await eachRegister(registers, (taken) => {
    const own = new Set(taken.map(([, register]) => register));
    const same = [...options.same ?? [], ...taken];
    return askAll(figures.filter(({ measure }) => own.has(measure)), {
      ...options,
      same,
    });
  });
  return answers.map((row) => ({ ...row, name: name(row.register) }));
}
