import { frac, type Fraction, gcd, NONE } from "./fraction.ts";

/** A sparse linear form: coefficient by variable. */
export type Form = Map<number, Fraction>;

/** form ≤ bound, form = bound or form ≥ bound, over variables ≥ 0. */
export interface Constraint {
  readonly form: Form;
  readonly is: "<=" | "=" | ">=";
  readonly bound: Fraction;
}

/**
 * A dense tableau over whole numbers: each row is an equation times a positive
 * number of its own, so that nothing is ever rounded. The last column is the
 * right side. Variables: the given ones, then slacks, then artificials.
 */
export class Tableau {
  /** Whether any point satisfies the constraints. */
  readonly feasible: boolean;
  /** Where nothing does: constraints that contradict one another already. */
  readonly core: ReadonlySet<number>;
  readonly #rows: bigint[][] = [];
  readonly #basis: number[] = [];
  /** Columns that may enter: given variables and slacks. */
  readonly #open: number;
  /** Columns in all, with the artificials while there are any. */
  #columns: number;

  constructor(variables: number, constraints: readonly Constraint[]) {
    const slacks = constraints.filter((c) => c.is !== "=").length;
    this.#open = variables + slacks;
    const standing = constraints.map(({ is, bound: { n } }) =>
      is === "<=" ? n >= 0n : is === ">=" && n <= 0n
    );
    this.#columns = this.#open + standing.filter((own) => !own).length + 1;
    let slack = variables, artificial = this.#open;
    const slackOf: (number | null)[] = [];
    constraints.forEach((constraint, index) => {
      const row = Array<bigint>(this.#columns).fill(0n);
      let scale = constraint.bound.d;
      for (const { d } of constraint.form.values()) {
        scale = scale / gcd(scale, d) * d;
      }
      for (const [column, { n, d }] of constraint.form) {
        row[column] = n * (scale / d);
      }
      const right = constraint.bound.n * (scale / constraint.bound.d);
      row[this.#columns - 1] = right;
      let basic = -1;
      slackOf.push(constraint.is === "=" ? null : slack);
      if (constraint.is !== "=") {
        row[slack] = constraint.is === "<=" ? 1n : -1n;
        basic = slack++;
      }
      // The right side must not be negative, and the basic one stand positive.
      const flip = right < 0n || (right === 0n && constraint.is === ">=");
      if (flip) { for (let j = 0; j < row.length; j++) row[j] = -row[j]!; }
      if (!standing[index]) {
        basic = artificial++;
        row[basic] = 1n;
      }
      this.#rows.push(row);
      this.#basis.push(basic);
    });
    this.#retire();
    const against = this.#start();
    this.feasible = against === null;
    this.core = new Set(
      // A slack's price is the multiplier of its constraint in the sum that is
      // below 0; an equation has none and is taken in.
      slackOf.flatMap((column, i) =>
        against && (column === null || against[column] !== 0n) ? [i] : []
      ),
    );
    if (!this.feasible) return;
    this.#retire();
    for (const row of this.#rows) {
      row.splice(this.#open, artificial - this.#open);
    }
    this.#columns = this.#open + 1;
  }

  /** Makes a column basic in a row whose entry there is above 0. */
  #pivot(at: number, column: number, goal?: bigint[]): void {
    const pivot = this.#rows[at]!;
    const p = pivot[column]!;
    const filled: number[] = [];
    for (let j = 0; j < pivot.length; j++) if (pivot[j] !== 0n) filled.push(j);
    const clear = (row: bigint[]) => {
      const a = row[column]!;
      if (a === 0n) return;
      const g = gcd(a, p);
      const up = p / g, down = a / g;
      if (up !== 1n) {
        for (let j = 0; j < row.length; j++) {
          if (row[j] !== 0n) row[j] = row[j]! * up;
        }
      }
      for (const j of filled) row[j] = row[j]! - down * pivot[j]!;
      let common = 0n;
      for (const value of row) {
        if (value === 0n) continue;
        common = gcd(common, value);
        if (common === 1n) return;
      }
      if (common > 1n) {
        for (let j = 0; j < row.length; j++) {
          if (row[j] !== 0n) row[j] = row[j]! / common;
        }
      }
    };
    this.#rows.forEach((row, index) => {
      if (index !== at) clear(row);
    });
    if (goal) clear(goal);
    this.#basis[at] = column;
  }

