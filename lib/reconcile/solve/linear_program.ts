import {
  multiply,
  negate,
  ONE,
  type Rational,
  rational,
  ZERO,
} from "../../quantity/rational.ts";
import {
  type CellRun,
  cellRuns,
  type OwnConstraint,
} from "../model/cell_runs.ts";
import type { Certificate } from "../proof/certificate.ts";
import type { Constraint } from "../model/item.ts";
import type { FullGroup, PartFact, Store } from "../model/measure_model.ts";
import type { Layout, RunningSum, Span } from "./nearby_program.ts";
import { type Program, type ProgramRow, rowOf } from "./program.ts";
import type { CellRange } from "./solver.ts";
import {
  balanceSpans,
  cellsOf,
  type Component,
  flowCell,
  type System,
} from "../model/system.ts";

/**
 * Some cells of a run, taken together. Which ones they are is left open until a
 * certificate is written: the cells of a run are alike.
 */
export interface RunPart {
  /** The run. */
  readonly run: CellRun;
  /** How many of its cells. */
  readonly size: number;
  /** Whether they are those asked about, where a run is cut in two. */
  readonly asked: boolean;
}

/**
 * Where a row comes from: a claim's condition, a background fact, or what a
 * running sum is.
 */
export type RowOrigin =
  | { readonly running: true }
  | { readonly constraint: Constraint; readonly item: number }
  | {
    readonly own: OwnConstraint;
    readonly item: number;
    readonly piece: RunPart;
  }
  | { readonly group: FullGroup; readonly piece: RunPart }
  | { readonly fact: PartFact; readonly piece: RunPart }
  | { readonly store: Store; readonly span: number };

/** Sums of more pieces than this are written as differences of running sums. */
const LONG = 8;

/** A component as a linear program over the flow of each measure and piece. */
export interface ComponentProgram extends Program {
  /** Where each row comes from; claims' rows come first. */
  readonly origins: readonly RowOrigin[];
  /** How many rows are claims'. */
  readonly claimed: number;
  /** The item of each claim's row, by its position in the component. */
  readonly itemOf: Int32Array;
  /** The columns that add up to a count of whole pieces. */
  columnsOf(range: CellRange): number[];
  /** Where the columns lie: nodes are the ends of a measure's pieces. */
  readonly layout: Layout;
}

/** The cells of a component, as runs that no claim tells apart. */
export type Runs = ReturnType<typeof cellRuns>;

/** How many cells of a run are asked about, by the run's first cell. */
export type Cuts = ReadonlyMap<number, number>;

type Term = [column: number, coefficient: Rational];

/**
 * States a component as a linear program: one column for the flow of each
 * measure in each piece of a run, at least zero; a row for each condition of a
 * claim, each whole and its full parts, and each part and its whole. Long sums
 * are differences of running sums, columns of their own with a row that says
 * what each adds to the one before: hundreds of running totals would else be
 * hundreds of entries each.
 *
 * @param cuts Runs that are cut in two pieces, one that is asked about and the
 * rest.
 */
