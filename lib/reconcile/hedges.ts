import type { HedgeRow } from "../quantity/claim.ts";
import { type Hedges, hedgesOf } from "../quantity/hedge.ts";
import { InputError } from "./input_error.ts";

/**
 * The hedges of an input, as `hedgesOf()` reads them.
 *
 * @throws {InputError} When a distance is neither plain digits nor `inf`, or is
 * empty for a hedge that is not built in.
 */
export function hedgesIn(rows: readonly HedgeRow[]): Hedges {
  try {
    return hedgesOf(rows);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
