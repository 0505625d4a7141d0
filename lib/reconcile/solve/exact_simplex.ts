import type { Rational } from "../../quantity/rational.ts";
import { ENDLESS, outOfTime, type Timer } from "../deadline.ts";
import {
  costAt,
  type Dual,
  ExactProgram,
  type WholeCost,
} from "./exact_program.ts";
import { type Entry, ModularKernel, type Vector } from "./modular_kernel.ts";
import type { Program } from "./program.ts";

/** Where an exact solve starts and ends: what is not at its bound. */
export interface Basis {
  /** Columns that may be above zero. */
  readonly columns: readonly number[];
  /**
   * Rows that hold with equality. One that takes no part may be among them: it
   * only says where the rounded solver stood.
   */
  readonly rows: readonly number[];
}

/** How an exact solve ends, with what proves it. */
export type ExactEnd =
  | {
    /** No point costs less than `value`, and `point` costs that. */
    readonly status: "optimal";
    readonly value: Rational;
    readonly point: Vector;
    readonly dual: Dual;
  }
  | {
    /** From `point` one can go along `ray` for ever, and it costs less and less. */
    readonly status: "open";
    readonly point: Vector;
    readonly ray: Vector;
  }
  | {
    /** The multipliers refute the rows. */
    readonly status: "infeasible";
    readonly dual: Dual;
  };

/** After so many steps that gain nothing, steps that cannot go in circles. */
const STALLED = 20;

/** The equations of a basis: its rows over its columns. */
interface Equations {
  readonly kernel: ModularKernel;
  /** Positions of the regular rows among the basis' rows. */
  readonly rows: readonly number[];
  /** Positions of the regular columns among the basis' columns. */
  readonly columns: readonly number[];
  /** Values of the regular rows, placed among all. */
  right(values: readonly bigint[]): bigint[];
  /** Values of the regular columns, placed among all. */
  across(values: readonly bigint[]): bigint[];
}

/**
 * The simplex method in whole numbers, from any set of columns and rows that a
 * rounded solver took for its basis: where that basis is right, it is only
 * checked; else it is mended by exact steps. First what is broken is made good
 * (the sum by which rows and columns are broken grows less until nothing is),
 * then the cost is brought down. Each step solves the equations of the basis
 * anew, so that it suits bases that are nearly right.
 *
 * Method: Dantzig's rule, and that of Bland, "New finite pivoting rules for the
 * simplex method", Mathematics of Operations Research 2 (1977), where nothing
 * is gained; Koch, "The final NETLIB-LP results", Operations Research Letters 32
 * (2004), for exact steps from a rounded basis.
 */
export class ExactSimplex {
  readonly #program: ExactProgram;
  readonly #timer: Timer;
  #known: { readonly key: string; readonly kernel: ModularKernel } | undefined;

  constructor(program: ExactProgram, timer: Timer = ENDLESS) {
    this.#program = program;
    this.#timer = timer;
  }

