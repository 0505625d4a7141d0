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
import { KnownPoints } from "./known_points.ts";
import type { Highs } from "./load_highs.ts";
import type { Vector } from "./modular_kernel.ts";
import { PlainBounds } from "./plain_bounds.ts";
import { attains, pointsAttaining, type Target } from "./plain_points.ts";
import { type RatioProgram, ratioProgram } from "./ratio_program.ts";
import { refine } from "./refine.ts";
import type {
  CellRange,
  Extreme,
  Manner,
  RatioExtreme,
  Solver,
} from "./solver.ts";
import type { Component, System } from "../model/system.ts";
import type { CertifiedEnd } from "./certified_end.ts";

/** How a question about some columns of a program ended. */
type Answer = Exclude<CertifiedEnd, { readonly status: "infeasible" }>;

/**
 * The answers to one set of active items, by question: what is asked of one
 * cell of a run is asked of each.
 */
class Answers {
  #active: Uint8Array | undefined;
  readonly #known = new Map<string, Answer>();

  /** What is known where these items are active; all else is forgotten. */
  among(active: Uint8Array): Map<string, Answer> {
    if (!this.#active || !same(this.#active, active)) {
      this.#active = active.slice();
      this.#known.clear();
    }
    return this.#known;
  }
}

/** After so many questions that a point could have answered, more are likely. */
const MISSES_BEFORE_POINTS = 16;

