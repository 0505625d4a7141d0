/**
 * The edges of a graph that lie on a way round: those from whose end one comes
 * back to their start. Several edges may start at one node, unlike in
 * `circular`.
 *
 * Method: strongly connected components by Tarjan, "Depth-first search and
 * linear graph algorithms", SIAM Journal on Computing 1 (1972), without
 * recursion: a chain may be as long as the table.
 *
 * @param edges Where each edge leads from and to.
 * @returns Whether each edge lies on a way round.
 *
 * @example
 * ```ts
 * import { rounds } from "./rounds.ts";
 * import assert from "node:assert/strict";
 *
 * const edges = [["a", "b"], ["b", "a"], ["c", "a"], ["d", "d"]] as const;
 * assert.deepEqual(rounds(edges), [true, true, false, true]);
 * ```
 */
export function rounds(
  edges: readonly (readonly [from: string, to: string])[],
): boolean[] {
  const out = new Map<string, string[]>();
  for (const [from, to] of edges) {
    const list = out.get(from);
    if (list) list.push(to);
    else out.set(from, [to]);
  }
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const open: string[] = [];
  let components = 0;
  for (const root of out.keys()) {
    if (order.has(root)) continue;
    const way: { node: string; next: number }[] = [{ node: root, next: 0 }];
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const { node } = top;
      if (top.next === 0) {
        order.set(node, order.size);
        low.set(node, order.get(node)!);
        open.push(node);
      }
      const to = out.get(node)?.[top.next++];
      if (to !== undefined) {
        if (!order.has(to)) way.push({ node: to, next: 0 });
        else if (!component.has(to)) {
          low.set(node, Math.min(low.get(node)!, order.get(to)!));
        }
        continue;
      }
      way.pop();
      const above = way.at(-1)?.node;
      if (above !== undefined) {
        low.set(above, Math.min(low.get(above)!, low.get(node)!));
      }
      if (low.get(node) !== order.get(node)) continue;
      for (let last = open.pop()!;; last = open.pop()!) {
        component.set(last, components);
        if (last === node) break;
      }
      components++;
    }
  }
  return edges.map(([from, to]) =>
    from === to || component.get(from) === component.get(to)
  );
}
