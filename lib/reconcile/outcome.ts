import { type Choice, choicesOf } from "./alternatives.ts";
import { compareCost, compareLists } from "./cost.ts";
import { combineRepairs, type Drop } from "./combine_repairs.ts";
import type { Deadline } from "./deadline.ts";
import { type Model, Scope } from "./model.ts";
import type { Proof } from "./proof.ts";
import { byCodeUnits, type System } from "./system.ts";

/** A conflict of a whole system. */
export interface SystemConflict {
  /** Items, in the order of claim ids. */
  readonly items: readonly number[];
  /** Why they cannot all be true. */
  readonly proof: Proof;
}

/** What disagrees, and the least that must give. */
export interface Cheapest {
  /** The components whose claims cannot all be true. */
  readonly disagreeing: readonly number[];
  /** The items of the cheapest repair of each of these. */
  readonly parts: readonly (readonly number[])[];
  /** The items of the cheapest repair, in the order of claim ids. */
  readonly items: readonly number[];
  /** Whether it certainly is the cheapest. */
  readonly certain: boolean;
}

/** Everything that disagrees, and everything that may give. */
export interface Lists {
  /** By size, then ids; cut at `most`. */
  readonly conflicts: readonly SystemConflict[];
  /** Whether no conflict is missing. */
  readonly conflictsComplete: boolean;
  /** By weight, size, ids; cut at `most`. */
  readonly repairs: readonly { items: number[]; weight: bigint }[];
  /** Whether no repair is missing. */
  readonly repairsComplete: boolean;
  /** What may give instead of the cheapest repair, at the same weight. */
  readonly choices: readonly {
    /** Items of each option, the one used first. */
    readonly options: readonly (readonly number[])[];
    /** Whether these certainly are all. */
    readonly complete: boolean;
  }[];
  /** Whether the searches ended by themselves rather than by the time. */
  readonly timely: boolean;
  /** By item: the share of the repairs of its component that drop it. */
  readonly blame: Float64Array;
}

/** The items in the order of their claims' ids. */
function itemOrder({ items }: System): { order: number[]; rank: Int32Array } {
  const order = items.map((_, i) => i).sort((a, b) =>
    byCodeUnits(items[a]!.claim.claim_id, items[b]!.claim.claim_id)
  );
  const rank = new Int32Array(order.length);
  order.forEach((item, i) => rank[item] = i);
  return { order, rank };
}

/** Finds the cheapest repair, component by component. */
export function cheapestRepairOf(
  model: Model,
  disagreeing: readonly number[],
  deadline: Deadline,
): Cheapest {
  const everything = new Scope([]);
  let certain = true;
  const parts = disagreeing.map((index, i) => {
    const share = deadline.share(1 / (disagreeing.length - i));
    const best = model.cheapest(index, everything, share);
    certain &&= best.optimal;
    return best.drop;
  });
  const { rank } = itemOrder(model.system);
  const items = parts.flat().sort((a, b) => rank[a]! - rank[b]!);
  return { disagreeing, parts, items, certain };
}

/**
 * Finds the conflicts and repairs of a system, component by component, as far
 * as lists of `most` can show them and the time allows. It goes on from the
 * search for the cheapest repair.
 */
export function listsOf(
  model: Model,
  { disagreeing, parts: cheapestOf }: Cheapest,
  most: number,
  deadline: Deadline,
): Lists {
  const { system } = model;
  let timely = true;
  disagreeing.forEach((index, i) => {
    const share = deadline.share(0.85 / (disagreeing.length - i));
    const search = model.search(index);
    search.enumerate(share, most);
    timely &&= search.complete || !share.over();
  });

  const { order, rank } = itemOrder(system);
  const conflicts: number[][] = [];
  const parts: Drop[][] = [];
  const choices: Choice[] = [];
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
    const { weight } = drops.find((d) => compareLists(d.ranks, ranks) === 0)!;
    choices.push(...choicesOf(
      ranks,
      drops.filter((d) => d.weight === weight).map((d) => d.ranks),
      search.conflicts.map(({ set }) => globally(set)),
      search.complete,
    ));
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
    conflicts: shown,
    conflictsComplete: complete && shown.length === conflicts.length,
    repairs: disagreeing.length === 0 ? [] : repairs.map((r) => ({
      items: r.ranks.map((x) => order[x]!),
      weight: r.weight,
    })),
    repairsComplete: complete && total <= most,
    choices: choices.map(({ options, complete }) => ({
      options: options.map((ranks) => ranks.map((r) => order[r]!)),
      complete,
    })),
    timely,
    blame,
  };
}