export function componentProgram(
  system: System,
  component: Component,
  { runs, shared }: Runs = cellRuns(system, component),
  cuts: Cuts = new Map(),
): ComponentProgram {
  const { measures } = system;
  const pieces: RunPart[] = [];
  const first: number[] = [];
  let columns = 0;
  // The pieces that begin at a cell, and after its run's first piece.
  const piecesAt = new Map<number, number[]>();
  for (const run of runs) {
    const size = run.to - run.from;
    const cut = cuts.get(run.from) ?? 0;
    const asked = cut > 0 && cut < size;
    const sizes = asked ? [cut, size - cut] : [size];
    piecesAt.set(
      run.from,
      sizes.map((size, i) => {
        pieces.push({ run, size, asked: asked && i === 0 });
        first.push(columns);
        columns += measures.families[run.family]!.measures.length;
        return pieces.length - 1;
      }),
    );
  }
  const place = new Map<number, number>();
  for (const family of measures.families) {
    family.measures.forEach((measure, i) => place.set(measure, i));
  }
  const runStart = new Map<number, number>();
  const runEnd = new Map<number, number>();
  runs.forEach((run, i) => {
    runStart.set(run.from, i);
    runEnd.set(run.to, i);
  });
  const columnsOf = ({ measure, from, to }: CellRange) => {
    const list: number[] = [];
    const start = runStart.get(from);
    const end = runEnd.get(to);
    if (start === undefined || end === undefined) {
      throw new RangeError("A count cuts a run of cells");
    }
    for (let run = start; run <= end; run++) {
      for (const piece of piecesAt.get(runs[run]!.from)!) {
        list.push(first[piece]! + place.get(measure)!);
      }
    }
    return list;
  };

  // Where pieces touch, the end of one is the start of the next.
  const spans: Span[] = [];
  const chain: number[] = [];
  let nodes = 0;
  pieces.forEach(({ run }, p) => {
    const size = measures.families[run.family]!.measures.length;
    const last = pieces[p - 1]?.run;
    const touches = last !== undefined && last.family === run.family &&
      (last === run || last.to === run.from);
    if (!touches) nodes += size;
    chain.push(touches ? chain[p - 1]! : p);
    for (let i = 0; i < size; i++) spans.push([nodes - size + i, nodes + i]);
    nodes += size;
  });
  const sumOf = (columns: readonly number[]): Span => [
    spans[columns[0]!]![0],
    spans[columns.at(-1)!]![1],
  ];

  const running = new RunningSums(pieces, first, chain, place);
  for (const { constraint: { count, of, less } } of shared) {
    running.note(cellsOf(system, count));
    if (of) running.note(cellsOf(system, of));
    if (less) running.note(cellsOf(system, less));
  }
  const flows = columns;
  columns += running.number(flows);

  const rows: ProgramRow[] = [];
  const origins: RowOrigin[] = [];
  const items: number[] = [];
  const sums: (Span | null)[] = [];
  for (const { local, constraint } of shared) {
    const { count, of, less, value } = constraint;
    const counted = columnsOf(cellsOf(system, count));
    const terms = [...running.terms(cellsOf(system, count), counted)];
    sums.push(of || less ? null : sumOf(counted));
    if (less) {
      const range = cellsOf(system, less);
      for (const [c, sign] of running.terms(range, columnsOf(range))) {
        terms.push([c, negate(sign)]);
      }
    }
    if (of) {
      const range = cellsOf(system, of);
      for (const [c, sign] of running.terms(range, columnsOf(range))) {
        terms.push([c, multiply(sign, negate(value))]);
      }
    }
    const sense = constraint.side === "low" ? ">=" : "<=";
    rows.push(rowOf(terms, sense, of ? ZERO : value));
    origins.push({ constraint, item: local });
    items.push(local);
  }
  pieces.forEach((piece, p) => {
    for (const own of piece.run.own) {
      const { count, value, side } = own.constraints[0]!;
      const measure = measures.indexOf.get(count.measure)!;
      const column = first[p]! + place.get(measure)!;
      const sense = side === "low" ? ">=" : "<=";
      const whole = multiply(rational(piece.size), value);
      rows.push(rowOf([[column, ONE]], sense, whole));
      sums.push(spans[column]!);
      origins.push({ own, item: own.local, piece });
      items.push(own.local);
    }
  });
  const claimed = rows.length;
  pieces.forEach((piece, p) => {
    const family = measures.families[piece.run.family]!;
    const columnOf = (measure: number) => first[p]! + place.get(measure)!;
    for (const group of family.full) {
      const terms: Term[] = [[columnOf(group.whole), ONE]];
      for (const part of group.parts) {
        terms.push([columnOf(part), rational(-1)]);
      }
      const row = rowOf(terms, "=", ZERO);
      if (row.columns.length === 0) continue;
      rows.push(row);
      origins.push({ group, piece });
    }
    for (const fact of family.part) {
      const terms: Term[] = [
        [columnOf(fact.whole), ONE],
        [columnOf(fact.part), rational(-1)],
      ];
      rows.push(rowOf(terms, ">=", ZERO));
      origins.push({ fact, piece });
    }
  });
  for (const store of component.ties.length > 0 ? measures.stores : []) {
    const { level, ins, outs, insFull, outsFull } = store;
    const tie = measures.tieOf[measures.familyOf[level]!]!;
    if (!component.ties.includes(tie) || !insFull && !outsFull) continue;
    const sense = insFull && outsFull ? "=" : insFull ? ">=" : "<=";
    const at = (measure: number, cell: number) =>
      columnsOf({ measure, from: cell, to: cell + 1 })[0]!;
    balanceSpans(system, store).forEach(({ before, after }, k) => {
      // What came in, less what went out, less the rise.
      const terms: Term[] = [
        [at(level, before), ONE],
        [at(level, after), rational(-1)],
      ];
      for (const flow of ins) {
        terms.push([at(flow, flowCell(system, flow, k)), ONE]);
      }
      for (const flow of outs) {
        terms.push([at(flow, flowCell(system, flow, k)), rational(-1)]);
      }
      rows.push(rowOf(terms, sense, ZERO));
      origins.push({ store, span: k });
    });
  }
  const runningSums: RunningSum[] = [];
  for (const { terms, span, column, goesOn } of running.definitions()) {
    runningSums.push({ column, row: rows.length, goesOn });
    rows.push(rowOf(terms, "=", ZERO));
    origins.push({ running: true });
    spans.push([spans[span[0]]![0], spans[span[1]]![1]]);
  }
  return {
    columns,
    rows,
    origins,
    claimed,
    itemOf: Int32Array.from(items),
    columnsOf,
    layout: {
      nodes,
      columns: spans,
      rows: rows.map((_, row) => sums[row] ?? null),
      running: runningSums,
    },
  };
}

