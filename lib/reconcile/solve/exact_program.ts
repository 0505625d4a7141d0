import { lcm, type Rational, rational } from "../../quantity/rational.ts";
import { DoubleRows, doublesOf } from "./double_rows.ts";
import { type Entry, smallOf, type Vector } from "./modular_kernel.ts";
import type { Program, ProgramRow } from "./program.ts";

/** A row in whole numbers: Σ value · column ≥ `rhs`, or = `rhs`. */
export interface WholeRow {
  /** The coefficients. */
  readonly entries: readonly Entry[];
  /** What the sum is compared with. */
  readonly rhs: bigint;
  /** Whether it is an equation. */
  readonly equation: boolean;
  /** What the row was multiplied by; below zero where `≤` became `≥`. */
  readonly factor: bigint;
}

/** What costs, in whole numbers, by column; zero elsewhere. */
export type WholeCost = ReadonlyMap<number, bigint>;

/** Multipliers of rows that add up to a bound. */
export interface Dual {
  /** The multiplier of each whole row that has one, times `d`. */
  readonly n: ReadonlyMap<number, bigint>;
  /** Their denominator, above zero. */
  readonly d: bigint;
}

/**
 * A program in whole numbers, for exact checks of what was found by whatever
 * means: points, rays, and multipliers that prove a bound.
 */
export class ExactProgram {
  /** How many columns there are, all at least zero. */
  readonly columns: number;
  /** The rows, in the order of the program. */
  readonly rows: readonly WholeRow[];
  #doubles: DoubleRows | undefined;
  #last: { readonly vector: Vector; readonly x: Float64Array } | undefined;
  #down: { readonly row: number; readonly value: bigint }[][] | undefined;

  constructor(columns: number, rows: readonly WholeRow[]) {
    this.columns = columns;
    this.rows = rows;
  }

  /** The same program with its rows in whole numbers. */
  static of({ columns, rows }: Program): ExactProgram {
    return new ExactProgram(columns, rows.map(wholeRow));
  }

  /** The same with another row in the place of one. */
  with(at: number, row: ProgramRow): ExactProgram {
    return new ExactProgram(this.columns, this.rows.with(at, wholeRow(row)));
  }

  /** The coefficients by column. */
  get down(): readonly (readonly {
    readonly row: number;
    readonly value: bigint;
  }[])[] {
    if (!this.#down) {
      const down: { row: number; value: bigint }[][] = Array.from(
        { length: this.columns },
        () => [],
      );
      this.rows.forEach(({ entries }, row) => {
        for (const { column, value } of entries) {
          down[column]!.push({ row, value });
        }
      });
      this.#down = down;
    }
    return this.#down;
  }

  /** How far a point is beyond what a row asks for, times its denominator. */
  excess(row: number, { n, d }: Vector): bigint {
    const { entries, rhs } = this.rows[row]!;
    let sum = -rhs * d;
    for (const { column, value } of entries) {
      const x = n[column]!;
      if (x !== 0n) sum += value * x;
    }
    return sum;
  }

  /** The same of a vector, in doubles; not a number where that may round. */
  #double(row: number, vector: Vector, times: number): number {
    if (this.#last?.vector !== vector) {
      this.#last = { vector, x: doublesOf(vector.n) };
    }
    this.#doubles ??= new DoubleRows(this.rows);
    return this.#doubles.excess(row, this.#last.x, times);
  }

  /** Whether a point that is nowhere below zero fits a row. */
  fits(row: number, point: Vector): boolean {
    const { equation } = this.rows[row]!;
    const quick = this.#double(row, point, Number(point.d));
    if (quick === quick) return equation ? quick === 0 : quick >= 0;
    const excess = this.excess(row, point);
    return equation ? excess === 0n : excess >= 0n;
  }

  /** Whether a point is at least zero everywhere and fits the active rows. */
  feasible(point: Vector, active: (row: number) => boolean): boolean {
    if (point.n.some((x) => x < 0n)) return false;
    return this.rows.every((_, row) => !active(row) || this.fits(row, point));
  }

  /** Whether one can go on for ever along a ray without leaving a row. */
  fitsRay(row: number, ray: Vector): boolean {
    const { entries, equation } = this.rows[row]!;
    const quick = this.#double(row, ray, 0);
    if (quick === quick) return equation ? quick === 0 : quick >= 0;
    let sum = 0n;
    for (const { column, value } of entries) sum += value * ray.n[column]!;
    return equation ? sum === 0n : sum >= 0n;
  }

  /**
   * What multipliers of rows prove: no feasible point costs less. Multipliers
   * of the wrong sign, and of rows that are not active, are left out.
   *
   * @returns The bound times the denominator, with the multipliers that count;
   * `null` where some column is worth more than it costs, so that they prove
   * nothing.
   */
  bound(
    dual: Dual,
    cost: WholeCost,
    active: (row: number) => boolean,
  ): { readonly n: bigint; readonly used: Map<number, bigint> } | null {
    const worth = new Map<number, bigint>();
    const used = new Map<number, bigint>();
    let sum = 0n;
    for (const [row, y] of dual.n) {
      const { entries, rhs, equation } = this.rows[row]!;
      if (y === 0n || !equation && y < 0n || !active(row)) continue;
      used.set(row, y);
      sum += y * rhs;
      for (const { column, value } of entries) {
        worth.set(column, (worth.get(column) ?? 0n) + y * value);
      }
    }
    for (const [column, value] of worth) {
      if (value > (cost.get(column) ?? 0n) * dual.d) return null;
    }
    for (const [column, value] of cost) {
      if (value < 0n && !worth.has(column)) return null;
    }
    return { n: sum, used };
  }

  /** Multipliers of whole rows as those of the program's own rows. */
  multipliers(
    used: ReadonlyMap<number, bigint>,
    d: bigint,
  ): Map<number, Rational> {
    return new Map(
      [...used].map(([row, y]) =>
        [row, rational(y * this.rows[row]!.factor, d)] as const
      ),
    );
  }
}

/** A row in whole numbers. */
function wholeRow(row: ProgramRow): WholeRow {
  let factor = row.rhs.d;
  for (const { d } of row.coefficients) {
    factor = lcm(factor, d);
  }
  if (row.sense === "<=") factor = -factor;
  return {
    entries: row.columns.map((column, k): Entry => {
      const { n, d } = row.coefficients[k]!;
      const value = n * factor / d;
      return { column, value, small: smallOf(value) };
    }),
    rhs: row.rhs.n * factor / row.rhs.d,
    equation: row.sense === "=",
    factor,
  };
}

/** What a point costs. */
export function costAt({ n, d }: Vector, cost: WholeCost): Rational {
  let sum = 0n;
  for (const [column, value] of cost) sum += value * n[column]!;
  return rational(sum, d);
}
