import { type Choice, choicesOf } from "./alternatives.ts";
import { combineRepairs, type Drop } from "./search/combine_repairs.ts";
import { compareCost, compareLists, costOf } from "./search/cost.ts";
import { type Deadline, inTime } from "./deadline.ts";
import type { Model, UnitRepair } from "./search/model.ts";
import type { Proof } from "./proof/proof.ts";
import { takeTurns } from "./search/turns.ts";

/** A conflict of a whole system. */
export interface SystemConflict {
  /** Units, in the order of their names. */
  readonly units: readonly number[];
  /** Items of the proof, in the order of claim ids. */
  readonly items: readonly number[];
  /** Why they cannot all be true. */
  readonly proof: Proof;
}

/** A repair of a whole system. */
export interface SystemRepair {
  /** Units, in the order of their names. */
  readonly units: readonly number[];
  /** All their items, in the order of claim ids. */
  readonly items: readonly number[];
  readonly weight: bigint;
}

/** What disagrees, and the least that must give. */
export interface Cheapest extends SystemRepair {
  /** The clusters whose claims cannot all be true. */
  readonly disagreeing: readonly number[];
  /** The cheapest repair of each of these. */
  readonly parts: readonly UnitRepair[];
  /** Whether it certainly is the cheapest. */
  readonly certain: boolean;
}

/** Everything that disagrees, and everything that may give. */
export interface Lists {
  /** By size, then names; cut at `most`. */
  readonly conflicts: readonly SystemConflict[];
  /** Whether no conflict is missing. */
  readonly conflictsComplete: boolean;
  /** False where the time ran out before the list was complete or full. */
  readonly conflictsCertain: boolean;
  /** By weight, size, names; cut at `most`. */
  readonly repairs: readonly SystemRepair[];
  /** Whether no repair is missing. */
  readonly repairsComplete: boolean;
  /** What may give instead of the cheapest repair, at the same weight. */
  readonly choices: readonly {
    /** Items of each option, the one used first. */
    readonly options: readonly (readonly number[])[];
    /** Whether these certainly are all. */
    readonly complete: boolean;
  }[];
  /** False where the time ran out before the list was complete or full. */
  readonly repairsCertain: boolean;
  /** The cheapest repair: a better one where the lists came upon one. */
  readonly cheapest: Cheapest;
  /** By item: the share of the repairs of its cluster that drop it. */
  readonly blame: Float64Array;
}

/** All items of units, in the order of claim ids. */
export function itemsOfUnits(
  model: Model,
  units: readonly number[],
): number[] {
  return inOrder(model, units.flatMap((u) => model.units.units[u]!.items));
}

function inOrder(model: Model, items: readonly number[]): number[] {
  const { rank } = model;
  return items.toSorted((a, b) => rank[a]! - rank[b]!);
}

function repairOf(model: Model, units: readonly number[]): SystemRepair {
  let weight = 0n;
  for (const unit of units) weight += model.weightOf(unit);
  return { units, items: itemsOfUnits(model, units), weight };
}

/** Finds the cheapest repair, cluster by cluster. */
export function cheapestRepairOf(
  model: Model,
  components: readonly number[],
  deadline: Deadline,
): Cheapest {
  const disagreeing = model.disagreeingClusters(components);
  const parts = disagreeing.map((cluster, i) => {
    const share = deadline.share(1 / (disagreeing.length - i));
    return model.cheapest(cluster, share);
  });
  return cheapestOfParts(model, disagreeing, parts);
}

function cheapestOfParts(
  model: Model,
  disagreeing: readonly number[],
  parts: Cheapest["parts"],
): Cheapest {
  const units = parts.flatMap((part) => part.units).sort((a, b) => a - b);
  const certain = parts.every(({ optimal }) => optimal);
  return { ...repairOf(model, units), disagreeing, parts, certain };
}

/** The measures that the claims of units or conflicts are about. */
function measuresOf(model: Model, items: readonly number[]): number[] {
  const { measures, items: all } = model.system;
  const found = new Set<number>();
  for (const item of items) {
    const { count, of } = all[item]!;
    found.add(measures.indexOf.get(count.measure)!);
    if (of) found.add(measures.indexOf.get(of.measure)!);
  }
  return [...found];
}

/**
 * The first repairs, less some of them in favour of repairs that drop claims of
 * measures which those leave alone; the first always stays.
 */
function withTurns(
  model: Model,
  repairs: readonly Drop[],
  parts: readonly (readonly Drop[])[],
  wanted: ReadonlySet<number>,
): Drop[] {
  const dropped = ({ ranks }: Drop) =>
    measuresOf(model, ranks.flatMap((u) => model.units.units[u]!.items));
  const left = new Set(wanted);
  const takeTurn = (repair: Drop) => {
    const turns = dropped(repair).filter((m) => left.has(m));
    for (const m of turns) left.delete(m);
    return turns.length > 0;
  };
  const chosen = repairs.filter((repair, i) => takeTurn(repair) || i === 0);
  const others = repairs.filter((repair) => !chosen.includes(repair));
  parts.forEach((drops, p) => {
    for (const drop of left.size > 0 ? drops : []) {
      if (chosen.length >= repairs.length) return;
      if (!takeTurn(drop)) continue;
      const parted = parts.map((other, o) =>
        o === p ? [drop] : other.slice(0, 1)
      );
      chosen.push(...combineRepairs(parted, 1).repairs);
    }
  });
  chosen.push(...others.slice(0, repairs.length - chosen.length));
  return chosen.sort((a, b) =>
    compareCost(a, b) || compareLists(a.ranks, b.ranks)
  );
}

