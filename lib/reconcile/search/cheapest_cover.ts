import { compareCost, compareLists, costOf } from "./cost.ts";
import { Cover, type CoverRow, coverRows } from "./cover.ts";
import { type Deadline, type Limit, Steps } from "../deadline.ts";
import type { Demand } from "./demand.ts";
import {
  FEWEST_FOR_TREE,
  MOST_REDUCED_SETS,
  PATIENT_REDUCTIONS,
  PROGRAMS_FOR_DEMANDS,
  REDUCIBLE_SETS,
  REDUCTIONS,
  TREE_NODES,
} from "./effort.ts";
import { cheapestHittingSet, type Hitting, separate } from "./hitting_set.ts";
import { hittingTree } from "./hitting_tree.ts";
import type { Highs } from "../solve/load_highs.ts";

/** What is to be hit, and made up for. */
interface Task {
  readonly sets: readonly (readonly number[])[];
  readonly demands: readonly Demand[];
  /** All elements of these, ascending. */
  readonly elements: readonly number[];
  readonly weights: readonly bigint[];
}

/** What is known of one group of sets. */
interface Answer {
  readonly best: Hitting;
  /** Whether it is the first in order among those that cost the same. */
  readonly first: boolean;
}

/** A cheapest hitting set, and how much of that is proved. */
export interface Covering extends Hitting {
  /** Whether it is the first in order among those that cost the same. */
  readonly first: boolean;
  /** How many programs were solved for it. */
  readonly programs: number;
}

/**
 * Cheapest hitting sets of sets that become more: independent groups of sets
 * are solved by themselves and remembered, since new sets change few of them.
 * What is called optimal is proved in whole numbers.
 */
export class CheapestCover {
  readonly #highs: Highs | null;
  readonly #reductions: number;
  readonly #answers = new Map<string, Answer>();
  /** How many programs were solved so far. */
  #programs = 0;
  #nodes = TREE_NODES;
  #patience = PATIENT_REDUCTIONS;

  /** @param reductions Steps of them before linear programs help. */
  constructor(highs: Highs | null, reductions = REDUCTIONS) {
    this.#highs = highs;
    this.#reductions = reductions;
  }

  /** One that remembers nothing, for questions of another kind. */
  fresh(): CheapestCover {
    return new CheapestCover(this.#highs, this.#reductions);
  }

  /**
   * The cheapest set that shares an element with every given set and makes up
   * for what is demanded.
   *
   * @param first Whether it must be the first in order of those that cost the
   * same: the last thing to find out, because it is the dearest.
   * @param hint A hitting set that is expected to be a cheapest one.
   */
  solve(
    sets: readonly (readonly number[])[],
    demands: readonly Demand[],
    weights: readonly bigint[],
    deadline: Deadline,
    first: boolean,
    hint: readonly number[] | null,
  ): Covering {
    const before = this.#programs;
    const demanding = new Map(demands.map((demand) => [demand.set, demand]));
    const groups = separate([...sets, ...demanding.keys()]);
    // Small ones first: what is hard must not leave them without time.
    groups.sort((a, b) => a.length - b.length);
    const answers = groups.map((group, i) =>
      this.#group(
        group.filter((set) => !demanding.has(set)),
        group.flatMap((set) => demanding.get(set) ?? []),
        weights,
        deadline.share(i === groups.length - 1 ? 1 : 0.5),
        first,
        hint,
      )
    );
    const set = answers.flatMap(({ best }) => best.set).sort((a, b) => a - b);
    return {
      set,
      ...costOf(set, weights),
      optimal: answers.every(({ best }) => best.optimal),
      first: answers.every((answer) => answer.first),
      programs: this.#programs - before,
    };
  }

