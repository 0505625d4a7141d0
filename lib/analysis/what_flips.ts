import { OutOfTime } from "../reconcile/deadline.ts";
import { checkReconcileOptions } from "../reconcile/model/option_types.ts";
import {
  type ReconcileInput,
  type ReconcileOptions,
  tablesOf,
} from "../reconcile/model/tables.ts";
import { reconcile } from "../reconcile/reconcile.ts";
import type { Reconciliation } from "../reconcile/reconciliation.ts";
import { witnessesOf } from "../reconcile/witnesses.ts";

/** The single changes that make claims agree which do not. */
export interface Flips {
  /** Other readings, each of which alone suffices, in the order of the table. */
  readonly readings: readonly {
    readonly claim: string;
    readonly reading: string;
  }[];
  /**
   * Where no single reading does: the fewest other readings that make all agree
   * together, in file order; empty where none do.
   */
  readonly together: readonly {
    readonly claim: string;
    readonly reading: string;
  }[];
  /** Claims, each of which suffices to leave out, by id. */
  readonly claims: readonly string[];
  /** Origins of several claims that suffice to leave out, by name. */
  readonly origins: readonly string[];
  /** The width from which on all agree; `null`: none up to the most looked at. */
  readonly width: number | null;
  /** Whether these certainly are all: false where the time ran out. */
  readonly certain: boolean;
}

const NONE: Flips = {
  readings: [],
  together: [],
  claims: [],
  origins: [],
  width: null,
  certain: true,
};

/** The widest width that is looked at: ten units of a number's last digit. */
const WIDEST = 10;

/** The least that one of its questions is given, in seconds. */
const LEAST = 0.1;

/** How many widths are looked at. */
const STEPS = 24;

/** The width from which on all agree: each step goes to where what is seen ends. */
async function widthOf(
  input: ReconcileInput,
  options: ReconcileOptions,
  first: Reconciliation,
): Promise<{ width: number | null; certain: boolean }> {
  const at = (width: number) => reconcile(input, { ...options, width });
  using widest = await at(WIDEST);
  if (!widest.consistent) return { width: null, certain: true };
  let width = 0;
  let dissolves = await first.dissolves();
  for (let step = 0; step < STEPS; step++) {
    const next = Math.max(...dissolves.map((one) => one.width ?? WIDEST));
    if (next <= width) break;
    width = next;
    using result = await at(width);
    if (result.consistent) return { width, certain: true };
    dissolves = await result.dissolves();
  }
  return { width: null, certain: false };
}

/** Claims of one origin, where there are several of them. */
function originsOf(input: ReconcileInput, options: ReconcileOptions) {
  return witnessesOf(tablesOf(input, options).claims).flatMap(
    ({ origin, claims }) =>
      origin === null || claims.length < 2 ? [] : [{ origin, claims }],
  ).sort((a, b) => (a.origin < b.origin ? -1 : 1));
}

/**
 * What single change makes claims agree that cannot all be true: another reading
 * of one claim, one claim or all claims of one origin left out, wider hedges; and
 * where no single reading does, which readings do together. Only what has a claim in every conflict that is listed can do it, and each such
 * change is then tried. A reading can do no more than leaving its claim out, so
 * that only the readings of claims that suffice to leave out are tried. Nothing
 * where the claims agree.
 *
 * @param options As for `reconcile`; `seconds` is the time of all together.
 *
 * @example
 * ```ts
 * import { loadDataset } from "../dataset/load.ts";
 * import { whatFlips } from "./what_flips.ts";
 * import assert from "node:assert/strict";
 *
 * const data = await loadDataset(new URL("../../examples/outbreak", import.meta.url));
 * const { claims, origins } = await whatFlips(data);
 * assert.deepEqual(claims, []);
 * assert.deepEqual(origins, ["briefing-2023-09-04"]);
 * ```
 */
export async function whatFlips(
  input: ReconcileInput,
  options: ReconcileOptions = {},
): Promise<Flips> {
  checkReconcileOptions(options);
  const { seconds = 30 } = options;
  const ends = performance.now() + seconds * 1000;
  const timed = (): ReconcileOptions => ({
    ...options,
    seconds: Math.max(LEAST, (ends - performance.now()) / 1000),
  });
  const late = () => performance.now() > ends;
  using first = await reconcile(input, timed());
  if (first.consistent) return NONE;
  const conflicts = first.conflicts.map((conflict) => new Set(conflict.claims));
  const inAll = (claims: readonly string[]) =>
    conflicts.every((conflict) => claims.some((id) => conflict.has(id)));
  const agree = async (changed: ReconcileOptions): Promise<boolean> => {
    if (late()) return false;
    try {
      using result = await reconcile(input, { ...timed(), ...changed });
      return result.consistent;
    } catch (error) {
      if (error instanceof OutOfTime) return false;
      throw error;
    }
  };
  const { without = [], reading: read = {} } = options;
  const claims: string[] = [];
  for (const id of first.modelled.filter((id) => inAll([id])).sort()) {
    if (await agree({ without: [...without, id] })) claims.push(id);
  }
  const origins: string[] = [];
  for (const { origin, claims } of originsOf(input, options)) {
    const here = claims.filter((id) => first.modelled.includes(id));
    if (here.length < 2 || !inAll(here)) continue;
    if (await agree({ without: [...without, ...here] })) origins.push(origin);
  }
  const readings: { claim: string; reading: string }[] = [];
  for (const row of tablesOf(input, options).readings) {
    const { claim_id: claim, reading } = row;
    if (!claims.includes(claim) || Object.hasOwn(read, claim)) continue;
    if (await agree({ reading: { ...read, [claim]: reading } })) {
      readings.push({ claim, reading });
    }
  }
  const choice = readings.length === 0 && !late()
    ? await first.readings()
    : undefined;
  const together = choice && choice.dropped.length === 0
    ? choice.choice.filter(({ claim, reading }) =>
      reading !== (read[claim] ?? "default")
    )
    : [];
  const { width, certain } = late()
    ? { width: null, certain: false }
    : await widthOf(input, timed(), first);
  return {
    ...{ readings, together, claims, origins, width },
    certain: certain && (choice?.complete ?? true) && !late(),
  };
}
