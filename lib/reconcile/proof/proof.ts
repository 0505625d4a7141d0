import type { Day } from "../../quantity/date.ts";
import {
  add,
  divide,
  gcd,
  lcm,
  multiply,
  negate,
  type Rational,
  rational,
  subtract,
  ZERO,
} from "../../quantity/rational.ts";
import type { Certificate } from "./certificate.ts";
import type { Constraint, Count, Item } from "../model/item.ts";
import {
  type FullGroup,
  isLevel,
  type MeasureModel,
  type PartFact,
  type Store,
} from "../model/measure_model.ts";
import {
  balanceSpans,
  byCodeUnits,
  cellsOf,
  cellSpan,
  flowCell,
  type System,
} from "../model/system.ts";

/** A condition of a claim, taken a whole number of times. */
export interface ProofRow {
  /** The item that makes it. */
  readonly item: Item;
  /** The condition. */
  readonly constraint: Constraint;
  /** How many times, at least 1. */
  readonly times: bigint;
}

/**
 * A background fact over a span of days, taken a whole number of times. `flow`:
 * the count of `measure` is at least 0; `level`: it is on a day. `full`: the
 * count of the whole, `measure`, less those of its parts is 0. `part`: the count
 * of the whole less that of the part, `measure`, is at least 0. `balance`: over
 * the days after `start` what comes in, less what goes out, less the rise of the
 * level is at least 0 where all that comes in is known, and at most 0 where all
 * that goes out is. `times` may be negative for `full` and `balance` alone.
 */
export interface BackgroundRow {
  /** Which fact. */
  readonly fact: "flow" | "full" | "part" | "level" | "balance";
  /** The measure that it is about. */
  readonly measure: string;
  /** First day. */
  readonly start: Day;
  /** Last day. */
  readonly end: Day;
  /** How many times. */
  readonly times: bigint;
  /** The whole, where the part or the measure has several. */
  readonly whole?: string | undefined;
  /** Its dimension, where that has a name or the whole has several. */
  readonly dimension?: string | undefined;
}

/** The count that a bound is about. */
export interface Goal {
  /** Which side is proved. */
  readonly side: "low" | "high";
  /** The count. */
  readonly count: Count;
}

/**
 * A sum that anyone can check. Write each low row as count − value ≥ 0 (of a
 * ratio: count − value · other count ≥ 0), each high row as value − count ≥ 0
 * and each fact as it stands. The rows, each taken `times`, add up to a number
 * below zero, so that they cannot all be true; or, with a goal, to the goal's
 * count times `times` less a number (side `low`), or a number less that count
 * times `times` (side `high`): the bound is that number divided by `times`.
 */
export interface Proof {
  /** Conditions of claims. */
  readonly rows: readonly ProofRow[];
  /** Background facts. */
  readonly background: readonly BackgroundRow[];
  /** What is bounded; `null` in a contradiction. */
  readonly goal: Goal | null;
  /** How many times the goal is taken; 1 in a contradiction. */
  readonly times: bigint;
  /** The bound, or what is missing in a contradiction, above zero. */
  readonly bound: Rational;
}

/** Coefficients by measure and cell. */
class Sheet {
  readonly #cells = new Map<number, Map<number, Rational>>();

  add(measure: number, from: number, to: number, by: Rational): void {
    let row = this.#cells.get(measure);
    if (!row) this.#cells.set(measure, row = new Map());
    for (let cell = from; cell < to; cell++) {
      row.set(cell, add(row.get(cell) ?? ZERO, by));
    }
  }

  *entries(): Generator<[measure: number, cell: number, value: Rational]> {
    for (const [measure, row] of this.#cells) {
      for (const [cell, value] of row) {
        if (value.n !== 0n) yield [measure, cell, value];
      }
    }
  }
}

interface Fact {
  readonly fact: BackgroundRow["fact"];
  readonly measure: string;
  readonly cell: number;
  readonly times: Rational;
  readonly whole?: string | undefined;
  readonly dimension?: string | undefined;
  /** The days that it is about, where these are not those of the cell. */
  readonly days?: { readonly start: Day; readonly end: Day };
}

type Names = Pick<BackgroundRow, "whole" | "dimension">;

function isNamed(own: Names, row: Names): boolean {
  return own.whole === row.whole && own.dimension === row.dimension;
}

/** What tells a sum of parts from others of the same whole. */
function fullNames(
  { families, familyOf }: MeasureModel,
  { measure, dimension, whole }: FullGroup,
): Names {
  const groups = families[familyOf[whole]!]!.full.filter((group) =>
    group.whole === whole
  );
  if (groups.length > 1) return { whole: measure, dimension };
  return dimension === "" ? {} : { dimension };
}

