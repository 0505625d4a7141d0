import { type Day, monthEnd, monthOf, show } from "./day.ts";
import {
  frac,
  type Fraction,
  minus,
  nearest,
  NONE,
  order,
  over,
  plus,
} from "./fraction.ts";
import type { Input, Options } from "./input.ts";
import { type Constraint, type Form, Tableau } from "./simplex.ts";
import type { Count, Statement } from "./statement.ts";
import { counts, Grid, monthly, put, World } from "./world.ts";

/** A low and a high; `null` is open. */
export interface Range {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

/** A set of claims to drop and what that costs. */
export interface Repair {
  readonly drop: readonly string[];
  readonly weight: Fraction;
}

/** A bound of one month. */
export interface MonthBound extends Range {
  readonly measure: string;
  readonly start: string;
  readonly end: string;
}

/** Compares two lists of ids: shorter first, then by code units. */
function byIds(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  }
  return 0;
}

/** Compares two repairs: by weight, size, ids. */
function byCost(a: Repair, b: Repair): number {
  return order(a.weight, b.weight) || byIds(a.drop, b.drop);
}

/** Everything that a few claims imply, by trying every subset of them. */
export class Oracle {
  readonly world: World;
  readonly said: readonly Statement[];
  /** Bits of the claims of each component. */
  readonly #parts = new Map<string, number>();
  readonly #known = new Map<string, boolean>();

  constructor(input: Input, options: Options = {}) {
    this.world = new World(input, options);
    this.said = this.world.said;
    this.said.forEach(({ count }, i) => {
      const root = this.world.component(count.measure);
      this.#parts.set(root, (this.#parts.get(root) ?? 0) | 1 << i);
    });
  }

  /** The set of all claims, as bits. */
  get all(): number {
    return (1 << this.said.length) - 1;
  }

