import type { Certificate } from "../proof/certificate.ts";
import type { Timer } from "../deadline.ts";
import { linearSolver } from "../solve/linear.ts";
import type { Highs } from "../solve/load_highs.ts";
import { networkSolver } from "../solve/network.ts";
import { plainSolver } from "../solve/plain_counts.ts";
import { type Proof, proofOf } from "../proof/proof.ts";
import { shrink } from "./shrink.ts";
import type { Manner, Solver } from "../solve/solver.ts";
import { buildSystem, type Component, type System } from "../model/system.ts";

/** The solver that a component needs. */
export function solverOf(
  system: System,
  component: Component,
  highs: Highs | null,
  timer: Timer,
): Solver {
  if (component.kind === "network") return networkSolver(system, component);
  if (!highs) throw new Error("The linear solver is not loaded");
  return linearSolver(system, component, highs, timer);
}

/**
 * Looks at a few items that cannot all be true as a system of their own. It has
 * their milestones only, so that it is small, and knows nothing of what was
 * asked before, so that the same items always get the same answer.
 */
function refuteAlone<T>(
  system: System,
  items: readonly number[],
  highs: Highs | null,
  timer: Timer,
  manner: Manner,
  then: (
    certificate: Certificate,
    small: System,
    component: Component,
    solver: Solver,
  ) => T,
): T {
  const small = buildSystem(system.items, system.measures, items);
  for (const component of small.components) {
    using solver = component.kind === "linear"
      ? plainSolver(small, component) ??
        solverOf(small, component, highs, timer)
      : solverOf(small, component, highs, timer);
    const everything = new Uint8Array(component.items.length).fill(1);
    const certificate = solver.refute(everything, manner);
    if (certificate) return then(certificate, small, component, solver);
  }
  throw new Error("A contradiction could not be found again");
}

/**
 * A minimal set among items that cannot all be true.
 *
 * @param exactly Whether it certainly must be minimal; that it cannot be true is
 * certain in any case.
 */
export function minimalContradiction(
  system: System,
  items: readonly number[],
  highs: Highs | null,
  timer: Timer,
  exactly: boolean,
): number[] {
  return refuteAlone(
    system,
    items,
    highs,
    timer,
    "quick",
    (first, _, component, solver) => {
      const own = component.items;
      const local = new Map(own.map((item, i) => [item, i]));
      return shrink(solver, first, local, own.length, exactly).map((i) =>
        own[i]!
      );
    },
  );
}

/** Why items cannot all be true, as plainly as can be. */
export function plainContradiction(
  system: System,
  items: readonly number[],
  highs: Highs | null,
  timer: Timer,
): Proof {
  return refuteAlone(
    system,
    items,
    highs,
    timer,
    "plain",
    (certificate, small) => {
      const proof = proofOf(small, certificate, null);
      if (!proof) throw new Error("A contradiction does not add up");
      return proof;
    },
  );
}
