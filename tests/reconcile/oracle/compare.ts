import { dayOf } from "./day.ts";
import { frac, type Fraction, nearest, NONE, order } from "./fraction.ts";
import type { Input, Options } from "./input.ts";
import { type Conflict, Oracle, type Range, type Repair } from "./oracle.ts";
import { checkProof, type ConflictJson } from "./proof.ts";
import { aside } from "./selection.ts";

/** What a result says to be certain of. */
export interface Certain {
  readonly slack: boolean;
  readonly conflicts: boolean;
  readonly repairs: boolean;
  readonly cheapest: boolean;
  readonly implied: boolean;
  readonly bounds: boolean;
}

/** The contract's JSON, as far as it is compared. */
export interface ResultJson {
  readonly version: number;
  readonly consistent: boolean;
  readonly slack: number;
  /** From version 2 on. */
  readonly certain?: Certain;
  readonly set_aside?: readonly unknown[];
  readonly claims: readonly {
    claim: string;
    reading: string;
    low: number | null;
    high: number | null;
    implied_low: number | null;
    implied_high: number | null;
  }[];
  readonly conflicts: readonly ConflictJson[];
  readonly conflicts_complete: boolean;
  readonly repairs: readonly RepairJson[];
  readonly repairs_complete: boolean;
  readonly bounds: readonly {
    measure: string;
    start: string;
    end: string;
    low: number;
    high: number | null;
  }[];
  readonly bounds_without: readonly string[];
}

/** A repair, as the contract has it. */
export interface RepairJson {
  readonly drop: readonly string[];
  /** Whose claims they are, where witnesses are asked. */
  readonly drop_origins?: readonly string[];
  readonly weight: number;
}

/** A field in which an engine's answer and the oracle's part. */
export interface Mismatch {
  readonly field: string;
  readonly engine: unknown;
  readonly oracle: unknown;
}

/** Everything is certain where nothing else is said. */
const SURE: Certain = {
  slack: true,
  conflicts: true,
  repairs: true,
  cheapest: true,
  implied: true,
  bounds: true,
};

/** How far a slack may be from the least. */
const NEAR = 1_000_000n;

type Told = readonly [low: number | null | undefined, high: unknown];

function told({ low, high }: Range): Told {
  return [Oracle.number(low), Oracle.number(high)];
}

/** Whether a range that is told holds all of another. */
function holds(engine: Told, own: Told): boolean {
  const [low, high] = engine, [least, most] = own;
  const below = least === null || low === null ||
    (low !== undefined && low <= least!);
  return below &&
    (high === null ||
      (typeof high === "number" && typeof most === "number" && most <= high));
}

/** Where an engine's answer is not what trying every subset gives. */
export function compare(
  input: Input,
  options: Options,
  result: ResultJson,
): Mismatch[] {
  return new Comparison(input, options, result).found;
}

class Comparison {
  readonly found: Mismatch[] = [];
  readonly #oracle: Oracle;
  readonly #certain: Certain;
  /** Whether each measure has a span of its own, and lists take turns. */
  readonly #turns: boolean;

  constructor(
    readonly input: Input,
    readonly options: Options,
    readonly result: ResultJson,
  ) {
    this.#oracle = new Oracle(input, options);
    this.#certain = result.certain ?? SURE;
    this.#turns = result.version >= 2;
    if (![1, 2].includes(result.version)) {
      this.#check("version", result.version, 2);
    }
    this.#check("consistent", result.consistent, this.#oracle.consistent);
    if (this.#turns) {
      this.#check("set_aside", result.set_aside, aside(input, options));
    }
    this.#slack();
    this.#claims();
    const conflicts = this.#oracle.conflicts();
    const repairs = this.#oracle.consistent ? [] : this.#oracle.repairs();
    this.#conflicts(conflicts);
    this.#repairs(repairs);
    this.#bounds();
  }