/** The units of a cluster that say something about each measure. */
function unitsByMeasure(model: Model, cluster: number): Set<number>[] {
  const by = new Map<number, Set<number>>();
  model.units.clusters[cluster]!.units.forEach((unit, u) => {
    for (const m of measuresOf(model, model.units.units[unit]!.items)) {
      const known = by.get(m);
      if (known) known.add(u);
      else by.set(m, new Set([u]));
    }
  });
  return [...by.values()];
}

/**
 * Finds the conflicts and repairs of a system, cluster by cluster, as far as
 * lists of `most` can show them and the time allows. It goes on from the search
 * for the cheapest repair.
 */
export function listsOf(
  model: Model,
  cheapest: Cheapest,
  most: number,
  deadline: Deadline,
): Lists {
  const { disagreeing } = cheapest;
  const best: Cheapest["parts"][number][] = [];
  const conflicts: { units: number[]; items: readonly number[] }[] = [];
  const parts: Drop[][] = [];
  const choices: Choice[] = [];
  const blame = new Float64Array(model.system.items.length);
  let complete = true;
  let conflictsCertain = true;
  let repairsCertain = true;
  disagreeing.forEach((cluster, i) => {
    const share = deadline.share(0.85 / (disagreeing.length - i));
    const search = model.search(cluster);
    const { units } = model.units.clusters[cluster]!;
    const turns = unitsByMeasure(model, cluster);
    const intime = model.clock.during(
      share,
      () => search.enumerate(share, most, turns),
    );
    complete &&= search.complete;
    const globally = (set: readonly number[]) => set.map((u) => units[u]!);
    for (const { set, items } of search.conflicts) {
      conflicts.push({ units: globally(set), items: inOrder(model, items) });
    }
    const drops = search.repairs.map((r): Drop => ({
      ...r,
      ranks: globally(r.set),
    }));
    // The cheapest is known even where the list was cut before it; what could
    // give less, in want of time, is no repair to list.
    const part = cheapest.parts[i]!;
    const own = part.units;
    const cost = costOf(
      [...own.keys()],
      own.map((unit) => model.weightOf(unit)),
    );
    if (
      part.minimal && !drops.some((d) => compareLists(d.ranks, own) === 0)
    ) {
      drops.push({ ranks: own, ...cost });
    }
    drops.sort((a, b) => compareCost(a, b) || compareLists(a.ranks, b.ranks));
    parts.push(drops);
    const [first] = drops;
    best.push(
      first && compareCost(first, cost) <= 0
        ? {
          units: first.ranks,
          // Where all repairs are known the first of them is the cheapest.
          optimal: search.complete ||
            part.optimal && compareLists(first.ranks, own) === 0,
          minimal: true,
        }
        : part,
    );
    const done = search.complete;
    conflictsCertain &&= done || intime && search.conflicts.length > most;
    repairsCertain &&= done || intime && drops.length > most;
    const used = best.at(-1)!.units;
    const least = first && compareLists(first.ranks, used) === 0
      ? drops.filter((d) => d.weight === first.weight).map((d) => d.ranks)
      : [];
    choices.push(...choicesOf(
      used,
      least,
      search.conflicts.map(({ set }) => globally(set)),
      done,
    ));
    const dropped = new Map<number, number>();
    for (const { ranks } of drops) {
      for (const unit of ranks) {
        dropped.set(unit, (dropped.get(unit) ?? 0) + 1);
      }
    }
    for (const [unit, times] of dropped) {
      for (const item of model.units.units[unit]!.items) {
        blame[item] = times / drops.length;
      }
    }
  });
  conflicts.sort((a, b) =>
    a.units.length - b.units.length || compareLists(a.units, b.units)
  );
  const measures = conflicts.map(({ items }) => measuresOf(model, items));
  const shown: SystemConflict[] = [];
  for (const i of takeTurns(measures, most)) {
    const { units, items } = conflicts[i]!;
    const proof = model.clock.during(
      deadline,
      () => inTime(() => model.contradiction(items), () => null),
    );
    // Without its proof it is not told.
    if (proof) shown.push({ units, items, proof });
    else conflictsCertain = false;
  }
  const { repairs, total } = combineRepairs(parts, most);
  const listed = total <= most
    ? repairs
    : withTurns(model, repairs, parts, new Set(measures.flat()));
  return {
    conflicts: shown,
    conflictsComplete: complete && shown.length === conflicts.length,
    conflictsCertain,
    repairs: disagreeing.length === 0
      ? []
      : listed.map(({ ranks }) => repairOf(model, ranks)),
    repairsComplete: complete && total <= most,
    choices: choices.map(({ options, complete }) => ({
      options: options.map((units) => itemsOfUnits(model, units)),
      complete,
    })),
    repairsCertain,
    cheapest: cheapestOfParts(model, disagreeing, best),
    blame,
  };
}
