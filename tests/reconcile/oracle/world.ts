import { type Day, monthStart } from "./day.ts";
import { frac, type Fraction, minus, NONE, plus, times } from "./fraction.ts";
import { type Input, renamed, type ToTheLetter } from "./input.ts";
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
  readonly whole: string;
  readonly parts: readonly string[];
}

/** A measure that counts at most another. */
export interface Within {
  /** The part as the table names it. */
  readonly named: string;
  readonly part: string;
  readonly whole: string;
}

/** Measures and claims, and how the measures hang together. */
export class World {
  readonly said: readonly Statement[];
  /** Full groups, one for each measure of the table that has full parts. */
  readonly groups: readonly Group[];
  /** Parts that count at most a whole. */
  readonly within: readonly Within[];
  readonly #component = new Map<string, string>();
  readonly #rename: (id: string) => string;

  constructor(input: Input, options: ToTheLetter) {
    this.said = statements(input, options);
    const rename = (id: string) => renamed(options, id);
    this.#rename = rename;
    const full = new Map<string, string[]>();
    const within: Within[] = [];
    const links: [string, string][] = [];
    for (const { measure, part_of, split } of input.measures ?? []) {
      this.#component.set(rename(measure), rename(measure));
      if (!part_of) continue;
      const part = rename(measure);
      links.push([part, rename(part_of)]);
      if (split === "full") {
        full.set(part_of, [...full.get(part_of) ?? [], part]);
      } else within.push({ named: measure, part, whole: rename(part_of) });
    }
    this.groups = [...full].map(([whole, parts]) => ({
      named: whole,
      whole: rename(whole),
      parts,
    }));
    this.within = within;
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

  /** Measures connected to a claimed one. */
  inPlay(): string[] {
    const roots = new Set(
      this.said.map(({ count }) => this.component(count.measure)),
    );
    return [...roots].flatMap((root) => this.measuresOf(root));
  }
}

/** Facts that measures state of one another on one stretch of days. */
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

/** A variable for each measure and each stretch between two milestones. */
export class Grid {
  readonly variables: number;
  readonly constraints: Constraint[] = [];
  /** Where the constraints of each claim begin. */
  readonly first = new Map<string, number>();
  /** Where they end. */
  readonly last = new Map<string, number>();
  readonly #cuts: Day[];
  readonly #measures: readonly string[];

  /** Flows of a component with what its measures say of one another. */
  constructor(world: World, component: string, counts: readonly Count[]) {
    const cuts = new Set<Day>();
    for (const { start, end } of counts) cuts.add(start).add(end + 1);
    this.#cuts = [...cuts].sort((a, b) => a - b);
    this.#measures = world.measuresOf(component);
    const stretches = this.#cuts.length - 1;
    this.variables = this.#measures.length * Math.max(stretches, 0);
    for (let k = 0; k < stretches; k++) {
      const flow = (measure: string) =>
        this.#measures.indexOf(measure) * stretches + k;
      this.constraints.push(...facts(world, this.#measures, flow));
    }
  }

  /** Adds a multiple of a count to a form. */
  add(form: Form, { measure, start, end }: Count, by: Fraction): Form {
    const stretches = this.#cuts.length - 1;
    const row = this.#measures.indexOf(measure) * stretches;
    for (let k = 0; k < stretches; k++) {
      if (this.#cuts[k]! >= start && this.#cuts[k]! <= end) {
        put(form, row + k, by);
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
    const row = this.#measures.indexOf(count.measure) * last;
    const end = count.end + 1;
    for (let k = 0; k < last; k++) {
      const from = this.#cuts[k]!, to = this.#cuts[k + 1]!;
      const inside = which === "inner"
        ? from >= count.start && to <= end
        : from < end && to > count.start;
      if (inside) put(form, row + k, frac(1));
    }
    const beyond = last < 1 || count.start < this.#cuts[0]! ||
      end > this.#cuts[last]!;
    return { form, beyond };
  }

  /**
   * The count of a measure at a point: each stretch's flow on its first day,
   * which is as good as any, for what measures say of one another they say of
   * every day.
   */
  at(point: ReadonlyMap<number, Fraction>, count: Count): Fraction {
    const last = this.#cuts.length - 1;
    const row = this.#measures.indexOf(count.measure) * last;
    let sum = NONE;
    for (let k = 0; k < last; k++) {
      const day = this.#cuts[k]!;
      const flow = point.get(row + k);
      if (flow && day >= count.start && day <= count.end) sum = plus(sum, flow);
    }
    return sum;
  }

  /**
   * What a claim says of the flows, its bounds widened by a share `give`:
   * a number, or a variable whose value is that share.
   */
  claim(said: Statement, give: Fraction, variable?: number): void {
    this.first.set(said.id, this.constraints.length);
    for (const [count, months] of rows(said)) {
      for (const side of ["low", "high"] as const) {
        const bound = said[side];
        if (bound === null) continue;
        const shift = side === "low" ? frac(-1) : frac(1);
        const factor = times(bound, plus(frac(1), times(shift, give)));
        const form = this.count(count);
        if (said.of) this.add(form, said.of, minus(NONE, factor));
        if (variable !== undefined && !said.of) {
          const all = times(bound, frac(months));
          put(form, variable, minus(NONE, times(shift, all)));
        }
        this.constraints.push({
          form,
          is: side === "low" ? ">=" : "<=",
          bound: said.of ? NONE : times(factor, frac(months)),
        });
      }
    }
    this.last.set(said.id, this.constraints.length);
  }
}

/** The counts that a claim bounds, each with the months its number is times. */
export function rows(said: Statement): [Count, number][] {
  if (said.kind !== "rate") return [[said.count, 1]];
  if (!said.each) return [[said.count, said.months.length]];
  return said.months.map((month) => [monthly(said.count.measure, month), 1]);
}

/** A measure's count of one calendar month. */
export function monthly(measure: string, month: number): Count {
  return { measure, start: monthStart(month), end: monthStart(month + 1) - 1 };
}

/** Every count whose ends a claim makes milestones. */
export function counts(said: Statement): Count[] {
  const own = rows(said).map(([count]) => count);
  return said.of ? [...own, said.of] : own;
}
