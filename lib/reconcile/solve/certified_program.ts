import { type Rational, rational } from "../../quantity/rational.ts";

import { OutOfTime, type Timer } from "../deadline.ts";
import {
  costAt,
  type Dual,
  ExactProgram,
  type WholeCost,
} from "./exact_program.ts";
import { exactRay } from "./exact_ray.ts";
import { type Basis, type ExactEnd, ExactSimplex } from "./exact_simplex.ts";
import { guess } from "./guess.ts";
import type { Highs } from "./load_highs.ts";
import type { Vector } from "./modular_kernel.ts";
import { type Layout, NearbyProgram } from "./nearby_program.ts";
import type { Program, ProgramRow } from "./program.ts";
import { type RoughRefutation, RoughTableau } from "./rough_tableau.ts";
import { type Rough, WarmModel } from "./warm_model.ts";
import type { CertifiedEnd } from "./certified_end.ts";

/** Multipliers of a rounded answer as fractions, or `null`. */
function guessedDual(
  exact: ExactProgram,
  dual: ArrayLike<number>,
): Dual | null {
  const rows: number[] = [];
  const kept: number[] = [];
  let largest = 0;
  exact.rows.forEach(({ factor }, row) => {
    if (dual[row] === 0) return;
    // Those of whole rows are the smaller by what the rows were multiplied by.
    const whole = dual[row]! / Number(factor);
    rows.push(row);
    kept.push(whole);
    largest = Math.max(largest, Math.abs(whole));
  });
  const found = guess(
    kept.map((y) => Math.abs(y) > 1e-11 * largest ? y : 0),
  );
  if (!found) return null;
  const n = new Map<number, bigint>();
  found.n.forEach((y, i) => {
    if (y !== 0n) n.set(rows[i]!, y);
  });
  return { n, d: found.d };
}

/** A rounded point as fractions, or `null`. */
function guessedPoint(
  exact: ExactProgram,
  point: Float64Array,
): Vector | null {
  return guess(point.subarray(0, exact.columns));
}

/** How far numbers of a tableau may be off: what is near is checked anyway. */
const NEAR = [1e-8, 1e-6];

/** So many times in vain make it seldom that a near answer is looked for. */
const SELDOM = 16;

/** Something quick that may be in vain: where it often is, it is done seldom. */
class Worthwhile {
  /** How often it was in vain, one time after the other. */
  #vain = 0;

  /** @param always Whether it is done all the same. */
  worth<T>(quick: () => T | null, always = false): T | null {
    const seldom = !always && this.#vain >= SELDOM;
    if (seldom && this.#vain++ % SELDOM !== 0) return null;
    const found = quick();
    this.#vain = found === null ? this.#vain + 1 : 0;
    return found;
  }
}

/**
 * A program whose least costs are certain: HiGHS finds them, and exact
 * arithmetic proves or mends them. What is quick comes first: plain fractions
 * near the rounded point and multipliers, checked; then the equations of the
 * basis, solved exactly; then exact steps from there. Where little hangs
 * together with what is asked, that little is solved exactly at once.
 *
 * Method: Applegate, Cook, Dash & Espinoza, "Exact solutions to linear
 * programming problems", Operations Research Letters 35 (2007).
 */
export class CertifiedProgram implements Disposable {
  #exact: ExactProgram;
  readonly #timer: Timer;
  readonly #model: WarmModel;
  #simplex: ExactSimplex;
  readonly #nearby: NearbyProgram | null;
  #costly: number[] = [];
  /** In vain where too much hangs together. */
  readonly #nearness = new Worthwhile();

  /** @param layout Where the columns lie, if they are flows. */
  constructor(
    highs: Highs,
    program: Program,
    timer: Timer,
    layout: Layout | null = null,
  ) {
    this.#exact = ExactProgram.of(program);
    this.#timer = timer;
    this.#model = new WarmModel(highs, program, 0, timer);
    this.#simplex = new ExactSimplex(this.#exact, timer);
    this.#nearby = layout && new NearbyProgram(this.#exact, layout, timer);
  }

  /** The program in whole numbers, as it is now. */
  get exact(): ExactProgram {
    return this.#exact;
  }

