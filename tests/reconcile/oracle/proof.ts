import { type Day, dayOf, show } from "./day.ts";
import {
  frac,
  type Fraction,
  gcd,
  minus,
  nearest,
  NONE,
  order,
  plus,
  times,
} from "./fraction.ts";
import type { Input, Options } from "./input.ts";
import type { Count, Row, Statement } from "./statement.ts";
import { World } from "./world.ts";

/** A whole number; beyond 2^53 its digits. */
export type Times = number | string;

/** A row of a proof, as the contract has it. */
export interface ProofRow {
  readonly claim: string;
  readonly side: "low" | "high";
  readonly start: string;
  readonly end: string;
  readonly times: Times;
  readonly value: number;
}

/** A fact that holds whatever is claimed. */
export interface Background {
  readonly fact: "flow" | "full" | "part" | "level" | "balance";
  readonly measure: string;
  readonly start: string;
  readonly end: string;
  readonly times: Times;
  /** The whole of a part that has several. */
  readonly whole?: string;
  readonly dimension?: string;
}

/** A conflict, as the contract has it. */
export interface ConflictJson {
  /** Who cannot all be right, where witnesses are asked. */
  readonly origins?: readonly string[];
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
): { rule: Row; bound: Fraction } | string {
  const start = dayOf(row.start, "start"), end = dayOf(row.end, "end");
  const rule = said.rows.find(({ count, [row.side]: bound }) =>
    count.start === start && count.end === end && bound !== null
  );
  if (!rule) return `${row.claim} says nothing of ${row.start} to ${row.end}`;
  const bound = rule[row.side]!;
  if (nearest(bound) !== row.value) {
    return `${row.claim} ${row.side} is ${nearest(bound)}, not ${row.value}`;
  }
  return { rule, bound };
}

/** A multiplier as a whole number, or a complaint. */
function whole(times: Times): bigint | string {
  if (typeof times === "number") {
    return Number.isInteger(times) && Math.abs(times) <= 2 ** 53
      ? BigInt(times)
      : `${times} is not a whole number that a double holds`;
  }
  if (!/^-?[1-9][0-9]*$/.test(times)) return `'${times}' is not whole digits`;
  const value = BigInt(times);
  const short = value < 0n ? -value <= 2n ** 53n : value <= 2n ** 53n;
  return short ? `'${times}' would be a number` : value;
}