  /** Takes artificials at zero out of the basis, with rows that say nothing. */
  #retire(): void {
    for (let i = this.#rows.length - 1; i >= 0; i--) {
      const row = this.#rows[i]!;
      if (this.#basis[i]! < this.#open || row.at(-1) !== 0n) continue;
      const column = row.findIndex((value, j) =>
        j < this.#open && value !== 0n
      );
      if (column < 0) {
        this.#rows.splice(i, 1);
        this.#basis.splice(i, 1);
        continue;
      }
      if (row[column]! < 0n) {
        for (let j = 0; j < row.length; j++) row[j] = -row[j]!;
      }
      this.#pivot(i, column);
    }
  }

  /**
   * Phase one: drives the sum of the artificials to zero. Where it does not go,
   * the prices at the least sum.
   */
  #start(): bigint[] | null {
    const goal = Array<bigint>(this.#columns + 1).fill(0n);
    // sum of artificials = right − form: each row by the share its basic stands for
    let scale = 1n;
    const mine = this.#rows.flatMap((row, i) =>
      this.#basis[i]! >= this.#open ? [{ row, own: row[this.#basis[i]!]! }] : []
    );
    if (mine.length === 0) return null;
    for (const { own } of mine) scale = scale / gcd(scale, own) * own;
    for (const { row, own } of mine) {
      const by = scale / own;
      for (let j = 0; j < this.#columns; j++) {
        if (j >= this.#open && j < this.#columns - 1) continue;
        goal[j] = goal[j]! - row[j]! * by;
      }
    }
    // goal: scale·z + Σ goal_j x_j = goal_right, with z = −(sum), to be greatest
    goal[this.#columns] = scale;
    const bounded = this.#climb(goal);
    return bounded && goal[this.#columns - 1] === 0n ? null : goal;
  }

  /** Pivots until no column raises the goal; false where it rises for ever. */
  #climb(goal: bigint[]): boolean {
    const right = this.#columns - 1;
    for (let step = 0;; step++) {
      let column = -1;
      for (let j = 0; j < this.#open; j++) {
        if (goal[j]! >= 0n) continue;
        if (column < 0 || goal[j]! < goal[column]!) column = j;
        // Bland's rule, so that it ends: the first column, the first basic.
        if (step > 40) break;
      }
      if (column < 0) return true;
      let at = -1;
      for (let i = 0; i < this.#rows.length; i++) {
        const row = this.#rows[i]!;
        if (row[column]! <= 0n) continue;
        if (at < 0) {
          at = i;
          continue;
        }
        const best = this.#rows[at]!;
        const mine = row[right]! * best[column]!;
        const theirs = best[right]! * row[column]!;
        if (
          mine < theirs ||
          (mine === theirs && this.#basis[i]! < this.#basis[at]!)
        ) at = i;
      }
      if (at < 0) return false;
      this.#pivot(at, column, goal);
    }
  }

  /** The point at which the tableau stands: given variables that are not 0. */
  point(): Map<number, Fraction> {
    const found = new Map<number, Fraction>();
    this.#basis.forEach((column, i) => {
      const row = this.#rows[i]!;
      const right = row[this.#columns - 1]!;
      if (right !== 0n) found.set(column, frac(right, row[column]!));
    });
    return found;
  }

  /** The greatest value of a form over the feasible points; `null` is open. */
  greatest(form: Form): Fraction | null {
    if (!this.feasible) throw new Error("Nothing is feasible");
    const goal = Array<bigint>(this.#columns + 1).fill(0n);
    let scale = 1n;
    for (const { d } of form.values()) scale = scale / gcd(scale, d) * d;
    for (const [column, { n, d }] of form) goal[column] = -n * (scale / d);
    goal[this.#columns] = scale;
    // Write the goal without the basic variables.
    this.#basis.forEach((column, i) => {
      const a = goal[column]!;
      if (a === 0n) return;
      const row = this.#rows[i]!;
      const p = row[column]!;
      const g = gcd(a, p);
      for (let j = 0; j < goal.length; j++) {
        goal[j] = goal[j]! * (p / g) - (row[j] ?? 0n) * (a / g);
      }
    });
    if (!this.#climb(goal)) return null;
    return frac(goal[this.#columns - 1]!, goal[this.#columns]!);
  }

  /** The least value of a form over the feasible points; `null` is open. */
  least(form: Form): Fraction | null {
    const mirrored: Form = new Map();
    for (const [column, { n, d }] of form) mirrored.set(column, { n: -n, d });
    const value = this.greatest(mirrored);
    return value === null
      ? null
      : value.n === 0n
      ? NONE
      : frac(-value.n, value.d);
  }
}
