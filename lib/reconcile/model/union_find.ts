/**
 * Groups of whole numbers from 0 that are joined until they are one.
 *
 * @example
 * ```ts
 * import { UnionFind } from "./union_find.ts";
 * import assert from "node:assert/strict";
 *
 * const groups = new UnionFind(3);
 * groups.join(0, 2);
 * assert.equal(groups.find(0), groups.find(2));
 * assert.deepEqual(groups.groups(), [[0, 2], [1]]);
 * ```
 */
export class UnionFind {
  readonly #parent: Int32Array;

  /** @param size How many numbers, each a group of its own at first. */
  constructor(size: number) {
    this.#parent = new Int32Array(size).map((_, i) => i);
  }

  /** The number that stands for the group of another. */
  find(of: number): number {
    const parent = this.#parent;
    while (parent[of] !== of) of = parent[of] = parent[parent[of]!]!;
    return of;
  }

  /** Makes two groups one, for which the number of the second stands. */
  join(one: number, other: number): void {
    this.#parent[this.find(one)] = this.find(other);
  }

  /** The members of each group, ascending, by their first. */
  groups(): number[][] {
    const members = new Map<number, number[]>();
    for (let i = 0; i < this.#parent.length; i++) {
      const root = this.find(i);
      const list = members.get(root);
      if (list) list.push(i);
      else members.set(root, [i]);
    }
    return [...members.values()];
  }
}
