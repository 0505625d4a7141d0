import { claimIntervals } from "../dataset/intervals.ts";
import type { Dataset } from "../dataset/load.ts";
import type { Row } from "../dataset/rows.ts";
import { OutOfTime } from "../reconcile/deadline.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import { eachAgainst } from "./each_against.ts";
import { measureNames } from "./measure_names.ts";
import type { Registers } from "./takes_registers.ts";

/** A claim by itself beside the official figures of one register. */
export interface BesideOfficial {
  /** The claim, by id. */
  readonly claim: string;
  /** The measure that its count was taken to be. */
  readonly register: string;
  /** What that is called. */
  readonly name: string;
  /** Who keeps it, where the dataset says. */
  readonly keeper: string | null;
  /** The least that the figures imply, in the claim's own unit. */
  readonly low: number | null;
  /** The most; `null` is open. */
  readonly high: number | null;
  /** Whether some number is allowed by both. */
  readonly meets: boolean;
}

/** More claims than these take too long to be held against figures one by one. */
const MOST = 200;

/** Whether figures say anything of a count that can be any number. */
function says({ low, high }: BesideOfficial): boolean {
  return high !== null || (low !== null && low > 0);
}

/** The official figures of the registers, or all where none are given. */
export function officialFigures(
  dataset: Dataset,
  registers: Registers,
): Row<"claims">[] {
  const wanted = new Set(Object.values(registers).flat());
  const official = dataset.claims.filter(({ status }) => status === "official");
  return wanted.size === 0
    ? official
    : official.filter(({ measure }) => wanted.has(measure));
}

/**
 * Each claim by itself beside official figures: those of each register in turn
 * that its measure is set beside, or, where no registers are given, all others
 * that are official and count the same. A pair of which the figures say nothing
 * is left out. Nothing where the official figures contradict each other, there
 * are none, or the time does not suffice: half an answer would pass for a whole.
 *
 * @param claims The claims, by id; those that state no count are left out.
 * @param registers For a measure, the registers' measures that count the same.
 * @param seconds How long all together may take.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { besideOfficial } from "./beside_official.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../data", import.meta.url));
 * const registers = { proceedings: ["bureau"] };
 * const [found] = await besideOfficial(data, ["wtat-21600-october"], registers);
 * assert.deepEqual([found?.low, found?.high, found?.meets], [19_961, 19_961, false]);
 * ```
 */
export async function besideOfficial(
  dataset: Dataset,
  claims: readonly string[],
  registers: Registers = {},
  seconds = 30,
): Promise<BesideOfficial[]> {
  const named = Object.keys(registers).length > 0;
  const wanted = new Set(claims);
  const official = officialFigures(dataset, registers);
  const rows = claimIntervals(dataset).filter(({ claim }) =>
    wanted.has(claim.claim_id) && claim.kind !== "none" &&
    (named
      ? Object.hasOwn(registers, claim.measure)
      : claim.status !== "official")
  );
  if (official.length === 0 || rows.length === 0 || rows.length > MOST) {
    return [];
  }
  const ends = performance.now() + seconds * 1000;
  const left = () => (ends - performance.now()) / 1000;
  const keepers = new Map(
    dataset.measures.map(({ measure, register }) => [measure, register]),
  );
  const name = measureNames(dataset.measures);
  const found: BesideOfficial[] = [];
  try {
    using figures = await reconcile(
      { ...dataset, claims: official },
      { most: 1, seconds: Math.max(0.1, left()) },
    );
    if (!figures.consistent) return [];
    for (const row of rows) {
      if (left() <= 0) return [];
      const answers = named
        ? await eachAgainst(dataset, [row], official, {
          ...{ registers, seconds: left() },
        })
        : await eachAgainst(dataset, [row], official, { seconds: left() });
      for (const answer of answers) {
        const register = "register" in answer
          ? `${answer.register}`
          : row.claim.measure;
        // A list that ends before another says nothing in the places beyond.
        if (named && !registers[row.claim.measure]!.includes(register)) {
          continue;
        }
        found.push({
          claim: row.claim.claim_id,
          ...{ register, name: name(register) },
          keeper: keepers.get(register) || null,
          ...{ low: answer.impliedLow, high: answer.impliedHigh },
          meets: answer.meets,
        });
      }
    }
  } catch (error) {
    if (error instanceof OutOfTime) return [];
    throw error;
  }
  return found.filter(says);
}
