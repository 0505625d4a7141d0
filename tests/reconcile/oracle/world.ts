import type { Day } from "./day.ts";
import { frac, type Fraction, minus, NONE, plus, times } from "./fraction.ts";
import { type Input, renamed, type ToTheLetter } from "./input.ts";
import { levelsOf, pairsOf } from "./parts.ts";
import type { Constraint, Form } from "./simplex.ts";
import { type Count, type Statement, statements } from "./statement.ts";

/** Adds a multiple of a variable to a form. */
export function put(form: Form, variable: number, by: Fraction): void {
  const sum = plus(form.get(variable) ?? NONE, by);
  if (sum.n === 0n) form.delete(variable);
  else form.set(variable, sum);
}

/** Measures that sum to another. */
export interface Group {
  /** The whole as the table names it. */
  readonly named: string;
  readonly dimension: string;
  readonly whole: string;
  readonly parts: readonly string[];
}

/** A measure that counts at most another. */
export interface Within {
  /** The part as the table names it. */
  readonly named: string;
  /** The whole as the table names it. */
  readonly of: string;
  readonly dimension: string;
  readonly part: string;
  readonly whole: string;
}

/** What adds to a level and what takes from it. */
export interface Store {
  readonly level: string;
  readonly ins: readonly string[];
  readonly outs: readonly string[];
  /** Whether nothing else comes in, or goes out. */
  readonly insFull: boolean;
  readonly outsFull: boolean;
}

/** Measures and claims, and how the measures hang together. */
export class World {
  readonly said: readonly Statement[];
  /** Full groups, one for each measure and dimension that has full parts. */
  readonly groups: readonly Group[];
  /** Parts that count at most a whole. */
  readonly within: readonly Within[];
  readonly stores: readonly Store[];
  readonly levels: ReadonlySet<string>;
  readonly #component = new Map<string, string>();
  readonly #rename: (id: string) => string;

  constructor(input: Input, options: ToTheLetter) {
    this.said = statements(input, options);
    this.levels = levelsOf(input, options);
    const rename = (id: string) => renamed(options, id, input);
    this.#rename = rename;
    const links: [string, string][] = [];
    const add = (id: string) => this.#component.set(rename(id), rename(id));
    for (const { measure } of input.measures ?? []) add(measure);
    const groups: { -readonly [K in keyof Group]: Group[K] }[] = [];
    const within: Within[] = [];
    for (const { whole, part, dimension, full } of pairsOf(input)) {
      add(whole);
      add(part);
      links.push([rename(part), rename(whole)]);
      if (!full) {
        within.push({
          named: part,
          of: whole,
          dimension,
          part: rename(part),
          whole: rename(whole),
        });
        continue;
      }
      const group = groups.find((g) =>
        g.named === whole && g.dimension === dimension
      );
      if (group) group.parts = [...group.parts, rename(part)];
      else {
        groups.push({
          named: whole,
          dimension,
          whole: rename(whole),
          parts: [rename(part)],
        });
      }
    }
    this.groups = groups;
    this.within = within;
    const stores = new Map<
      string,
      { ins: Map<string, boolean>; outs: Map<string, boolean> }
    >();
    for (const { level, flow, direction, split } of input.balances ?? []) {
      add(level);
      add(flow);
      links.push([rename(flow), rename(level)]);
      const store = stores.get(rename(level)) ??
        { ins: new Map(), outs: new Map() };
      stores.set(rename(level), store);
      const way = direction === "in" ? store.ins : store.outs;
      const before = way.get(rename(flow)) ?? true;
      way.set(rename(flow), before && split === "full");
    }
    this.stores = [...stores].map(([level, { ins, outs }]) => ({
      level,
      ins: [...ins.keys()],
      outs: [...outs.keys()],
      insFull: ins.size > 0 && [...ins.values()].every((full) => full),
      outsFull: outs.size > 0 && [...outs.values()].every((full) => full),
    }));
    for (const { count, of } of this.said) {
      for (const { measure } of of ? [count, of] : [count]) {
        if (!this.#component.has(measure)) {
          this.#component.set(measure, measure);
        }
      }
      if (of) links.push([count.measure, of.measure]);
    }
    for (const [a, b] of links) this.#join(a, b);
  }

