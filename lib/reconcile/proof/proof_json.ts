import { formatDay } from "../../quantity/date.ts";
import { toNumber } from "../../quantity/rational.ts";
import type { Proof } from "./proof.ts";
import type { BackgroundJson, ProofRowJson, Times } from "../result.ts";

const SAFE = BigInt(Number.MAX_SAFE_INTEGER) + 1n;

/** A multiplier as a number, or as its digits where it passes 2^53. */
export function timesOf(times: bigint): Times {
  return times > SAFE || times < -SAFE ? String(times) : Number(times);
}

/** A proof as plain JSON: its rows and its background facts. */
export function proofJson(
  proof: Proof,
): { readonly proof: ProofRowJson[]; readonly background: BackgroundJson[] } {
  return {
    proof: proof.rows.map(({ item, constraint, times }) => ({
      claim: item.claim.claim_id,
      side: constraint.side,
      start: formatDay(constraint.count.start),
      end: formatDay(constraint.count.end),
      times: timesOf(times),
      value: toNumber(constraint.value),
    })),
    background: proof.background.map(
      ({ fact, measure, dimension, whole, start, end, times }) => ({
        fact,
        measure,
        ...dimension === undefined ? {} : { dimension },
        ...whole === undefined ? {} : { whole },
        start: formatDay(start),
        end: formatDay(end),
        times: timesOf(times),
      }),
    ),
  };
}