/** What tells a part's whole from others of the same part. */
function partNames(
  { families, familyOf }: MeasureModel,
  { measure, of, dimension, part }: PartFact,
): Names {
  const family = families[familyOf[part]!]!;
  const wholes = family.part.filter((fact) => fact.measure === measure).length +
    family.full.filter(({ parts }) => parts.includes(part)).length;
  if (wholes > 1) return { whole: of, dimension };
  return dimension === "" ? {} : { dimension };
}

/** The sum of what the rows say about `value`: lows less highs. */
function constant(rows: Certificate["rows"]): Rational {
  let sum = ZERO;
  for (const { constraint, times } of rows) {
    if (constraint.of) continue;
    const part = multiply(times, constraint.value);
    sum = constraint.side === "low" ? add(sum, part) : subtract(sum, part);
  }
  return sum;
}

/**
 * Writes out a certificate as a proof: whole multipliers without a common
 * factor, what is left over in each cell as flow, and neighbouring cells of the
 * same fact as one span.
 *
 * @returns `null` when the certificate does not prove what it should.
 */
export function proofOf(
  system: System,
  certificate: Certificate,
  goal: Goal | null,
): Proof | null {
  const sheet = new Sheet();
  const put = (count: Count, by: Rational) => {
    const { measure, from, to } = cellsOf(system, count);
    sheet.add(measure, from, to, by);
  };
  for (const { constraint, times } of certificate.rows) {
    const by = constraint.side === "low" ? times : negate(times);
    put(constraint.count, by);
    if (constraint.of) {
      put(constraint.of, negate(multiply(by, constraint.value)));
    }
    if (constraint.less) put(constraint.less, negate(by));
  }
  const facts: Fact[] = [];
  const whole = (group: FullGroup, cell: number, times: Rational) => {
    sheet.add(group.whole, cell, cell + 1, times);
    for (const part of group.parts) {
      sheet.add(part, cell, cell + 1, negate(times));
    }
    const named = fullNames(system.measures, group);
    facts.push({ fact: "full", measure: group.measure, cell, times, ...named });
  };
  const contained = (fact: PartFact, cell: number, times: Rational) => {
    sheet.add(fact.whole, cell, cell + 1, times);
    sheet.add(fact.part, cell, cell + 1, negate(times));
    const named = partNames(system.measures, fact);
    facts.push({ fact: "part", measure: fact.measure, cell, times, ...named });
  };
  const balanced = (store: Store, span: number, times: Rational) => {
    const { level } = store;
    const { before, after, ...days } = balanceSpans(system, store)[span]!;
    sheet.add(level, before, before + 1, times);
    sheet.add(level, after, after + 1, negate(times));
    const flow = (flow: number, by: Rational) => {
      const cell = flowCell(system, flow, span);
      sheet.add(flow, cell, cell + 1, by);
    };
    for (const one of store.ins) flow(one, times);
    for (const one of store.outs) flow(one, negate(times));
    const { measure } = store;
    facts.push({ fact: "balance", measure, cell: before, times, days });
  };
  for (const f of certificate.full) whole(f.group, f.cell, f.times);
  for (const f of certificate.part) contained(f.fact, f.cell, f.times);
  for (const f of certificate.balance ?? []) {
    balanced(f.store, f.span, f.times);
  }
  if (goal) put(goal.count, rational(goal.side === "low" ? -1 : 1));
  for (const [measure, cell, value] of sheet.entries()) {
    if (value.n > 0n) return null;
    const times = negate(value);
    const name = system.measures.names[measure]!;
    const fact = isLevel(system.measures, name) ? "level" : "flow";
    facts.push({ fact, measure: name, cell, times });
  }

  let scale = 1n;
  let common = goal ? 1n : 0n;
  const all = [...certificate.rows, ...facts];
  for (const { times } of all) scale = lcm(scale, times.d);
  if (goal) common = scale;
  for (const { times } of all) {
    common = gcd(common, times.n * (scale / times.d));
  }
  if (common === 0n) return null;
  const count = (times: Rational) => times.n * (scale / times.d) / common;
  const rows = certificate.rows.map(({ constraint, times }): ProofRow => ({
    item: system.items[constraint.item]!,
    constraint,
    times: count(times),
  })).sort((a, b) =>
    byCodeUnits(a.item.claim.claim_id, b.item.claim.claim_id) ||
    byCodeUnits(b.constraint.side, a.constraint.side) ||
    a.constraint.count.start - b.constraint.count.start
  );
  const sum = constant(certificate.rows);
  const factor = rational(scale, common);
  const proof: Proof = {
    rows,
    background: joinRows(
      system,
      facts.filter(({ times }) => times.n !== 0n).map(
        ({ cell, days, times, ...fact }) => {
          const { start, end } = days ?? cellSpan(system, cell);
          return { ...fact, start, end, times: count(times) };
        },
      ),
    ),
    goal,
    times: goal ? factor.n : 1n,
    bound: goal
      ? goal.side === "low" ? sum : negate(sum)
      : multiply(sum, factor),
  };
  return checkProof(proof, system) ? proof : null;
}

