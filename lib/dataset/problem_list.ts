import type { Problem } from "./problem.ts";

/** How many problems are kept; every row of a large table may have several. */
const MOST = 1_000_000;

/** Collects problems, and only counts them once there are a million. */
export class ProblemList {
  readonly #kept: Problem[] = [];
  readonly #most: number;
  #next: Problem | undefined;
  #more = 0;

  /** Takes how many to keep. */
  constructor(most = MOST) {
    this.#most = most;
  }

  /** How many there are, those that are only counted included. */
  get size(): number {
    return this.#kept.length + this.#more;
  }

  /** Takes a problem. */
  add(problem: Problem): void {
    if (this.#kept.length < this.#most) this.#kept.push(problem);
    else {
      this.#next ??= problem;
      this.#more++;
    }
  }

  /** The problems in an order; the last one says how many more there are. */
  sorted(order: (a: Problem, b: Problem) => number): Problem[] {
    const problems = this.#kept.sort(order);
    if (!this.#next) return problems;
    const message = `and ${this.#more} more problems from here on, which are ` +
      "counted and not listed";
    return [...problems, { ...this.#next, field: "(record)", message }];
  }

  /** The problems in the order in which they were found. */
  list(): Problem[] {
    return this.sorted(() => 0);
  }
}