/** What rows and facts add up to, and what is wrong with them. */
function add(
  world: World,
  { proof, background }: Pick<ConflictJson, "proof" | "background">,
) {
  const wrong: string[] = [];
  const sum = new Sum();
  let right = NONE, common = 0n;
  const multiplier = (times: Times, what: string): bigint => {
    const found = whole(times);
    if (typeof found === "bigint") {
      common = gcd(common, found);
      return found;
    }
    wrong.push(`${what}: ${found}`);
    return 1n;
  };
  for (const row of proof) {
    const said = world.said.find(({ id }) => id === row.claim);
    const fair = said ? rightly(row, said) : `${row.claim} is not a claim`;
    if (!said || typeof fair === "string") {
      wrong.push(String(fair));
      continue;
    }
    const many = multiplier(row.times, row.claim);
    if (many <= 0n) wrong.push(`${row.claim} times ${row.times}`);
    const by = frac(row.side === "low" ? many : -many);
    const { count, less, of } = fair.rule;
    sum.add(count, by);
    if (less) sum.add(less, minus(NONE, by));
    if (of) sum.add(of, minus(NONE, times(by, fair.bound)));
    else right = plus(right, times(by, fair.bound));
  }
  for (const { fact, measure, times: by, ...dates } of background) {
    const start = dayOf(dates.start, "start"), end = dayOf(dates.end, "end");
    const at = (id: string): Count => ({ measure: id, start, end });
    const many = multiplier(by, `${fact} of ${measure}`);
    const factor = frac(many), against = frac(-many);
    const signed = fact === "full" || fact === "balance";
    if (many === 0n || !signed && many < 0n) wrong.push(`${fact} times ${by}`);
    const level = world.levels.has(world.named(measure));
    if ((level || fact === "level") && fact !== "balance" && start !== end) {
      wrong.push(`${fact} of ${measure} is of more than a day`);
    }
    if (level !== (fact === "level" || fact === "balance")) {
      const parts = fact === "full" || fact === "part";
      if (!parts) wrong.push(`${measure} and a fact of ${fact}`);
    }
    const { whole, dimension } = dates;
    if (fact === "flow" || fact === "level") sum.add(at(measure), factor);
    else if (fact === "balance") {
      const store = world.stores.find((one) =>
        one.level === world.named(measure)
      );
      const { ins = [], outs = [], insFull, outsFull } = store ?? {};
      if (many > 0n ? !insFull : !outsFull) {
        wrong.push(`Something else goes ${many > 0n ? "in" : "out"}`);
      }
      // Of the days after the first.
      const days = { start: start + 1, end };
      for (const flow of ins) sum.add({ measure: flow, ...days }, factor);
      for (const flow of outs) sum.add({ measure: flow, ...days }, against);
      const held = world.named(measure);
      sum.add({ measure: held, start: end, end }, against);
      sum.add({ measure: held, start, end: start }, factor);
    } else if (fact === "full") {
      const fits = world.groups.filter((g) =>
        (whole === undefined
          ? g.named === measure || g.whole === measure
          : g.named === whole) &&
        (dimension === undefined || g.dimension === dimension)
      );
      const own = fits.filter((g) => g.named === measure);
      const groups = own.length > 0 ? own : fits;
      const [group] = groups;
      if (!group) wrong.push(`${measure} has no full parts`);
      if (groups.length > 1) wrong.push(`${measure} has several dimensions`);
      for (const part of group?.parts ?? []) sum.add(at(part), against);
      sum.add(at(group?.whole ?? measure), factor);
    } else {
      const fits = world.within.filter((w) =>
        (w.named === measure || w.part === measure) &&
        (whole === undefined || w.of === whole || w.whole === whole) &&
        (dimension === undefined || w.dimension === dimension)
      );
      const own = fits.filter((w) => w.named === measure);
      const pairs = own.length > 0 ? own : fits;
      const [pair] = pairs;
      if (!pair) wrong.push(`${measure} is no part`);
      else {
        if (pairs.some((other) => other.whole !== pair.whole)) {
          wrong.push(`${measure} is a part of several wholes`);
        }
        sum.add(at(pair.part), against);
        sum.add(at(pair.whole), factor);
      }
    }
  }
  return { sum, right, common, wrong };
}

/** What is left of a sum that should be nothing. */
function left(sum: Sum): string[] {
  return [...sum.stretches()].map(({ measure, from, factor }) =>
    `${measure} is left ${nearest(factor)} times from ${show(from)}`
  );
}

/**
 * Checks a proof as a reviewer would, by hand: each row is what its claim says;
 * the rows, the highs negated, and the background facts, each multiplied, leave
 * nothing of any count; and the lows exceed the highs. Returns what is wrong.
 */
export function checkProof(
  input: Input,
  conflict: ConflictJson,
  options: Options = {},
): string[] {
  const { sum, right, common, wrong } = add(
    new World(input, options),
    conflict,
  );
  if (right.n <= 0n) wrong.push(`The lows do not exceed: ${nearest(right)}`);
  if (common !== 1n) wrong.push(`All are taken ${common} times as often`);
  const used = [...new Set(conflict.proof.map(({ claim }) => claim))].sort();
  if (used.join(" ") !== conflict.claims.join(" ")) {
    wrong.push(`Proves ${used.join(", ")}, not ${conflict.claims.join(", ")}`);
  }
  if (conflict.text.trim() === "") wrong.push("No sentence");
  return [...wrong, ...left(sum)];
}

/** Why a count is at least, or at most, what is said. */
export interface SideProofJson
  extends Pick<ConflictJson, "proof" | "background"> {
  readonly times: Times;
}

/** Checks the proof of one side of a bound: what is wrong with it. */
export function checkBound(
  input: Input,
  options: Options,
  count: Count,
  side: "low" | "high",
  value: Fraction,
  proof: SideProofJson,
): string[] {
  const { sum, right, common, wrong } = add(new World(input, options), proof);
  const found = whole(proof.times);
  const many = typeof found === "bigint" ? found : 1n;
  if (typeof found === "string") wrong.push(found);
  if (many <= 0n) wrong.push(`The count ${proof.times} times`);
  if (gcd(common, many) !== 1n) wrong.push(`All are taken ${common} times`);
  const way = frac(side === "low" ? many : -many);
  sum.add(count, minus(NONE, way));
  if (order(right, times(way, value)) !== 0) {
    wrong.push(`${nearest(right)} over ${proof.times} is not the ${side}`);
  }
  return [...wrong, ...left(sum)];
}