  #of(mask: number): Statement[] {
    return this.said.filter((_, i) => mask & 1 << i);
  }

  /** Ids of a set of claims, sorted. */
  ids(mask: number): string[] {
    return this.#of(mask).map(({ id }) => id).sort();
  }

  /** Tableau of a component under some claims, with room for some counts. */
  #tableau(root: string, mask: number, extra: readonly Count[]) {
    const said = this.#of(mask & (this.#parts.get(root) ?? 0));
    const grid = new Grid(this.world, root, [
      ...said.flatMap(counts),
      ...extra,
    ]);
    for (const one of said) grid.claim(one, NONE);
    return { grid, tableau: new Tableau(grid.variables, grid.constraints) };
  }

  /** Whether a set of claims can all be true. */
  feasible(mask: number): boolean {
    for (const [root, part] of this.#parts) {
      const own = mask & part;
      if (own === 0) continue;
      const key = `${root} ${own}`;
      let yes = this.#known.get(key);
      if (yes === undefined) {
        // A set is infeasible where a smaller one is; the rest is solved.
        yes = true;
        for (let i = 0; i < this.said.length && yes; i++) {
          const bit = 1 << i;
          if (own & bit && own !== bit) {
            yes = this.#known.get(`${root} ${own & ~bit}`) ?? true;
          }
        }
        yes &&= this.#tableau(root, own, []).tableau.feasible;
        this.#known.set(key, yes);
      }
      if (!yes) return false;
    }
    return true;
  }

  /** Whether all claims can be true. */
  get consistent(): boolean {
    return this.feasible(this.all);
  }

  /** The least share by which every bound must give, to 2^−30 with ratios. */
  slack(): Fraction {
    let most = NONE;
    for (const [root, part] of this.#parts) {
      const slack = this.#slack(root, part);
      if (order(slack, most) > 0) most = slack;
    }
    return most;
  }

  #slack(root: string, part: number): Fraction {
    if (this.feasible(part)) return NONE;
    const said = this.#of(part);
    const all = said.flatMap(counts);
    if (!said.some(({ of }) => of)) {
      const grid = new Grid(this.world, root, all);
      const share = grid.variables;
      for (const one of said) grid.claim(one, NONE, share);
      const tableau = new Tableau(share + 1, grid.constraints);
      return tableau.least(new Map([[share, frac(1)]]))!;
    }
    let low = 0n, high = 1n << 26n;
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      const grid = new Grid(this.world, root, all);
      for (const one of said) grid.claim(one, frac(middle, 1n << 26n));
      if (new Tableau(grid.variables, grid.constraints).feasible) high = middle;
      else low = middle;
    }
    return frac(high, 1n << 26n);
  }

  /** Every subset of a set, from the empty one. */
  #subsets(mask: number): number[] {
    const list: number[] = [];
    for (let sub = 0; sub <= mask; sub++) {
      if ((sub & mask) === sub) list.push(sub);
    }
    return list;
  }

  /** Whether a property of a set fails as soon as any one claim is dropped. */
  #minimal(mask: number, holds: (mask: number) => boolean): boolean {
    if (!holds(mask)) return false;
    for (let i = 0; i < this.said.length; i++) {
      if (mask & 1 << i && holds(mask & ~(1 << i))) return false;
    }
    return true;
  }

  /** All minimal sets of claims that cannot all be true. */
  conflicts(): string[][] {
    if (this.consistent) return [];
    return this.#subsets(this.all)
      .filter((mask) => this.#minimal(mask, (set) => !this.feasible(set)))
      .map((mask) => this.ids(mask)).sort(byIds);
  }

  /** All minimal sets whose removal leaves the rest of a set consistent. */
  repairs(mask = this.all): Repair[] {
    if (this.feasible(mask)) return [{ drop: [], weight: NONE }];
    return this.#subsets(mask)
      .filter((drop) => this.#minimal(drop, (d) => this.feasible(mask & ~d)))
      .map((drop) => ({
        drop: this.ids(drop),
        weight: this.#of(drop).map((s) => s.weight).reduce(plus, NONE),
      })).sort(byCost);
  }

  /** What is left of a set after its cheapest repair. */
  repaired(mask: number): number {
    const { drop } = this.repairs(mask)[0]!;
    return this.said.reduce(
      (left, { id }, i) => drop.includes(id) ? left & ~(1 << i) : left,
      mask,
    );
  }

  /** Share of the repairs that drop a claim. */
  blame(id: string): Fraction {
    const repairs = this.repairs();
    const many = repairs.filter(({ drop }) => drop.includes(id)).length;
    return frac(many, repairs.length);
  }

  /** First and last day that any of some claims speaks of; by default of all. */
  span(said: readonly Statement[] = this.said): [Day, Day] {
    const all = said.flatMap(counts);
    return [
      Math.min(...all.map(({ start }) => start)),
      Math.max(...all.map(({ end }) => end)),
    ];
  }

  /** Months touched by some claims. */
  months(said?: readonly Statement[]): number[] {
    const [first, last] = this.span(said).map(monthOf) as [number, number];
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }

  /** Bounds of every month for every measure in play, after repair. */
  bounds(): MonthBound[] {
    const kept = this.repaired(this.all);
    const found: MonthBound[] = [];
    if (this.said.length === 0) return found;
    for (const [root, claims] of this.#parts) {
      const months = this.months(this.#of(claims));
      const asked = this.world.measuresOf(root).flatMap((measure) =>
        months.map((month) => monthly(measure, month))
      );
      const { grid, tableau } = this.#tableau(root, kept, asked);
      for (const count of asked) {
        const form = grid.count(count);
        found.push({
          measure: count.measure,
          start: show(count.start),
          end: show(count.end),
          low: tableau.least(form),
          high: tableau.greatest(form),
        });
      }
    }
    return found;
  }

  /** Bounds of some counts of a measure under a set of claims, repaired. */
  #ranges(asked: readonly Count[], others: number): Range[] {
    const root = this.world.component(asked[0]!.measure);
    const { grid, tableau } = this.#tableau(root, this.repaired(others), asked);
    return asked.map((count) => {
      const form = grid.count(count);
      return { low: tableau.least(form), high: tableau.greatest(form) };
    });
  }

  /** What the other claims imply for one, in its own unit. */
  implied(index: number): Range {
    const said = this.said[index]!;
    const others = this.all & ~(1 << index);
    if (said.of) return this.#quotient(said, said.of, this.repaired(others));
    const [{ low, high } = { low: null, high: null }] = this.#ranges(
      [said.count],
      others,
    );
    if (said.kind === "total") return { low, high };
    const n = frac(said.months.length);
    return { low: low && over(low, n), high: high && over(high, n) };
  }

  /** Extremes of A/B over B > 0, by the substitution y = x/B, s = 1/B. */
  #quotient(said: Statement, of: Count, mask: number): Range {
    const root = this.world.component(said.count.measure);
    const kept = this.#of(mask & this.#parts.get(root)!);
    const grid = new Grid(this.world, root, [
      ...kept.flatMap(counts),
      said.count,
      of,
    ]);
    for (const one of kept) grid.claim(one, NONE);
    const inverse = grid.variables;
    const scaled: Constraint[] = grid.constraints.map(({ form, is, bound }) => {
      const all: Form = new Map(form);
      put(all, inverse, minus(NONE, bound));
      return { form: all, is, bound: NONE };
    });
    scaled.push({ form: grid.count(of), is: "=", bound: frac(1) });
    const tableau = new Tableau(inverse + 1, scaled);
    if (!tableau.feasible) return { low: null, high: null };
    const form = grid.count(said.count);
    return { low: tableau.least(form), high: tableau.greatest(form) };
  }

  /** Month ends at which the others would allow a total's number. */
  staleness(index: number): string[] {
    const { kind, count, low, high } = this.said[index]!;
    if (kind !== "total") return [];
    const [first, last] = this.span();
    const ends = this.months().map(monthEnd).filter((end) =>
      end >= first && end <= last && end >= count.start
    );
    if (ends.length === 0) return [];
    const asked = ends.map((end) => ({ ...count, end }));
    return this.#ranges(asked, this.all & ~(1 << index)).flatMap((range, i) => {
      const meets = (range.high === null || order(low, range.high) <= 0) &&
        (high === null || order(range.low!, high) <= 0);
      return meets ? [show(ends[i]!)] : [];
    });
  }

  /** A fraction as results show it: rounded once, `null` where open. */
  static number(value: Fraction | null): number | null {
    return value === null ? null : nearest(value);
  }
}