/** Background rows in order, neighbours that are the same fact joined. */
export function joinRows(
  { measures }: System,
  all: readonly BackgroundRow[],
): BackgroundRow[] {
  const order = ["flow", "level", "full", "part", "balance"];
  const sorted = all.toSorted((a, b) =>
    order.indexOf(a.fact) - order.indexOf(b.fact) ||
    byCodeUnits(a.measure, b.measure) ||
    byCodeUnits(a.whole ?? "", b.whole ?? "") ||
    byCodeUnits(a.dimension ?? "", b.dimension ?? "") || a.start - b.start
  );
  const rows: BackgroundRow[] = [];
  for (const row of sorted) {
    const { fact, measure } = row;
    const last = rows.at(-1);
    // A balance goes on from the day on which the one before ends; what is said
    // of a level is said of one day.
    const next = fact === "balance" ? last?.end : (last?.end ?? 0) + 1;
    const joins = fact === "balance" || !isLevel(measures, measure);
    if (
      joins && last && last.fact === fact && last.measure === measure &&
      isNamed(last, row) && next === row.start && last.times === row.times
    ) rows[rows.length - 1] = { ...last, end: row.end };
    else rows.push(row);
  }
  return rows;
}

/**
 * Adds up a proof again, day by day, from its own rows and the measures alone.
 * True when every multiplier has the sign its row allows and what remains is
 * the contradiction or the bound that the proof claims.
 */
export function checkProof(proof: Proof, system: System): boolean {
  const { indexOf, families, familyOf, stores } = system.measures;
  // What changes on a day: prefix sums are the coefficient of each day's flow.
  const changes = new Map<number, Map<Day, Rational>>();
  const change = (measure: number, day: Day, by: Rational) => {
    let row = changes.get(measure);
    if (!row) changes.set(measure, row = new Map());
    row.set(day, add(row.get(day) ?? ZERO, by));
  };
  const put = (measure: number, start: Day, end: Day, by: Rational) => {
    change(measure, start, by);
    change(measure, end + 1, negate(by));
  };
  const putCount = (count: Count, by: Rational) =>
    put(indexOf.get(count.measure)!, count.start, count.end, by);

  let sum = ZERO;
  for (const { item, constraint, times } of proof.rows) {
    if (times < 1n || !item.constraints.includes(constraint)) return false;
    const by = rational(constraint.side === "low" ? times : -times);
    const value = multiply(by, constraint.value);
    putCount(constraint.count, by);
    if (constraint.less) putCount(constraint.less, negate(by));
    if (constraint.of) putCount(constraint.of, negate(value));
    else sum = add(sum, value);
  }
  for (const row of proof.background) {
    const { fact, measure, start, end, times } = row;
    const by = rational(times);
    const level = isLevel(system.measures, measure);
    if (level && fact !== "balance" && start !== end) return false;
    if (fact === "flow" || fact === "level") {
      const at = indexOf.get(measure);
      if (times < 1n || at === undefined) return false;
      if (level !== (fact === "level")) return false;
      put(at, start, end, by);
      continue;
    }
    if (fact === "balance") {
      const store = stores.find((one) => one.measure === measure);
      if (!store || end <= start) return false;
      if (times > 0n ? !store.insFull : !store.outsFull) return false;
      for (const flow of store.ins) put(flow, start + 1, end, by);
      for (const flow of store.outs) put(flow, start + 1, end, negate(by));
      put(store.level, start, start, by);
      put(store.level, end, end, negate(by));
      continue;
    }
    const family = families[familyOf[indexOf.get(measure) ?? -1] ?? -1];
    if (fact === "full") {
      const group = family?.full.find((g) =>
        g.measure === measure && isNamed(fullNames(system.measures, g), row)
      );
      if (!group) return false;
      put(group.whole, start, end, by);
      for (const part of group.parts) put(part, start, end, negate(by));
    } else {
      const found = family?.part.find((p) =>
        p.measure === measure && isNamed(partNames(system.measures, p), row)
      );
      if (!found || times < 1n) return false;
      put(found.whole, start, end, by);
      put(found.part, start, end, negate(by));
    }
  }
  if (proof.goal) {
    const { side, count } = proof.goal;
    if (proof.times < 1n) return false;
    putCount(count, rational(side === "low" ? -proof.times : proof.times));
  }
  for (const row of changes.values()) {
    const days = [...row].sort((a, b) => a[0] - b[0]);
    let running = ZERO;
    for (const [, by] of days) {
      running = add(running, by);
      if (running.n !== 0n) return false;
    }
  }
  if (!proof.goal) {
    return sum.n > 0n && sum.n * proof.bound.d === proof.bound.n * sum.d;
  }
  const bound = divide(sum, rational(proof.times));
  const { n, d } = proof.goal.side === "low" ? bound : negate(bound);
  return n === proof.bound.n && d === proof.bound.d;
}
