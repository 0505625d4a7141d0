import { negate, type Rational, ZERO } from "../../quantity/rational.ts";
import { type CellRun, cellRuns } from "../model/cell_runs.ts";
import type { Certificate } from "../proof/certificate.ts";
import { CertifiedProgram, CertifiedVerdicts } from "./certified_program.ts";
import { ENDLESS, inTime, type Timer } from "../deadline.ts";
import type { WholeCost } from "./exact_program.ts";
import {
  askedColumns,
  certificateOf,
  type ComponentProgram,
  componentProgram,
  type Cuts,
  type Runs,
} from "./linear_program.ts";
import type { Highs } from "./load_highs.ts";
import type { Vector } from "./modular_kernel.ts";
import { ratioProgram } from "./ratio_program.ts";
import { refine } from "./refine.ts";
import type { CellRange, Extreme, RatioExtreme, Solver } from "./solver.ts";
import type { Component, System } from "../model/system.ts";

/** How many points, and how many rays, are remembered. */
const REMEMBERED = 256;

/**
 * A point of the flow, or a ray of it, that fits all claims but those it
 * breaks: it answers for every set of claims without these.
 */
interface Witnessed {
  readonly vector: Vector;
  /** By item: 1 where it breaks a condition of its. */
  readonly broken: Uint8Array;
}

/** Remembers what fits, what helped last first. */
class Memory {
  readonly #known: Witnessed[] = [];

  add(one: Witnessed): void {
    this.#known.unshift(one);
    if (this.#known.length > REMEMBERED) this.#known.pop();
  }

  /** Whether something is known that fits the active items and is wanted. */
  has(active: Uint8Array, wanted: (vector: Vector) => boolean): boolean {
    const at = this.#known.findIndex(({ vector, broken }) =>
      wanted(vector) && active.every((on, item) => !on || !broken[item])
    );
    if (at < 0) return false;
    const [one] = this.#known.splice(at, 1);
    this.#known.unshift(one!);
    return true;
  }
}

/** A program that is cut for some question, kept warm. */
interface Cut {
  readonly cuts: Cuts;
  readonly program: ComponentProgram;
  readonly certified: CertifiedProgram;
  readonly points: Memory;
  readonly rays: Memory;
}

/**
 * Solves a component by linear programs over the flow of each measure in each
 * run of cells. Every answer is certain: that claims agree by a point, checked
 * exactly, that they do not by multipliers that add up to a contradiction, and
 * bounds by both.
 */
export function linearSolver(
  system: System,
  component: Component,
  highs: Highs,
  timer: Timer = ENDLESS,
): Solver {
  return new LinearSolver(system, component, highs, timer);
}

