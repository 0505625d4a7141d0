import { outOfTime, type Timer } from "../deadline.ts";
import type { Basis } from "./exact_simplex.ts";
import type { Highs, Model } from "./load_highs.ts";
import { disown, own } from "./owned_model.ts";
import type { Program, Row } from "./program.ts";

/** A rounded answer of the solver. */
export interface Rough {
  /** Least cost. */
  readonly cost: number;
  /** Value of each column. */
  readonly point: Float64Array;
  /** Multiplier of each row. */
  readonly dual: Float64Array;
}

function approximate(a: { readonly n: bigint; readonly d: bigint }): number {
  return Number(a.n) / Number(a.d);
}

/** How far a row or a multiplier may be off in the solver. */
const STRICT = 1e-9;

/**
 * The primal simplex method: where prices change or rows are let go the last
 * answer stays possible, and it goes on from there.
 */
const PRIMAL = 4;

/**
 * A power of two that brings the coefficients of a row together around 1: the
 * solver takes very small ones for nothing.
 */
function scaleOf(row: Row): number {
  let least = Infinity;
  let most = 0;
  for (const coefficient of row.coefficients) {
    const size = Math.abs(approximate(coefficient));
    least = Math.min(least, size);
    most = Math.max(most, size);
  }
  if (least > 1e-3 && most < 1e3 || most === 0) return 1;
  return 2 ** -Math.round(Math.log2(least * most) / 2);
}

/**
 * A program kept in HiGHS between answers: only costs and row bounds change,
 * so that each run starts from the basis of the one before. With `elastic`
 * rows `0…elastic−1` may be broken at a price of their own.
 */
export class WarmModel implements Disposable {
  readonly #highs: Highs;
  readonly #model: Model & Disposable;
  readonly #program: Program;
  readonly #elastic: number;
  readonly #costs: Float64Array;
  readonly #loose: Uint8Array;
  /** What each row is multiplied by on its way into the solver. */
  readonly #scale: Float64Array;
  #stale: boolean;

  readonly #timer: Timer;