  #join(a: string, b: string): void {
    const from = this.component(a), to = this.component(b);
    for (const [measure, root] of this.#component) {
      if (root === from) this.#component.set(measure, to);
    }
  }

  /** The name by which a measure goes in results. */
  named(measure: string): string {
    return this.#rename(measure);
  }

  /** The name of the independent part of the data that a measure lies in. */
  component(measure: string): string {
    return this.#component.get(measure) ?? measure;
  }

  /** Every measure of an independent part. */
  measuresOf(component: string): string[] {
    const found: string[] = [];
    for (const [measure, root] of this.#component) {
      if (root === component) found.push(measure);
    }
    return found;
  }

  /** Whether a level of an independent part has flows that fill it. */
  stored(component: string): boolean {
    return this.stores.some(({ level }) => this.component(level) === component);
  }

  /** Measures connected to a claimed one. */
  inPlay(): string[] {
    const roots = new Set(
      this.said.map(({ count }) => this.component(count.measure)),
    );
    return [...roots].flatMap((root) => this.measuresOf(root));
  }
}

/** Facts that measures state of one another on one stretch of days, or day. */
export function facts(
  world: World,
  measures: readonly string[],
  variable: (measure: string) => number,
): Constraint[] {
  const made: Constraint[] = [];
  for (const { whole, parts } of world.groups) {
    if (!measures.includes(whole)) continue;
    const form: Form = new Map();
    for (const part of parts) put(form, variable(part), frac(1));
    put(form, variable(whole), frac(-1));
    made.push({ form, is: "=", bound: NONE });
  }
  for (const { part, whole } of world.within) {
    if (!measures.includes(whole)) continue;
    const form: Form = new Map();
    put(form, variable(part), frac(1));
    put(form, variable(whole), frac(-1));
    made.push({ form, is: "<=", bound: NONE });
  }
  return made;
}

/** How much of a bound a share of it is: towards both sides, never less. */
function size({ n, d }: Fraction): Fraction {
  return n < 0n ? { n: -n, d } : { n, d };
}

/**
 * A variable for each flow and each stretch between two cuts, and for each level
 * and each cut, where it is the number at the end of the day before.
 */
export class Grid {
  readonly variables: number;
  readonly constraints: Constraint[] = [];
  /** Where the constraints of each claim begin. */
  readonly first = new Map<string, number>();
  /** Where they end. */
  readonly last = new Map<string, number>();
  readonly #cuts: Day[];
  readonly #measures: readonly string[];
  readonly #world: World;

