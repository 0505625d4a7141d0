import {
  add,
  compare,
  lcm,
  multiply,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../quantity/rational.ts";
import type { CertifiedEnd } from "./certified_end.ts";
import type { Timer } from "../deadline.ts";
import {
  ExactProgram,
  type WholeCost,
  type WholeRow,
} from "./exact_program.ts";
import { ExactSimplex } from "./exact_simplex.ts";
import { smallOf } from "./modular_kernel.ts";

/** So many columns are solved exactly at once; more are for a rounded solver. */
const FEW_COLUMNS = 24;

/**
 * Where the columns of a program lie: each is the flow from one node to the
 * next, and the rows of some sums are all the flow from one node to another.
 */
export interface Layout {
  /** How many nodes there are. */
  readonly nodes: number;
  /** From where to where each row is the sum; `null`: it is something else. */
  readonly rows: readonly (Span | null)[];
  /** From where to where each column leads. */
  readonly columns: readonly Span[];
  /** Columns that are running sums, each after the one that it goes on from. */
  readonly running: readonly RunningSum[];
}

/** A column that is the running sum of others, by a row of its own. */
export interface RunningSum {
  readonly column: number;
  readonly row: number;
  /** Whether it goes on from the one before. */
  readonly goesOn: boolean;
}

/** From one node to another. */
export type Span = readonly [from: number, to: number];

/** A bound that one row puts on a sum. */
interface Side {
  readonly row: number;
  readonly coefficient: bigint;
  readonly bound: Rational;
}

/** All that is said of the sum from one node to another. */
interface Sum {
  readonly from: number;
  readonly to: number;
  readonly sides: Side[];
}

/** Whether some of its bounds leave a sum one value alone. */
function mayBeGiven({ sides }: Sum): boolean {
  return sides.some(({ coefficient, bound }) =>
    coefficient < 0n && (bound.n === 0n ||
      sides.some((low) =>
        low.coefficient > 0n && compare(low.bound, bound) === 0
      ))
  );
}

/** A sum that can have one value alone, with the rows that say so. */
interface Given {
  readonly value: Rational;
  /** `null`: nothing is below zero anyway. */
  readonly low: Side | null;
  readonly high: Side;
}

/** A column that can have one value alone, as a sum of given sums. */
interface Fixed {
  readonly value: Rational;
  readonly terms: readonly { readonly given: Given; readonly sign: 1n | -1n }[];
}

/**
 * Least costs over the few columns that hang together with those that cost
 * something. A column that claims give exactly, as the difference of running
 * totals too, ties nothing together: what is on its other side cannot matter. In
 * a large table of parts and wholes that leaves a handful of columns to a
 * question.
 */
export class NearbyProgram {
  readonly #program: ExactProgram;
  readonly #timer: Timer;
  readonly #layout: Layout;
  /** The sums that begin or end at a node. */
  readonly #at: readonly (readonly Sum[])[];

  constructor(program: ExactProgram, layout: Layout, timer: Timer) {
    this.#program = program;
    this.#layout = layout;
    this.#timer = timer;
    const sums = new Map<string, Sum>();
    program.rows.forEach(({ entries, rhs }, row) => {
      const span = layout.rows[row];
      const [first] = entries;
      if (!span || !first) return;
      const [from, to] = span;
      let sum = sums.get(`${from} ${to}`);
      if (!sum) {
        sum = { from, to, sides: [] };
        sums.set(`${from} ${to}`, sum);
      }
      const coefficient = first.value;
      sum.sides.push({ row, coefficient, bound: rational(rhs, coefficient) });
    });
    const at: Sum[][] = Array.from({ length: layout.nodes }, () => []);
    for (const sum of sums.values()) {
      if (!mayBeGiven(sum)) continue;
      at[sum.from]!.push(sum);
      at[sum.to]!.push(sum);
    }
    this.#at = at;
  }

  /** The one value that a sum can have by the active rows, if so. */
  #given({ sides }: Sum, active: (row: number) => boolean): Given | null {
    let low: Side | null = null;
    let high: Side | null = null;
    for (const side of sides) {
      if (!active(side.row)) continue;
      const { coefficient, bound } = side;
      if (coefficient > 0n) {
        if (compare(bound, low?.bound ?? ZERO) > 0) low = side;
      } else if (!high || compare(bound, high.bound) < 0) high = side;
    }
    if (!high || compare(high.bound, low?.bound ?? ZERO) !== 0) return null;
    return { value: high.bound, low, high };
  }

  /** The one value that a column can have by a chain of given sums, if so. */
  #fixed(
    column: number,
    active: (row: number) => boolean,
    known: Map<Sum, Given | null>,
  ): Fixed | null {
    const [from, to] = this.#layout.columns[column]!;
    const before = new Map<number, Sum | null>([[from, null]]);
    const queue = [from];
    for (const node of queue) {
      if (node === to) break;
      for (const sum of this.#at[node]!) {
        const next = sum.from === node ? sum.to : sum.from;
        if (before.has(next)) continue;
        let given = known.get(sum);
        if (given === undefined) {
          given = this.#given(sum, active);
          known.set(sum, given);
        }
        if (!given) continue;
        before.set(next, sum);
        queue.push(next);
      }
    }
    if (!before.has(to)) return null;
    let value = ZERO;
    const terms: { given: Given; sign: 1n | -1n }[] = [];
    for (let node = to; node !== from;) {
      const sum = before.get(node)!;
      const given = known.get(sum)!;
      const forwards = sum.to === node;
      value = forwards ? add(value, given.value) : subtract(value, given.value);
      terms.push({ given, sign: forwards ? 1n : -1n });
      node = forwards ? sum.from : sum.to;
    }
    return { value, terms };
  }

  /**
   * The least cost over the active rows, which must agree; `null` where too
   * much hangs together.
   */
  minimise(
    cost: WholeCost,
    active: (row: number) => boolean,
  ): CertifiedEnd | null {
    const program = this.#program;
    const fixed = new Map<number, Fixed | null>();
    const known = new Map<Sum, Given | null>();
    const columns: number[] = [];
    const rows = new Set<number>();
    const reach = (column: number) => {
      if (fixed.has(column)) return;
      const found = this.#fixed(column, active, known);
      fixed.set(column, found);
      if (!found) columns.push(column);
    };
    for (const column of cost.keys()) reach(column);
    for (let i = 0; i < columns.length; i++) {
      if (columns.length > FEW_COLUMNS) return null;
      for (const { row } of program.down[columns[i]!]!) {
        if (rows.has(row) || !active(row)) continue;
        rows.add(row);
        for (const { column } of program.rows[row]!.entries) reach(column);
      }
    }
    if (columns.length > FEW_COLUMNS) return null;

    // The rows over what is not fixed, in whole numbers again.
    const place = new Map(columns.map((column, i) => [column, i]));
    const used = [...rows];
    const factors: bigint[] = [];
    const small = used.map((row): WholeRow => {
      const { entries, rhs, equation } = program.rows[row]!;
      let right = rational(rhs);
      const kept: { column: number; value: bigint }[] = [];
      for (const { column, value } of entries) {
        const at = place.get(column);
        if (at === undefined) {
          const known = fixed.get(column)!.value;
          right = subtract(right, multiply(rational(value), known));
        } else kept.push({ column: at, value });
      }
      factors.push(right.d);
      return {
        entries: kept.map(({ column, value }) => {
          const whole = value * right.d;
          return { column, value: whole, small: smallOf(whole) };
        }),
        rhs: right.n,
        equation,
        factor: 1n,
      };
    });
    let constant = ZERO;
    const price = new Map<number, bigint>();
    for (const [column, value] of cost) {
      const at = place.get(column);
      if (at !== undefined) price.set(at, value);
      else {
        const known = fixed.get(column)!.value;
        constant = add(constant, multiply(rational(value), known));
      }
    }
    const simplex = new ExactSimplex(
      new ExactProgram(columns.length, small),
      this.#timer,
    );
    const end = simplex.minimise(price, () => true, { columns: [], rows: [] });
    if (end.status === "infeasible") {
      throw new Error("Bounds were asked of claims that do not agree");
    }
    if (end.status === "open") {
      const n = new Array<bigint>(program.columns).fill(0n);
      columns.forEach((column, i) => n[column] = end.ray.n[i]!);
      return { status: "open", ray: { n, d: end.ray.d } };
    }
    const value = add(end.value, constant);
    const multipliers = new Map<number, Rational>();
    // What each fixed column would cost more than it is worth.
    const gaps = new Map<number, Rational>();
    for (const [column, value] of cost) {
      if (!place.has(column)) gaps.set(column, rational(value));
    }
    for (const [at, n] of end.dual.n) {
      const row = used[at]!;
      const y = rational(n * factors[at]!, end.dual.d);
      multipliers.set(row, y);
      for (const { column, value } of program.rows[row]!.entries) {
        if (place.has(column)) continue;
        const worth = multiply(y, rational(value));
        gaps.set(column, subtract(gaps.get(column) ?? ZERO, worth));
      }
    }
    for (const [column, gap] of gaps) {
      for (const { given, sign } of fixed.get(column)!.terms) {
        const times = sign * gap.n;
        const side = times > 0n ? given.low : times < 0n ? given.high : null;
        if (!side) continue;
        const y = rational(times, gap.d * side.coefficient);
        const before = multipliers.get(side.row);
        multipliers.set(side.row, before ? add(before, y) : y);
      }
    }
    return this.#checked(value, multipliers, cost, active);
  }

  /**
   * Multipliers of what running sums are, so that these cancel out: then all is
   * said of the flows.
   */
  #sumUp(n: Map<number, bigint>): void {
    const { running } = this.#layout;
    if (running.length === 0) return;
    const worth = new Map<number, bigint>();
    for (const { column } of running) worth.set(column, 0n);
    for (const { row } of running) n.delete(row);
    for (const [row, y] of n) {
      for (const { column, value } of this.#program.rows[row]!.entries) {
        const sum = worth.get(column);
        if (sum !== undefined) worth.set(column, sum + y * value);
      }
    }
    let after = 0n;
    for (const { column, row, goesOn } of running.toReversed()) {
      const times = after - worth.get(column)!;
      if (times !== 0n) n.set(row, times);
      after = goesOn ? times : 0n;
    }
  }

  /** The end, once its multipliers have been added up over the whole. */
  #checked(
    value: Rational,
    multipliers: ReadonlyMap<number, Rational>,
    cost: WholeCost,
    active: (row: number) => boolean,
  ): CertifiedEnd {
    const program = this.#program;
    let d = 1n;
    for (const y of multipliers.values()) d = lcm(d, y.d);
    const n = new Map(
      [...multipliers].map(([row, y]) => [row, y.n * (d / y.d)] as const),
    );
    this.#sumUp(n);
    const bound = program.bound({ n, d }, cost, active);
    if (!bound || compare(rational(bound.n, d), value) !== 0) {
      throw new Error("A bound does not add up");
    }
    return {
      status: "bounded",
      value,
      tight: true,
      point: null,
      multipliers: program.multipliers(bound.used, d),
    };
  }
}
