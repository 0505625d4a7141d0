import { divide, type Rational, rational } from "../quantity/rational.ts";
import type { ConflictSearch } from "./conflict_search.ts";
import { type Deadline, Steps } from "./deadline.ts";
import { cheapestHittingSet } from "./hitting_set.ts";
import { type Model, Scope } from "./model.ts";
import { cellsOf } from "./system.ts";

/** Conflicts up to this many are hit again to see what they rest on, */
const MANY = 1_000;

/** in so many steps. */
const STEPS = 2_000;

/** What the other claims imply for a claim, in its own unit. */
export interface ImpliedRange {
  /** At least; `null` where no other count above zero is possible. */
  readonly low: Rational | null;
  /** At most; `null` is open. */
  readonly high: Rational | null;
  /** Whether both are certainly the tightest: false when the time ran out. */
  readonly tight: boolean;
}

/** The others of a claim, which agree. */
export interface Others {
  /** Without the claim, and what makes the others disagree. */
  readonly scope: Scope;
  /** Whether what was left out of them certainly is their cheapest repair. */
  readonly certain: boolean;
}

/** By component: the items in the conflicts that prove its cheapest repair. */
const grounds = new WeakMap<ConflictSearch, ReadonlySet<number>>();

/**
 * The items on which it rests that a repair of a component is its cheapest:
 * those of the conflicts known, where nothing hits these at a lower cost; all
 * items where that does not show it. Without any other item the conflicts are
 * the same, and so is the cheapest repair.
 */
function groundsOf(
  model: Model,
  component: number,
  repair: readonly number[],
  deadline: Deadline,
): ReadonlySet<number> {
  const search = model.search(component);
  let items = grounds.get(search);
  if (items) return items;
  const own = model.system.components[component]!.items;
  const sets = search.conflicts.map(({ set }) => set);
  items = new Set(own);
  if (sets.length <= MANY) {
    const weights = own.map((item) => model.weights[item]!);
    const steps = new Steps(STEPS, deadline);
    const { set, optimal } = cheapestHittingSet(sets, weights, steps);
    const same = set.length === repair.length &&
      set.every((local) => repair.includes(own[local]!));
    if (optimal && same) {
      items = new Set(sets.flatMap((set) => set.map((local) => own[local]!)));
    }
  }
  grounds.set(search, items);
  return items;
}

/**
 * Who speaks where only the others do: without the claim itself, and without
 * the cheapest repair of the others where these disagree among themselves.
 *
 * @param reach Whether only the claim's own component is asked about.
 */
export function othersOf(
  model: Model,
  item: number,
  cheapest: ReadonlyMap<number, readonly number[]>,
  deadline: Deadline,
  reach: "home" | "everywhere" = "everywhere",
): Others {
  const { system } = model;
  const { count } = system.items[item]!;
  const home = system.componentOf[cellsOf(system, count).from]!;
  const dropped = [item];
  if (reach === "everywhere") {
    for (const [component, drop] of cheapest) {
      if (component !== home) dropped.push(...drop);
    }
  }
  const known = cheapest.get(home);
  // A cheapest repair without one of its claims is a cheapest one of the rest:
  // a better one, with that claim again, would have been better before.
  if (!known) return { scope: new Scope(dropped), certain: true };
  const stays = known.includes(item) ||
    !groundsOf(model, home, known, deadline).has(item);
  const { drop, optimal } = stays
    ? { drop: known, optimal: true }
    : model.cheapest(home, new Scope([item]), deadline, known);
  return { scope: new Scope([...dropped, ...drop]), certain: optimal };
}

/**
 * What the items of a scope imply for a claim that is not one of them: for a
 * total the bounds of its count, for a rate those divided by its months, for a
 * ratio or share the extremes of the one count over the other where that is
 * above zero.
 */
export function impliedFor(
  model: Model,
  item: number,
  scope: Scope,
): ImpliedRange {
  const { system } = model;
  const { count, of, months } = system.items[item]!;
  const range = cellsOf(system, count);
  if (of) {
    const component = system.componentOf[range.from]!;
    const mask = scope.mask(system, component);
    const solver = model.solver(component);
    const other = cellsOf(system, of);
    const low = solver.ratio!(range, other, "low", mask);
    if (low === undefined) return { low: null, high: null, tight: true };
    const high = solver.ratio!(range, other, "high", mask);
    return {
      low: low.value,
      high: high?.value ?? null,
      tight: low.tight && (high?.tight ?? true),
    };
  }
  const { start, end } = count;
  const low = model.count(range.measure, start, end, "low", scope);
  const high = model.count(range.measure, start, end, "high", scope);
  const n = rational(months);
  return {
    low: divide(low.value!, n),
    high: high.value && divide(high.value, n),
    tight: low.tight && high.tight,
  };
}
