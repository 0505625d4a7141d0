import { compareCost, compareLists, costOf } from "./cost.ts";
import { Cover, coverRows } from "./cover.ts";
import { type Deadline, Steps } from "./deadline.ts";
import { cheapestHittingSet, type Hitting, separate } from "./hitting_set.ts";
import type { Highs } from "./load_highs.ts";

/** Steps for a cheapest hitting set before linear programs help. */
const MOMENT = 300;

/** Sets that share elements with so many others are left to linear programs. */
const MANY = 1_500;

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
}

/**
 * Cheapest hitting sets of sets that become more: independent groups of sets
 * are solved by themselves and remembered, since new sets change few of them.
 * What is called optimal is proved in whole numbers.
 */
export class CheapestCover {
  readonly #highs: Highs | null;
  readonly #answers = new Map<string, Answer>();

  constructor(highs: Highs | null) {
    this.#highs = highs;
  }

  /**
   * The cheapest set that shares an element with every given set.
   *
   * @param first Whether it must be the first in order of those that cost the
   * same: the last thing to find out, because it is the dearest.
   * @param hint A hitting set that is expected to be a cheapest one.
   */
  solve(
    sets: readonly (readonly number[])[],
    weights: readonly bigint[],
    deadline: Deadline,
    first: boolean,
    hint: readonly number[] | null,
  ): Covering {
    let whole: Covering = {
      set: [],
      weight: 0n,
      size: 0,
      optimal: true,
      first: true,
    };
    const groups = separate(sets.map((set) => [...set]));
    // Small ones first: what is hard must not leave them without time.
    groups.sort((a, b) => a.length - b.length);
    groups.forEach((group, i) => {
      const share = deadline.share(i === groups.length - 1 ? 1 : 0.5);
      const { best, first: inOrder } = this.#group(
        group,
        weights,
        share,
        first,
        hint,
      );
      whole = {
        set: [...whole.set, ...best.set],
        weight: whole.weight + best.weight,
        size: whole.size + best.size,
        optimal: whole.optimal && best.optimal,
        first: whole.first && inOrder,
      };
    });
    return { ...whole, set: whole.set.toSorted((a, b) => a - b) };
  }

  #group(
    sets: readonly (readonly number[])[],
    weights: readonly bigint[],
    deadline: Deadline,
    first: boolean,
    hint: readonly number[] | null,
  ): Answer {
    const elements = [...new Set(sets.flat())].sort((a, b) => a - b);
    const key = JSON.stringify([sets, elements.map((e) => `${weights[e]}`)]);
    const known = this.#answers.get(key);
    if (known?.best.optimal && (known.first || !first)) return known;
    const steps = new Steps(sets.length > MANY ? 1 : MOMENT, deadline);
    const quick = known?.best ?? cheapestHittingSet(sets, weights, steps);
    let answer: Answer = { best: quick, first: !known && quick.optimal };
    if (!answer.first) {
      answer = this.#program(sets, elements, weights, deadline, first, [
        quick.set,
        ...hint ? [hint.filter((e) => elements.includes(e))] : [],
      ], quick.optimal) ??
        this.#patiently(sets, weights, deadline, answer);
    }
    if (answer.best.optimal) this.#answers.set(key, answer);
    return answer;
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
   * @param starts Hitting sets to start from; some may miss sets.
   * @param optimal Whether the first of them is known to be a cheapest.
   */
  #program(
    sets: readonly (readonly number[])[],
    elements: readonly number[],
    weights: readonly bigint[],
    deadline: Deadline,
    first: boolean,
    starts: readonly (readonly number[])[],
    optimal: boolean,
  ): Answer | null {
    if (!this.#highs) return null;
    const at = new Map(elements.map((e, i) => [e, i]));
    // The least weight, then the fewest elements, in one whole number.
    const many = BigInt(elements.length + 1);
    const costs = elements.map((e) => weights[e]! * many + 1n);
    const rows = coverRows(
      sets.map((set) => set.map((e) => at.get(e)!)),
      elements.length,
    );
    using cover = Cover.of(this.#highs, rows, costs, deadline);
    if (!cover) return null;
    const globally = (set: readonly number[]) => set.map((i) => elements[i]!);
    const hits = (set: readonly number[]) => {
      const chosen = new Set(set);
      return sets.every((s) => s.some((e) => chosen.has(e)));
    };
    let best = starts.filter(hits).map((s) => s.map((e) => at.get(e)!)).reduce(
      (a, b) => cover.cost(b) < cover.cost(a) ? b : a,
    );
    let proved = optimal;
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
    const set = globally(best).sort((a, b) => a - b);
    return {
      best: { set, ...costOf(set, weights), optimal: proved },
      first: inOrder,
    };
  }
}

/** Negative where a repair is to be had before another. */
export function compareHittings(a: Hitting, b: Hitting): number {
  return compareCost(a, b) || compareLists(a.set, b.set);
}
