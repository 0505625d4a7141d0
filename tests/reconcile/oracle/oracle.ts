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
import type { Input, ToTheLetter } from "./input.ts";
import { type Constraint, type Form, Tableau } from "./simplex.ts";
import type { Count, Statement } from "./statement.ts";
import { Subsets } from "./subsets.ts";
import { type Unit, unitsTouched } from "./units.ts";
import { counts, facts, Grid, put, World } from "./world.ts";

/** A low and a high; `null` is open. */
export interface Range {
  readonly low: Fraction | null;
  readonly high: Fraction | null;
}

/** Who cannot all be right; without witnesses each claim is one. */
export interface Conflict {
  /** Names of the witnesses, sorted. */
  readonly witnesses: readonly string[];
  /** Ids of their claims, sorted. */
  readonly claims: readonly string[];
}

/** Claims to drop and what that costs. */
export interface Repair {
  /** Names of the witnesses, sorted. */
  readonly witnesses: readonly string[];
  readonly drop: readonly string[];
  readonly weight: Fraction;
}

/** A bound of one unit of time. */
export interface UnitBound extends Range {
  readonly measure: string;
  readonly start: string;
  readonly end: string;
}

/** One that may be dropped: a claim, or all claims of an origin. */
interface Group {
  readonly name: string;
  readonly mask: number;
  readonly weight: Fraction;
}

/** Compares two lists of names: shorter first, then by code units. */
export function byNames(a: readonly string[], b: readonly string[]): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return a[i]! < b[i]! ? -1 : 1;
  }
  return 0;
}

/** Compares two repairs: by weight, size, names. */
function byCost(a: Repair, b: Repair): number {
  return order(a.weight, b.weight) || byNames(a.witnesses, b.witnesses);
}

/** A part of the data that hangs together, with the claims on it. */
interface Part {
  readonly root: string;
  /** Bits of its claims. */
  readonly mask: number;
  /** Place of each of its claims among all. */
  readonly places: readonly number[];
  readonly subsets: Subsets;
}

/** Everything that a few claims imply, by trying every subset of them. */
export class Oracle {
  readonly world: World;
  readonly said: readonly Statement[];
  readonly #parts = new Map<string, Part>();
  readonly #options: ToTheLetter;
  readonly #input: Input;
  readonly #tableaux = new Map<string, { grid: Grid; tableau: Tableau }>();
  readonly #values = new Map<string, Fraction | null>();
  readonly #ranges = new Map<string, Range>();
  readonly #repairs = new Map<number, Repair[]>();

