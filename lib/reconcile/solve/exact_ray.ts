import type { Timer } from "../deadline.ts";
import type { Dual, ExactProgram } from "./exact_program.ts";
import { type Entry, ModularKernel } from "./modular_kernel.ts";
import type { RoughRefutation } from "./rough_tableau.ts";

/**
 * The multipliers with which rows refute each other that seem to, from the
 * equations that fix them: in the columns named they add up to nothing, or to
 * less than nothing in the one that is broken. Whether they refute anything is
 * left to be checked.
 *
 * @throws {OutOfTime} When the time runs out.
 */
export function exactRay(
  program: ExactProgram,
  refutation: RoughRefutation,
  timer: Timer,
): Dual {
  const { row, column, above, others } = refutation;
  const columns = refutation.columns();
  const place = new Map(columns.map((column, i) => [column, i]));
  const entriesOf = (row: number) => {
    const own: Entry[] = [];
    for (const entry of program.rows[row]!.entries) {
      const at = place.get(entry.column);
      if (at !== undefined) own.push({ ...entry, column: at });
    }
    return own;
  };
  const kernel = new ModularKernel(
    others.map(entriesOf),
    columns.length,
    timer,
  );
  const sign = above ? -1n : 1n;
  const sums = new Array<bigint>(columns.length).fill(0n);
  if (row < 0) sums[place.get(column)!] = -1n;
  else {for (const { column, value } of entriesOf(row)) {
      sums[column] = -sign * value;
    }}
  const { n: found, d } = kernel.solveTransposed(sums);
  const n = new Map<number, bigint>();
  others.forEach((other, i) => {
    if (found[i]) n.set(other, found[i]);
  });
  if (row >= 0) n.set(row, sign * d);
  return { n, d };
}
