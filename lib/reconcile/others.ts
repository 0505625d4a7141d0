import type { Deadline } from "./deadline.ts";
import { type Model, Scope } from "./search/model.ts";
import { type Cheapest, itemsOfUnits } from "./outcome.ts";
import { cellsOf } from "./model/system.ts";

/** The others of a claim, which agree. */
export interface Others {
  /** Without the claim, and what makes the others disagree. */
  readonly scope: Scope;
  /** Whether what was left out of them certainly is their cheapest repair. */
  readonly certain: boolean;
}

/**
 * Who speaks where only the others do: without the claim itself, and without
 * the cheapest repair of the others where these disagree among themselves.
 *
 * @param reach Whether only the claim's own component is asked about.
 */
export function othersOf(
  model: Model,
  item: number,
  cheapest: Cheapest,
  deadline: Deadline,
  reach: "home" | "everywhere" = "everywhere",
): Others {
  const { system, units } = model;
  const { count } = system.items[item]!;
  const component = system.componentOf[cellsOf(system, count).from]!;
  const home = units.clusterOf[component]!;
  const dropped = [item];
  let certain = true;
  cheapest.disagreeing.forEach((cluster, i) => {
    const part = cheapest.parts[i]!;
    let drop = part.units;
    if (cluster !== home) {
      if (reach === "home") return;
      certain &&= part.optimal;
    } else {
      const own = cheapestWithout(model, item, cluster, part, deadline);
      drop = own.units;
      certain &&= own.optimal;
    }
    dropped.push(...itemsOfUnits(model, drop));
  });
  return { scope: new Scope(dropped), certain };
}

type Part = Cheapest["parts"][number];

/** The cheapest repair of a cluster in which an item is silent. */
function cheapestWithout(
  model: Model,
  item: number,
  cluster: number,
  part: Part,
  deadline: Deadline,
): Part {
  const unit = model.units.unitOf[item]!;
  const alone = model.units.units[unit]!.items.length === 1;
  // A cheapest repair without one of its units is a cheapest one of the rest:
  // a better one, with that unit again, would have been better before.
  if (alone && part.units.includes(unit)) {
    return { ...part, units: part.units.filter((u) => u !== unit) };
  }
  // What was contradicted without the item still is, and nothing costs less.
  const same = alone || model.weightOf(unit, item) === model.weightOf(unit);
  if (part.optimal && same && !model.search(cluster).sets.accused(item)) {
    return part;
  }
  return model.cheapest(cluster, deadline, item, part.units);
}
