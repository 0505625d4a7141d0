import type { Balance } from "../../quantity/claim.ts";
import { InputError } from "./input_error.ts";
import { UnionFind } from "./union_find.ts";

/** What adds to a level and what takes from it. */
export interface Store {
  /** The name that the level goes by. */
  readonly measure: string;
  /** The level. */
  readonly level: number;
  /** Flows that add to it, each once. */
  readonly ins: readonly number[];
  /** Flows that take from it. */
  readonly outs: readonly number[];
  /** Whether nothing else adds to it. */
  readonly insFull: boolean;
  /** Whether nothing else takes from it. */
  readonly outsFull: boolean;
}

/** The measures whose levels are filled: their ids, and which family is which. */
interface Measures {
  readonly names: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly familyOf: readonly number[];
  readonly families: readonly { readonly level: boolean }[];
}

/**
 * The levels that flows fill, and what ties families together by them. Levels
 * that are one pool their flows; a flow counts once in a direction.
 *
 * @throws {InputError} When a level is a flow, or a flow a level.
 */
export function storesOf(
  balances: readonly Balance[],
  { names, indexOf, familyOf, families }: Measures,
): { readonly stores: Store[]; readonly tieOf: number[] } {
  const isLevel = (id: string) => families[familyOf[indexOf.get(id)!]!]!.level;
  const ways = new Map<
    number,
    Record<Balance["direction"], Map<number, boolean>>
  >();
  const joined = new UnionFind(families.length);
  const tied = new Set<number>();
  for (const { level, flow, direction, split } of balances) {
    if (!isLevel(level)) {
      throw new InputError(
        `balances: '${level}' is a flow; say that it counts a level, or name one`,
      );
    }
    if (isLevel(flow)) {
      throw new InputError(
        `balances: '${flow}' is a level; name a flow that goes in or out`,
      );
    }
    const [at, by] = [indexOf.get(level)!, indexOf.get(flow)!];
    let own = ways.get(at);
    if (!own) ways.set(at, own = { in: new Map(), out: new Map() });
    const way = own[direction];
    way.set(by, (way.get(by) ?? true) && split === "full");
    for (const one of [at, by]) tied.add(familyOf[one]!);
    joined.join(familyOf[by]!, familyOf[at]!);
  }
  const full = (way: ReadonlyMap<number, boolean>) =>
    way.size > 0 && [...way.values()].every((own) => own);
  const stores = [...ways].map(([level, way]): Store => ({
    measure: names[level]!,
    level,
    ins: [...way.in.keys()],
    outs: [...way.out.keys()],
    insFull: full(way.in),
    outsFull: full(way.out),
  }));
  const ties = [...new Set([...tied].map((f) => joined.find(f)))];
  return {
    stores,
    tieOf: families.map((_, f) =>
      tied.has(f) ? ties.indexOf(joined.find(f)) : -1
    ),
  };
}