  constructor(highs: Highs, program: Program, elastic: number, timer: Timer) {
    this.#timer = timer;
    this.#highs = highs;
    this.#program = program;
    this.#elastic = elastic;
    const { rows } = program;
    const starts = new Int32Array(rows.length + 1);
    const indices: number[] = [];
    const values: number[] = [];
    const lower = new Float64Array(rows.length);
    const upper = new Float64Array(rows.length);
    this.#scale = Float64Array.from(rows, scaleOf);
    rows.forEach((row, i) => {
      const scale = this.#scale[i]!;
      row.columns.forEach((column, k) => {
        indices.push(column);
        values.push(approximate(row.coefficients[k]!) * scale);
      });
      if (i < elastic) {
        indices.push(program.columns + i);
        values.push(row.sense === ">=" ? 1 : -1);
      }
      starts[i + 1] = indices.length;
      const rhs = approximate(row.rhs) * scale;
      lower[i] = row.sense === "<=" ? -highs.infinity : rhs;
      upper[i] = row.sense === ">=" ? highs.infinity : rhs;
    });
    const numCols = program.columns + elastic;
    this.#costs = new Float64Array(numCols);
    this.#loose = new Uint8Array(rows.length);
    this.#stale = false;
    const model = highs.createModel({
      numCols,
      numRows: rows.length,
      colCost: this.#costs,
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(highs.infinity),
      rowLower: lower,
      rowUpper: upper,
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    }) as Model & Disposable;
    this.#model = own(this, model);
    this.#model.options.set({
      output_flag: false,
      presolve: "off",
      solver: "simplex",
      simplex_strategy: PRIMAL,
    });
    this.#tolerate(STRICT);
  }

  [Symbol.dispose](): void {
    disown(this, this.#model);
  }

  /** What breaking an elastic row costs a unit; zero frees the row. */
  price(row: number, cost: number): void {
    this.cost(this.#program.columns + row, cost);
  }

  /** Sets the cost of a column. */
  cost(column: number, cost: number): void {
    if (this.#costs[column] === cost) return;
    this.#costs[column] = cost;
    this.#stale = true;
  }

  /** Puts a row in force or lets it go. */
  loosen(row: number, loose: boolean): void {
    if (this.#loose[row] === Number(loose)) return;
    this.#loose[row] = Number(loose);
    const { sense, rhs } = this.#program.rows[row]!;
    const value = approximate(rhs) * this.#scale[row]!;
    const { infinity } = this.#highs;
    this.#model.changeRowBounds(
      row,
      loose || sense === "<=" ? -infinity : value,
      loose || sense === ">=" ? infinity : value,
    );
  }

  /**
   * Runs: first from the last basis, then from nothing, then less strictly.
   * Nothing that it says is certain.
   *
   * @param optimum Whether a least cost must exist: any other end is a failure.
   * @returns `"open"` where the cost has no least value, `"failed"` where the
   * solver did not come to an end that can be used.
   * @throws {OutOfTime} When the time runs out.
   */
  run(optimum = false): Rough | "open" | "infeasible" | "failed" {
    const { modelStatus } = this.#highs.constants;
    if (this.#stale) {
      this.#model.changeColsCost(
        { kind: "range", from: 0, to: this.#costs.length - 1 },
        this.#costs,
      );
      this.#stale = false;
    }
    for (const attempt of ["warm", "cold", "loose"] as const) {
      if (attempt !== "warm") this.#model.clearSolver();
      if (attempt === "loose") this.#tolerate(1e-7);
      const status = this.#solve();
      if (attempt === "loose") this.#tolerate(STRICT);
      if (status === modelStatus.optimal) {
        const { rowDual, colValue } = this.#model.getSolution();
        return {
          cost: this.#model.getObjectiveValue(),
          point: Float64Array.from(colValue),
          dual: rowDual.map((y, row) => y * this.#scale[row]!),
        };
      }
      if (optimum) continue;
      if (status === modelStatus.unbounded) return "open";
      if (status === modelStatus.infeasible) return "infeasible";
    }
    return "failed";
  }

  /**
   * What the last run took for its basis; what breaking a row costs is no part
   * of it.
   */
  basis(): Basis {
    const { basisStatus } = this.#highs.constants;
    try {
      const { colStatus, rowStatus } = this.#model.getBasis();
      const { columns, rows } = this.#program;
      const broken = (row: number) =>
        row < this.#elastic && colStatus[columns + row] === basisStatus.basic;
      return {
        columns: Array.from({ length: columns }, (_, column) => column).filter(
          (column) => colStatus[column] === basisStatus.basic,
        ),
        rows: rows.map((_, row) => row).filter((row) =>
          !this.#loose[row] && rowStatus[row] !== basisStatus.basic &&
          !broken(row)
        ),
      };
    } catch {
      return { columns: [], rows: [] };
    }
  }

  /** What a row was multiplied by on its way into the solver. */
  scale(row: number): number {
    return this.#scale[row]!;
  }

  /** Forgets the last basis: what comes next depends on the program alone. */
  forget(): void {
    this.#model.clearSolver();
  }

  #solve(): number | null {
    const left = this.#timer.left();
    if (left <= 0) throw outOfTime();
    if (left < Infinity) {
      this.#model.options.set("time_limit", left);
      this.#model.zeroAllClocks();
    }
    try {
      this.#model.run();
      const status = this.#model.getModelStatus();
      const { timeLimit } = this.#highs.constants.modelStatus;
      if (status !== timeLimit) return status;
    } catch {
      // The solver gave up; what comes next is another attempt.
      return null;
    }
    throw outOfTime();
  }

  #tolerate(tolerance: number): void {
    this.#model.options.set({
      primal_feasibility_tolerance: tolerance,
      dual_feasibility_tolerance: tolerance,
    });
  }
}
