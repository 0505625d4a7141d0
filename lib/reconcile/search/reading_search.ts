import type { Deadline } from "../deadline.ts";
import type { Model } from "./model.ts";
import { shrink } from "./shrink.ts";

/** A claim with its readings to choose from, the default first. */
export interface Choosable {
  /** Claim id. */
  readonly claim: string;
  /** What leaving it out costs, on a common denominator. */
  readonly weight: bigint;
  /** Its readings; the item is absent where nothing is modelled. */
  readonly options: readonly {
    readonly reading: string;
    readonly item: number | null;
  }[];
}

/** What a search for readings found; numbers are positions. */
export interface FoundReadings {
  /** The reading of each claim. */
  readonly choice: readonly number[];
  /** Claims that do not agree even so. */
  readonly dropped: readonly number[];
  /** Weight of those that do. */
  readonly weight: bigint;
  /** Readings in no choice of that weight, as claim and reading. */
  readonly never: readonly (readonly [claim: number, option: number])[];
  /** Whether the search came to its end. */
  readonly complete: boolean;
}

/** A solution: readings kept, or −1 where the claim is dropped. */
interface Solution {
  readonly kept: readonly number[];
  readonly lost: bigint;
  readonly changed: number;
}

/** Conflicts between readings, found as needed and kept. */
class Pool {
  readonly #model: Model;
  readonly #local: readonly ReadonlyMap<number, number>[];
  /** Sets of items that cannot all be true. */
  readonly conflicts: (readonly number[])[] = [];

  constructor(model: Model) {
    this.#model = model;
    this.#local = model.system.components.map(({ items }) =>
      new Map(items.map((item, i) => [item, i]))
    );
  }

  /** Adds a conflict among these items; false when they agree. */
  refute(items: ReadonlySet<number>): boolean {
    let found = false;
    for (const { index, items: own } of this.#model.system.components) {
      const rest = Uint8Array.from(own, (item) => Number(items.has(item)));
      const solver = this.#model.solver(index);
      for (;;) {
        const certificate = solver.refute(rest);
        if (!certificate) break;
        const local = this.#local[index]!;
        const set = shrink(solver, certificate, local, own.length);
        this.conflicts.push(set.map((i) => own[i]!));
        for (const i of set) rest[i] = 0;
        found = true;
      }
    }
    return found;
  }
}

/**
 * Searches the choices of readings. A choice starts from every claim's first
 * reading; where it holds a known conflict it must part from one of the
 * conflict's readings, in turn, and keep those before: then that claim goes on
 * to its next reading, and is dropped after its last. What the dropped claims
 * weigh, and those that must still go, bounds the branch. A choice without a
 * known conflict is tested, and gives a new one or a solution.
 *
 * It is no question for `HittingSets`: a claim costs nothing as long as it has
 * another reading to go on to, and as sets of readings one of which must go this
 * took several times as long.
 *
 * Method: branch and bound over an implicit hitting set; see Moreno-Centeno &
 * Karp, "The implicit hitting set approach", Operations Research 61 (2013).
 */
