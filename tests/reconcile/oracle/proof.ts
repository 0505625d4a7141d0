import { type Day, dayOf, monthEnd, monthOf, monthStart } from "./day.ts";
import {
  frac,
  type Fraction,
  minus,
  nearest,
  NONE,
  plus,
  simplest,
  times,
} from "./fraction.ts";
import type { Input, Options } from "./input.ts";
import type { Count, Statement } from "./statement.ts";
import { World } from "./world.ts";

/** A row of a proof, as the contract has it. */
export interface ProofRow {
  readonly claim: string;
  readonly side: "low" | "high";
  readonly start: string;
  readonly end: string;
  readonly times: number;
  readonly value: number;
}

/** A fact that holds whatever is claimed. */
export interface Background {
  readonly fact: "flow" | "full" | "part";
  readonly measure: string;
  readonly start: string;
  readonly end: string;
  readonly times: number;
}

/** A conflict, as the contract has it. */
export interface ConflictJson {
  readonly claims: readonly string[];
  readonly text: string;
  readonly proof: readonly ProofRow[];
  readonly background: readonly Background[];
}

/** A sum of counts, day by day: its steps at the days where it changes. */
class Sum {
  readonly #steps = new Map<string, Map<Day, Fraction>>();

  /** Adds a multiple of a count. */
  add({ measure, start, end }: Count, by: Fraction): void {
    const steps = this.#steps.get(measure) ?? new Map<Day, Fraction>();
    this.#steps.set(measure, steps);
    steps.set(start, plus(steps.get(start) ?? NONE, by));
    steps.set(end + 1, minus(steps.get(end + 1) ?? NONE, by));
  }

  /** The same sum, to be added to apart. */
  copy(): Sum {
    const sum = new Sum();
    for (const [measure, steps] of this.#steps) {
      sum.#steps.set(measure, new Map(steps));
    }
    return sum;
  }

  /** Every stretch of days with its factor, where that is not 0. */
  *stretches(): Generator<{ measure: string; from: Day; factor: Fraction }> {
    for (const [measure, steps] of this.#steps) {
      let factor = NONE;
      for (const from of [...steps.keys()].sort((a, b) => a - b)) {
        factor = plus(factor, steps.get(from)!);
        if (factor.n !== 0n) yield { measure, from, factor };
      }
    }
  }
}

/** What a row may say: the count it bounds and the bound, or a complaint. */
function rightly(
  row: ProofRow,
  said: Statement,
): { count: Count; bound: Fraction } | string {
  const start = dayOf(row.start, "start"), end = dayOf(row.end, "end");
  const own = said[row.side];
  if (own === null) return `${row.claim} is open on its ${row.side} side`;
  let months = 1n;
  if (said.each) {
    const [first, last] = [monthOf(start), monthOf(end)];
    const inside = start === monthStart(first) && end === monthEnd(last) &&
      said.months.includes(first) && said.months.includes(last);
    if (!inside) return `${row.claim} says nothing of ${row.start}`;
    months = BigInt(last - first + 1);
  } else {
    if (start !== said.count.start || end !== said.count.end) {
      return `${row.claim} is not about ${row.start} to ${row.end}`;
    }
    if (said.kind === "rate") months = BigInt(said.months.length);
  }
  const bound = times(own, frac(months));
  if (nearest(bound) !== row.value) {
    return `${row.claim} ${row.side} is ${nearest(bound)}, not ${row.value}`;
  }
  return { count: { measure: said.count.measure, start, end }, bound };
}

/**
 * Checks a proof as a reviewer would, by hand: each row is what its claim says;
 * the lows less the highs, each multiplied, are above 0 on the right; and on the
 * left the background facts bring them down to nothing. Returns what is wrong.
 */
export function checkProof(
  input: Input,
  conflict: ConflictJson,
  options: Options = {},
): string[] {
  const world = new World(input, options);
  const wrong: string[] = [];
  const sum = new Sum();
  let right = NONE;
  for (const row of conflict.proof) {
    const said = world.said.find(({ id }) => id === row.claim);
    if (!said) return [`${row.claim} is not a claim`];
    const fair = rightly(row, said);
    if (typeof fair === "string") {
      wrong.push(fair);
      continue;
    }
    if (!(row.times > 0)) wrong.push(`${row.claim} times ${row.times}`);
    const by = times(simplest(row.times), frac(row.side === "low" ? 1 : -1));
    sum.add(fair.count, by);
    if (said.of) sum.add(said.of, minus(NONE, times(by, fair.bound)));
    else right = plus(right, times(by, fair.bound));
  }
  if (right.n <= 0n) wrong.push(`The lows do not exceed: ${nearest(right)}`);
  const used = [...new Set(conflict.proof.map(({ claim }) => claim))].sort();
  if (used.join(" ") !== conflict.claims.join(" ")) {
    wrong.push(`Proves ${used.join(", ")}, not ${conflict.claims.join(", ")}`);
  }
  if (conflict.text.trim() === "") wrong.push("No sentence");
  // Left ≥ right > 0, where left is the facts' sum: at most 0, so none can be.
  const left = balance(world, conflict.background, sum, frac(1));
  if (left.length === 0) return wrong;
  // A full fact is an equation: it may be written either way round.
  const turned = balance(world, conflict.background, sum, frac(-1));
  return turned.length === 0 ? wrong : [...wrong, ...left];
}

/** Takes the background facts from a sum; what is left must be nothing. */
function balance(
  world: World,
  background: readonly Background[],
  before: Sum,
  way: Fraction,
): string[] {
  const sum = before.copy();
  const wrong: string[] = [];
  for (const { fact, measure, times: by, ...dates } of background) {
    const start = dayOf(dates.start, "start"), end = dayOf(dates.end, "end");
    const at = (id: string): Count => ({ measure: id, start, end });
    const factor = fact === "full" ? times(way, simplest(by)) : simplest(by);
    const against = minus(NONE, factor);
    if (fact !== "full" && !(by > 0)) wrong.push(`${fact} times ${by}`);
    if (fact === "flow") sum.add(at(measure), factor);
    else if (fact === "full") {
      const group = world.groups.find((g) => g.named === measure) ??
        world.groups.find((g) => g.whole === measure);
      if (!group) wrong.push(`${measure} has no full parts`);
      for (const part of group?.parts ?? []) sum.add(at(part), against);
      sum.add(at(group?.whole ?? measure), factor);
    } else {
      const pair = world.within.find((w) => w.named === measure) ??
        world.within.find((w) => w.part === measure);
      if (!pair) wrong.push(`${measure} is no part`);
      else {
        sum.add(at(pair.part), against);
        sum.add(at(pair.whole), factor);
      }
    }
  }
  for (const { measure, from, factor } of sum.stretches()) {
    wrong.push(`${measure} is left ${nearest(factor)} times from day ${from}`);
  }
  return wrong;
}
