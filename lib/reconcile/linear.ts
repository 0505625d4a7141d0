import {
  negate,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../quantity/rational.ts";
import type { Certificate } from "./certificate.ts";
import { boundOf, type Certified, certify } from "./certify.ts";
import { type ExactSolution, solveExactly } from "./exact_simplex.ts";
import {
  certificateOf,
  type ComponentProgram,
  componentProgram,
} from "./linear_program.ts";
import { refine } from "./refine.ts";
import { ratioProgram } from "./ratio_program.ts";
import type { Highs } from "./load_highs.ts";
import type { CellRange, Extreme, Solver } from "./solver.ts";
import type { Component, System } from "./system.ts";
import { WarmModel } from "./warm_model.ts";

/** Breaking claims by less than this in all is taken for rounding. */
const TINY = 1e-9;

/**
 * Solves a component by linear programs over the flow of each measure in each
 * cell. Whether claims agree: the least sum by which conditions must be broken,
 * with only the prices changed from one set of claims to the next; its
 * multipliers are the proof of a contradiction. Bounds: the extremes of a
 * count, with only the costs changed. Every multiplier is made exact and
 * checked before it is believed.
 */
export function linearSolver(
  system: System,
  component: Component,
  highs: Highs,
): Solver {
  return new LinearSolver(componentProgram(system, component), highs);
}

class LinearSolver implements Solver {
  readonly #program: ComponentProgram;
  readonly #highs: Highs;
  readonly #items: Int32Array;
  #elastic: WarmModel | undefined;
  #bounds: WarmModel | undefined;
  #costly: number[] = [];

  constructor(program: ComponentProgram, highs: Highs) {
    this.#program = program;
    this.#highs = highs;
    this.#items = Int32Array.from(
      program.origins.slice(0, program.claimed),
      (origin) => "constraint" in origin ? origin.item : -1,
    );
  }

  [Symbol.dispose](): void {
    this.#elastic?.[Symbol.dispose]();
    this.#bounds?.[Symbol.dispose]();
    this.#elastic = this.#bounds = undefined;
  }

  refute(active: Uint8Array, plainly = false): Certificate | null {
    const { claimed } = this.#program;
    const model = this.#elastic ??= new WarmModel(
      this.#highs,
      this.#program,
      claimed,
    );
    for (let row = 0; row < claimed; row++) {
      model.price(row, active[this.#items[row]!] ? 1 : 0);
    }
    const rough = model.run(true);
    if (typeof rough === "string") return this.#refuteExactly(active, plainly);
    if (rough.cost < TINY) return null;
    // A claim that is out may be broken for nothing: its multiplier is zero.
    const dual = rough.dual.map((y, row) =>
      row < claimed && !active[this.#items[row]!] ? 0 : y
    );
    const cost = new Map<number, Rational>();
    // The cost of a contradiction is minus one: nothing can cost less than
    // nothing, so that a bound above zero refutes.
    const proof = certify(this.#program, cost, dual);
    if (proof && proof.bound.n > 0n) {
      return this.#certificate(proof.multipliers, plainly);
    }
    // The rows are right and the multipliers are not: solve those rows alone.
    const support = new Map<number, Rational>();
    dual.forEach((y, row) => {
      if (Math.abs(y) > 1e-12) support.set(row, ONE);
    });
    const refined = refine(this.#program, support);
    if (refined !== support) {
      return certificateOf(this.#program, refined);
    }
    if (this.#small()) return this.#refuteExactly(active, plainly);
    if (rough.cost < 1e-5) return null;
    throw new Error("A contradiction could not be certified exactly");
  }

  #refuteExactly(active: Uint8Array, plainly: boolean): Certificate | null {
    const { status, multipliers } = this.#exactly(new Map(), active);
    return status === "infeasible"
      ? this.#certificate(multipliers, plainly)
      : null;
  }

  #certificate(
    multipliers: ReadonlyMap<number, Rational>,
    plainly: boolean,
  ): Certificate {
    return certificateOf(
      this.#program,
      plainly ? refine(this.#program, multipliers) : multipliers,
    );
  }

  extreme(
    ranges: readonly CellRange[],
    side: "low" | "high",
    active: Uint8Array,
  ): Extreme {
    const { claimed } = this.#program;
    const model = this.#bounds ??= new WarmModel(this.#highs, this.#program, 0);
    for (let row = 0; row < claimed; row++) {
      model.loosen(row, !active[this.#items[row]!]);
    }
    for (const column of this.#costly) model.cost(column, 0);
    this.#costly = ranges.flatMap((range) => this.#program.columnsOf(range));
    const sign = side === "low" ? 1 : -1;
    for (const column of this.#costly) model.cost(column, sign);
    const rough = model.run();
    if (rough === "open") {
      return { value: null, certificate: null, tight: true };
    }
    const price = rational(sign);
    const cost = new Map(this.#costly.map((c) => [c, price] as const));
    let proof: Certified | null = null;
    if (typeof rough !== "string") {
      const dual = rough.dual.map((y, row) =>
        row < claimed && !active[this.#items[row]!] ? 0 : y
      );
      proof = certify(this.#program, cost, dual);
    }
    if (!proof?.basic && this.#small()) {
      const { status, multipliers } = this.#exactly(cost, active);
      if (status === "infeasible") {
        throw new Error("Bounds were asked of claims that do not agree");
      }
      if (status === "open") {
        return { value: null, certificate: null, tight: true };
      }
      proof = {
        multipliers,
        bound: boundOf(this.#program, multipliers),
        basic: true,
      };
    }
    if (!proof) {
      // Nothing certified: the weakest bound needs no proof.
      const certificate = { rows: [], full: [], part: [] };
      return side === "low"
        ? { value: ZERO, certificate, tight: false }
        : { value: null, certificate: null, tight: false };
    }
    return {
      value: side === "low" ? proof.bound : negate(proof.bound),
      certificate: certificateOf(this.#program, proof.multipliers),
      tight: proof.basic,
    };
  }

  /** Whether solving in whole numbers is a matter of a moment. */
  #small(): boolean {
    const { rows, columns } = this.#program;
    return rows.length * (columns + 2 * rows.length) < 200_000;
  }

  #exactly(
    cost: ReadonlyMap<number, Rational>,
    active: Uint8Array,
  ): ExactSolution {
    const kept: number[] = [];
    const rows = this.#program.rows.filter((_, row) => {
      const item = this.#items[row];
      const keep = item === undefined || active[item] === 1;
      if (keep) kept.push(row);
      return keep;
    });
    const { columns } = this.#program;
    const { status, multipliers } = solveExactly({ columns, rows }, cost);
    const renamed = new Map([...multipliers].map(([i, y]) => [kept[i]!, y]));
    return { status, multipliers: renamed };
  }

  ratio(
    count: CellRange,
    of: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): Rational | null | undefined {
    const homogeneous = ratioProgram(this.#program, of, (row) => {
      const item = this.#items[row];
      return item === undefined || active[item] === 1;
    });
    using model = new WarmModel(this.#highs, homogeneous, 0);
    const price = rational(side === "low" ? 1 : -1);
    const cost = new Map<number, Rational>();
    for (const column of this.#program.columnsOf(count)) {
      cost.set(column, price);
      model.cost(column, side === "low" ? 1 : -1);
    }
    const rough = model.run();
    if (rough === "infeasible") return undefined;
    if (rough === "open") return null;
    let proof = rough === "failed"
      ? null
      : certify(homogeneous, cost, rough.dual);
    if (!proof?.basic && this.#small()) {
      const { status, multipliers } = solveExactly(homogeneous, cost);
      if (status === "infeasible") return undefined;
      if (status === "open") return null;
      const bound = boundOf(homogeneous, multipliers);
      proof = { multipliers, bound, basic: true };
    }
    if (!proof) return side === "low" ? ZERO : null;
    return side === "low" ? proof.bound : negate(proof.bound);
  }
}