  /** Puts a row in the place of one, both as {@linkcode WarmModel.replace} asks. */
  replace(at: number, row: ProgramRow): void {
    if (this.#nearby) throw new Error("Columns with a layout keep their rows");
    this.#exact = this.#exact.with(at, row);
    this.#simplex = new ExactSimplex(this.#exact, this.#timer);
    this.#model.replace(at, row);
  }

  [Symbol.dispose](): void {
    this.#model[Symbol.dispose]();
  }

  /**
   * The least cost over the active rows, which must agree.
   *
   * @param afresh Whether what was asked before must not show in the proof.
   * @throws {OutOfTime} When the time ran out before anything was certain.
   */
  minimise(
    cost: WholeCost,
    active: (row: number) => boolean,
    afresh = false,
  ): CertifiedEnd {
    const near = this.#near(cost, active, afresh);
    if (near) return near;
    const model = this.#model;
    this.#pose(cost, active);
    if (afresh) model.forget();
    const rough = model.run();
    let known: CertifiedEnd | null = null;
    if (typeof rough !== "string") {
      known = this.#guessed(rough, cost, active);
      if (known?.status === "bounded" && known.tight) return known;
    }
    try {
      const end = this.#simplex.minimise(cost, active, model.basis());
      return this.#told(end);
    } catch (error) {
      if (known && error instanceof OutOfTime) return known;
      throw error;
    }
  }

  /** The least cost where little hangs together with what costs. */
  #near(
    cost: WholeCost,
    active: (row: number) => boolean,
    afresh: boolean,
  ): CertifiedEnd | null {
    return this.#nearness.worth(
      () => this.#nearby?.minimise(cost, active) ?? null,
      afresh,
    );
  }

  /** Tells the solver what costs, and which rows are active. */
  #pose(cost: WholeCost, active: (row: number) => boolean): void {
    const model = this.#model;
    for (let row = 0; row < this.exact.rows.length; row++) {
      model.loosen(row, !active(row));
    }
    for (const column of this.#costly) model.cost(column, 0);
    this.#costly = [...cost.keys()];
    for (const [column, value] of cost) model.cost(column, Number(value));
  }

  /**
   * Some point over the active rows that costs little; `null` where none is at
   * hand.
   */
  point(cost: WholeCost, active: (row: number) => boolean): Vector | null {
    this.#pose(cost, active);
    const rough = this.#model.run();
    if (typeof rough === "string") return null;
    const point = guessedPoint(this.exact, rough.point);
    return point && this.exact.feasible(point, active) ? point : null;
  }

  #guessed(
    rough: Rough,
    cost: WholeCost,
    active: (row: number) => boolean,
  ): CertifiedEnd | null {
    const { exact } = this;
    const dual = guessedDual(exact, rough.dual);
    const bound = dual && exact.bound(dual, cost, active);
    if (!dual || !bound) return null;
    const value = rational(bound.n, dual.d);
    const point = guessedPoint(exact, rough.point);
    const attained = point && exact.feasible(point, active) &&
      equal(costAt(point, cost), value);
    return {
      status: "bounded",
      value,
      tight: attained === true,
      point: attained ? point : null,
      multipliers: exact.multipliers(bound.used, dual.d),
    };
  }

  #told(end: ExactEnd): CertifiedEnd {
    if (end.status === "open") return { status: "open", ray: end.ray };
    const { n, d } = end.dual;
    const multipliers = this.exact.multipliers(n, d);
    if (end.status === "infeasible") {
      return { status: "infeasible", multipliers };
    }
    const { value, point } = end;
    return { status: "bounded", value, tight: true, point, multipliers };
  }
}

function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** Whether the active rows agree: a point, or multipliers that refute them. */
export type Verdict =
  | { readonly agree: true; readonly point: Vector }
  | {
    readonly agree: false;
    readonly multipliers: ReadonlyMap<number, Rational>;
  };

/**
 * Decides for one set of active rows after another whether they agree, and makes
 * each answer certain. A small program is looked at as a dense tableau first,
 * which tells where an exact point or a refutation is to be had; else HiGHS
 * does: by the least sum by which rows must be broken, with only the prices
 * changed from one set to the next.
 */
export class CertifiedVerdicts implements Disposable {
  readonly exact: ExactProgram;
  readonly #highs: Highs;
  readonly #program: Program;
  readonly #timer: Timer;
  readonly #simplex: ExactSimplex;
  readonly #elastic: number;
  readonly #tableau: RoughTableau | null;
  readonly #points = new Worthwhile();
  readonly #sums = new Worthwhile();
  #model: WarmModel | undefined;
  /** What a row that is broken by one cost the rounded solver. */
  #blame: readonly bigint[] | undefined;

  /** @param elastic How many rows, the first ones, may be left out. */
  constructor(highs: Highs, program: Program, elastic: number, timer: Timer) {
    this.exact = ExactProgram.of(program);
    this.#highs = highs;
    this.#program = program;
    this.#timer = timer;
    this.#elastic = elastic;
    this.#tableau = RoughTableau.of(program);
    this.#simplex = new ExactSimplex(this.exact, timer);
  }

  [Symbol.dispose](): void {
    this.#model?.[Symbol.dispose]();
    this.#model = undefined;
  }

  /**
   * The rows that seem to refute each other, `null` where the active ones seem
   * to agree: nothing certain, and had in a moment. `undefined` where nothing
   * can be told so quickly.
   */
  seems(
    active: (row: number) => boolean,
  ): readonly number[] | null | undefined {
    const rough = this.#tableau?.decide(this.#counts(active));
    if (rough?.status === "agree") return null;
    if (rough?.status !== "refuted") return undefined;
    const { row, others } = rough.refutation;
    return row < 0 ? others : [...others, row];
  }

