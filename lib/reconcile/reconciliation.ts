import { type Day, firstDay, formatDay, lastDay } from "../quantity/date.ts";
import { monthsTouched } from "../quantity/period.ts";
import {
  max,
  type Rational,
  rational,
  toNumber,
  ZERO,
} from "../quantity/rational.ts";
import { Deadline } from "./deadline.ts";
import { impliedFor, type ImpliedRange, othersOf } from "./implied.ts";
import { InputError, unknownId } from "./input_error.ts";
import type { Item } from "./item.ts";
import type { Highs } from "./load_highs.ts";
import { type CountExtreme, Model, Scope } from "./model.ts";
import { numberOf } from "./numbers.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import type { Prepared } from "./prepare.ts";
import { proofJson } from "./proof_json.ts";
import type {
  BoundsJson,
  ClaimJson,
  ConflictJson,
  RepairJson,
  ResultJson,
} from "./result.ts";
import { sentenceOf } from "./sentence.ts";
import { componentSlack } from "./slack.ts";
import type { System } from "./system.ts";
import type { ReconcileOptions } from "./tables.ts";

/** Seconds after which lists are cut, where the caller sets none. */
export const DEFAULT_SECONDS = 30;

/** How many conflicts and repairs are listed, where the caller sets nothing. */
export const DEFAULT_MOST = 100;

export class Reconciliation implements Disposable {
  readonly #prepared: Prepared;
  readonly #options: ReconcileOptions;
  readonly #model: Model;
  readonly #outcome: Outcome;
  readonly #deadline: Deadline;
  readonly #slack: Rational;
  readonly #repaired: Scope;
  readonly #cheapestOf: ReadonlyMap<number, readonly number[]>;

  constructor(
    prepared: Prepared,
    system: System,
    highs: Highs | null,
    options: ReconcileOptions,
  ) {
    const { seconds = DEFAULT_SECONDS, most = DEFAULT_MOST } = options;
    this.#prepared = prepared;
    this.#options = options;
    this.#deadline = new Deadline(seconds);
    this.#model = new Model(system, highs);
    this.#outcome = outcomeOf(this.#model, most, this.#deadline.share(0.8));
    this.#repaired = new Scope(this.#outcome.cheapest);
    let slack = ZERO;
    const cheapestOf = new Map<number, number[]>();
    for (const index of this.#outcome.disagreeing) {
      const component = system.components[index]!;
      slack = max(
        slack,
        componentSlack(system, component, highs, this.#deadline),
      );
      const drop = component.items.filter((item) =>
        this.#repaired.dropped.has(item)
      );
      cheapestOf.set(index, drop);
    }
    this.#slack = slack;
    this.#cheapestOf = cheapestOf;
  }

  /** Frees the memory of the linear solver; asked again, it is built anew. */
  [Symbol.dispose](): void {
    this.#model[Symbol.dispose]();
  }

  get consistent(): boolean {
    return this.#outcome.disagreeing.length === 0;
  }

  get slack(): number {
    return toNumber(this.#slack);
  }

  get conflicts(): ConflictJson[] {
    return this.#outcome.conflicts.map(({ items, proof }) => ({
      claims: items.map((item) => this.#id(item)),
      text: sentenceOf(proof),
      ...proofJson(proof),
    }));
  }

  get conflictsComplete(): boolean {
    return this.#outcome.conflictsComplete;
  }

  get repairs(): RepairJson[] {
    return this.#outcome.repairs.map(({ items, weight }) => ({
      drop: items.map((item) => this.#id(item)),
      weight: toNumber(rational(weight, this.#model.weightScale)),
    }));
  }

  get repairsComplete(): boolean {
    return this.#outcome.repairsComplete;
  }

  #id(item: number): string {
    return this.#model.system.items[item]!.claim.claim_id;
  }

  #item(claim: string): Item {
    const { items } = this.#model.system;
    const item = items.find((i) => i.claim.claim_id === claim);
    if (item) return item;
    throw unknownId(
      "modelled claim of this selection",
      claim,
      items.map((i) => i.claim.claim_id),
    );
  }

  #implied(item: number): ImpliedRange {
    const scope = othersOf(
      this.#model,
      item,
      this.#cheapestOf,
      this.#deadline,
    );
    return impliedFor(this.#model, item, scope);
  }

  get claims(): ClaimJson[] {
    return this.#model.system.items.map((item, i) => {
      const { low, high } = this.#implied(i);
      return {
        claim: item.claim.claim_id,
        reading: item.reading,
        low: numberOf(item.stated.low)!,
        high: numberOf(item.stated.high),
        implied_low: numberOf(low),
        implied_high: numberOf(high),
      };
    });
  }

  #count(
    measure: number,
    start: Day,
    end: Day,
    side: "low" | "high",
  ): CountExtreme {
    return this.#model.count(measure, start, end, side, this.#repaired);
  }

  monthly(): BoundsJson[] {
    const { items, measures } = this.#model.system;
    if (items.length === 0) return [];
    let start = Infinity;
    let end = -Infinity;
    const inPlay = new Set<number>();
    for (const { count, of } of items) {
      for (const c of of ? [count, of] : [count]) {
        start = Math.min(start, c.start);
        end = Math.max(end, c.end);
        inPlay.add(measures.familyOf[measures.indexOf.get(c.measure)!]!);
      }
    }
    const months = monthsTouched({ start, end });
    return measures.names.flatMap((measure, m) =>
      !inPlay.has(measures.familyOf[m]!) ? [] : months.map((month) => ({
        measure,
        start: formatDay(month.start),
        end: formatDay(month.end),
        low: numberOf(this.#count(m, month.start, month.end, "low").value)!,
        high: numberOf(this.#count(m, month.start, month.end, "high").value),
      }))
    );
  }

  toJSON(): ResultJson {
    return {
      version: 1,
      consistent: this.consistent,
      slack: this.slack,
      claims: this.claims,
      conflicts: this.conflicts,
      conflicts_complete: this.conflictsComplete,
      repairs: this.repairs,
      repairs_complete: this.repairsComplete,
      bounds: this.monthly(),
      bounds_without: [...this.#outcome.cheapest].map((i) => this.#id(i)),
    };
  }
}
