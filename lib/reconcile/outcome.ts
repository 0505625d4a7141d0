import { compareCost, compareLists } from "./cost.ts";
import { combineRepairs, type Drop } from "./combine_repairs.ts";
import type { Deadline } from "./deadline.ts";
import { type Model, Scope } from "./model.ts";
import type { Proof } from "./proof.ts";
import { byCodeUnits } from "./system.ts";

/** A conflict of a whole system. */
export interface SystemConflict {
  /** Items, in the order of claim ids. */
  readonly items: readonly number[];
  /** Why they cannot all be true. */
  readonly proof: Proof;
}

/** What must give, and what disagrees. */
export interface Outcome {
  /** The components whose claims cannot all be true. */
  readonly disagreeing: readonly number[];
  /** By size, then ids; cut at `most`. */
  readonly conflicts: readonly SystemConflict[];
  /** Whether no conflict is missing. */
  readonly conflictsComplete: boolean;
  /** By weight, size, ids; cut at `most`. */
  readonly repairs: readonly { items: number[]; weight: bigint }[];
  /** Whether no repair is missing. */
  readonly repairsComplete: boolean;
  /** The items of the cheapest repair. */
  readonly cheapest: readonly number[];
  /** Whether it certainly is the cheapest. */
  readonly cheapestCertain: boolean;
  /** By item: the share of the repairs of its component that drop it. */
  readonly blame: Float64Array;
}

/**
 * Finds the conflicts and repairs of a system, component by component: first
 * every cheapest repair, then everything else, as far as lists of `most` can
 * show it and the time allows.
 */
export function outcomeOf(
  model: Model,
  most: number,
  deadline: Deadline,
): Outcome {
  const { system } = model;
  const disagreeing = model.disagreeing();
  const everything = new Scope([]);
  let cheapestCertain = true;
  const cheapestOf = disagreeing.map((index, i) => {
    const share = deadline.share(0.75 / (disagreeing.length - i));
    const best = model.cheapest(index, everything, share);
    cheapestCertain &&= best.optimal;
    return best.drop;
  });
  disagreeing.forEach((index, i) => {
    const share = deadline.share(0.85 / (disagreeing.length - i));
    model.search(index).enumerate(share, most);
  });

  const order = system.items.map((_, i) => i).sort((a, b) =>
    byCodeUnits(
      system.items[a]!.claim.claim_id,
      system.items[b]!.claim.claim_id,
    )
  );
  const rank = new Int32Array(order.length);
  order.forEach((item, i) => rank[item] = i);

  const conflicts: number[][] = [];
  const parts: Drop[][] = [];
  const blame = new Float64Array(system.items.length);
  let complete = true;
  disagreeing.forEach((index, i) => {
    const search = model.search(index);
    const { items } = system.components[index]!;
    complete &&= search.complete;
    const globally = (set: readonly number[]) =>
      set.map((local) => rank[items[local]!]!).sort((a, b) => a - b);
    for (const { set } of search.conflicts) conflicts.push(globally(set));
    const { repairs } = search;
    const drops = repairs.map((r): Drop => ({ ...r, ranks: globally(r.set) }));
    const ranks = cheapestOf[i]!.map((item) => rank[item]!).sort((a, b) =>
      a - b
    );
    // The cheapest is known even where the list was cut before it.
    if (!drops.some((d) => compareLists(d.ranks, ranks) === 0)) {
      let weight = 0n;
      for (const item of cheapestOf[i]!) weight += model.weights[item]!;
      drops.push({ ranks, weight, size: ranks.length });
    }
    drops.sort((a, b) => compareCost(a, b) || compareLists(a.ranks, b.ranks));
    parts.push(drops);
    for (const { ranks } of drops) {
      for (const r of ranks) blame[order[r]!]! += 1 / drops.length;
    }
  });
  conflicts.sort((a, b) => a.length - b.length || compareLists(a, b));
  const shown = conflicts.slice(0, most).map((ranks): SystemConflict => {
    const items = ranks.map((r) => order[r]!);
    return { items, proof: model.contradiction(items) };
  });
  const { repairs, total } = combineRepairs(parts, most);
  return {
    disagreeing,
    conflicts: shown,
    conflictsComplete: complete && shown.length === conflicts.length,
    repairs: disagreeing.length === 0 ? [] : repairs.map((r) => ({
      items: r.ranks.map((x) => order[x]!),
      weight: r.weight,
    })),
    repairsComplete: complete && total <= most,
    cheapest: cheapestOf.flat().sort((a, b) => rank[a]! - rank[b]!),
    cheapestCertain,
    blame,
  };
}
