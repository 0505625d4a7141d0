import type { Mismatch, ResultJson } from "./compare.ts";
import { dayOf } from "./day.ts";
import { exactly, type Fraction, order } from "./fraction.ts";
import type { HeavySystem } from "./heavy.ts";
import type { Input, Options } from "./input.ts";
import { checkBound, checkProof, type SideProofJson } from "./proof.ts";
import { Random } from "./random.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

/** How many of each list are looked into. */
const LOOKED_INTO = 3;

/** Seconds for a verdict that is asked for to check another. */
const PATIENCE = 120;

/** What a hurried call took and where it is wrong. */
export interface Hurried {
  /** Seconds beyond what is allowed; below 0 where it kept to it. */
  readonly late: number;
  readonly seconds: number;
  /** Whether there was one in time. */
  readonly verdict: boolean;
  readonly certain: Readonly<Record<string, boolean>>;
  readonly wrong: readonly Mismatch[];
}

/** Whether some of the claims agree. */
async function agree(
  input: Input,
  keep: (id: string) => boolean,
): Promise<boolean> {
  const claims = input.claims.filter(({ claim_id }) => keep(claim_id));
  using result = await reconcile({ ...input, claims }, { seconds: PATIENCE });
  return result.consistent;
}

function some<T>(random: Random, list: readonly T[]): T[] {
  if (list.length <= LOOKED_INTO) return [...list];
  return Array.from({ length: LOOKED_INTO }, () => random.pick(list));
}

/** Whether a row's side is no tighter than what is proved. */
function covers(
  side: "low" | "high",
  told: number | null,
  proved: Fraction | null,
): boolean {
  if (told === null) return side === "high";
  if (proved === null) return false;
  // A number told is the exact one rounded once: half a unit in its last place.
  const slip = exactly(Math.abs(told) * Number.EPSILON);
  const { n, d } = exactly(told);
  const give = side === "low" ? -slip.n : slip.n;
  const loose = { n: n * slip.d + give * d, d: d * slip.d };
  const by = order(loose, proved);
  return side === "low" ? by <= 0 : by >= 0;
}

/**
 * Asks for everything in so many seconds, and looks at whether it was given in
 * time and whether what was given holds: proofs are added up, repairs tried, and
 * months proved.
 */
export async function hurry(
  { input, options }: HeavySystem,
  seconds: number,
  seed: number,
): Promise<Hurried> {
  const random = new Random(seed + 5);
  const wrong: Mismatch[] = [];
  const fail = (field: string, engine: unknown, oracle: unknown) =>
    wrong.push({ field, engine, oracle });
  const all: Options = { ...options, seconds };
  const began = performance.now();
  const late = () =>
    (performance.now() - began) / 1000 - seconds - Math.max(1, seconds / 10);
  const stopped = (): Hurried => ({
    late: late(),
    seconds: (performance.now() - began) / 1000,
    verdict: false,
    certain: {},
    wrong,
  });
  let reconciled;
  try {
    reconciled = await reconcile(input, all);
  } catch (error) {
    // Where the time ends before the verdict there is no answer.
    const timely = error instanceof Error && /time/i.test(error.message);
    if (!timely) fail("throws", stackOf(error), "a verdict");
    return stopped();
  }
  using result = reconciled;
  let json: ResultJson;
  try {
    json = JSON.parse(JSON.stringify(result));
  } catch (error) {
    fail("throws", stackOf(error), "an answer");
    return { ...stopped(), verdict: true };
  }
  const run = { ...stopped(), verdict: true };

  for (const conflict of some(random, json.conflicts)) {
    const bad = checkProof(input, conflict, options);
    if (bad.length > 0) fail("proof", bad, []);
    const drop = random.pick(conflict.claims);
    const rest = conflict.claims.filter((id) => id !== drop);
    if (!await agree(input, (id) => rest.includes(id))) {
      fail("conflict is not minimal", conflict.claims, rest);
    }
  }
  // What the bounds leave out is listed only where nothing can be spared.
  const drops = [
    { drop: json.bounds_without, listed: json.certain?.cheapest ?? true },
    ...some(random, json.repairs).map(({ drop }) => ({ drop, listed: true })),
  ];
  for (const { drop, listed } of drops) {
    if (!await agree(input, (id) => !drop.includes(id))) {
      fail("repair leaves a conflict", drop, "agreement");
    }
    if (drop.length === 0 || !listed) continue;
    const back = random.pick(drop);
    if (await agree(input, (id) => id === back || !drop.includes(id))) {
      fail("repair is not minimal", drop, `without ${back}`);
    }
  }
  if (json.consistent !== (json.bounds_without.length === 0)) {
    fail("consistent", json.consistent, json.bounds_without);
  }
  const best = json.repairs[0]?.weight;
  const weight = (drop: readonly string[]) =>
    input.claims.filter(({ claim_id }) => drop.includes(claim_id))
      .reduce((sum, claim) => sum + Number(claim.weight || 1), 0);
  if (best !== undefined && weight(json.bounds_without) > best + 1e-9) {
    fail("bounds_without", weight(json.bounds_without), best);
  }
  using kept = await reconcile(
    {
      ...input,
      claims: input.claims.filter(({ claim_id }) =>
        !json.bounds_without.includes(claim_id)
      ),
    },
    { ...options, seconds: PATIENCE },
  );
  for (const row of some(random, json.bounds)) {
    const { measure, start, end } = row;
    const bound = kept.bounds(measure, start, end);
    const count = {
      measure,
      start: dayOf(start, "start"),
      end: dayOf(end, "end"),
    };
    const sides = [
      ["low", row.low, bound.exactLow, bound.lowProof],
      ["high", row.high, bound.exactHigh, bound.highProof],
    ] as const;
    for (const [side, told, proved, proof] of sides) {
      if (proved && proof) {
        const bad = checkBound(
          input,
          options,
          count,
          side,
          proved,
          proof as SideProofJson,
        );
        if (bad.length > 0) fail("proof of a bound", bad, []);
      }
      if (!covers(side, told, proved)) {
        fail(`${side} of ${measure} ${start}`, told, String(proved?.n));
      }
    }
  }
  return { ...run, certain: { ...json.certain } };
}

function stackOf(error: unknown): unknown {
  return error instanceof Error ? error.stack?.split("\n").slice(0, 5) : error;
}
