import {
  compare,
  compareBound,
  type Mismatch,
  type ResultJson,
} from "./compare.ts";
import { dayOf, show } from "./day.ts";
import type { System } from "./generate.ts";
import { Oracle } from "./oracle.ts";
import { checkBound, type SideProofJson } from "./proof.ts";
import { Random } from "./random.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { counts } from "./world.ts";

/** How many counts are asked for by themselves. */
const ASKED = 2;

/**
 * Where the engine and the oracle part: the whole answer, and some bounds asked
 * for by themselves, before or after everything else. A throw is a mismatch too.
 */
export async function judge(
  { input, options }: System,
  seed: number,
): Promise<Mismatch[]> {
  const random = new Random(seed + 11);
  const oracle = new Oracle(input, options);
  const before = random.chance(0.5);
  const found: Mismatch[] = [];
  try {
    using result = await reconcile(input, options);
    const ask = () => {
      for (let i = 0; i < ASKED && oracle.said.length > 0; i++) {
        const all = oracle.said.flatMap(counts);
        const { measure } = random.pick(all);
        const days = [random.pick(all).start, random.pick(all).end]
          .map((day) => day + (random.chance(0.3) ? random.whole(-20, 20) : 0))
          .sort((a, b) => a - b);
        const [start, end] = days.map(show) as [string, string];
        const bound = result.bounds(measure, start, end);
        const low = bound.exactLow, high = bound.exactHigh;
        const kept = oracle.all & ~oracle.maskOf(bound.without);
        if (!oracle.feasible(kept)) {
          found.push({
            field: "bounds() without",
            engine: bound.without,
            oracle: "a repair",
          });
          continue;
        }
        if (bound.tight) {
          found.push(
            ...compareBound(oracle, kept, { measure, start, end, low, high }),
          );
        }
        const count = {
          measure,
          start: dayOf(start, "start"),
          end: dayOf(end, "end"),
        };
        for (const side of ["low", "high"] as const) {
          const value = side === "low" ? low : high;
          const proof = side === "low" ? bound.lowProof : bound.highProof;
          if (value === null || !proof) continue;
          const wrong = checkBound(
            input,
            options,
            count,
            side,
            value,
            proof as SideProofJson,
          );
          if (wrong.length > 0) {
            found.push({
              field: `proof of the ${side} of bounds()`,
              engine: wrong,
              oracle: [],
            });
          }
        }
      }
    };
    if (before) ask();
    const json = JSON.parse(JSON.stringify(result)) as ResultJson;
    if (!before) ask();
    return [...compare(input, options, json), ...found];
  } catch (error) {
    const stack = error instanceof Error
      ? error.stack?.split("\n").slice(0, 4)
      : [];
    return [...found, { field: "throws", engine: stack, oracle: "an answer" }];
  }
}
