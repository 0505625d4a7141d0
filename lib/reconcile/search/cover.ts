import { gcd } from "../../quantity/rational.ts";
import type { Limit } from "../deadline.ts";
import { LONGEST_PROGRAM } from "./effort.ts";
import type { Highs, HighsModel } from "../solve/load_highs.ts";
import { disown, own } from "../solve/owned_model.ts";

/** Elements that add up: what is chosen of them must come to a need. */
export interface CoverRow {
  /** Elements, ascending. */
  readonly set: readonly number[];
  /** What each adds, in whole numbers; 1 where it is not given. */
  readonly amounts?: readonly number[];
  /** What is needed. */
  readonly need: number;
}

function amount({ amounts }: CoverRow, k: number): number {
  return amounts ? amounts[k]! : 1;
}

/** Costs and multipliers add up to less than this: exact in a double. */
const SAFE = 2 ** 50;

/**
 * Sets to be hit as rows that say more than the sets do: of elements any two of
 * which are a set, all but one must be chosen.
 */
export function coverRows(
  sets: readonly (readonly number[])[],
  size: number,
): CoverRow[] {
  const rows: CoverRow[] = [];
  const beside: Set<number>[] = Array.from({ length: size }, () => new Set());
  const pairs: (readonly [number, number])[] = [];
  for (const set of sets) {
    if (set.length !== 2) rows.push({ set, need: 1 });
    else {
      const [a, b] = set as [number, number];
      pairs.push([a, b]);
      beside[a]!.add(b);
      beside[b]!.add(a);
    }
  }
  const told = new Set<number>();
  for (const [a, b] of pairs) {
    if (told.has(a * size + b)) continue;
    const clique = [a, b];
    let common = [...beside[a]!].filter((e) => beside[b]!.has(e));
    while (common.length > 0) {
      // The one that leaves the most others to choose from.
      let next = common[0]!;
      let most = -1;
      for (const e of common.slice(0, 24)) {
        let n = 0;
        for (const other of common) if (beside[e]!.has(other)) n++;
        if (n > most) [next, most] = [e, n];
      }
      clique.push(next);
      common = common.filter((e) => beside[next]!.has(e));
    }
    clique.sort((x, y) => x - y);
    clique.forEach((x, i) => {
      for (const y of clique.slice(i + 1)) told.add(x * size + y);
    });
    rows.push({ set: clique, need: clique.length - 1 });
  }
  return rows;
}

/** What one look at the program told. */
interface Glance {
  /** Nothing costs less, exactly. */
  readonly least: number;
  /** By element, what choosing it adds to that, times `scale`. */
  readonly reduced: Float64Array;
  readonly scale: number;
  /** The rounded solution. */
  readonly x: ArrayLike<number>;
}

const OPEN = 0;
const IN = 1;
const OUT = 2;

/**
 * The cheapest choice of elements that satisfies rows, by branch and bound over
 * linear programs. The solver's answers are rounded and never believed: its
 * multipliers, cut to whole numbers, are multiplied out again, and whatever
 * multipliers say in whole numbers is a bound (Lagrange's), good or bad.
 */
export class Cover implements Disposable {
  readonly #rows: readonly CoverRow[];
  readonly #where: readonly (readonly number[])[];
  readonly #costs: readonly number[];
  readonly #size: number;
  readonly #scale: number;
  readonly #step: number;
  readonly #model: HighsModel & Disposable;
  readonly #highs: Highs;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #stop: Limit;
  /** How many programs were solved. */
  programs = 0;
  /** Whether the time ran out: then "none" was not proved. */
  cut = false;