  /**
   * @param active Which of the elastic rows take part; the others all do.
   * @param afresh Whether the answer must not show how it was looked for.
   * @throws {OutOfTime} When the time runs out.
   */
  decide(active: (row: number) => boolean, afresh = false): Verdict {
    const counts = this.#counts(active);
    const rough = afresh ? undefined : this.#tableau?.decide(counts);
    if (rough?.status === "agree") {
      return this.#points.worth(() => this.#near(rough.point(), counts)) ??
        this.#mended(counts, rough.basis());
    }
    if (rough?.status === "refuted") {
      const verdict = this.#sums.worth(() =>
        this.#plainly(rough.refutation, counts)
      ) ?? this.#along(rough.refutation, counts);
      if (verdict) return verdict;
    }
    return this.#patiently(active);
  }

  /** Plain fractions near a rounded point, if they fit. */
  #near(
    rough: Float64Array,
    counts: (row: number) => boolean,
  ): Verdict | null {
    for (const off of NEAR) {
      const point = guess(rough, off);
      if (point && this.exact.feasible(point, counts)) {
        return { agree: true, point };
      }
    }
    return null;
  }

  /** Refuted by plain fractions near rounded multipliers, if they do. */
  #plainly(
    refutation: RoughRefutation,
    counts: (row: number) => boolean,
  ): Verdict | null {
    const { exact } = this;
    const rows: number[] = [];
    const rough: number[] = [];
    let least = Infinity;
    for (const [row, times] of refutation.multipliers()) {
      const whole = times / Number(exact.rows[row]!.factor);
      rows.push(row);
      rough.push(whole);
      least = Math.min(least, Math.abs(whole));
    }
    // The smallest is most often what the others are multiples of.
    const found = guess(rough.map((y) => y / least));
    if (!found) return null;
    const n = new Map<number, bigint>();
    found.n.forEach((y, i) => {
      if (y !== 0n) n.set(rows[i]!, y);
    });
    const bound = exact.bound({ n, d: found.d }, NOTHING, counts);
    if (!bound || bound.n <= 0n) return null;
    const multipliers = exact.multipliers(bound.used, found.d);
    return { agree: false, multipliers };
  }

  #counts(active: (row: number) => boolean): (row: number) => boolean {
    return (row) => row >= this.#elastic || active(row);
  }

  /** Refuted by multipliers from their own equations, if they do. */
  #along(
    refutation: RoughRefutation,
    counts: (row: number) => boolean,
  ): Verdict | null {
    const { exact } = this;
    const dual = exactRay(exact, refutation, this.#timer);
    const bound = exact.bound(dual, NOTHING, counts);
    if (!bound || bound.n <= 0n) return null;
    return { agree: false, multipliers: exact.multipliers(bound.used, dual.d) };
  }

  #patiently(active: (row: number) => boolean): Verdict {
    const { exact } = this;
    const counts = this.#counts(active);
    const model = this.#model ??= new WarmModel(
      this.#highs,
      this.#program,
      this.#elastic,
      this.#timer,
    );
    for (let row = 0; row < this.#elastic; row++) {
      model.price(row, active(row) ? 1 : 0);
    }
    const rough = model.run(true);
    let start: Basis = { columns: [], rows: [] };
    if (typeof rough !== "string") {
      const point = guessedPoint(exact, rough.point);
      if (point && exact.feasible(point, counts)) return { agree: true, point };
      const dual = guessedDual(exact, rough.dual);
      const bound = dual && exact.bound(dual, NOTHING, counts);
      if (dual && bound && bound.n > 0n) {
        const multipliers = exact.multipliers(bound.used, dual.d);
        return { agree: false, multipliers };
      }
      start = model.basis();
    }
    this.#blame ??= exact.rows.map(({ factor }, row) => {
      const unit = Math.abs(model.scale(row) / Number(factor));
      const whole = Math.round(unit * 2 ** 40);
      return whole > 0 && Number.isFinite(whole) ? BigInt(whole) : 1n;
    });
    return this.#mended(counts, start, this.#blame);
  }

  /** What exact steps from a basis come to. */
  #mended(
    counts: (row: number) => boolean,
    start: Basis,
    blame?: readonly bigint[],
  ): Verdict {
    const { exact } = this;
    const end = this.#simplex.minimise(
      NOTHING,
      counts,
      start,
      (row) => blame ? blame[row]! : 1n,
    );
    if (end.status === "infeasible") {
      const bound = exact.bound(end.dual, NOTHING, counts);
      if (!bound || bound.n <= 0n) throw new Error("A refutation fails");
      const multipliers = exact.multipliers(bound.used, end.dual.d);
      return { agree: false, multipliers };
    }
    return { agree: true, point: end.point };
  }
}

const NOTHING: WholeCost = new Map();
