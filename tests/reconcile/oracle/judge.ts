import {
  compare,
  compareBound,
  type Mismatch,
  type ResultJson,
} from "./compare.ts";
import { dayOf, show } from "./day.ts";
import { nearest } from "./fraction.ts";
import type { System } from "./generate.ts";
import type { Input, Options } from "./input.ts";
import { Oracle } from "./oracle.ts";
import { checkBound, type SideProofJson } from "./proof.ts";
import { Random } from "./random.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { counts } from "./world.ts";

type Result = Awaited<ReturnType<typeof reconcile>>;

/** How many counts are asked for by themselves. */
const ASKED = 2;

/** A question put to an engine and the oracle: where they part. */
class Inquiry {
  readonly oracle: Oracle;
  readonly found: Mismatch[] = [];
  readonly #random: Random;

  constructor(
    readonly input: Input,
    readonly options: Options,
    readonly result: Result,
    seed: number,
  ) {
    this.oracle = new Oracle(input, options);
    this.#random = new Random(seed + 11);
  }

  #check(field: string, engine: unknown, oracle: unknown): void {
    if (JSON.stringify(engine) !== JSON.stringify(oracle)) {
      this.found.push({ field, engine, oracle });
    }
  }

  /** Some bounds by themselves, exactly and with their proofs. */
  bounds(): void {
    const all = this.oracle.said.flatMap(counts);
    if (all.length === 0) return;
    const random = this.#random;
    for (let i = 0; i < ASKED; i++) {
      const { measure } = random.pick(all);
      const days = [random.pick(all).start, random.pick(all).end]
        .map((day) => day + (random.chance(0.3) ? random.whole(-20, 20) : 0))
        .sort((a, b) => a - b);
      // A level is of one day.
      if (this.oracle.world.levels.has(measure)) days[0] = days[1]!;
      this.#bound(measure, ...days.map(show) as [string, string]);
    }
  }

  #bound(measure: string, start: string, end: string): void {
    const { oracle, input, options } = this;
    const bound = this.result.bounds(measure, start, end);
    const kept = oracle.all & ~oracle.maskOf(bound.without);
    // What is left out elsewhere may be told or not.
    const own = oracle.claimsAbout(measure);
    const left = (ids: readonly string[]) =>
      oracle.ids(oracle.maskOf(ids) & own);
    if (!oracle.feasible(kept & own)) {
      return this.#check("bounds() without", bound.without, "a repair");
    }
    if (bound.tight) {
      const { drop, certain } = this.result.cheapestRepair;
      if (certain) {
        this.#check("bounds() without", left(bound.without), left(drop));
      }
    }
    const { exactLow: low, exactHigh: high } = bound;
    if (bound.tight) {
      const asked = { measure, start, end, low, high };
      this.found.push(...compareBound(oracle, kept, asked));
    }
    const count = {
      measure,
      start: dayOf(start, "start"),
      end: dayOf(end, "end"),
    };
    const sides = [
      ["low", low, bound.lowProof],
      ["high", high, bound.highProof],
    ] as const;
    for (const [side, value, proof] of sides) {
      if (value === null || !proof) continue;
      const told = proof as SideProofJson;
      const wrong = checkBound(input, options, count, side, value, told);
      this.#check(`proof of the ${side} of bounds()`, wrong, []);
    }
  }

  /** What is asked of a claim by itself. */
  async claims(): Promise<void> {
    const { oracle, result } = this;
    if (oracle.said.length === 0) return;
    const random = this.#random;
    const index = random.whole(0, oracle.said.length - 1);
    const { id, kind } = oracle.said[index]!;
    if (kind === "total") {
      this.#check(
        `staleness of ${id}`,
        result.staleness(id),
        oracle.staleness(index),
      );
      const flows = oracle.said.filter(({ count }) =>
        !oracle.world.levels.has(count.measure)
      );
      const official = random.pick(flows).count.measure;
      const { low, high } = await result.coverage(id, official);
      const own = oracle.coverage(index, official);
      this.#check(
        `coverage of ${official} by ${id}`,
        [low, high],
        [Oracle.number(own.low), Oracle.number(own.high)],
      );
    }
    if (!this.options.by && result.repairsComplete) {
      const own = oracle.said.map(({ id }) =>
        oracle.consistent ? 0 : nearest(oracle.blame(id))
      );
      const told = result.blame.map(({ share }) => share);
      const off = own.map((share, i) => Math.abs(share - told[i]!));
      if (off.some((by) => !(by < 1e-12))) this.#check("blame", told, own);
    }
  }

  /** From which width on the claims of a conflict agree, to a billionth. */
  async widths(): Promise<void> {
    const { width: _, most: __, show: ___, ...options } = this.options;
    if (options.by) return;
    for (
      const { claims, width, exact } of (await this.result.dissolves()).slice(
        0,
        2,
      )
    ) {
      // Of all claims: an echo would else take the place of what it repeats.
      const ids = this.input.claims.map(({ claim_id }) => claim_id);
      const without = ids.filter((id) => !claims.includes(id));
      const agreeAt = (width: string) =>
        new Oracle(this.input, {
          ...options,
          without: [...options.without ?? [], ...without],
          width,
        }).consistent;
      const least = width === null
        // None is said to do; or none was sought beyond a million.
        ? !agreeAt(exact ? "1000000000000" : "1000000")
        : agreeAt((width * (1 + 1e-9) + 1e-9).toFixed(12)) &&
          (width < 1e-9 || !agreeAt((width * (1 - 1e-9) - 1e-9).toFixed(12)));
      if (!least) this.#check(`dissolves ${claims}`, width, "the least");
    }
  }
}

/**
 * Where the engine and the oracle part: the whole answer; some bounds asked for by
 * themselves, before or after everything else; and what else there is to ask. A
 * throw is a mismatch too.
 */
export async function judge(
  { input, options }: System,
  seed: number,
): Promise<Mismatch[]> {
  const found: Mismatch[] = [];
  try {
    using result = await reconcile(input, options);
    const inquiry = new Inquiry(input, options, result, seed);
    const before = seed % 2 === 0;
    if (before) inquiry.bounds();
    const json = JSON.parse(JSON.stringify(result)) as ResultJson;
    if (!before) inquiry.bounds();
    found.push(...compare(input, options, json), ...inquiry.found.splice(0));
    await inquiry.claims();
    if (seed % 4 === 0) await inquiry.widths();
    return [...found, ...inquiry.found];
  } catch (error) {
    const stack = error instanceof Error
      ? error.stack?.split("\n").slice(0, 4)
      : error;
    return [...found, { field: "throws", engine: stack, oracle: "an answer" }];
  }
}