/** A program that is cut for some question, kept warm. */
interface Cut {
  readonly cuts: Cuts;
  readonly program: ComponentProgram;
  readonly certified: CertifiedProgram;
  readonly points: KnownPoints;
  readonly rays: KnownPoints;
  readonly answers: Answers;
  /** By item: 1 where it was active in some question. */
  readonly seen: Uint8Array;
  /** How many plain bounds no known point attained. */
  missed: number;
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
  readonly #agreements = new KnownPoints();
  #refuted: {
    readonly active: Uint8Array;
    readonly manner: Manner;
    readonly certificate: Certificate;
  } | undefined;
  readonly #cuts = new Map<string, Cut>();
  /** What the last ratio was asked of, kept warm. */
  #ratios: {
    readonly program: RatioProgram;
    readonly certified: CertifiedProgram;
    /** The columns of its other count. */
    readonly of: readonly number[];
  } | undefined;
  #plainBounds: PlainBounds | undefined;

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

  get #plain(): PlainBounds {
    return this.#plainBounds ??= new PlainBounds(this.#system, this.#component);
  }

  [Symbol.dispose](): void {
    this.#verdicts?.[Symbol.dispose]();
    this.#verdicts = undefined;
    for (const { certified } of this.#cuts.values()) {
      certified[Symbol.dispose]();
    }
    this.#cuts.clear();
    this.#ratios?.certified[Symbol.dispose]();
    this.#ratios = undefined;
  }

  refute(active: Uint8Array, manner: Manner = "quick"): Certificate | null {
    if (this.#agreements.has(active)) return null;
    // The same is often asked twice, by who judges and by who searches.
    const last = this.#refuted;
    if (last && last.manner === manner && same(last.active, active)) {
      return last.certificate;
    }
    const plainly = manner === "plain";
    const program = this.#program;
    const { itemOf } = program;
    const verdicts = this.#decider();
    const counts = (row: number) => active[itemOf[row]!] === 1;
    let verdict = verdicts.decide(counts, plainly);
    const summed = manner === "summed";
    if (summed && !verdict.agree && !this.#usesRatio(verdict.multipliers)) {
      verdict = verdicts.decide(counts, true);
    }
    if (!verdict.agree) {
      const { multipliers } = verdict;
      const certificate = certificateOf(
        program,
        plainly ? refine(program, multipliers, this.#timer) : multipliers,
      );
      this.#refuted = { active: active.slice(), manner, certificate };
      return certificate;
    }
    const { exact } = verdicts;
    const vector = verdict.point;
    const broken = brokenBy(
      program,
      (row) => active[itemOf[row]!] === 1 || exact.fits(row, vector),
    );
    this.#agreements.add(vector, broken);
    return null;
  }

  /** Whether a ratio or share takes part in a refutation, or hardly anything. */
  #usesRatio(multipliers: ReadonlyMap<number, Rational>): boolean {
    const { origins } = this.#program;
    const rows = [...multipliers.keys()].map((row) => origins[row]!);
    return rows.length < 4 ||
      rows.some((origin) => "constraint" in origin && origin.constraint.of);
  }

  seems(active: Uint8Array): Uint8Array | null | undefined {
    const { claimed, itemOf } = this.#program;
    const rows = this.#decider().seems((row) => active[itemOf[row]!] === 1);
    if (!rows) return rows;
    const items = new Uint8Array(active.length);
    for (const row of rows) if (row < claimed) items[itemOf[row]!] = 1;
    return items;
  }

  #decider(): CertifiedVerdicts {
    return this.#verdicts ??= new CertifiedVerdicts(
      this.#highs,
      this.#program,
      this.#program.claimed,
      this.#timer,
    );
  }

  extreme(
    ranges: readonly CellRange[],
    side: "low" | "high",
    active: Uint8Array,
    afresh = false,
  ): Extreme {
    const { runs } = this.#runs;
    const cut = this.#cut(ranges);
    const { cuts, program } = cut;
    const columns = ranges.flatMap((range) =>
      askedColumns(program, range, runs, cuts)
    );
    // A bound of nothing, and none, have one proof, whoever asked before.
    if (
      side === "low" &&
      cut.points.has(active, ({ n }) => columns.every((c) => n[c] === 0n))
    ) {
      return { value: ZERO, certificate: NOTHING, tight: true };
    }
    if (
      side === "high" &&
      cut.rays.has(active, ({ n }) => columns.some((c) => n[c]! > 0n))
    ) {
      return { value: null, certificate: null, tight: true };
    }
    const answers = cut.answers.among(active);
    const question = `${side} ${afresh} ${columns}`;
    let end = answers.get(question);
    if (!end) {
      const plain = afresh
        ? null
        : this.#plainly(cut, ranges, columns, side, active);
      if (plain) return plain;
      const found = this.#minimise(cut, columns, side, active, afresh);
      if (!found) {
        // Nothing certified: the weakest bound needs no proof.
        return side === "low"
          ? { value: ZERO, certificate: NOTHING, tight: false }
          : { value: null, certificate: null, tight: false };
      }
      end = found;
      if (end.status === "open" || end.tight) answers.set(question, end);
    }
    if (end.status === "open") {
      return { value: null, certificate: null, tight: true };
    }
    const { tight } = end;
    if (side === "low" && end.value.n <= 0n) {
      return { value: ZERO, certificate: NOTHING, tight };
    }
    const { multipliers } = end;
    return {
      value: side === "low" ? end.value : negate(end.value),
      get certificate() {
        return certificateFor(program, multipliers, ranges);
      },
      tight,
    };
  }

  /** A bound that is plain to see, where a point that is known attains it. */
  #plainly(
    cut: Cut,
    ranges: readonly CellRange[],
    columns: readonly number[],
    side: "low" | "high",
    active: Uint8Array,
  ): Extreme | null {
    const [range, ...more] = ranges;
    if (!range || more.length > 0) return null;
    const plain = this.#plain.bound(range, side, active);
    if (!plain) return null;
    const { value, certificate } = plain;
    const wanted = (point: Vector) => attains(point, { columns, value });
    let known = cut.points.has(active, wanted);
    active.forEach((on, i) => cut.seen[i]! |= on);
    if (!known && ++cut.missed === MISSES_BEFORE_POINTS) {
      this.#gather(cut);
      known = cut.points.has(active, wanted);
    }
    return known ? { value, certificate, tight: true } : null;
  }

  /** Looks for points that attain what is plain of many claims' counts. */
  #gather({ program, certified, points, seen, cuts }: Cut): void {
    const { claimed, itemOf } = program;
    const active = (row: number) => row >= claimed || seen[itemOf[row]!] === 1;
    for (const side of ["high", "low"] as const) {
      const targets = this.#plain.lasting(side, seen).map((
        { range, value },
      ): Target => ({
        columns: askedColumns(program, range, this.#runs.runs, cuts),
        value,
      }));
      const found = pointsAttaining(
        targets,
        side,
        (cost) => inTime(() => certified.point(cost, active), () => null),
      );
      for (const vector of found) {
        const { exact } = certified;
        const broken = brokenBy(
          program,
          (row) => active(row) || exact.fits(row, vector),
        );
        points.add(vector, broken);
      }
    }
  }

  /**
   * The least or greatest sum of columns; `null` where the time ran out. What
   * it finds on the way is remembered.
   */
  #minimise(
    { program, certified, points, rays }: Cut,
    columns: readonly number[],
    side: "low" | "high",
    active: Uint8Array,
    afresh: boolean,
  ): Answer | null {
    const price = side === "low" ? 1n : -1n;
    const cost: WholeCost = new Map(columns.map((column) => [column, price]));
    const { claimed, itemOf } = program;
    const inForce = (row: number) =>
      row >= claimed || active[itemOf[row]!] === 1;
    const end = this.#timer.left() <= 0 ? null : inTime(
      () => certified.minimise(cost, inForce, afresh),
      () => null,
    );
    if (end?.status === "infeasible") {
      throw new Error("Bounds were asked of claims that do not agree");
    }
    const { exact } = certified;
    if (end?.status === "open") {
      const vector = end.ray;
      const broken = brokenBy(program, (row) => exact.fitsRay(row, vector));
      rays.add(vector, broken);
    } else if (end?.point) {
      const vector = end.point;
      const broken = brokenBy(
        program,
        (row) => inForce(row) || exact.fits(row, vector),
      );
      points.add(vector, broken);
    }
    return end;
  }

  /** The program that is cut for a question about some ranges. */
  #cut(ranges: readonly CellRange[]): Cut {
    const { runs } = this.#runs;
    const parts = partsAsked(runs, ranges);
    const key = parts.map(({ run, asked }) => `${run.from}:${asked}`).join();
    let cut = this.#cuts.get(key);
    if (!cut) {
      const cuts = cutsFor(runs, parts);
      const program = cuts.size === 0 ? this.#program : componentProgram(
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
        points: new KnownPoints(),
        rays: new KnownPoints(),
        answers: new Answers(),
        seen: new Uint8Array(this.#component.items.length),
        missed: 0,
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
    const { claimed, itemOf } = this.#program;
    const price = side === "low" ? 1n : -1n;
    const cost: WholeCost = new Map(
      this.#program.columnsOf(count).map((column) => [column, price]),
    );
    const end = this.#timer.left() <= 0 ? null : inTime(
      () =>
        this.#ratioTo(this.#program.columnsOf(of)).minimise(
          cost,
          (row) => row >= claimed || active[itemOf[row]!] === 1,
        ),
      () => null,
    );
    if (!end) return { value: side === "low" ? ZERO : null, tight: false };
    if (end.status === "infeasible") return undefined;
    if (end.status === "open") return { value: null, tight: true };
    const value: Rational = side === "low" ? end.value : negate(end.value);
    return { value, tight: end.tight };
  }

  /** The program for ratios to the sum of some columns. */
  #ratioTo(of: readonly number[]): CertifiedProgram {
    const known = this.#ratios;
    if (known) {
      if (`${known.of}` !== `${of}`) {
        const { certified, program: { at, over } } = known;
        certified.replace(at, over(of));
        this.#ratios = { ...known, of };
      }
      return known.certified;
    }
    const program = ratioProgram(this.#program, of);
    const certified = new CertifiedProgram(this.#highs, program, this.#timer);
    this.#ratios = { program, certified, of };
    return certified;
  }
}

