import type { CheapestCover } from "./cheapest_cover.ts";
import { compareCost, type Cost, costOf } from "./cost.ts";
import type { Deadline } from "../deadline.ts";
import type { Demand } from "./demand.ts";

/** Questions put to rounded numbers at most. */
const QUESTIONS = 4_000;

/** Programs for one hitting set after which it is too dear to go on. */
const DEAR = 100;

/** Repairs grown from each hitting set. */
const GROWN = 4;

/** What is sought, and what is known of it. */
export interface RoughTask {
  /** Units that have something to say. */
  readonly everything: Uint8Array;
  /**
   * Units kept that seem to refute each other; `null`: they seem to agree;
   * `undefined`: it cannot be told.
   */
  seems(kept: Uint8Array): readonly number[] | null | undefined;
  /** Sets that certainly cannot be kept. */
  readonly sets: readonly (readonly number[])[];
  /** What certainly must be made up for. */
  readonly demands: readonly Demand[];
  /** What dropping each unit costs. */
  readonly weights: readonly bigint[];
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
  covers: CheapestCover,
  deadline: Deadline,
): RoughFindings {
  const { weights, everything } = task;
  const cores: number[][] = [];
  const met = new Set<string>();
  let asked = 0;
  let best: (Cost & { readonly set: readonly number[] }) | null = null;
  let reached = false;
  const seems = (kept: Uint8Array) => {
    asked++;
    const found = task.seems(kept);
    if (found === undefined) throw new Untold();
    return found;
  };
  const over = () => asked > QUESTIONS || deadline.over();
  /** Takes units out of a core until none seems to be spared. */
  const shrunk = (core: readonly number[]): number[] => {
    const kept = new Uint8Array(everything.length);
    for (const unit of core) kept[unit] = 1;
    let left = core;
    const needed = new Set<number>();
    for (;;) {
      const next = left.find((unit) => !needed.has(unit));
      if (next === undefined) break;
      kept[next] = 0;
      const smaller = seems(kept);
      if (smaller) {
        kept.fill(0);
        for (const unit of smaller) kept[unit] = 1;
        left = smaller;
      } else {
        kept[next] = 1;
        needed.add(next);
      }
    }
    return [...left];
  };
  /** Whether a core is new. */
  const add = (core: number[]): boolean => {
    const key = core.join();
    if (met.has(key)) return false;
    met.add(key);
    cores.push(core);
    return true;
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
      if (careful) add([...core]);
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
      const before = covers.glances;
      const cover = covers.solve(
        [...task.sets, ...cores],
        task.demands,
        weights,
        deadline,
        task.ordered,
        best && (best as { set: readonly number[] }).set,
      );
      if (!cover.optimal || covers.glances - before > DEAR) break;
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
      const grown = task.ordered ? 0 : GROWN;
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
