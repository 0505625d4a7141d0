import type { Program } from "./program.ts";

/** How the rows of a program look to rounded numbers. */
export type RoughVerdict =
  | {
    readonly status: "agree";
    /** That of a point that seems to fit, until the next question. */
    basis(): RoughBasis;
    /** The value of each column at that point. */
    point(): Float64Array;
  }
  | {
    readonly status: "refuted";
    readonly refutation: RoughRefutation;
  }
  /** It did not come to an end. */
  | { readonly status: "unknown" };

/** Rows that seem to refute each other: none of them can be spared. */
export interface RoughRefutation {
  /** What the others keep from its bound; −1: it is a column. */
  readonly row: number;
  /** That column; −1: it is a row. */
  readonly column: number;
  /** Whether it is an equation that is kept above what it asks for. */
  readonly above: boolean;
  /** The others. */
  readonly others: readonly number[];
  /**
   * Columns that add up to nothing, but for the one named; until the next
   * question.
   */
  columns(): readonly number[];
  /**
   * What the rows are to be multiplied by to refute each other, as they are
   * stated; above zero for `≥` and below for `≤`.
   */
  multipliers(): ReadonlyMap<number, number>;
}

/** What is not at its bound. */
export interface RoughBasis {
  /** Columns that may be above zero. */
  readonly columns: readonly number[];
  /** Rows that hold with equality. */
  readonly rows: readonly number[];
}

/** Entries and violations below this are taken for nothing. */
const NOTHING = 1e-9;

/** No step is taken over an entry below this. */
const SMALL = 1e-8;

/** Sums below this are rounding alone. */
const LEAST = 1e-11;

/** After so many steps the tableau is made anew. */
const FRESH = 300;

/** What a variable may be: at least zero, zero, or anything. */
const ABOVE = 0;
const FIXED = 1;
const FREE = 2;

/** More entries than this are left to a solver for sparse programs. */
const MOST = 300_000;

/**
 * A small program as a dense tableau of rounded numbers, to see in a moment
 * whether some of its rows agree. Nothing that it says is certain: it tells
 * where to look for a proof. Without a cost every basis is as good as another,
 * so that rows come and go freely; each step lets the variable that is furthest
 * below its bound leave, and where nothing can take its place its line of the
 * tableau names the rows of a refutation, none of which those can spare.
 *
 * Method: the dual simplex method (Lemke, "The dual method of solving the linear
 * programming problem", Naval Research Logistics Quarterly 1, 1954) with any
 * cost; Gleeson & Ryan, "Identifying minimally infeasible subsystems of inequalities",
 * ORSA Journal on Computing 2 (1990), for what a single line says.
 */
export class RoughTableau {
  readonly #height: number;
  readonly #width: number;
  /** Lines of the tableau: a basic variable by those at their bounds. */
  readonly #lines: Float64Array[];
  /** The basic variable of each line: columns first, then what rows have left. */
  readonly #basic: Int32Array;
  /** Which lines were left behind: those of rows that take no part. */
  readonly #behind: Uint8Array;
  /** The lines as the rows of the program state them. */
  readonly #stated: readonly Float64Array[];
  /** What each row was multiplied by. */
  readonly #scales: Float64Array;
  /** What right sides and points were divided by. */
  readonly #unit: number;
  /** Steps since then. */
  #steps = 0;
  /** The variable of each column of the tableau. */
  readonly #outside: Int32Array;
  readonly #kind: Uint8Array;
  readonly #equation: Uint8Array;
  /** What each of these costs. */
  readonly #costs: Float64Array;
  /** The entries of a pivot's line that are not zero, while it is used. */
  readonly #places: Int32Array;
  readonly #values: Float64Array;
  #seed = 1;
  pivots = 0;