  /**
   * The least cost over the active rows.
   *
   * @param blame What a row that is broken by one counts, above 0: the weights
   * with which a rounded solver came to its basis make that the end at once.
   * @throws {OutOfTime} When the time runs out.
   */
  minimise(
    cost: WholeCost,
    active: (row: number) => boolean,
    start: Basis,
    blame: (row: number) => bigint = () => 1n,
  ): ExactEnd {
    const program = this.#program;
    const { rows, columns: width } = program;
    const inForce = rows.map((_, row) => row).filter(active);
    let columns = [...start.columns];
    let tight = [...start.rows];
    let stalled = 0;
    for (;;) {
      if (this.#timer.over()) throw outOfTime();
      const kernel = this.#kernel(tight, columns);
      // What the equations leave undecided leaves the basis.
      tight = kernel.rows.map((at) => tight[at]!);
      columns = kernel.columns.map((at) => columns[at]!);
      const isColumn = new Uint8Array(width);
      for (const column of columns) isColumn[column] = 1;
      const isTight = new Uint8Array(rows.length);
      for (const row of tight) isTight[row] = 1;
      const point = spread(
        kernel.kernel.solve(kernel.right(tight.map((row) => rows[row]!.rhs))),
        kernel,
        columns,
        width,
      );
      const loose = inForce.filter((row) => !isTight[row]);
      const excess = new Map<number, bigint>();
      for (const row of loose) excess.set(row, program.excess(row, point));

      // Prices: the cost, or what makes good what is broken.
      let price = cost;
      const broken = new Map<number, bigint>();
      const below = columns.filter((column) => point.n[column]! < 0n);
      for (const [row, value] of excess) {
        if (value < 0n) broken.set(row, -blame(row));
        else if (value > 0n && rows[row]!.equation) {
          broken.set(row, blame(row));
        }
      }
      const mending = below.length > 0 || broken.size > 0;
      if (mending) {
        const sum = new Map<number, bigint>();
        for (const column of below) sum.set(column, -1n);
        for (const [row, weight] of broken) {
          for (const { column, value } of rows[row]!.entries) {
            sum.set(column, (sum.get(column) ?? 0n) + weight * value);
          }
        }
        price = sum;
      }
      const y = price.size === 0
        ? { n: [], d: 1n }
        : kernel.kernel.solveTransposed(
          kernel.across(columns.map((column) => price.get(column) ?? 0n)),
        );
      const multiplier = new Map<number, bigint>();
      tight.forEach((row, i) => {
        const value = y.n[kernel.rows[i]!] ?? 0n;
        if (value !== 0n) multiplier.set(row, value);
      });
      // What each column would cost more than it is worth, times the
      // denominator.
      const reduced = new Map<number, bigint>();
      for (const [column, value] of price) reduced.set(column, value * y.d);
      for (const [row, value] of multiplier) {
        for (const { column, value: a } of rows[row]!.entries) {
          reduced.set(column, (reduced.get(column) ?? 0n) - value * a);
        }
      }
      const careful = stalled >= STALLED;
      let entering = -1;
      let gain = 0n;
      let backwards = false;
      const consider = (variable: number, value: bigint) => {
        if (value >= 0n) return;
        const better = careful
          ? entering < 0 || variable < entering
          : entering < 0 || value < gain ||
            value === gain && variable < entering;
        if (!better) return;
        entering = variable;
        gain = value;
        backwards = false;
      };
      for (const [column, value] of reduced) {
        if (!isColumn[column]) consider(column, value);
      }
      for (const [row, value] of multiplier) {
        if (!active(row)) {
          // It may go either way.
          consider(width + row, value < 0n ? value : -value);
          if (entering === width + row) backwards = value > 0n;
        } else if (!rows[row]!.equation) consider(width + row, value);
      }
      if (entering < 0) {
        if (!mending) {
          const dual = { n: multiplier, d: y.d };
          const value = costAt(point, cost);
          return { status: "optimal", value, point, dual };
        }
        const n = new Map(multiplier);
        for (const [row, weight] of broken) n.set(row, -weight * y.d);
        return { status: "infeasible", dual: { n, d: y.d } };
      }

      // How the basis moves as the entering variable grows.
      const move = this.#direction(
        kernel,
        tight,
        columns,
        entering < width ? entering : -1,
        entering < width ? -1 : entering - width,
        backwards,
      );
      let leaving = -1;
      let least: { n: bigint; d: bigint } | null = null;
      const block = (variable: number, room: bigint, speed: bigint) => {
        // Reached after room / speed, both at least zero.
        const less = least === null ? -1n : room * least.d - least.n * speed;
        if (less < 0n || less === 0n && variable < leaving) {
          leaving = variable;
          least = { n: room, d: speed };
        }
      };
      for (const column of columns) {
        const value = point.n[column]!;
        const speed = move.n[column]!;
        if (value >= 0n && speed < 0n) block(column, value, -speed);
        else if (value < 0n && speed > 0n) block(column, -value, speed);
      }
      for (const row of loose) {
        let speed = 0n;
        for (const { column, value } of rows[row]!.entries) {
          const by = move.n[column]!;
          if (by !== 0n) speed += value * by;
        }
        if (speed === 0n) continue;
        const value = excess.get(row)!;
        if (rows[row]!.equation) {
          if (value === 0n || (value > 0n) === (speed < 0n)) {
            block(
              width + row,
              value < 0n ? -value : value,
              speed < 0n ? -speed : speed,
            );
          }
        } else if (value >= 0n && speed < 0n) block(width + row, value, -speed);
        else if (value < 0n && speed > 0n) block(width + row, -value, speed);
      }
      if (leaving < 0) {
        // What is broken cannot be made good for ever.
        if (mending) throw new Error("A basis could not be mended");
        const ray = { n: move.n, d: 1n };
        return { status: "open", point, ray };
      }
      stalled = least!.n === 0n ? stalled + 1 : 0;
      if (leaving < width) columns = columns.filter((c) => c !== leaving);
      else tight = [...tight, leaving - width];
      if (entering < width) columns = [...columns, entering];
      else tight = tight.filter((row) => row !== entering - width);
      columns.sort((a, b) => a - b);
      tight.sort((a, b) => a - b);
    }
  }