  constructor(input: Input, options: ToTheLetter = {}) {
    this.world = new World(input, options);
    this.said = this.world.said;
    if (this.said.length > 20) throw new RangeError("Too many claims to try");
    this.#options = options;
    this.#input = input;
    const places = new Map<string, number[]>();
    this.said.forEach(({ count }, i) => {
      const root = this.world.component(count.measure);
      places.set(root, [...places.get(root) ?? [], i]);
    });
    for (const [root, list] of places) {
      const own = list.map((i) => this.said[i]!);
      this.#parts.set(root, {
        root,
        mask: list.reduce((mask, i) => mask | 1 << i, 0),
        places: list,
        subsets: new Subsets(this.world, root, own),
      });
    }
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

  /** The claims of some ids, as bits. */
  maskOf(ids: readonly string[]): number {
    return this.said.reduce(
      (mask, { id }, i) => ids.includes(id) ? mask | 1 << i : mask,
      0,
    );
  }

  /** The claims of the part of the data that a measure lies in, as bits. */
  claimsAbout(measure: string): number {
    const root = this.world.component(this.world.named(measure));
    return this.#parts.get(root)?.mask ?? 0;
  }

  /** Tableau of a part of the data under some of its claims. */
  #tableau(root: string, mask: number) {
    const own = mask & (this.#parts.get(root)?.mask ?? 0);
    const key = `${root} ${own}`;
    const known = this.#tableaux.get(key);
    if (known) return known;
    const said = this.#of(own);
    const grid = new Grid(this.world, root, said.flatMap(counts));
    for (const one of said) grid.claim(one, NONE);
    const tableau = new Tableau(grid.variables, grid.constraints);
    const made = { grid, tableau };
    this.#tableaux.set(key, made);
    return made;
  }

  /** Whether a set of claims can all be true. */
  feasible(mask: number): boolean {
    for (const part of this.#parts.values()) {
      let own = 0;
      part.places.forEach((place, i) => {
        if (mask & 1 << place) own |= 1 << i;
      });
      if (own !== 0 && !part.subsets.feasible(own)) return false;
    }
    return true;
  }

  /** Whether all claims can be true. */
  get consistent(): boolean {
    return this.feasible(this.all);
  }

  /** Whether all claims can be true once every bound gives by a share. */
  agreesBy(give: Fraction): boolean {
    for (const { root, mask } of this.#parts.values()) {
      if (this.feasible(mask)) continue;
      const said = this.#of(mask);
      const grid = new Grid(this.world, root, said.flatMap(counts));
      for (const one of said) grid.claim(one, give);
      if (!new Tableau(grid.variables, grid.constraints).feasible) return false;
    }
    return true;
  }

  /** The least share by which every bound must give, to 2^−26. */
  slack(): Fraction {
    if (this.consistent) return NONE;
    let low = 0n, high = 1n << 26n;
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (this.agreesBy(frac(middle, 1n << 26n))) high = middle;
      else low = middle;
    }
    return frac(high, 1n << 26n);
  }

  /** Who may be dropped of a set of claims: each claim, or each origin. */
  #groups(mask: number): Group[] {
    const groups = new Map<string, Group>();
    this.said.forEach(({ id, origin, weight }, i) => {
      if (!(mask & 1 << i)) return;
      const witness = this.#options.by === "origin" && origin !== null;
      const key = witness ? `origin ${origin}` : `claim ${id}`;
      const known = groups.get(key);
      groups.set(key, {
        name: witness ? origin : id,
        mask: (known?.mask ?? 0) | 1 << i,
        weight: known && order(known.weight, weight) > 0
          ? known.weight
          : weight,
      });
    });
    return [...groups.values()];
  }

  /** All minimal sets of claims, or origins, that cannot all be true. */
  conflicts(): Conflict[] {
    if (this.consistent) return [];
    const groups = this.#groups(this.all);
    const found: Conflict[] = [];
    for (let set = 1; set < 1 << groups.length; set++) {
      const own = groups.filter((_, i) => set & 1 << i);
      const mask = own.reduce((sum, group) => sum | group.mask, 0);
      if (this.feasible(mask)) continue;
      if (!own.every((group) => this.feasible(mask & ~group.mask))) continue;
      found.push({
        witnesses: own.map(({ name }) => name).sort(),
        claims: this.ids(mask),
      });
    }
    return found.sort((a, b) => byNames(a.witnesses, b.witnesses));
  }

  /** All minimal sets whose removal leaves the rest of a set consistent. */
  repairs(mask = this.all): Repair[] {
    const known = this.#repairs.get(mask);
    if (known) return known;
    const found: Repair[] = [];
    const groups = this.#groups(mask);
    const sets = this.feasible(mask) ? 1 : 1 << groups.length;
    for (let set = 0; set < sets; set++) {
      const own = groups.filter((_, i) => set & 1 << i);
      const drop = own.reduce((sum, group) => sum | group.mask, 0);
      if (!this.feasible(mask & ~drop)) continue;
      const needless = own.some((group) =>
        this.feasible(mask & ~drop | group.mask)
      );
      if (needless) continue;
      found.push({
        witnesses: own.map(({ name }) => name).sort(),
        drop: this.ids(drop),
        weight: own.map(({ weight }) => weight).reduce(plus, NONE),
      });
    }
    found.sort(byCost);
    this.#repairs.set(mask, found);
    return found;
  }

  /** What is left of a set after its cheapest repair. */
  repaired(mask: number): number {
    return mask & ~this.maskOf(this.repairs(mask)[0]!.drop);
  }

  /** Share of the repairs that drop a claim. */
  blame(id: string): Fraction {
    const repairs = this.repairs();
    const many = repairs.filter(({ drop }) => drop.includes(id)).length;
    return frac(many, repairs.length);
  }

  /** First and last day that any claim, or any of a part, speaks of. */
  span(root?: string): [Day, Day] {
    const mask = root === undefined ? this.all : this.#parts.get(root)!.mask;
    const all = this.#of(mask).map(({ dates }) => dates);
    return [
      Math.min(...all.map(([start]) => start)),
      Math.max(...all.map(([, end]) => end)),
    ];
  }

  /** The counts for which bounds are shown; `whole`: one span for all. */
  shown(whole: boolean): Count[] {
    const { from, to, per = "month", measures } = this.#options.show ?? {};
    const wanted = measures?.map((measure) => this.world.named(measure));
    return [...this.#parts.keys()].flatMap((root) => {
      const units: Unit[] = unitsTouched(
        this.span(whole ? undefined : root),
        per,
        from,
        to,
      );
      return this.world.measuresOf(root)
        .filter((measure) => !wanted || wanted.includes(measure))
        .flatMap((measure) =>
          units.map(({ start, end }) => ({
            measure,
            start: this.world.levels.has(measure) ? end : start,
            end,
          }))
        );
    });
  }

  /**
   * Bounds of the counts shown, for every measure in play, after a repair: the
   * cheapest, or that which leaves a set of claims.
   */
  bounds(kept = this.repaired(this.all), whole = false): UnitBound[] {
    return this.shown(whole).map((count) => ({
      measure: count.measure,
      start: show(count.start),
      end: show(count.end),
      ...this.range(count, kept),
    }));
  }

  /**
   * The least and the greatest of a count under claims that agree. Between two
   * milestones a flow may fall on any day: what a count holds of a stretch only
   * in part may be nothing, and may be all of it.
   */
  range(count: Count, kept: number): Range {
    const root = this.world.component(count.measure);
    if (this.world.stored(root) || this.world.levels.has(count.measure)) {
      return this.#between(count, null, kept);
    }
    const { grid } = this.#tableau(root, kept);
    const inner = grid.stretches(count, "inner");
    const outer = grid.stretches(count, "outer");
    const open = outer.beyond && this.#free(count.measure);
    return {
      low: this.#extreme(root, kept, inner.form, "least"),
      high: open ? null : this.#extreme(root, kept, outer.form, "greatest"),
    };
  }

  #extreme(
    root: string,
    kept: number,
    form: Form,
    side: "least" | "greatest",
  ): Fraction | null {
    if (form.size === 0) return NONE;
    const own = kept & (this.#parts.get(root)?.mask ?? 0);
    const key = `${root} ${own} ${side} ${[...form.keys()].join(",")}`;
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = this.#tableau(root, kept).tableau[side](form);
    this.#values.set(key, value);
    return value;
  }

  /** Whether a measure may be above 0 where no claim speaks. */
  #free(measure: string): boolean {
    const all = this.world.measuresOf(this.world.component(measure));
    const at = (id: string) => all.indexOf(id);
    const tableau = new Tableau(all.length, facts(this.world, all, at));
    return tableau.greatest(new Map([[at(measure), frac(1)]])) === null;
  }

  /** What the other claims imply for one, in its own unit, after a repair. */
  implied(
    index: number,
    kept = this.repaired(this.all & ~(1 << index)),
  ): Range {
    const said = this.said[index]!;
    const { kind, count, of, units } = said;
    if (kind === "highest" || kind === "lowest") {
      return { low: null, high: null };
    }
    if (kind === "difference") return this.#between(count, of, kept);
    if (of) return this.#quotient(said, of, kept);
    const { low, high } = this.range(count, kept);
    return { low: low && over(low, units), high: high && over(high, units) };
  }

  /** Extremes of a count, or of one less another, that start and end a stretch. */
  #between(count: Count, less: Count | null, mask: number): Range {
    const root = this.world.component(count.measure);
    const kept = this.#of(mask & (this.#parts.get(root)?.mask ?? 0));
    const key = JSON.stringify([root, mask, count, less]);
    const known = this.#ranges.get(key);
    if (known) return known;
    const both = less ? [count, less] : [count];
    const grid = new Grid(this.world, root, [...kept.flatMap(counts), ...both]);
    for (const one of kept) grid.claim(one, NONE);
    const tableau = new Tableau(grid.variables, grid.constraints);
    const form = grid.count(count);
    if (less) grid.add(form, less, frac(-1));
    const range = { low: tableau.least(form), high: tableau.greatest(form) };
    this.#ranges.set(key, range);
    return range;
  }

  /** Extremes of A/B over B > 0, by the substitution y = x/B, s = 1/B. */
  #quotient(said: Statement, of: Count, mask: number): Range {
    const root = this.world.component(said.count.measure);
    const kept = this.#of(mask & this.#parts.get(root)!.mask);
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
    if (kind !== "total" || low === null) return [];
    const [first, last] = this.span();
    const kept = this.repaired(this.all & ~(1 << index));
    const ends: string[] = [];
    for (let month = monthOf(first); month <= monthOf(last); month++) {
      const end = monthEnd(month);
      if (end > last || end < count.start) continue;
      const range = this.range({ ...count, end }, kept);
      const meets = (range.high === null || order(low, range.high) <= 0) &&
        (high === null || order(range.low!, high) <= 0);
      if (meets) ends.push(show(end));
    }
    return ends;
  }

  /**
   * Extremes of an estimate over an official count of the same days: the one from
   * its claim alone, the other from the official claims alone.
   */
  coverage(index: number, official: string): Range {
    const { count, id } = this.said[index]!;
    const from = (measure: string, wanted: (id: string) => boolean) => {
      const claims = this.#input.claims.filter(({ claim_id }) =>
        wanted(claim_id)
      );
      // Who is selected is known: what they are taken to say is left to choose.
      const { width, same, reading, weights, by } = this.#options;
      const own = new Oracle({ ...this.#input, claims }, {
        ...width === undefined ? {} : { width },
        ...same ? { same } : {},
        ...reading ? { reading } : {},
        ...weights ? { weights } : {},
        ...by ? { by } : {},
        vintages: "all",
      });
      return own.range({ ...count, measure }, own.repaired(own.all));
    };
    const ids = new Set(this.said.map((said) => said.id));
    const status = new Map(
      this.#input.claims.map((claim) => [claim.claim_id, claim.status]),
    );
    const own = from(count.measure, (other) => other === id);
    const record = from(
      official,
      (other) => ids.has(other) && status.get(other) === "official",
    );
    const ratio = (a: Fraction | null, b: Fraction | null) =>
      a && b && b.n > 0n ? over(a, b) : null;
    return {
      low: ratio(own.low, record.high),
      high: ratio(own.high, record.low),
    };
  }

  /** A fraction as results show it: rounded once, `null` where open. */
  static number(value: Fraction | null): number | null {
    return value === null ? null : nearest(value);
  }
}