class LinearSolver implements Solver {
  readonly #system: System;
  readonly #component: Component;
  readonly #highs: Highs;
  readonly #timer: Timer;
  readonly #runs: Runs;
  readonly #program: ComponentProgram;
  #verdicts: CertifiedVerdicts | undefined;
  readonly #agreements = new Memory();
  #refuted: {
    readonly active: Uint8Array;
    readonly plainly: boolean;
    readonly certificate: Certificate;
  } | undefined;
  readonly #cuts = new Map<string, Cut>();

  constructor(
    system: System,
    component: Component,
    highs: Highs,
    timer: Timer,
  ) {
    this.#system = system;
    this.#component = component;
    this.#highs = highs;
    this.#timer = timer;
    this.#runs = cellRuns(system, component);
    this.#program = componentProgram(system, component, this.#runs);
  }

  [Symbol.dispose](): void {
    this.#verdicts?.[Symbol.dispose]();
    this.#verdicts = undefined;
    for (const { certified } of this.#cuts.values()) {
      certified[Symbol.dispose]();
    }
    this.#cuts.clear();
  }

  refute(active: Uint8Array, plainly = false): Certificate | null {
    if (this.#agreements.has(active, () => true)) return null;
    // The same is often asked twice, by who judges and by who searches.
    const last = this.#refuted;
    if (last && last.plainly === plainly && same(last.active, active)) {
      return last.certificate;
    }
    const program = this.#program;
    const { claimed, itemOf } = program;
    const verdicts = this.#verdicts ??= new CertifiedVerdicts(
      this.#highs,
      program,
      claimed,
      this.#timer,
    );
    const verdict = verdicts.decide((row) => active[itemOf[row]!] === 1);
    if (!verdict.agree) {
      const { multipliers } = verdict;
      const certificate = certificateOf(
        program,
        plainly ? refine(program, multipliers, this.#timer) : multipliers,
      );
      this.#refuted = { active: active.slice(), plainly, certificate };
      return certificate;
    }
    const { exact } = verdicts;
    const vector = verdict.point;
    const broken = this.#broken(program, (row) => exact.fits(row, vector));
    this.#agreements.add({ vector, broken });
    return null;
  }

  /** The items with a row that does not fit. */
  #broken(
    { claimed, itemOf }: ComponentProgram,
    fits: (row: number) => boolean,
  ): Uint8Array {
    const broken = new Uint8Array(this.#component.items.length);
    for (let row = 0; row < claimed; row++) {
      if (!broken[itemOf[row]!] && !fits(row)) broken[itemOf[row]!] = 1;
    }
    return broken;
  }

  extreme(
    ranges: readonly CellRange[],
    side: "low" | "high",
    active: Uint8Array,
    afresh = false,
  ): Extreme {
    const { runs } = this.#runs;
    const cuts = cutsFor(runs, ranges);
    const cut = this.#cut(cuts);
    const { program, certified } = cut;
    const columns = ranges.flatMap((range) =>
      askedColumns(program, range, runs, cuts)
    );
    const at = (v: Vector) => columns.reduce((sum, c) => sum + v.n[c]!, 0n);
    // A bound of nothing, and none, have one proof, whoever asked before.
    if (side === "low" && cut.points.has(active, (v) => at(v) === 0n)) {
      return { value: ZERO, certificate: NOTHING, tight: true };
    }
    if (side === "high" && cut.rays.has(active, (v) => at(v) > 0n)) {
      return { value: null, certificate: null, tight: true };
    }
    const price = side === "low" ? 1n : -1n;
    const cost: WholeCost = new Map(columns.map((column) => [column, price]));
    const { claimed, itemOf } = program;
    const end = this.#timer.left() <= 0
      ? null
      : inTime(() =>
        certified.minimise(
          cost,
          (row) => row >= claimed || active[itemOf[row]!] === 1,
          afresh,
        ), () => null);
    if (!end) {
      // Nothing certified: the weakest bound needs no proof.
      return side === "low"
        ? { value: ZERO, certificate: NOTHING, tight: false }
        : { value: null, certificate: null, tight: false };
    }
    if (end.status === "infeasible") {
      throw new Error("Bounds were asked of claims that do not agree");
    }
    if (end.status === "open") {
      const { exact } = certified;
      const vector = end.ray;
      const broken = this.#broken(program, (row) => exact.fitsRay(row, vector));
      cut.rays.add({ vector, broken });
      return { value: null, certificate: null, tight: true };
    }
    if (end.point) {
      const { exact } = certified;
      const vector = end.point;
      const broken = this.#broken(program, (row) => exact.fits(row, vector));
      cut.points.add({ vector, broken });
    }
    const { tight } = end;
    if (side === "low" && end.value.n <= 0n) {
      return { value: ZERO, certificate: NOTHING, tight };
    }
    const covered = coveredBy(ranges);
    return {
      value: side === "low" ? end.value : negate(end.value),
      certificate: certificateOf(program, end.multipliers, (run, size) => {
        const cells = covered(run);
        if (cells.size === size) return cells;
        if (cells.size === 0) return firstCells(run, size);
        return new Set(
          [...firstCells(run, run.to - run.from)].filter((c) => !cells.has(c)),
        );
      }),
      tight,
    };
  }

  #cut(cuts: Cuts): Cut {
    const key = [...cuts].map(([from, size]) => `${from}:${size}`).join();
    let cut = this.#cuts.get(key);
    if (!cut) {
      const program = componentProgram(
        this.#system,
        this.#component,
        this.#runs,
        cuts,
      );
      const certified = new CertifiedProgram(
        this.#highs,
        program,
        this.#timer,
        program.layout,
      );
      cut = {
        cuts,
        program,
        certified,
        points: new Memory(),
        rays: new Memory(),
      };
      this.#cuts.set(key, cut);
    }
    return cut;
  }

  difference(
    count: CellRange,
    less: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): RatioExtreme {
    const { claimed, itemOf } = this.#program;
    const price = side === "low" ? 1n : -1n;
    const cost = new Map<number, bigint>();
    const put = (range: CellRange, by: bigint) => {
      for (const column of this.#program.columnsOf(range)) {
        const sum = (cost.get(column) ?? 0n) + by;
        if (sum === 0n) cost.delete(column);
        else cost.set(column, sum);
      }
    };
    put(count, price);
    put(less, -price);
    if (cost.size === 0) return { value: ZERO, tight: true };
    const end = this.#timer.left() <= 0 ? null : inTime(() => {
      using certified = new CertifiedProgram(
        this.#highs,
        this.#program,
        this.#timer,
      );
      return certified.minimise(
        cost,
        (row) => row >= claimed || active[itemOf[row]!] === 1,
      );
    }, () => null);
    if (!end) return { value: null, tight: false };
    if (end.status === "infeasible") {
      throw new Error("A difference was asked of claims that do not agree");
    }
    if (end.status === "open") return { value: null, tight: true };
    const value: Rational = side === "low" ? end.value : negate(end.value);
    return { value, tight: end.tight };
  }

  ratio(
    count: CellRange,
    of: CellRange,
    side: "low" | "high",
    active: Uint8Array,
  ): RatioExtreme | undefined {
    const { itemOf } = this.#program;
    const homogeneous = ratioProgram(
      this.#program,
      of,
      (row) => active[itemOf[row]!] === 1,
    );
    const price = side === "low" ? 1n : -1n;
    const cost: WholeCost = new Map(
      this.#program.columnsOf(count).map((column) => [column, price]),
    );
    const end = this.#timer.left() <= 0 ? null : inTime(() => {
      using certified = new CertifiedProgram(
        this.#highs,
        homogeneous,
        this.#timer,
      );
      return certified.minimise(cost, () => true);
    }, () => null);
    if (!end) return { value: side === "low" ? ZERO : null, tight: false };
    if (end.status === "infeasible") return undefined;
    if (end.status === "open") return { value: null, tight: true };
    const value: Rational = side === "low" ? end.value : negate(end.value);
    return { value, tight: end.tight };
  }
}

const NOTHING: Certificate = { rows: [], full: [], part: [] };

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.every((on, i) => on === b[i]);
}

function firstCells({ from }: CellRun, size: number): Set<number> {
  return new Set(Array.from({ length: size }, (_, i) => from + i));
}

/** The cells of a run that some ranges cover. */
function coveredBy(
  ranges: readonly CellRange[],
): (run: CellRun) => Set<number> {
  return (run) => {
    const cells = new Set<number>();
    for (const { from, to } of ranges) {
      const end = Math.min(to, run.to);
      for (let c = Math.max(from, run.from); c < end; c++) cells.add(c);
    }
    return cells;
  };
}

/**
 * How runs are cut so that a question about some of their cells can be asked:
 * one cell apart from the rest, which serves most, or as many as are asked
 * about.
 */
function cutsFor(
  runs: readonly CellRun[],
  ranges: readonly CellRange[],
): Cuts {
  const cuts = new Map<number, number>();
  const covered = coveredBy(ranges);
  for (const run of runs) {
    const size = run.to - run.from;
    if (size === 1) continue;
    const asked = covered(run).size;
    const most = size - 1;
    cuts.set(run.from, asked > 1 && asked < most ? asked : 1);
  }
  return cuts;
}
