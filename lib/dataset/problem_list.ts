import type { Problem } from "./problem.ts";

/** How many problems are collected: a sound dataset is not that near any more. */
const MOST = 1_000_000;

/** Collects problems until there are a million. */
export class ProblemList {
  readonly #kept: Problem[] = [];
  readonly #most: number;
  #next: Problem | undefined;

  /** Takes how many to collect. */
  constructor(most = MOST) {
    this.#most = most;
  }

  /** How many there are. */
  get size(): number {
    return this.#kept.length;
  }

  /** Whether there are more than it collects: looking for others is in vain. */
  get full(): boolean {
    return this.#next !== undefined;
  }

  /** Takes a problem. */
  add(problem: Problem): void {
    if (this.#kept.length < this.#most) this.#kept.push(problem);
    else this.#next ??= problem;
  }

  /** The problems in an order; the last one says whether there are more. */
  sorted(order: (a: Problem, b: Problem) => number): Problem[] {
    const problems = this.#kept.sort(order);
    if (!this.#next) return problems;
    const message =
      `there are more than ${this.#most} problems; what follows ` +
      "was not looked at";
    return [...problems, { ...this.#next, field: "(record)", message }];
  }

  /** The problems in the order in which they were found. */
  list(): Problem[] {
    return this.sorted(() => 0);
  }
}