const NOTHING: Certificate = { rows: [], full: [], part: [] };

/** What multipliers show of what was asked about. */
function certificateFor(
  program: ComponentProgram,
  multipliers: ReadonlyMap<number, Rational>,
  ranges: readonly CellRange[],
): Certificate {
  const covered = coveredBy(ranges);
  return certificateOf(program, multipliers, (run, size) => {
    const cells = covered(run);
    if (cells.size === size) return cells;
    if (cells.size === 0) return firstCells(run, size);
    return new Set(
      [...firstCells(run, run.to - run.from)].filter((c) => !cells.has(c)),
    );
  });
}

/** The items with a claim's row that does not fit. */
function brokenBy(
  { claimed, itemOf }: ComponentProgram,
  fits: (row: number) => boolean,
): number[] {
  const broken = new Set<number>();
  for (let row = 0; row < claimed; row++) {
    const item = itemOf[row]!;
    if (!broken.has(item) && !fits(row)) broken.add(item);
  }
  return [...broken];
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
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

/** A run of which a question is about more than one cell, and not about most. */
interface PartAsked {
  readonly run: CellRun;
  readonly asked: number;
}

function partsAsked(
  runs: readonly CellRun[],
  ranges: readonly CellRange[],
): PartAsked[] {
  const parts: PartAsked[] = [];
  for (const run of runs) {
    let asked = 0;
    for (const { from, to } of ranges) {
      asked += Math.max(0, Math.min(to, run.to) - Math.max(from, run.from));
    }
    if (asked > 1 && asked < run.to - run.from - 1) parts.push({ run, asked });
  }
  return parts;
}

/**
 * How runs are cut so that a question about some of their cells can be asked:
 * one cell apart from the rest, which serves most, or as many as are asked
 * about.
 */
function cutsFor(
  runs: readonly CellRun[],
  parts: readonly PartAsked[],
): Cuts {
  const cuts = new Map<number, number>();
  for (const { from, to } of runs) if (to - from > 1) cuts.set(from, 1);
  for (const { run, asked } of parts) cuts.set(run.from, asked);
  return cuts;
}
