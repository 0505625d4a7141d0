import type { Certificate } from "../proof/certificate.ts";
import type { Item } from "../model/item.ts";
import { networkSolver } from "./network.ts";
import type { Solver } from "./solver.ts";
import { isAlwaysZero } from "./always_zero.ts";
import { untied } from "../model/measure_model.ts";
import { buildSystem, type Component, type System } from "../model/system.ts";

/** Whether a claim does no more than bound counts of its own measure's flow. */
export function isPlain({ of, cells }: Item): boolean {
  return !of && (cells.kind === "total" || cells.kind === "rate");
}

/**
 * A network for a component in which only one measure of a family is claimed:
 * whatever its flow, the others can be chosen to fit, unless the facts between
 * them leave it none.
 *
 * @returns `null` where there is more to it than that.
 */
export function plainSolver(
  system: System,
  component: Component,
): Solver | null {
  const { items, measures } = system;
  if (component.ties.length > 0) return null;
  let only = -1;
  for (const i of component.items) {
    const item = items[i]!;
    const measure = measures.indexOf.get(item.count.measure)!;
    if (!isPlain(item) || only >= 0 && measure !== only) return null;
    only = measure;
  }
  return isAlwaysZero(measures, only) ? null : networkSolver(system, component);
}

/**
 * What the counts of single measures say by themselves, without ratios, parts
 * and wholes: contradictions among those are found in a moment.
 */
export class PlainCounts {
  readonly #parts: {
    readonly items: readonly number[];
    readonly solver: Solver;
  }[] = [];

  constructor(system: System, component: Component) {
    const byMeasure = new Map<number, number[]>();
    for (const i of component.items) {
      const item = system.items[i]!;
      if (!isPlain(item)) continue;
      const measure = system.measures.indexOf.get(item.count.measure)!;
      const list = byMeasure.get(measure);
      if (list) list.push(i);
      else byMeasure.set(measure, [i]);
    }
    for (const own of byMeasure.values()) {
      const small = buildSystem(system.items, untied(system.measures), own);
      for (const part of small.components) {
        const solver = networkSolver(small, part);
        const all = new Uint8Array(part.items.length).fill(1);
        if (!solver?.refute(all)) continue;
        this.#parts.push({ items: part.items, solver });
      }
    }
  }

  /** Why items cannot all be true; `null` tells nothing. */
  refute(takesPart: (item: number) => boolean): Certificate | null {
    for (const { items, solver } of this.#parts) {
      const active = Uint8Array.from(items, (item) => Number(takesPart(item)));
      const certificate = solver.refute(active);
      if (certificate) return certificate;
    }
    return null;
  }
}
