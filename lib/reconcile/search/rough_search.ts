import { compareCost, type Cost, costOf } from "./cost.ts";
import type { Deadline } from "../deadline.ts";
import type { HittingSets } from "./hitting_sets.ts";
import {
  ROUGH_DEAR_PROGRAMS,
  ROUGH_QUESTIONS,
  ROUGH_REPAIRS_GROWN,
} from "./effort.ts";
import { untilNeeded } from "./shrink.ts";

/** What is sought, and what is known of it. */
export interface RoughTask {
  /** Units that have something to say. */
  readonly everything: Uint8Array;
  /**
   * Units kept that seem to refute each other; `null`: they seem to agree;
   * `undefined`: it cannot be told.
   */
  seems(kept: Uint8Array): readonly number[] | null | undefined;
  /** What certainly must be hit, to which is added what seems so. */
  readonly sets: HittingSets;
  /**
   * Whether a hitting set must be the first in order of those that cost the
   * same: then what is sought is more cores alone.
   */
  readonly ordered: boolean;
  /** A repair that is known. */
  readonly known: readonly number[] | null;
  /** The next number of a sequence that is always the same. */
  random(): number;
}

/** What rounded numbers say: nothing of it is certain. */
export interface RoughFindings {
  /** Minimal sets that cannot be kept, as it seems. */
  readonly cores: readonly (readonly number[])[];
  /** The cheapest set whose removal leaves an agreeing rest, as it seems. */
  readonly repair: readonly number[] | null;
}

/** It cannot be told from rounded numbers. */
class Untold extends Error {}

/**
 * Looks for the cheapest repair as `cheapestRepair` does, by hitting sets of
 * conflicts that become more, but with rounded numbers alone: a hundred times as
 * many conflicts are met in the same time. What it finds is a guess to begin
 * with.
 */
export function roughSearch(
  task: RoughTask,
  deadline: Deadline,
): RoughFindings {
  const { everything, sets } = task;
  const { weights } = sets;
  const cores: (readonly number[])[] = [];
  let asked = 0;
  let best: (Cost & { readonly set: readonly number[] }) | null = null;
  let reached = false;
  const seems = (kept: Uint8Array) => {
    asked++;
    const found = task.seems(kept);
    if (found === undefined) throw new Untold();
    return found;
  };
  const over = () => asked > ROUGH_QUESTIONS || deadline.over();
  /** Takes units out of a core until none seems to be spared. */
  const shrunk = (core: readonly number[]) =>
    untilNeeded(core, (rest) => {
      const kept = new Uint8Array(everything.length);
      for (const unit of rest) kept[unit] = 1;
      return seems(kept);
    })!;
  /** Whether a core is new. */
  const add = (core: readonly number[]): boolean => {
    const added = sets.hit({ set: core, items: [] });
    if (added) cores.push(core);
    return added;
  };
  const whole = (kept: Uint8Array) => (set: readonly number[]) =>
    set.every((unit) => kept[unit]);
  /** A repair that holds a set, and cores on the way to it. */
  const grow = (set: readonly number[], careful: boolean) => {
    const kept = everything.slice();
    const dropped = [...set];
    for (const unit of set) kept[unit] = 0;
    while (!over()) {
      const found = seems(kept);
      if (!found) break;
      const core: readonly number[] = careful ? shrunk(found) : found;
      if (careful) add(core);
      // That which most of the cores that are still whole would need.
      const left = cores.filter(whole(kept));
      let unit = -1;
      let most = -1;
      for (const u of core) {
        let score = task.random() % 1000 / 500;
        for (const other of left) if (other.includes(u)) score++;
        score /= Number(weights[u]);
        if (score > most) [unit, most] = [u, score];
      }
      kept[unit] = 0;
      dropped.push(unit);
    }
    if (over()) return;
    shuffle(dropped, task.random);
    for (const unit of dropped) {
      kept[unit] = 1;
      if (cores.some(whole(kept)) || seems(kept)) kept[unit] = 0;
    }
    const repair = dropped.filter((unit) => !kept[unit]).sort((a, b) => a - b);
    const cost = costOf(repair, weights);
    if (!best || compareCost(cost, best) < 0) best = { set: repair, ...cost };
  };
  /** Grows repairs from most of the best one known. */
  const vary = () => {
    const set = [...best!.set];
    shuffle(set, task.random);
    grow(set.slice(0, Math.floor(set.length * 2 / 3)), false);
  };
  try {
    if (task.known) best = { set: task.known, ...costOf(task.known, weights) };
    while (!over()) {
      const cover = sets.cheapest({
        first: task.ordered,
        hint: best && (best as { set: readonly number[] }).set,
        deadline,
      });
      if (!cover.optimal || cover.programs > ROUGH_DEAR_PROGRAMS) break;
      reached = !task.ordered && best !== null &&
        compareCost(best, cover) <= 0;
      if (reached) break;
      const rest = everything.slice();
      for (const unit of cover.set) rest[unit] = 0;
      let more = false;
      for (let found = seems(rest); found; found = seems(rest)) {
        const core = shrunk(found);
        more = add(core) || more;
        for (const unit of core) rest[unit] = 0;
      }
      if (!more) {
        best = cover;
        reached = true;
        break;
      }
      const grown = task.ordered ? 0 : ROUGH_REPAIRS_GROWN;
      for (let i = 0; i < grown && !over(); i++) grow(cover.set, true);
    }
    if (!task.ordered) { while (best && !reached && !over()) vary(); }
  } catch (error) {
    if (!(error instanceof Untold)) throw error;
  }
  return {
    cores: cores.sort((a, b) => a.length - b.length),
    repair: best && (best as { set: readonly number[] }).set,
  };
}

function shuffle(list: number[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
}