  /** Numbers of a component with what its measures say of one another. */
  constructor(world: World, component: string, counts: readonly Count[]) {
    this.#world = world;
    const cuts = new Set<Day>();
    for (const { start, end } of counts) cuts.add(start).add(end + 1);
    this.#cuts = [...cuts].sort((a, b) => a - b);
    this.#measures = world.measuresOf(component);
    const points = this.#cuts.length;
    this.variables = this.#measures.length * points;
    const flows = this.#measures.filter((id) => !world.levels.has(id));
    const levels = this.#measures.filter((id) => world.levels.has(id));
    for (let k = 0; k < points; k++) {
      const at = (measure: string) => this.#at(measure, k);
      this.constraints.push(...facts(world, levels, at));
      if (k + 1 === points) continue;
      this.constraints.push(...facts(world, flows, at));
      for (const { level, ins, outs, insFull, outsFull } of world.stores) {
        if (!levels.includes(level) || !insFull && !outsFull) continue;
        // The rise, less what came in, and what went out.
        const form: Form = new Map();
        put(form, this.#at(level, k + 1), frac(1));
        put(form, this.#at(level, k), frac(-1));
        for (const flow of ins) put(form, at(flow), frac(-1));
        for (const flow of outs) put(form, at(flow), frac(1));
        const is = insFull && outsFull ? "=" : insFull ? "<=" : ">=";
        this.constraints.push({ form, is, bound: NONE });
      }
    }
  }

  #at(measure: string, cut: number): number {
    return this.#measures.indexOf(measure) * this.#cuts.length + cut;
  }

  /** Adds a multiple of a count to a form. */
  add(form: Form, { measure, start, end }: Count, by: Fraction): Form {
    if (this.#world.levels.has(measure)) {
      put(form, this.#at(measure, this.#cuts.indexOf(end + 1)), by);
      return form;
    }
    for (let k = 0; k < this.#cuts.length - 1; k++) {
      if (this.#cuts[k]! >= start && this.#cuts[k]! <= end) {
        put(form, this.#at(measure, k), by);
      }
    }
    return form;
  }

  /** A count as a form. */
  count(count: Count): Form {
    return this.add(new Map(), count, frac(1));
  }

  /**
   * The stretches that a count holds whole (`inner`) or touches (`outer`), as a
   * form, and whether it reaches beyond them all.
   */
  stretches(count: Count, which: "inner" | "outer") {
    const form: Form = new Map();
    const last = this.#cuts.length - 1;
    const end = count.end + 1;
    for (let k = 0; k < last; k++) {
      const from = this.#cuts[k]!, to = this.#cuts[k + 1]!;
      const inside = which === "inner"
        ? from >= count.start && to <= end
        : from < end && to > count.start;
      if (inside) put(form, this.#at(count.measure, k), frac(1));
    }
    const beyond = last < 1 || count.start < this.#cuts[0]! ||
      end > this.#cuts[last]!;
    return { form, beyond };
  }

  /**
   * The count of a measure at a point: each stretch's flow spread evenly over
   * its days, and a level on the way from one cut to the next; for what
   * measures say of one another they then say of every day. Beyond the cuts
   * nothing flows, and a level stays as it is.
   */
  at(point: ReadonlyMap<number, Fraction>, count: Count): Fraction {
    const cuts = this.#cuts;
    const last = cuts.length - 1;
    const value = (k: number) => point.get(this.#at(count.measure, k)) ?? NONE;
    if (this.#world.levels.has(count.measure)) {
      const day = count.end + 1;
      if (day <= cuts[0]!) return value(0);
      if (day >= cuts[last]!) return value(last);
      const k = cuts.findLastIndex((cut) => cut <= day);
      const part = frac(day - cuts[k]!, cuts[k + 1]! - cuts[k]!);
      const rise = minus(value(k + 1), value(k));
      return plus(value(k), times(rise, part));
    }
    let sum = NONE;
    for (let k = 0; k < last; k++) {
      const from = Math.max(cuts[k]!, count.start);
      const to = Math.min(cuts[k + 1]!, count.end + 1);
      if (from >= to) continue;
      const part = frac(to - from, cuts[k + 1]! - cuts[k]!);
      sum = plus(sum, times(value(k), part));
    }
    return sum;
  }

  /** What a claim says, its bounds widened by a share `give` of themselves. */
  claim(said: Statement, give: Fraction): void {
    this.first.set(said.id, this.constraints.length);
    for (const row of said.rows) {
      for (const side of ["low", "high"] as const) {
        const bound = row[side];
        if (bound === null) continue;
        const by = times(size(bound), give);
        const given = side === "low" ? minus(bound, by) : plus(bound, by);
        const form = this.count(row.count);
        if (row.of) this.add(form, row.of, minus(NONE, given));
        if (row.less) this.add(form, row.less, frac(-1));
        this.constraints.push({
          form,
          is: side === "low" ? ">=" : "<=",
          bound: row.of ? NONE : given,
        });
      }
    }
    this.last.set(said.id, this.constraints.length);
  }
}

/** Every count whose ends a claim makes milestones. */
export function counts(said: Statement): Count[] {
  const own = said.rows.flatMap(({ count, less, of }) =>
    [count, less, of].filter((one) => one !== null)
  );
  return [said.count, ...said.of ? [said.of] : [], ...own];
}