  #group(
    sets: readonly (readonly number[])[],
    demands: readonly Demand[],
    weights: readonly bigint[],
    deadline: Deadline,
    first: boolean,
    hint: readonly number[] | null,
  ): Answer {
    const all = [...sets, ...demands.map(({ set }) => set)];
    const elements = [...new Set(all.flat())].sort((a, b) => a - b);
    const key = JSON.stringify([
      sets,
      demands,
      elements.map((e) => `${weights[e]}`),
    ]);
    const known = this.#answers.get(key);
    if (known?.best.optimal && (known.first || !first)) return known;
    const quick = known?.best ?? this.#tree(sets, weights, hint) ??
      this.#reduced(sets, weights, deadline);
    // What hits the sets most cheaply and meets the demands is best for both.
    const meets = quick.optimal &&
      demands.every((d) => meetsDemand(quick.set, d));
    let answer: Answer = {
      best: { ...quick, optimal: meets },
      first: !known && meets,
    };
    if (!answer.first) {
      // Demands only spare rounds: where they are dear, what hits the sets alone
      // most cheaply is no dearer than any repair either.
      const spare = quick.optimal && !meets;
      const starts = [quick.set, elements];
      if (hint) starts.push(hint.filter((e) => elements.includes(e)));
      const reducible = sets.length <= REDUCIBLE_SETS;
      // Some are soon solved by programs and some by reductions: each in turn.
      for (let turn = 1;; turn *= 4) {
        const stop = spare
          ? new Steps(PROGRAMS_FOR_DEMANDS, deadline)
          : reducible
          ? new Steps(10 * PROGRAMS_FOR_DEMANDS * turn, deadline)
          : deadline;
        answer = this.#program(
          { sets, demands, elements, weights },
          stop,
          first,
          starts,
          meets ? quick.set : null,
        ) ?? this.#patiently(sets, weights, deadline, answer);
        if (answer.best.optimal || deadline.over()) break;
        if (spare) {
          answer = { best: quick, first: true };
          break;
        }
        if (!reducible) break;
        starts.push(answer.best.set);
        const steps = 4 * PATIENT_REDUCTIONS * turn;
        const best = cheapestHittingSet(
          sets,
          weights,
          new Steps(steps, deadline),
        );
        if (best.optimal) {
          this.#patience = steps;
          answer = { best, first: true };
          break;
        }
      }
      // Which is the first in order is not left open for want of a few steps.
      const { best } = answer;
      if (best.optimal && first && !answer.first) {
        answer = this.#program(
          { sets, demands, elements, weights },
          deadline,
          first,
          starts,
          best.set,
        ) ?? answer;
      }
    }
    if (answer.best.optimal) this.#answers.set(key, answer);
    return answer;
  }

  /** Of many sets, where few elements hit them. */
  #tree(
    sets: readonly (readonly number[])[],
    weights: readonly bigint[],
    hint: readonly number[] | null,
  ): Hitting | null {
    if (sets.length < FEWEST_FOR_TREE) return null;
    const found = hittingTree(sets, weights, this.#nodes, hint);
    // Where many are needed, ever less is spent on finding that out.
    this.#nodes = found ? TREE_NODES : Math.max(1, this.#nodes >> 1);
    return found;
  }

  /** By reductions, for a moment; for longer where that has been of use. */
  #reduced(
    sets: readonly (readonly number[])[],
    weights: readonly bigint[],
    deadline: Deadline,
  ): Hitting {
    if (sets.length > REDUCIBLE_SETS) {
      const steps = sets.length > MOST_REDUCED_SETS ? 1 : this.#reductions;
      return cheapestHittingSet(sets, weights, new Steps(steps, deadline));
    }
    const steps = Math.max(this.#reductions, this.#patience);
    const found = cheapestHittingSet(sets, weights, new Steps(steps, deadline));
    this.#patience = found.optimal
      ? Math.max(PATIENT_REDUCTIONS, this.#patience)
      : this.#patience >> 1;
    return found;
  }

  /** Without linear programs, as long as it takes. */
  #patiently(
    sets: readonly (readonly number[])[],
    weights: readonly bigint[],
    deadline: Deadline,
    before: Answer,
  ): Answer {
    const best = cheapestHittingSet(sets, weights, deadline);
    if (best.optimal) return { best, first: true };
    return compareCost(best, before.best) < 0 ? { best, first: false } : before;
  }

  /**
   * @param starts Sets to start from; some may miss sets or demands.
   * @param optimal The one of them that is known to be a cheapest.
   */
  #program(
    { sets, demands, elements, weights }: Task,
    stop: Limit,
    first: boolean,
    starts: readonly (readonly number[])[],
    optimal: readonly number[] | null,
  ): Answer | null {
    if (!this.#highs) return null;
    const at = new Map(elements.map((e, i) => [e, i]));
    // The least weight, then the fewest elements, in one whole number.
    const many = BigInt(elements.length + 1);
    const costs = elements.map((e) => weights[e]! * many + 1n);
    const rows: CoverRow[] = coverRows(
      sets.map((set) => set.map((e) => at.get(e)!)),
      elements.length,
    );
    for (const { set, amounts, need } of demands) {
      rows.push({ set: set.map((e) => at.get(e)!), amounts, need });
    }
    using cover = Cover.of(this.#highs, rows, costs, stop);
    if (!cover) return null;
    const globally = (set: readonly number[]) => set.map((i) => elements[i]!);
    const hits = (set: readonly number[]) => {
      const chosen = new Set(set);
      return sets.every((s) => s.some((e) => chosen.has(e))) &&
        demands.every((demand) => meetsDemand(set, demand));
    };
    const start = starts.filter(hits).map((s) => s.map((e) => at.get(e)!));
    let best = optimal?.map((e) => at.get(e)!) ??
      start.reduce((a, b) => cover.cost(b) < cover.cost(a) ? b : a);
    let proved = optimal !== null;
    if (!proved) {
      const found = cover.seek(cover.cost(best) - 1);
      if (found) best = found;
      proved = !cover.cut;
    }
    let inOrder = false;
    if (proved && first) {
      best = cover.first(best);
      inOrder = !cover.cut;
    }
    this.#programs += cover.programs;
    const set = globally(best).sort((a, b) => a - b);
    return {
      best: { set, ...costOf(set, weights), optimal: proved },
      first: inOrder,
    };
  }
}

/** Whether a set makes up for what is needed. */
function meetsDemand(chosen: readonly number[], demand: Demand): boolean {
  let left = demand.need;
  demand.set.forEach((e, k) => {
    if (chosen.includes(e)) left -= demand.amounts[k]!;
  });
  return left <= 0;
}

/** Negative where a repair is to be had before another. */
export function compareHittings(a: Hitting, b: Hitting): number {
  return compareCost(a, b) || compareLists(a.set, b.set);
}