/**
 * The running sums of a program: from where the pieces that touch begin to the
 * ends of long sums.
 */
class RunningSums {
  readonly #first: readonly number[];
  readonly #chain: readonly number[];
  readonly #place: ReadonlyMap<number, number>;
  readonly #starts = new Map<number, number>();
  readonly #ends = new Map<number, number>();
  /** By measure: the pieces at whose ends a sum is kept, with its column. */
  readonly #kept = new Map<number, Map<number, number>>();

  constructor(
    pieces: readonly RunPart[],
    first: readonly number[],
    chain: readonly number[],
    place: ReadonlyMap<number, number>,
  ) {
    this.#first = first;
    this.#chain = chain;
    this.#place = place;
    pieces.forEach(({ run }, p) => {
      if (!this.#starts.has(run.from)) this.#starts.set(run.from, p);
      this.#ends.set(run.to, p);
    });
  }

  /** The first and last piece of a count, where it is a long sum. */
  #long({ from, to }: CellRange): readonly [number, number] | null {
    const start = this.#starts.get(from)!;
    const end = this.#ends.get(to)!;
    return end - start >= LONG ? [start, end] : null;
  }

  /** Keeps the sums that a count is the difference of. */
  note(range: CellRange): void {
    const ends = this.#long(range);
    if (!ends) return;
    const kept = this.#kept.get(range.measure) ?? new Map<number, number>();
    this.#kept.set(range.measure, kept);
    kept.set(ends[1], -1);
    if (ends[0] > this.#chain[ends[0]]!) kept.set(ends[0] - 1, -1);
  }

  /** Gives each sum a column, from a number on; tells how many there are. */
  number(from: number): number {
    let next = from;
    for (const [measure, kept] of this.#kept) {
      const sorted = [...kept.keys()].sort((a, b) => a - b);
      this.#kept.set(measure, new Map(sorted.map((piece) => [piece, next++])));
    }
    return next - from;
  }

  /** A count of whole pieces as a sum of columns. */
  *terms(range: CellRange, columns: readonly number[]): Generator<Term> {
    const ends = this.#long(range);
    if (!ends) {
      for (const column of columns) yield [column, ONE];
      return;
    }
    const kept = this.#kept.get(range.measure)!;
    yield [kept.get(ends[1])!, ONE];
    if (ends[0] > this.#chain[ends[0]]!) {
      yield [kept.get(ends[0] - 1)!, rational(-1)];
    }
  }

  /** What each sum is, in the order of columns, and the flows that it spans. */
  *definitions(): Generator<
    { terms: Term[]; span: Span; column: number; goesOn: boolean }
  > {
    for (const [measure, kept] of this.#kept) {
      const columnOf = (piece: number) =>
        this.#first[piece]! + this.#place.get(measure)!;
      let before = -1;
      for (const [piece, column] of kept) {
        const start = this.#chain[piece]!;
        const terms: Term[] = [[column, ONE]];
        const goesOn = before >= start;
        if (goesOn) terms.push([kept.get(before)!, rational(-1)]);
        for (let p = goesOn ? before + 1 : start; p <= piece; p++) {
          terms.push([columnOf(p), rational(-1)]);
        }
        const span: Span = [columnOf(start), columnOf(piece)];
        yield { terms, span, column, goesOn };
        before = piece;
      }
    }
  }
}

/** The columns of what is asked about, in a program that is cut for it. */
export function askedColumns(
  program: ComponentProgram,
  range: CellRange,
  runs: readonly CellRun[],
  cuts: Cuts,
): number[] {
  const whole = runs.filter(({ from, to }) =>
    from < range.to && range.from < to
  );
  const { measure } = range;
  return whole.flatMap(({ from, to }) => {
    const columns = program.columnsOf({ measure, from, to });
    const covered = Math.min(to, range.to) - Math.max(from, range.from);
    if (covered === to - from) return columns;
    // Cut in two: those asked about, or, where these are the rest, the others.
    return [covered === cuts.get(from) ? columns[0]! : columns[1]!];
  });
}

/**
 * Multipliers of rows as a certificate: what is said, and how many times.
 *
 * @param asked The cells asked about, for runs that are cut in two; the first
 * ones by default.
 */
export function certificateOf(
  program: ComponentProgram,
  multipliers: ReadonlyMap<number, Rational>,
  asked: (run: CellRun, size: number) => ReadonlySet<number> = firstOnes,
): Certificate {
  const rows: Certificate["rows"][number][] = [];
  const full: Certificate["full"][number][] = [];
  const part: Certificate["part"][number][] = [];
  const balance: NonNullable<Certificate["balance"]>[number][] = [];
  const cellsIn = ({ run, size, asked: first }: RunPart): number[] => {
    const all = Array.from(
      { length: run.to - run.from },
      (_, i) => run.from + i,
    );
    if (size === all.length) return all;
    const chosen = asked(run, first ? size : all.length - size);
    return all.filter((cell) => chosen.has(cell) === first);
  };
  for (const [i, y] of multipliers) {
    const origin = program.origins[i]!;
    // It says nothing of the flow.
    if ("running" in origin) continue;
    const times = y.n < 0n ? negate(y) : y;
    if ("constraint" in origin) {
      rows.push({ constraint: origin.constraint, times });
    } else if ("own" in origin) {
      const { own, piece } = origin;
      for (const cell of cellsIn(piece)) {
        const constraint = own.constraints[cell - piece.run.from]!;
        rows.push({ constraint, times });
      }
    } else if ("store" in origin) {
      balance.push({ ...origin, times: y });
    } else if ("group" in origin) {
      for (const cell of cellsIn(origin.piece)) {
        full.push({ group: origin.group, cell, times: y });
      }
    } else {
      for (const cell of cellsIn(origin.piece)) {
        part.push({ fact: origin.fact, cell, times: y });
      }
    }
  }
  return { rows, full, part, balance };
}

function firstOnes(run: CellRun, size: number): ReadonlySet<number> {
  return new Set(Array.from({ length: size }, (_, i) => run.from + i));
}