  #check(field: string, engine: unknown, own: unknown): void {
    if (JSON.stringify(engine) !== JSON.stringify(own)) {
      this.found.push({ field, engine, oracle: own });
    }
  }

  /** The slack suffices, and hardly less does: to a millionth. */
  #slack(): void {
    const { slack } = this.result;
    if (!(slack >= 0 && slack <= 1)) {
      return this.#check("slack", slack, "a number from 0 to 1");
    }
    const oracle = this.#oracle;
    if (oracle.consistent) return this.#check("slack", slack, 0);
    // In thousandths of what is allowed, rounded towards the engine's.
    const at = (thousandths: bigint) =>
      frac(
        BigInt(Math.round(slack * 1e9)) + thousandths,
        1000n * NEAR,
      );
    const suffices = oracle.agreesBy(at(999n));
    const least = !this.#certain.slack || order(at(-999n), NONE) < 0 ||
      !oracle.agreesBy(at(-999n));
    if (!suffices || !least) {
      this.#check("slack", slack, nearest(oracle.slack()));
    }
  }

  #claims(): void {
    const { claims } = this.result;
    const oracle = this.#oracle;
    this.#check(
      "claims",
      claims.map((
        { claim, reading, low, high },
      ) => [claim, reading, low, high]),
      oracle.said.map(({ id, reading, low, high }) => [
        id,
        reading,
        Oracle.number(low),
        Oracle.number(high),
      ]),
    );
    oracle.said.forEach(({ id }, i) => {
      const row = claims[i];
      const engine: Told = [row?.implied_low, row?.implied_high];
      const own = told(oracle.implied(i));
      if (this.#certain.implied) {
        return this.#check(`implied for ${id}`, engine, own);
      }
      // After which repair of the others is not known: after one of them.
      const others = oracle.all & ~(1 << i);
      const some = oracle.repairs(others).some(({ drop }) => {
        const kept = others & ~oracle.maskOf(drop);
        return holds(engine, told(oracle.implied(i, kept)));
      });
      if (!some) this.#check(`implied for ${id}`, engine, own);
    });
  }

  /** Whether a list is all of another, or as much of it as may be told. */
  #list<T extends Conflict | Repair>(
    what: "conflicts" | "repairs",
    engine: readonly string[],
    own: readonly T[],
    row: (one: T) => string,
  ): void {
    const complete = this.result[`${what}_complete`];
    const { most = 100 } = this.options;
    const all = own.map(row);
    const certain = this.#certain[what];
    if (certain && all.length <= most) {
      this.#check(what, engine, all);
      return this.#check(`${what}_complete`, complete, true);
    }
    // In the order of all, each once.
    const places = engine.map((one) => all.indexOf(one));
    const sorted = places.every((place, i) =>
      place >= 0 && (i === 0 || places[i - 1]! < place)
    );
    if (!sorted) this.#check(what, engine, all);
    if (engine.length > most) {
      this.#check(`${what} listed`, engine.length, most);
    }
    if (complete !== (engine.length === all.length)) {
      // What is complete without being known to be may be called incomplete.
      if (certain || complete) {
        this.#check(`${what}_complete`, complete, !complete);
      }
    }
    if (!certain) return;
    this.#check(`${what} listed`, engine.length, Math.min(most, all.length));
    if (!this.#turns) return;
    const counted = (list: readonly (T | undefined)[], both: boolean) =>
      new Set(list.flatMap((one) => this.#measures(one, both)));
    // Which claims of a witness who makes several a proof has is free.
    const plain = own.filter((one) =>
      "drop" in one || one.claims.length === one.witnesses.length
    );
    // A conflict may be said to be in the measures of its counts alone, or in
    // those that its ratios are of too.
    const fair = [false, true].some((both) => {
      const wanted = Math.min(most, counted(plain, both).size);
      return counted(places.map((place) => own[place]), both).size >= wanted;
    });
    if (!fair) this.#check(`${what} take turns`, engine, all);
  }

  #measures(one: Conflict | Repair | undefined, both: boolean): string[] {
    const ids = one === undefined ? [] : "drop" in one ? one.drop : one.claims;
    return this.#oracle.said.filter(({ id }) => ids.includes(id))
      .flatMap(({ count, of }) =>
        both && of ? [count.measure, of.measure] : [count.measure]
      );
  }

  #conflicts(own: readonly Conflict[]): void {
    const { conflicts } = this.result;
    const by = this.options.by === "origin";
    this.#list(
      "conflicts",
      conflicts.map(({ claims, origins }) =>
        JSON.stringify(by ? origins : claims)
      ),
      own,
      ({ witnesses }) => JSON.stringify(witnesses),
    );
    for (const conflict of conflicts) {
      const { claims, origins } = conflict;
      const wrong = checkProof(this.input, conflict, this.options);
      this.#check(`proof of ${claims.join(", ")}`, wrong, []);
      if (!by) continue;
      const said = this.#oracle.said.filter(({ id }) => claims.includes(id));
      const names = new Set(said.map(({ id, origin }) => origin ?? id));
      this.#check("origins of claims", origins, [...names].sort());
    }
  }

  #repairs(own: readonly Repair[]): void {
    const { repairs, bounds_without } = this.result;
    const by = this.options.by === "origin";
    const row = (witnesses: unknown, drop: unknown, weight: number) =>
      JSON.stringify(by ? [witnesses, drop, weight] : [drop, weight]);
    this.#list(
      "repairs",
      repairs.map(({ drop, drop_origins, weight }) =>
        row(drop_origins, drop, weight)
      ),
      own,
      ({ drop, witnesses, weight }) => row(witnesses, drop, nearest(weight)),
    );
    const all = this.#oracle.repairs();
    if (this.#certain.cheapest) {
      return this.#check("bounds_without", bounds_without, all[0]!.drop);
    }
    // The best that is known: a repair, and none that is listed is cheaper.
    const used = all.find(({ drop }) =>
      JSON.stringify(drop) === JSON.stringify(bounds_without)
    );
    const best = repairs[0]?.weight ?? Infinity;
    if (!used || nearest(used.weight) > best) {
      this.#check("bounds_without", bounds_without, all[0]!.drop);
    }
  }

  #bounds(): void {
    const oracle = this.#oracle;
    const key = (b: { measure: string; start: string; end: string }) =>
      `${b.measure} ${b.start} ${b.end}`;
    const engine = new Map(this.result.bounds.map((b) => [key(b), b]));
    this.#check("bounds listed once", this.result.bounds.length, engine.size);
    const kept = oracle.all & ~oracle.maskOf(this.result.bounds_without);
    if (!oracle.feasible(kept)) return;
    for (const own of oracle.bounds(kept, !this.#turns)) {
      const b = engine.get(key(own));
      engine.delete(key(own));
      const given: Told = [b?.low, b?.high];
      if (this.#certain.bounds || !b || !holds(given, told(own))) {
        this.#check(`bounds of ${key(own)}`, given, told(own));
      }
    }
    this.#check("further bounds", [...engine.keys()], []);
  }
}

/** A range asked for by itself, as an engine answers it. */
export interface AskedBound {
  readonly measure: string;
  readonly start: string;
  readonly end: string;
  readonly low: Fraction;
  readonly high: Fraction | null;
}

/** Where a bound asked for by itself is not the oracle's, exactly. */
export function compareBound(
  oracle: Oracle,
  kept: number,
  { measure, start, end, ...given }: AskedBound,
): Mismatch[] {
  const count = {
    measure: oracle.world.named(measure),
    start: dayOf(start, "start"),
    end: dayOf(end, "end"),
  };
  const text = ({ low, high }: Range) =>
    [low, high].map((x) => x && `${x.n}/${x.d}`).join(" to ");
  const own = oracle.range(count, kept);
  return text(given) === text(own) ? [] : [{
    field: `bounds() of ${measure} ${start} ${end}`,
    engine: text(given),
    oracle: text(own),
  }];
}
