import type { Rational } from "../../quantity/rational.ts";
import type { Constraint } from "../model/item.ts";
import type { FullGroup, PartFact, Store } from "../model/measure_model.ts";

/**
 * Exact multipliers for conditions of claims and for background facts. What is
 * left over in each cell is flow, which a proof shows to have the right sign.
 */
export interface Certificate {
  /** Conditions of claims, each taken `times` times, above zero. */
  readonly rows: readonly {
    readonly constraint: Constraint;
    readonly times: Rational;
  }[];
  /** Whole − sum of its parts = 0 in a cell; `times` may be negative. */
  readonly full: readonly {
    readonly group: FullGroup;
    readonly cell: number;
    readonly times: Rational;
  }[];
  /** Whole − part ≥ 0 in a cell, `times` above zero. */
  readonly part: readonly {
    readonly fact: PartFact;
    readonly cell: number;
    readonly times: Rational;
  }[];
  /**
   * In the k-th span of a tie what came in, less what went out, less the rise of
   * a level: at least 0 where all that comes in is known, and `times` is above
   * zero; at most 0 where all that goes out is, and it is below.
   */
  readonly balance?: readonly {
    readonly store: Store;
    readonly span: number;
    readonly times: Rational;
  }[];
}

/** The items that a certificate rests on, each once, ascending. */
export function itemsOf(certificate: Certificate): number[] {
  const items = new Set(certificate.rows.map((row) => row.constraint.item));
  return [...items].sort((a, b) => a - b);
}
