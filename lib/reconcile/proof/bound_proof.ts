import type { CountExtreme } from "../search/model.ts";
import {
  type BackgroundRow,
  checkProof,
  type Goal,
  joinRows,
  type Proof,
  proofOf,
} from "./proof.ts";
import { isLevel } from "../model/measure_model.ts";
import type { System } from "../model/system.ts";

/**
 * The proof of a bound over the very days that were asked for. What a
 * certificate shows is about whole cells; the days by which the count reaches
 * beyond them, or they beyond the count, are flow.
 *
 * @returns `null` where the bound is open.
 */
export function boundProof(
  whole: System,
  extreme: CountExtreme,
  goal: Goal,
): Proof | null {
  const { certificate, span } = extreme;
  const system = extreme.system ?? whole;
  if (!certificate) return null;
  const { measure, start, end } = goal.count;
  const kind = isLevel(system.measures, measure) ? "level" : "flow";
  const flow = (from: number, to: number, times: bigint): BackgroundRow[] =>
    from > to ? [] : [{ fact: kind, measure, start: from, end: to, times }];
  if (!span) {
    // Nothing is claimed inside: the count itself is flow, and at least 0.
    const background = flow(start, end, 1n);
    const { value } = extreme;
    return { rows: [], background, goal, times: 1n, bound: value! };
  }
  const inner: Goal = { ...goal, count: { measure, ...span } };
  const proof = proofOf(system, certificate, inner);
  if (!proof) throw new Error("A bound does not add up");
  const [before, after] = goal.side === "low"
    ? [
      flow(start, span.start - 1, proof.times),
      flow(span.end + 1, end, proof.times),
    ]
    : [
      flow(span.start, start - 1, proof.times),
      flow(end + 1, span.end, proof.times),
    ];
  const all: Proof = {
    ...proof,
    goal,
    background: joinRows(system, [
      ...proof.background,
      ...before,
      ...after,
    ]),
  };
  if (!checkProof(all, system)) throw new Error("A bound does not add up");
  return all;
}
