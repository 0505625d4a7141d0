import type { Day } from "../../quantity/date.ts";
import type { Period } from "../../quantity/period.ts";
import { byPeriod, type PartialSum } from "./piece.ts";

/**
 * The ways to lay pieces end to end over a period: those in which no run of
 * pieces could be replaced by one piece, and the one of the most pieces.
 */
export function tilings(
  pieces: readonly PartialSum[],
  over: Period,
): PartialSum[][] {
  const from = Map.groupBy(pieces, (piece) => piece.start);
  const known = new Set(pieces.map(byPeriod));
  const found: PartialSum[][] = [];
  const extend = (laid: readonly PartialSum[], next: Day): void => {
    if (next === over.end + 1) {
      found.push([...laid]);
      return;
    }
    for (const piece of from.get(next) ?? []) {
      const replaceable = laid.some(({ start }) =>
        known.has(byPeriod({ start, end: piece.end }))
      );
      if (!replaceable) extend([...laid, piece], piece.end + 1);
    }
  };
  extend([], over.start);

  const longest = new Map<Day, PartialSum[] | undefined>([[over.end + 1, []]]);
  const finest = (next: Day): PartialSum[] | undefined => {
    if (longest.has(next)) return longest.get(next);
    let best: PartialSum[] | undefined;
    for (const piece of from.get(next) ?? []) {
      const rest = finest(piece.end + 1);
      if (rest && rest.length + 1 > (best?.length ?? 0)) {
        best = [piece, ...rest];
      }
    }
    longest.set(next, best);
    return best;
  };
  const most = finest(over.start);
  const same = (a: readonly PartialSum[], b: readonly PartialSum[]) =>
    a.length === b.length && a.every((piece, i) => piece === b[i]);
  if (most && !found.some((tiling) => same(tiling, most))) found.push(most);
  return found;
}