  private constructor(
    highs: Highs,
    rows: readonly CoverRow[],
    costs: readonly number[],
    total: number,
    stop: Limit,
  ) {
    this.#highs = highs;
    this.#rows = rows;
    this.#costs = costs;
    this.#stop = stop;
    const size = this.#size = costs.length;
    this.#scale = 2 ** Math.floor(Math.log2(SAFE / (total + 1)));
    this.#step = Number(costs.map(BigInt).reduce(gcd, 0n)) || 1;
    const where: number[][] = costs.map(() => []);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    rows.forEach((row, r) => {
      row.set.forEach((e, k) => {
        indices.push(e);
        values.push(amount(row, k) / row.need);
        where[e]!.push(r);
      });
      starts.push(indices.length);
    });
    this.#where = where;
    this.#lower = new Float64Array(size);
    this.#upper = new Float64Array(size).fill(1);
    const model = highs.createModel({
      numCols: size,
      numRows: rows.length,
      colCost: Float64Array.from(costs),
      colLower: this.#lower,
      colUpper: this.#upper,
      rowLower: new Float64Array(rows.length).fill(1),
      rowUpper: new Float64Array(rows.length).fill(highs.infinity),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: size,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(indices),
        values: Float64Array.from(values),
      },
    }) as HighsModel & Disposable;
    this.#model = own(this, model);
    model.options.set({
      output_flag: false,
      presolve: "off",
      solver: "simplex",
      simplex_strategy: 1,
    });
  }

  /**
   * States the program, or `null` where costs are too far apart for whole
   * numbers that a double holds exactly.
   */
  static of(
    highs: Highs,
    rows: readonly CoverRow[],
    costs: readonly bigint[],
    stop: Limit,
  ): Cover | null {
    const total = costs.reduce((a, b) => a + b, 0n);
    return total < BigInt(SAFE) >> 10n
      ? new Cover(highs, rows, costs.map(Number), Number(total), stop)
      : null;
  }

  [Symbol.dispose](): void {
    disown(this, this.#model);
  }

  /**
   * A choice that costs no more than `limit`: the cheapest, or with `any` the
   * first one found. `null` when there is none, or (see {@linkcode Cover.cut})
   * when the time ran out first.
   *
   * @param fixed What is decided already: 1 chosen, 2 not.
   */
  seek(
    limit: number,
    any = false,
    fixed: Uint8Array = new Uint8Array(this.#size),
  ): number[] | null {
    let best: number[] | null = null;
    let bar = limit;
    const visit = (state: Uint8Array): boolean => {
      if (this.cut || this.#stop.over()) {
        this.cut = true;
        return true;
      }
      for (;;) {
        const spent = this.#propagate(state);
        if (spent === null || spent > bar) return false;
        const glance = this.#look(state);
        if (glance && this.#up(glance.least) > bar) return false;
        const whole = this.#completed(state, glance);
        if (whole.cost <= bar) {
          best = whole.set;
          bar = whole.cost - this.#step;
          if (any) return true;
          if (glance && this.#up(glance.least) > bar) return false;
        }
        if (!state.includes(OPEN)) return false;
        if (glance && this.#settle(state, glance, bar)) continue;
        const at = this.#branch(state, glance);
        const other = state.slice();
        state[at] = IN;
        if (visit(state)) return true;
        state = other;
        state[at] = OUT;
        if (this.cut || this.#stop.over()) {
          this.cut = true;
          return true;
        }
      }
    };
    visit(fixed.slice());
    return best;
  }

  /**
   * The first in order among the choices that cost no more than a cheapest one:
   * whether each element can be in, one after another.
   *
   * @param best A cheapest choice.
   */
  first(best: readonly number[]): number[] {
    const bar = this.cost(best);
    const fixed = new Uint8Array(this.#size);
    let set = best.toSorted((a, b) => a - b);
    let spent = 0;
    for (let e = 0; e < this.#size && spent < bar; e++) {
      if (!set.includes(e)) {
        const glance = this.#look(fixed);
        if (glance) this.#settle(fixed, glance, bar);
        if (fixed[e] === OUT) continue;
        fixed[e] = IN;
        const other = this.seek(bar, true, fixed);
        if (this.cut) break;
        if (!other) {
          fixed[e] = OUT;
          continue;
        }
        set = other;
      }
      fixed[e] = IN;
      spent += this.#costs[e]!;
    }
    return set;
  }

  /** What a choice costs. */
  cost(set: readonly number[]): number {
    return set.reduce((sum, e) => sum + this.#costs[e]!, 0);
  }

  /** Costs are multiples of a step: a bound between two is the upper one. */
  #up(least: number): number {
    return Math.ceil(least / this.#step) * this.#step;
  }

  /** Chooses what must be; what is chosen costs so much, `null`: impossible. */
  #propagate(state: Uint8Array): number | null {
    for (let changed = true; changed;) {
      changed = false;
      for (const row of this.#rows) {
        const { set } = row;
        let open = 0;
        let left = row.need;
        for (let k = 0; k < set.length; k++) {
          const s = state[set[k]!];
          if (s === IN) left -= amount(row, k);
          else if (s === OPEN) open += amount(row, k);
        }
        if (left <= 0) continue;
        if (open < left) return null;
        for (let k = 0; k < set.length; k++) {
          if (state[set[k]!] !== OPEN || open - amount(row, k) >= left) {
            continue;
          }
          state[set[k]!] = IN;
          changed = true;
        }
      }
    }
    let spent = 0;
    for (let e = 0; e < this.#size; e++) {
      if (state[e] === IN) spent += this.#costs[e]!;
    }
    return spent;
  }

  /** Solves the linear program, and makes an exact bound of its multipliers. */
  #look(state: Uint8Array): Glance | null {
    this.programs++;
    const size = this.#size;
    for (let e = 0; e < size; e++) {
      this.#lower[e] = state[e] === IN ? 1 : 0;
      this.#upper[e] = state[e] === OUT ? 0 : 1;
    }
    const model = this.#model;
    let solution;
    try {
      model.changeColsBounds(
        { kind: "range", from: 0, to: size - 1 },
        this.#lower,
        this.#upper,
      );
      model.options.set("time_limit", LONGEST_PROGRAM);
      model.zeroAllClocks();
      model.run();
      if (
        model.getModelStatus() !== this.#highs.constants.modelStatus.optimal
      ) return null;
      solution = model.getSolution();
    } catch {
      return null;
    }
    const scale = this.#scale;
    const reduced = Float64Array.from(this.#costs, (c) => c * scale);
    let least = 0;
    let gross = 0;
    this.#rows.forEach((row, r) => {
      const y = Math.floor(solution.rowDual[r]! / row.need * scale);
      if (!(y > 0)) return;
      least += y * row.need;
      row.set.forEach((e, k) => {
        const part = y * amount(row, k);
        gross += part;
        reduced[e]! -= part;
      });
    });
    for (let e = 0; e < size; e++) {
      const d = reduced[e]!;
      if (state[e] === IN || state[e] === OPEN && d < 0) least += d;
    }
    // Beyond this the sums above were not exact.
    if (!(gross < 4 * SAFE)) return null;
    return {
      least: Math.ceil(least / scale),
      reduced,
      scale,
      x: solution.colValue,
    };
  }

  /** Decides what no choice within the bar decides otherwise. */
  #settle(
    state: Uint8Array,
    { least, reduced, scale }: Glance,
    bar: number,
  ): boolean {
    let changed = false;
    for (let e = 0; e < this.#size; e++) {
      if (state[e] !== OPEN) continue;
      const d = reduced[e]! / scale;
      // `least` was rounded up: one step of rounding is left to it.
      if (least - 1 + Math.abs(d) <= bar) continue;
      state[e] = d > 0 ? OUT : IN;
      changed = true;
    }
    return changed;
  }

  /** Completes a state by what the solver would choose, then leaves out. */
  #completed(
    state: Uint8Array,
    glance: Glance | null,
  ): { readonly set: number[]; readonly cost: number } {
    const chosen = Uint8Array.from(state, (s) => Number(s === IN));
    const like = (e: number) => glance ? glance.x[e]! : this.#where[e]!.length;
    for (const row of this.#rows) {
      let left = row.need;
      row.set.forEach((e, k) => left -= chosen[e]! * amount(row, k));
      if (left <= 0) continue;
      const open = row.set.map((e, k) => [e, amount(row, k)] as const).filter((
        [e],
      ) => !chosen[e] && state[e] === OPEN).sort(([a], [b]) =>
        like(b) - like(a) || this.#costs[a]! - this.#costs[b]! || a - b
      );
      for (const [e, part] of open) {
        if (left <= 0) break;
        chosen[e] = 1;
        left -= part;
      }
    }
    const over = this.#rows.map((row) =>
      row.set.reduce((n, e, k) => n + chosen[e]! * amount(row, k), -row.need)
    );
    const set: number[] = [];
    chosen.forEach((is, e) => is && set.push(e));
    for (const e of set.toSorted((a, b) => this.#costs[b]! - this.#costs[a]!)) {
      const part = (r: number) =>
        amount(this.#rows[r]!, this.#rows[r]!.set.indexOf(e));
      const needed = this.#where[e]!.some((r) => over[r]! < part(r));
      if (state[e] === IN || needed) continue;
      chosen[e] = 0;
      for (const r of this.#where[e]!) over[r]! -= part(r);
    }
    const kept = set.filter((e) => chosen[e]);
    return { set: kept, cost: this.cost(kept) };
  }

  /** The element that the solver is least sure of. */
  #branch(state: Uint8Array, glance: Glance | null): number {
    let at = -1;
    let best = -1;
    for (let e = 0; e < this.#size; e++) {
      if (state[e] !== OPEN) continue;
      const x = glance ? glance.x[e]! : 0.5;
      const sure = Math.min(x, 1 - x) + 1e-4;
      const score = sure * (1 + this.#where[e]!.length);
      if (score > best) [at, best] = [e, score];
    }
    return at;
  }
}
