import { outOfTime, type Timer } from "../deadline.ts";
import type { Basis } from "./exact_simplex.ts";
import type { Highs, HighsModel } from "./load_highs.ts";
import { disown, own } from "./owned_model.ts";
import type { Program, ProgramRow } from "./program.ts";
import { type Side, type SolverForm, solverForm } from "./solver_form.ts";

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
function scaleOf(row: ProgramRow): number {
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

/** A run may take so many seconds too long. */
const LATE = 0.02;

/** So many costs are told one by one, more all at once. */
const FEW = 32;

/** What is in force of a line or a column, and which rows say so. */
interface Force {
  readonly lower: number;
  readonly upper: number;
  readonly low: Side | null;
  readonly high: Side | null;
}

/**
 * A program kept in HiGHS between answers: only costs and row bounds change,
 * so that each run starts from the basis of the one before. With `elastic`
 * rows `0…elastic−1` may be broken at a price of their own.
 */
export class WarmModel implements Disposable {
  readonly #highs: Highs;
  readonly #model: HighsModel & Disposable;
  readonly #program: Program;
  readonly #form: SolverForm;
  readonly #elastic: number;
  readonly #costs: Float64Array;
  readonly #loose: Uint8Array;
  /** What each line is multiplied by on its way into the solver. */
  readonly #scale: Float64Array;
  readonly #lines: Force[];
  readonly #bounds: Force[];
  /** Lines and columns with rows that were put in force or let go. */
  readonly #changed = new Set<number>();
  /** The columns of rows that were put in the place of others. */
  readonly #replaced = new Map<number, readonly number[]>();
  /** Columns whose costs the solver does not know yet. */
  readonly #stale = new Set<number>();
  readonly #timer: Timer;
  /** What the last run came to, if to a least cost. */
  #solved: ReturnType<HighsModel["getSolution"]> | undefined;
  /** Seconds that a run may take, as the solver knows it. */
  #limit = -1;

  constructor(highs: Highs, program: Program, elastic: number, timer: Timer) {
    this.#timer = timer;
    this.#highs = highs;
    this.#program = program;
    this.#elastic = elastic;
    const form = solverForm(program, elastic);
    this.#form = form;
    this.#loose = new Uint8Array(program.rows.length);
    const { lines } = form;
    const starts = new Int32Array(lines.length + 1);
    const indices: number[] = [];
    const values: number[] = [];
    this.#scale = Float64Array.from(lines, scaleOf);
    lines.forEach((row, i) => {
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
    });
    this.#lines = lines.map((_, line) => this.#lineForce(line));
    this.#bounds = form.bounds.map((_, column) => this.#boundForce(column));
    const numCols = program.columns + elastic;
    const colLower = new Float64Array(numCols);
    const colUpper = new Float64Array(numCols).fill(highs.infinity);
    this.#bounds.forEach(({ lower, upper }, column) => {
      colLower[column] = lower;
      colUpper[column] = upper;
    });
    this.#costs = new Float64Array(numCols);
    const model = highs.createModel({
      numCols,
      numRows: lines.length,
      colCost: this.#costs,
      colLower,
      colUpper,
      rowLower: Float64Array.from(this.#lines, ({ lower }) => lower),
      rowUpper: Float64Array.from(this.#lines, ({ upper }) => upper),
      matrix: {
        format: "csr",
        numRows: lines.length,
        numCols,
        starts,
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    }) as HighsModel & Disposable;
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
    this.#stale.add(column);
  }

  /** Puts a row in force or lets it go. */
  loosen(row: number, loose: boolean): void {
    if (this.#loose[row] === Number(loose)) return;
    this.#loose[row] = Number(loose);
    this.#changed.add(this.#form.placeOf[row]!);
  }

  /**
   * Puts a row in the place of one that is a line of its own, and is told as it
   * is stated: both are equations over several columns with coefficients of 1
   * and −1, and the same right side.
   */
  replace(at: number, { columns, coefficients }: ProgramRow): void {
    const line = this.#form.placeOf[at]!;
    const values = new Map<number, number>();
    for (
      const column of this.#replaced.get(at) ?? this.#program.rows[at]!.columns
    ) {
      values.set(column, 0);
    }
    columns.forEach((column, k) =>
      values.set(column, approximate(coefficients[k]!))
    );
    for (const [column, value] of values) {
      this.#model.changeCoefficient(line, column, value);
    }
    this.#replaced.set(at, columns);
  }

  #lineForce(line: number): Force {
    const scale = this.#scale[line]!;
    return this.#force(this.#form.sides[line]!, -Infinity, scale);
  }

  #boundForce(column: number): Force {
    return this.#force(this.#form.bounds[column]!, 0, 1);
  }

  /** The tightest of the sides in force. */
  #force(sides: readonly Side[], least: number, scale: number): Force {
    const { infinity } = this.#highs;
    let lower = least === 0 ? 0 : -infinity;
    let upper = infinity;
    let low: Side | null = null;
    let high: Side | null = null;
    for (const side of sides) {
      if (this.#loose[side.row]) continue;
      const value = approximate(side.value) * scale;
      if (side.sense !== "<=" && value > lower) [lower, low] = [value, side];
      if (side.sense !== ">=" && value < upper) [upper, high] = [value, side];
    }
    return { lower, upper, low, high };
  }

  #tellCosts(): void {
    const changed = this.#stale.size;
    if (changed > FEW) {
      this.#model.changeColsCost(
        { kind: "range", from: 0, to: this.#costs.length - 1 },
        this.#costs,
      );
    } else {
      for (const column of this.#stale) {
        this.#model.changeColCost(column, this.#costs[column]!);
      }
    }
    this.#stale.clear();
  }

  /** Tells the solver which rows are in force. */
  #enforce(): void {
    for (const place of this.#changed) {
      if (place >= 0) {
        const force = this.#lineForce(place);
        this.#lines[place] = force;
        this.#model.changeRowBounds(place, force.lower, force.upper);
      } else {
        const column = -1 - place;
        const force = this.#boundForce(column);
        this.#bounds[column] = force;
        this.#model.changeColBounds(column, force.lower, force.upper);
      }
    }
    this.#changed.clear();
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
    this.#tellCosts();
    this.#enforce();
    this.#solved = undefined;
    for (const attempt of ["warm", "cold", "loose"] as const) {
      if (attempt !== "warm") this.#model.clearSolver();
      if (attempt === "loose") this.#tolerate(1e-7);
      const status = this.#solve();
      if (attempt === "loose") this.#tolerate(STRICT);
      if (status === modelStatus.optimal) {
        const solved = this.#solved = this.#model.getSolution();
        const { rowDual, colDual, colValue } = solved;
        return {
          cost: this.#model.getObjectiveValue(),
          point: colValue.slice(),
          dual: this.#dual(rowDual, colDual),
        };
      }
      if (optimum) continue;
      if (status === modelStatus.unbounded) return "open";
      if (status === modelStatus.infeasible) return "infeasible";
    }
    return "failed";
  }

  /** Multipliers of lines and columns as those of the rows in force. */
  #dual(ofLines: Float64Array, ofColumns: Float64Array): Float64Array {
    const dual = new Float64Array(this.#program.rows.length);
    for (let line = 0; line < ofLines.length; line++) {
      const y = ofLines[line]!;
      if (y === 0) continue;
      const { low, high } = this.#lines[line]!;
      const side = y > 0 ? low : high;
      if (side) dual[side.row] = y * this.#scale[line]!;
    }
    for (let column = 0; column < this.#bounds.length; column++) {
      const y = ofColumns[column]!;
      if (y === 0) continue;
      const { low, high } = this.#bounds[column]!;
      const side = y > 0 ? low : high;
      if (side) dual[side.row] = y / approximate(side.times);
    }
    return dual;
  }

  /**
   * What the last run took for its basis; what breaking a row costs is no part
   * of it.
   */
  basis(): Basis {
    const { basisStatus } = this.#highs.constants;
    try {
      const { colStatus, rowStatus } = this.#model.getBasis();
      const { rowDual: ofLines, colDual: ofColumns } = this.#solved ?? {};
      const columns: number[] = [];
      const rows: number[] = [];
      const hold = (force: Force, status: number, y = 0) => {
        const { low, high, lower, upper } = force;
        // Of a sum that is given the side that its multiplier is of: from the
        // other one every claim of an exact number is an exact step more.
        const above = lower === upper ? y < 0 : status === basisStatus.upper;
        const side = above ? high ?? low : low ?? high;
        if (side) rows.push(side.row);
        return side;
      };
      this.#bounds.forEach((force, column) => {
        const status = colStatus[column]!;
        // At a bound of its own a column is above zero by that row.
        const basic = status === basisStatus.basic ||
          (status === basisStatus.upper || force.low) &&
            hold(force, status, ofColumns?.[column]);
        if (basic) columns.push(column);
      });
      const { columns: width } = this.#program;
      this.#lines.forEach((force, line) => {
        const broken = line < this.#elastic &&
          colStatus[width + line] === basisStatus.basic;
        const status = rowStatus[line]!;
        if (status !== basisStatus.basic && !broken) {
          hold(force, status, ofLines?.[line]);
        }
      });
      return { columns, rows: rows.sort((a, b) => a - b) };
    } catch {
      return { columns: [], rows: [] };
    }
  }

  /** What a row that is a line was multiplied by on its way into the solver. */
  scale(row: number): number {
    return this.#scale[this.#form.placeOf[row]!] ?? 1;
  }

  /** Forgets the last basis: what comes next depends on the program alone. */
  forget(): void {
    this.#model.clearSolver();
  }

  #solve(): number | null {
    const left = this.#timer.left();
    if (left <= 0) throw outOfTime();
    if (left < Infinity) {
      // The limit is told again where it would be late.
      if (!(this.#limit >= left && this.#limit < left + LATE)) {
        this.#model.options.set("time_limit", left);
        this.#limit = left;
      }
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
