import { toNumber } from "../quantity/rational.ts";
import type { Deadline } from "./deadline.ts";
import type { ComponentProgram } from "./linear_program.ts";
import type { Highs, Model } from "./load_highs.ts";
import { disown, own } from "./owned_model.ts";

/** Counts beyond this many times the sum of all lows are not looked at. */
const WIDEST = 1e9;

/** Costs beyond this are not told apart by the rounded solver. */
const DEAREST = 2 ** 40;

const NO_FLOW: Flow = {
  columns: 0,
  rows: [],
  origins: [],
  claimed: 0,
  itemOf: new Int32Array(),
};

type Flow = Pick<
  ComponentProgram,
  "columns" | "rows" | "origins" | "claimed" | "itemOf"
>;

/**
 * A limit on counts that costs no solution: claims that agree do so with counts
 * up to the sum of their lows, times what ratios may multiply them by.
 */
function largest(program: Flow): number {
  let sum = 1;
  let factor = 1;
  for (const origin of program.origins) {
    const said = "constraint" in origin
      ? [origin.constraint]
      : "own" in origin
      ? origin.own.constraints
      : [];
    for (const { of, side, value } of said) {
      const number = toNumber(value);
      if (of) factor *= Math.max(1, side === "low" ? number : 1 / number);
      else if (side === "low") sum += number;
    }
  }
  return sum * Math.min(factor, WIDEST);
}

/**
 * The cheapest repair as a mixed-integer program, for components with so many
 * conflicts that hitting them one by one comes to no end: a claim is either in
 * force or dropped, and the flow is found along with it. Its answers are
 * rounded: a set that it drops is a candidate to be tested, and a conflict that
 * such a test finds is added; nothing cheaper than its answer exists.
 */
export class RepairProgram implements Disposable {
  readonly #highs: Highs;
  readonly #model: Model & Disposable;
  readonly #first: number;
  readonly #items: number;
  readonly #costs: readonly number[];
  #cuts = 0;

  private constructor(
    highs: Highs,
    program: Flow,
    costs: readonly number[],
  ) {
    const { columns, rows, origins, claimed, itemOf } = program;
    this.#highs = highs;
    this.#first = columns;
    this.#items = costs.length;
    this.#costs = costs;
    const scale = largest(program);
    const numCols = columns + costs.length;
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const lower: number[] = [];
    const upper: number[] = [];
    rows.forEach((row, i) => {
      let reach = 0;
      row.columns.forEach((column, k) => {
        const value = toNumber(row.coefficients[k]!);
        indices.push(column);
        values.push(value);
        reach = Math.max(reach, Math.abs(value));
      });
      const rhs = toNumber(row.rhs) / scale;
      const origin = origins[i]!;
      const low = row.sense !== "<=";
      if (i < claimed) {
        // Dropped, a low of a total asks for nothing more; a ratio's for as
        // little as the other count can take from it.
        const ratio = "constraint" in origin && origin.constraint.of;
        const slack = low && !ratio ? rhs : reach;
        indices.push(columns + itemOf[i]!);
        values.push(low ? slack : -slack);
      }
      starts.push(indices.length);
      lower.push(low ? rhs : -highs.infinity);
      upper.push(row.sense !== ">=" ? rhs : highs.infinity);
    });
    const { continuous, integer } = highs.constants.variableType;
    const colCost = new Float64Array(numCols);
    colCost.set(costs, columns);
    const model = highs.createModel({
      numCols,
      numRows: rows.length,
      colCost,
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(highs.infinity, 0, columns)
        .fill(1, columns),
      rowLower: lower,
      rowUpper: upper,
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols,
        starts,
        indices,
        values,
      },
      integrality: Array.from(
        { length: numCols },
        (_, i) => i < columns ? continuous : integer,
      ),
    }) as Model & Disposable;
    this.#model = own(this, model);
    this.#model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: 0.5,
    });
  }

  /**
   * States the program, or `null` where weights are too far apart for it.
   *
   * @param program The flow; without it only the conflicts added count.
   * @param weights What dropping each item costs.
   */
  static of(
    highs: Highs,
    program: ComponentProgram | null,
    weights: readonly bigint[],
  ): RepairProgram | null {
    // The least weight, then the fewest claims, in one whole number.
    const many = BigInt(weights.length + 1);
    const costs = weights.map((weight) => Number(weight * many + 1n));
    const total = costs.reduce((a, b) => a + b, 0);
    return total < DEAREST
      ? new RepairProgram(highs, program ?? NO_FLOW, costs)
      : null;
  }

  [Symbol.dispose](): void {
    disown(this, this.#model);
  }

  /** Makes sure that one item of a conflict is dropped from now on. */
  cut(conflict: readonly number[]): void {
    this.#model.addRow(1, this.#highs.infinity, {
      indices: conflict.map((item) => this.#first + item),
      values: conflict.map(() => 1),
    });
    this.#cuts++;
  }

  /** How many conflicts it knows. */
  get cuts(): number {
    return this.#cuts;
  }

  /** Whether an item must be dropped, must not be, or may be. */
  fix(item: number, dropped: boolean | null): void {
    this.#model.changeColBounds(
      this.#first + item,
      dropped === true ? 1 : 0,
      dropped === false ? 0 : 1,
    );
  }

  /** Takes an item's cost away, or gives it back. */
  price(item: number, costs: boolean): void {
    const cost = costs ? this.#costs[item]! : 0;
    this.#model.changeColCost(this.#first + item, cost);
  }

  /** The items that a cheapest solution drops; `null` when the time runs out. */
  solve(
    deadline: Deadline,
  ): { readonly set: number[]; readonly cost: number } | "none" | null {
    const { modelStatus } = this.#highs.constants;
    this.#model.options.set("time_limit", Math.max(0.05, deadline.left()));
    this.#model.zeroAllClocks();
    this.#model.run();
    const status = this.#model.getModelStatus();
    if (status === modelStatus.infeasible) return "none";
    if (status !== modelStatus.optimal) return null;
    const { colValue } = this.#model.getSolution();
    const set: number[] = [];
    for (let item = 0; item < this.#items; item++) {
      if (colValue[this.#first + item]! > 0.5) set.push(item);
    }
    return { set, cost: Math.round(this.#model.getObjectiveValue()) };
  }
}