export function searchReadings(
  model: Model,
  claims: readonly Choosable[],
  deadline: Deadline,
): FoundReadings {
  const pool = new Pool(model);
  const owner = new Map<number, readonly [claim: number, option: number]>();
  claims.forEach(({ options }, c) =>
    options.forEach(({ item }, o) => {
      if (item !== null) owner.set(item, [c, o]);
    })
  );
  let cut = false;

  /** The best solution with these readings allowed, below a limit. */
  const solve = (
    allowed: readonly (readonly number[])[],
    limit: bigint | null,
  ): Solution | null => {
    let best: Solution | null = null;
    const at = allowed.map(() => 0);
    const locked = allowed.map(() => false);
    const kept = (c: number) => allowed[c]![at[c]!] ?? -1;
    let lost = 0n;
    let changed = 0;
    const worse = (more: bigint): boolean => {
      const sum = lost + more;
      if (limit !== null && sum > limit) return true;
      if (!best) return false;
      if (sum !== best.lost) return sum > best.lost;
      // A decision, not a best choice: the first solution is enough.
      return limit !== null || changed > best.changed;
    };
    const first = (): boolean => {
      if (!best || lost < best.lost) return true;
      if (changed !== best.changed) return changed < best.changed;
      for (let c = 0; c < at.length; c++) {
        const mine = kept(c);
        const other = best.kept[c]!;
        if (mine !== other) return other === -1 || mine !== -1 && mine < other;
      }
      return false;
    };
    const visit = (): void => {
      if (cut || deadline.over(16)) {
        cut = true;
        return;
      }
      // Conflicts that hold, and what those weigh at least that share nothing
      // and whose claims have no other reading.
      let branch: (readonly [number, number])[] | null = null;
      let least = Infinity;
      let must = 0n;
      const used = new Set<number>();
      for (const conflict of pool.conflicts) {
        let holds = true;
        for (const item of conflict) {
          const [c, o] = owner.get(item)!;
          if (kept(c) !== o) {
            holds = false;
            break;
          }
        }
        if (!holds) continue;
        const free = conflict.map((item) => owner.get(item)!).filter(([c]) =>
          !locked[c]
        );
        if (free.length === 0) return;
        if (free.length < least) {
          least = free.length;
          branch = free;
        }
        if (free.some(([c]) => used.has(c))) continue;
        let cheapest: bigint | null = null;
        for (const [c] of free) {
          used.add(c);
          const drops = at[c]! + 1 >= allowed[c]!.length;
          const cost = drops ? claims[c]!.weight : 0n;
          if (cheapest === null || cost < cheapest) cheapest = cost;
        }
        must += cheapest!;
      }
      if (worse(must)) return;
      if (branch) {
        const undo: number[] = [];
        for (const [c] of branch) {
          const before = kept(c);
          at[c]!++;
          const after = kept(c);
          const moves = Number(after > 0) - Number(before > 0);
          changed += moves;
          if (after === -1) lost += claims[c]!.weight;
          visit();
          if (after === -1) lost -= claims[c]!.weight;
          changed -= moves;
          at[c]!--;
          locked[c] = true;
          undo.push(c);
        }
        for (const c of undo) locked[c] = false;
        return;
      }
      const items = new Set<number>();
      for (let c = 0; c < at.length; c++) {
        const option = kept(c);
        const item = option < 0 ? null : claims[c]!.options[option]!.item;
        if (item !== null) items.add(item);
      }
      if (pool.refute(items)) return visit();
      if (first()) {
        best = { kept: at.map((_, c) => kept(c)), lost, changed };
      }
    };
    visit();
    return best;
  };

  const everything = claims.map(({ options }) => options.map((_, o) => o));
  const best = solve(everything, null) ?? dropSome(model, claims);
  let total = 0n;
  for (const { weight } of claims) total += weight;
  const { lost } = best;
  const never: [number, number][] = [];
  claims.forEach(({ options }, c) => {
    // Where the claim is dropped in a best choice, any reading of it will do.
    if (best.kept[c] === -1 || cut) return;
    options.forEach((_, o) => {
      if (o === best.kept[c] || cut) return;
      const only = everything.map((list, other) => other === c ? [o] : list);
      const found = solve(only, lost);
      if (!found && !cut) never.push([c, o]);
    });
  });
  return {
    choice: best.kept.map((option) => Math.max(0, option)),
    dropped: best.kept.flatMap((option, c) => option === -1 ? [c] : []),
    weight: total - lost,
    never,
    complete: !cut,
  };
}

/** Some solution, quickly: default readings, less a claim of each conflict. */
function dropSome(model: Model, claims: readonly Choosable[]): Solution {
  const home = new Map<number, number>();
  claims.forEach(({ options: [first] }, c) => {
    if (first && first.item !== null) home.set(first.item, c);
  });
  const kept = claims.map(() => 0);
  let lost = 0n;
  for (const { index, items } of model.system.components) {
    const rest = Uint8Array.from(items, (item) => Number(home.has(item)));
    for (;;) {
      const certificate = model.solver(index).refute(rest);
      if (!certificate) break;
      const [row] = certificate.rows;
      const item = row!.constraint.item;
      rest[items.indexOf(item)] = 0;
      const c = home.get(item)!;
      kept[c] = -1;
      lost += claims[c]!.weight;
    }
  }
  return { kept, lost, changed: 0 };
}