  #kernel(tight: readonly number[], columns: readonly number[]): Equations {
    const key = `${columns}|${tight}`;
    const place = new Map(columns.map((column, i) => [column, i]));
    let kernel = this.#known?.key === key ? this.#known.kernel : undefined;
    if (!kernel) {
      const matrix = tight.map((row) => {
        const own: Entry[] = [];
        for (const entry of this.#program.rows[row]!.entries) {
          const at = place.get(entry.column);
          if (at !== undefined) own.push({ ...entry, column: at });
        }
        return own;
      });
      kernel = new ModularKernel(matrix, columns.length, this.#timer);
      this.#known = { key, kernel };
    }
    const { rows, columns: kept } = kernel;
    return {
      kernel,
      rows,
      columns: kept,
      right: (values) => placed(values, rows, tight.length),
      across: (values) => placed(values, kept, columns.length),
    };
  }

  /** How the basic columns move as a column, or what a row has left, grows. */
  #direction(
    kernel: Equations,
    tight: readonly number[],
    columns: readonly number[],
    column: number,
    row: number,
    backwards: boolean,
  ): Vector {
    const right = tight.map(() => 0n);
    if (column >= 0) {
      const at = new Map(tight.map((row, i) => [row, i]));
      for (const { row, value } of this.#program.down[column]!) {
        const i = at.get(row);
        if (i !== undefined) right[i] = -value;
      }
    } else right[tight.indexOf(row)] = backwards ? -1n : 1n;
    const solved = spread(
      kernel.kernel.solve(kernel.right(right)),
      kernel,
      columns,
      this.#program.columns,
    );
    const n = [...solved.n];
    if (column >= 0) n[column] = solved.d;
    return { n, d: solved.d };
  }
}

function placed(
  values: readonly bigint[],
  at: readonly number[],
  size: number,
): bigint[] {
  const all = new Array<bigint>(size).fill(0n);
  at.forEach((place, i) => all[place] = values[i]!);
  return all;
}

/** A solution of the regular part, by column of the program. */
function spread(
  { n, d }: Vector,
  kernel: Pick<Equations, "columns">,
  columns: readonly number[],
  width: number,
): Vector {
  const all = new Array<bigint>(width).fill(0n);
  columns.forEach((column, i) => all[column] = n[kernel.columns[i]!]!);
  return { n: all, d };
}

/** What an exact solve ends with, with a multiplier for each row. */
export interface ExactSolution {
  /**
   * `optimal`: the multipliers prove the least cost. `infeasible`: they refute
   * the rows. `open`: there is no least cost.
   */
  readonly status: "optimal" | "infeasible" | "open";
  /** Multipliers by row; empty when open. */
  readonly multipliers: ReadonlyMap<number, Rational>;
}

/** A cost in whole numbers, and what it was multiplied by. */
function wholeCost(
  cost: ReadonlyMap<number, Rational>,
): { readonly cost: WholeCost; readonly scale: bigint } {
  let scale = 1n;
  for (const { d } of cost.values()) scale *= d;
  return {
    cost: new Map([...cost].map(([c, { n, d }]) => [c, n * (scale / d)])),
    scale,
  };
}

/** Solves a small program exactly, from nothing or from a basis near the end. */
export function solveExactly(
  program: Program,
  cost: ReadonlyMap<number, Rational>,
  timer: Timer = ENDLESS,
  start: Basis = { columns: [], rows: [] },
): ExactSolution {
  const exact = ExactProgram.of(program);
  const whole = wholeCost(cost);
  const simplex = new ExactSimplex(exact, timer);
  const end = simplex.minimise(whole.cost, () => true, start);
  if (end.status === "open") return { status: "open", multipliers: new Map() };
  const scale = end.status === "optimal" ? whole.scale : 1n;
  const { n, d } = end.dual;
  const multipliers = exact.multipliers(n, d * scale);
  return { status: end.status, multipliers };
}
