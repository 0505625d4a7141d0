import type { Entry } from "./modular_kernel.ts";

/** A sum in whole numbers, and what it is compared with. */
interface Sum {
  readonly entries: readonly Entry[];
  readonly rhs: bigint;
}

/** Whole numbers are exact in a double below this. */
const EXACT = 2 ** 53;

function doubleOf(value: bigint): number {
  const double = Number(value);
  return double < EXACT && double > -EXACT ? double : NaN;
}

/** Whole numbers as doubles; not a number where that would round one. */
export function doublesOf(values: readonly bigint[]): Float64Array {
  const doubles = new Float64Array(values.length);
  for (let i = 0; i < doubles.length; i++) doubles[i] = doubleOf(values[i]!);
  return doubles;
}

/**
 * Rows in whole numbers as doubles, for sums that are small enough to be exact
 * in them: most are, and take a tenth of the time.
 */
export class DoubleRows {
  readonly #starts: Int32Array;
  readonly #columns: Int32Array;
  readonly #values: Float64Array;
  readonly #rhs: Float64Array;

  constructor(rows: readonly Sum[]) {
    this.#starts = new Int32Array(rows.length + 1);
    this.#rhs = new Float64Array(rows.length);
    rows.forEach(({ entries, rhs }, row) => {
      this.#starts[row + 1] = this.#starts[row]! + entries.length;
      this.#rhs[row] = doubleOf(rhs);
    });
    const size = this.#starts[rows.length]!;
    this.#columns = new Int32Array(size);
    this.#values = new Float64Array(size);
    let at = 0;
    for (const { entries } of rows) {
      for (const { column, value } of entries) {
        this.#columns[at] = column;
        this.#values[at++] = doubleOf(value);
      }
    }
  }

  /**
   * How far `x` is beyond `times` what a row asks for; not a number where that
   * may not be exact.
   */
  excess(row: number, x: Float64Array, times: number): number {
    let sum = times === 0 ? 0 : -this.#rhs[row]! * times;
    let size = Math.abs(sum);
    const end = this.#starts[row + 1]!;
    for (let i = this.#starts[row]!; i < end; i++) {
      const product = this.#values[i]! * x[this.#columns[i]!]!;
      sum += product;
      size += Math.abs(product);
    }
    return size < EXACT ? sum : NaN;
  }
}
