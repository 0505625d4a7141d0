import type { Balance } from "./claim.ts";
import type { Pair } from "./pairs.ts";

/** Two flows of one level that count the same things. */
export interface FlowOverlap {
  /** Position of the later of the two among the balances. */
  readonly row: number;
  /** Position of the earlier one. */
  readonly other: number;
  /**
   * How: the later is `within` the earlier or `holds` it, both `share` a part,
   * or one flow goes `both` in and out.
   */
  readonly how: "within" | "holds" | "share" | "both";
  /** The part that both have, where they share one. */
  readonly part?: string;
}

/** The flow of a row, by the name it goes by. */
interface Placed {
  readonly row: number;
  readonly flow: string;
}

/**
 * Flows of one level that do not go together: in one direction a flow and its
 * part, its whole, or another with which it has a part in common, so that the
 * part would be added twice; and a flow that goes in and out at once. A flow
 * whose part goes the other way is no such: of those who came some left again.
 * One that has two names counts once. Each row is told once.
 *
 * @param balances The rows of the table.
 * @param pairs Parts and wholes.
 * @param nameOf The name by which a measure goes.
 *
 * @example
 * ```ts
 * import { flowOverlaps } from "./flow_overlaps.ts";
 * import assert from "node:assert/strict";
 *
 * const row = { level: "in-hospital", direction: "in" } as const;
 * const found = flowOverlaps(
 *   [{ ...row, flow: "admitted" }, { ...row, flow: "transferred" }],
 *   [{ whole: "admitted", part: "transferred" }],
 *   (measure) => measure,
 * );
 * assert.deepEqual(found, [{ row: 1, other: 0, how: "within" }]);
 * ```
 */
export function flowOverlaps(
  balances: readonly Pick<Balance, "level" | "flow" | "direction">[],
  pairs: readonly Pick<Pair, "whole" | "part">[],
  nameOf: (measure: string) => string,
): FlowOverlap[] {
  const parts = Map.groupBy(pairs, ({ whole }) => nameOf(whole));
  const placed: (Placed & { readonly way: string })[] = [];
  const others = new Map<string, number>();
  const found = new Map<number, FlowOverlap>();
  balances.forEach(({ level, flow: id, direction }, row) => {
    const flow = nameOf(id);
    const key = (way: string) => JSON.stringify([nameOf(level), way, flow]);
    const back = others.get(key(direction === "in" ? "out" : "in"));
    if (back !== undefined) found.set(row, { row, other: back, how: "both" });
    if (others.has(key(direction))) return;
    others.set(key(direction), row);
    const way = JSON.stringify([nameOf(level), direction]);
    placed.push({ row, flow, way });
  });
  const partsOf = (whole: string) =>
    (parts.get(whole) ?? []).map(({ part }) => nameOf(part));
  for (const way of Map.groupBy(placed, ({ way }) => way).values()) {
    for (const overlap of overlapsOf(way, partsOf)) {
      if (!found.has(overlap.row)) found.set(overlap.row, overlap);
    }
  }
  return [...found.values()].sort((a, b) => a.row - b.row);
}

/** Those of one direction, each measure below them walked once. */
function* overlapsOf(
  way: readonly Placed[],
  partsOf: (whole: string) => readonly string[],
): Generator<FlowOverlap> {
  if (way.length < 2) return;
  /** The row from which a measure was reached first. */
  const ownerOf = new Map<string, Placed>();
  for (const { row, flow } of way) {
    const own: Placed = { row, flow };
    const above = ownerOf.get(flow);
    if (above) {
      // All that is below it was reached already.
      yield { row, other: above.row, how: "within" };
      continue;
    }
    let met: FlowOverlap | undefined;
    const open = [flow];
    ownerOf.set(flow, own);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const part of partsOf(at)) {
        const owner = ownerOf.get(part);
        if (owner === undefined) {
          ownerOf.set(part, own);
          open.push(part);
        } else if (owner !== own && met?.how !== "holds") {
          met = owner.flow === part
            ? { row, other: owner.row, how: "holds" }
            : met ?? { row, other: owner.row, how: "share", part };
        }
      }
    }
    if (met) yield met;
  }
}
