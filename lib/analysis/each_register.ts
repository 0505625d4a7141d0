import type { ClaimInterval } from "../dataset/intervals.ts";
import { unawaited } from "../quantity/unawaited.ts";
import { type Registers, takesRegisters } from "./takes_registers.ts";

/**
 * Puts a question to registers in turn, each taken to be the one that claims
 * quote: which it is they often do not say. Every answer tells in `register`
 * what its claim's count was taken to be.
 *
 * @param registers For a claimed measure, the registers' measures that count
 * the same thing, the same register in the same place of each list: an analyst's
 * choice, never made silently.
 * @param ask The question, given the pairs of measures that are taken to be one:
 * the option `same` of `eachAgainst`, `dateTotals` and `reconcile`.
 *
 * @example
 * ```ts
 * import { eachAgainst } from "./each_against.ts";
 * import { eachRegister } from "./each_register.ts";
 * import { claimIntervals } from "../dataset/intervals.ts";
 * import { loadDataset } from "../dataset/load.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const october = claimIntervals(data.only({ claims: ["wtat-21600-october"] }));
 * const official = data.only({ collections: ["record"], statuses: ["official"] });
 * const found = await eachRegister(
 *   { proceedings: ["table", "bureau"] },
 *   (same) => eachAgainst(data, october, official.claims, { same }),
 * );
 * assert.deepEqual(
 *   found.map(({ register, meets }) => [register, meets]),
 *   [["table", true], ["bureau", false]],
 * );
 * ```
 */
export function eachRegister<T extends { readonly row: ClaimInterval }>(
  registers: Registers,
  ask: (same: readonly (readonly [string, string])[]) => Promise<readonly T[]>,
): Promise<(T & { readonly register: string })[]> {
  return unawaited(askEach(registers, ask), "eachRegister(…)", []);
}

async function askEach<T extends { readonly row: ClaimInterval }>(
  registers: Registers,
  ask: (same: readonly (readonly [string, string])[]) => Promise<readonly T[]>,
): Promise<(T & { readonly register: string })[]> {
  takesRegisters(registers, "registers");
  const lists = Object.entries(registers);
  const most = Math.max(0, ...lists.map(([, list]) => list.length));
  const found: (T & { readonly register: string })[] = [];
  for (let place = 0; place < most; place++) {
    const same = lists.flatMap(([measure, { [place]: own }]) =>
      own === undefined ? [] : [[measure, own] as const]
    );
    const taken = new Map(same);
    for (const answer of await ask(same)) {
      const { measure } = answer.row.claim;
      found.push({ ...answer, register: taken.get(measure) ?? measure });
    }
  }
  return found;
}
