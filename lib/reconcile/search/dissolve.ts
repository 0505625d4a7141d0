import type { Hedges } from "../../quantity/hedge.ts";
import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../quantity/rational.ts";
import { type Item, itemOf, type ItemOptions } from "../model/item.ts";
import type { Highs } from "../solve/load_highs.ts";
import type { MeasureModel } from "../model/measure_model.ts";
import { Model } from "./model.ts";
import { simplestBetween } from "../solve/simplest_between.ts";
import { buildSystem } from "../model/system.ts";

/** The width from which on claims can all be true. */
export interface Dissolving {
  /** The width; `null` when no width is wide enough. */
  readonly width: Rational | null;
  /** Whether it is exact rather than closed in to within a billionth. */
  readonly exact: boolean;
}

/** Brackets are closed in to this. */
const NEAR = rational(1, 1_000_000_000);

/** No conflict is sought to dissolve beyond this width. */
const WIDEST = rational(1_000_000_000_000);

/** How far a side moves when the width grows by one; the low down, below 0. */
function movement(
  item: Item,
  side: "low" | "high",
  options: Omit<ItemOptions, "width">,
): Rational {
  const narrow = rational(1, 1_000_000_000);
  const { claim, reading, cells, index } = item;
  const at = (width: Rational) =>
    itemOf(index, claim, reading, cells, { ...options, width })!.stated[side];
  const [from, to] = [at(ZERO), at(narrow)];
  return from && to ? divide(subtract(to, from), narrow) : ZERO;
}

/**
 * The least width at which the claims of a conflict can all be true. Each
 * contradiction says at which width it would end if the sides moved on as they
 * do; the search goes on from there, never past the answer, and ends at it.
 * Ratios and shares bend the equations: then the width is closed in by halves.
 *
 * @param items The items of a conflict, at some width.
 */
export function dissolvingWidth(
  items: readonly Item[],
  measures: MeasureModel,
  hedges: Hedges,
  highs: Highs,
): Dissolving {
  const at = (width: Rational) =>
    items.map((item, i) =>
      itemOf(i, item.claim, item.reading, item.cells, {
        width,
        hedges,
        measures,
      })!
    );
  const refute = (widened: readonly Item[]) => {
    using model = new Model(buildSystem(widened, measures), highs);
    for (const { index, items } of model.system.components) {
      const all = new Uint8Array(items.length).fill(1);
      const certificate = model.solver(index).refute(all);
      if (certificate) return certificate;
    }
    return null;
  };
  const hasRatio = items.some(({ constraints }) =>
    constraints.some(({ of }) => of)
  );
  if (!hasRatio) {
    let width = ZERO;
    for (;;) {
      const widened = at(width);
      const certificate = refute(widened);
      if (!certificate) return { width, exact: true };
      let excess = ZERO;
      let closing = ZERO;
      for (const { constraint, times } of certificate.rows) {
        const { item, side, value } = constraint;
        const own = widened[item]!;
        const share = multiply(times, value);
        const low = side === "low";
        excess = low ? add(excess, share) : subtract(excess, share);
        const n = own.cells.spread === "each" ? ONE : own.units;
        const moves = multiply(
          multiply(times, n),
          movement(own, side, { hedges, measures }),
        );
        closing = low ? subtract(closing, moves) : add(closing, moves);
      }
      if (closing.n <= 0n) return { width: null, exact: true };
      width = add(width, divide(excess, closing));
    }
  }
  if (!refute(at(ZERO))) return { width: ZERO, exact: true };
  let low = ZERO;
  let high = ONE;
  while (refute(at(high))) {
    if (compare(high, WIDEST) >= 0) return { width: null, exact: false };
    low = high;
    high = multiply(high, rational(4));
  }
  while (compare(subtract(high, low), NEAR) > 0) {
    const middle = divide(add(low, high), rational(2));
    if (refute(at(middle))) low = middle;
    else high = middle;
  }
  // What was closed in is most likely a plain fraction.
  const plain = simplestBetween(low, high);
  return { width: refute(at(plain)) ? high : plain, exact: false };
}