  private constructor(program: Program) {
    const { columns, rows } = program;
    this.#width = columns;
    this.#height = rows.length;
    this.#kind = new Uint8Array(columns + rows.length);
    this.#costs = new Float64Array(columns);
    this.#equation = Uint8Array.from(
      rows,
      ({ sense }) => Number(sense === "="),
    );
    this.#basic = new Int32Array(rows.length);
    this.#outside = new Int32Array(columns);
    this.#behind = new Uint8Array(rows.length);
    this.#places = new Int32Array(columns + 1);
    this.#values = new Float64Array(columns + 1);
    this.#lines = rows.map(() => new Float64Array(columns + 1));
    let largest = 0;
    for (const { rhs } of rows) {
      largest = Math.max(largest, Math.abs(approximate(rhs)));
    }
    const unit = this.#unit = largest || 1;
    this.#scales = new Float64Array(rows.length);
    this.#stated = rows.map((row, r) => {
      const line = new Float64Array(columns + 1);
      let most = 0;
      row.columns.forEach((column, k) => {
        const value = line[column] = approximate(row.coefficients[k]!);
        most = Math.max(most, Math.abs(value));
      });
      const scale = (row.sense === "<=" ? -1 : 1) / (most || 1);
      this.#scales[r] = scale;
      for (const column of row.columns) line[column]! *= scale;
      line[columns] = -approximate(row.rhs) / unit * scale;
      return line;
    });
    this.#restart();
  }

  /** Forgets every step, with what was lost in rounding. */
  #restart(): void {
    const width = this.#width;
    this.#stated.forEach((line, i) => {
      this.#lines[i]!.set(line);
      this.#basic[i] = width + i;
    });
    for (let j = 0; j < width; j++) this.#outside[j] = j;
    this.#behind.fill(0);
    this.#steps = 0;
  }

  /** Makes good the lines that were left behind and take part again. */
  #catchUp(): void {
    const width = this.#width;
    const behind: number[] = [];
    this.#behind.forEach((is, i) => {
      if (is && this.#kind[this.#basic[i]!] !== FREE) behind.push(i);
    });
    if (behind.length === 0) return;
    /** Where a column is: its line, or behind these its place outside. */
    const where = new Int32Array(width);
    this.#basic.forEach((v, i) => {
      if (v < width) where[v] = i;
    });
    this.#outside.forEach((v, j) => {
      if (v < width) where[v] = this.#height + j;
    });
    for (const i of behind) {
      const line = this.#lines[i]!.fill(0);
      const stated = this.#stated[this.#basic[i]! - width]!;
      for (let column = 0; column < width; column++) {
        const times = stated[column]!;
        if (times === 0) continue;
        const at = where[column]!;
        if (at >= this.#height) {
          line[at - this.#height]! += times;
          continue;
        }
        // Columns always take part, so that their lines are as they should be.
        const other = this.#lines[at]!;
        for (let k = 0; k <= width; k++) line[k]! += times * other[k]!;
      }
      line[width]! += stated[width]!;
      for (let k = 0; k <= width; k++) {
        if (Math.abs(line[k]!) < LEAST) line[k] = 0;
      }
      this.#behind[i] = 0;
    }
  }

  /** A tableau, or `null` where the program is too large for one. */
  static of(program: Program): RoughTableau | null {
    const { columns, rows } = program;
    return rows.length * columns > MOST ? null : new RoughTableau(program);
  }

  /** Looks at the active rows alone. */
  decide(active: (row: number) => boolean): RoughVerdict {
    const height = this.#height;
    const width = this.#width;
    const kind = this.#kind;
    for (let row = 0; row < height; row++) {
      kind[width + row] = !active(row)
        ? FREE
        : this.#equation[row]
        ? FIXED
        : ABOVE;
    }
    if (this.#steps > FRESH) this.#restart();
    this.#catchUp();
    // Whatever is outside may cost anything above zero: no two the same.
    for (let j = 0; j < width; j++) {
      this.#seed = this.#seed * 48271 % 2147483647;
      this.#costs[j] = kind[this.#outside[j]!] === FREE
        ? 0
        : 1 + this.#seed / 2147483647;
    }
    const patience = 3 * (height + width) + 50;
    for (let step = 0; step < patience; step++) {
      const i = this.#leaving();
      if (i < 0) {
        return {
          status: "agree",
          basis: () => this.#basis(),
          point: () => this.#point(),
        };
      }
      const j = this.#entering(i);
      if (j < 0) return this.#refuted(i);
      this.#pivot(i, j);
    }
    return { status: "unknown" };
  }

  #leaving(): number {
    const width = this.#width;
    let at = -1;
    let worst = NOTHING;
    for (let i = 0; i < this.#height; i++) {
      const kind = this.#kind[this.#basic[i]!];
      if (kind === FREE) continue;
      const value = this.#lines[i]![width]!;
      const off = kind === FIXED ? Math.abs(value) : -value;
      if (off > worst) [at, worst] = [i, off];
    }
    return at;
  }

  #entering(i: number): number {
    const line = this.#lines[i]!;
    const up = line[this.#width]! < 0;
    let at = -1;
    let best = Infinity;
    let size = 0;
    for (let j = 0; j < this.#width; j++) {
      const value = line[j]!;
      const own = Math.abs(value);
      if (own < SMALL) continue;
      const kind = this.#kind[this.#outside[j]!];
      if (kind === FIXED || kind === ABOVE && (value > 0) !== up) continue;
      const ratio = this.#costs[j]! / own;
      if (ratio < best - 1e-12 || ratio <= best + 1e-12 && own > size) {
        [at, best, size] = [j, ratio, own];
      }
    }
    return at;
  }

  #pivot(i: number, j: number): void {
    this.#steps++;
    this.pivots++;
    const width = this.#width;
    const pivot = this.#lines[i]!;
    const by = 1 / pivot[j]!;
    const places = this.#places;
    const values = this.#values;
    let used = 0;
    for (let k = 0; k <= width; k++) {
      if (k === j) continue;
      const value = pivot[k]!;
      // What is rounding alone is left out where it is used, not where it is
      // made: the loop below is most of what a search costs.
      if (value < LEAST && value > -LEAST) {
        pivot[k] = 0;
        continue;
      }
      values[used] = pivot[k] = -by * value;
      places[used++] = k;
    }
    pivot[j] = by;
    for (let r = 0; r < this.#height; r++) {
      if (r === i) continue;
      if (this.#kind[this.#basic[r]!] === FREE) {
        // What takes no part now is made good when it does.
        this.#behind[r] = 1;
        continue;
      }
      const line = this.#lines[r]!;
      const times = line[j]!;
      if (times < LEAST && times > -LEAST) {
        line[j] = 0;
        continue;
      }
      for (let u = 0; u < used; u++) line[places[u]!]! += times * values[u]!;
      line[j] = times * by;
    }
    const costs = this.#costs;
    const cost = costs[j]!;
    if (cost !== 0) {
      for (let u = 0; u < used; u++) {
        const k = places[u]!;
        if (k < width) costs[k] = Math.max(0, costs[k]! + cost * values[u]!);
      }
    }
    costs[j] = Math.abs(cost * by);
    const variable = this.#basic[i]!;
    this.#basic[i] = this.#outside[j]!;
    this.#outside[j] = variable;
  }

  #basis(): RoughBasis {
    const width = this.#width;
    return {
      columns: [...this.#basic].filter((v) => v < width).sort((a, b) => a - b),
      rows: [...this.#outside].filter((v) => v >= width).map((v) => v - width)
        .sort((a, b) => a - b),
    };
  }

  #point(): Float64Array {
    const width = this.#width;
    const point = new Float64Array(width);
    this.#basic.forEach((v, i) => {
      if (v < width) point[v] = this.#lines[i]![width]! * this.#unit;
    });
    return point;
  }

  /** A line says what its variable is by those outside: all of it is a sum. */
  #multipliers(i: number): Map<number, number> {
    const width = this.#width;
    const line = this.#lines[i]!;
    const sign = line[width]! > 0 ? -1 : 1;
    const found = new Map<number, number>();
    const put = (variable: number, value: number) => {
      const row = variable - width;
      if (row >= 0) found.set(row, sign * value * this.#scales[row]!);
    };
    put(this.#basic[i]!, 1);
    for (let j = 0; j < width; j++) {
      const variable = this.#outside[j]!;
      if (this.#kind[variable] !== FREE && Math.abs(line[j]!) >= SMALL) {
        put(variable, -line[j]!);
      }
    }
    return found;
  }

  #refuted(i: number): RoughVerdict {
    const width = this.#width;
    const line = this.#lines[i]!;
    const others: number[] = [];
    for (let j = 0; j < width; j++) {
      const variable = this.#outside[j]!;
      if (
        variable >= width && this.#kind[variable] !== FREE &&
        Math.abs(line[j]!) >= SMALL
      ) others.push(variable - width);
    }
    const variable = this.#basic[i]!;
    const column = variable < width ? variable : -1;
    const refutation = {
      row: column < 0 ? variable - width : -1,
      column,
      above: line[width]! > 0,
      others,
      columns: () => this.#basis().columns,
      multipliers: () => this.#multipliers(i),
    };
    return { status: "refuted", refutation };
  }
}

function approximate(a: { readonly n: bigint; readonly d: bigint }): number {
  return Number(a.n) / Number(a.d);
}
