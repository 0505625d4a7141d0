import { type Fraction, minus, NONE, order, plus } from "./fraction.ts";
import type { Input, ToTheLetter } from "./input.ts";
import { Oracle } from "./oracle.ts";
import { aside } from "./selection.ts";

/** A choice of a reading for every claim that has more than one. */
export type Choice = Readonly<Record<string, string>>;

/** What choosing among readings can do, by trying every choice. */
export interface Readings {
  /** The greatest weight of modelled claims that any choice makes agree. */
  readonly weight: Fraction;
  /** Every choice that does. */
  readonly choices: readonly Choice[];
  /** Readings that are in no such choice, as `claim=reading`. */
  readonly excluded: readonly string[];
}

/** Every choice of readings of an input. */
function choices({ claims, readings }: Input): Choice[] {
  let all: Choice[] = [{}];
  for (const { claim_id } of claims) {
    const own = (readings ?? []).filter((row) => row.claim_id === claim_id);
    if (own.length === 0) continue;
    const ids = ["default", ...own.map(({ reading }) => reading)];
    all = all.flatMap((choice) =>
      ids.map((reading) => ({ ...choice, [claim_id]: reading }))
    );
  }
  return all;
}

/** Tries every choice of readings with every subset of the claims. */
export function tryReadings(input: Input, options: ToTheLetter = {}): Readings {
  let best: Fraction | null = null;
  let found: Choice[] = [];
  const all = choices(input);
  // What is set aside was so before anything is chosen.
  const gone = aside(input, options).map(({ claim }) => claim);
  const without = [...options.without ?? [], ...gone];
  for (const reading of all) {
    const oracle = new Oracle(input, {
      ...options,
      without,
      vintages: "all",
      reading,
    });
    const total = oracle.said.map(({ weight }) => weight).reduce(plus, NONE);
    const agreeing = minus(total, oracle.repairs()[0]!.weight);
    const by = best === null ? 1 : order(agreeing, best);
    if (by > 0) [best, found] = [agreeing, []];
    if (by >= 0) found.push(reading);
  }
  const pairs = (list: readonly Choice[]) =>
    new Set(
      list.flatMap((choice) =>
        Object.entries(choice).map(([id, reading]) => `${id}=${reading}`)
      ),
    );
  const kept = pairs(found);
  return {
    weight: best ?? NONE,
    choices: found,
    excluded: [...pairs(all)].filter((pair) => !kept.has(pair)).sort(),
  };
}
