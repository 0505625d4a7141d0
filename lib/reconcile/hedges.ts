import type { HedgeRow } from "../quantity/claim.ts";
import { parseDecimal } from "../quantity/decimal.ts";
import { BUILT_IN_HEDGES, type Hedge, type Hedges } from "../quantity/hedge.ts";
import { type Rational, ZERO } from "../quantity/rational.ts";
import { InputError } from "./input_error.ts";

function distance(row: HedgeRow, side: "low" | "high"): Rational | "inf" {
  const text = row[side];
  if (text === "inf") return "inf";
  if (!text) return ZERO;
  try {
    return parseDecimal(text).value;
  } catch {
    throw new InputError(
      `hedge '${row.hedge}': ${side} '${text}' is not a distance; plain digits or inf`,
    );
  }
}

/**
 * The built-in hedges with those of a dataset added or in their place. A hedge
 * that is overridden keeps nothing of the built-in one.
 *
 * @throws {InputError} When a distance is not plain digits or `inf`.
 */
export function hedgesOf(rows: readonly HedgeRow[]): Hedges {
  if (rows.length === 0) return BUILT_IN_HEDGES;
  const hedges = new Map<string, Hedge>(BUILT_IN_HEDGES);
  for (const row of rows) {
    hedges.set(row.hedge, {
      low: distance(row, "low"),
      high: distance(row, "high"),
    });
  }
  return hedges;
}
