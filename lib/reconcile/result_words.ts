import { formatPercent } from "../quantity/percent.ts";
import { tellAlternatives } from "./proof/tell_alternatives.ts";
import { tellSetAside } from "./proof/tell_set_aside.ts";
import type { SetAsideJson } from "./result.ts";

/** What a repair is told from. */
interface Remedied {
  readonly alternatives: readonly Choice[];
  readonly cheapestRepair: {
    readonly certain: boolean;
    readonly drop: readonly string[];
  };
}

/** What may give in one place. */
type Choice = Parameters<typeof tellAlternatives>[0];

/** What is told of a result. */
interface Told {
  readonly verdict: string;
  readonly modelled: readonly string[];
  readonly consistent: boolean;
  readonly slack: number;
  readonly conflicts: readonly unknown[];
  readonly conflictsComplete: boolean;
  readonly repairs: readonly unknown[];
  readonly repairsComplete: boolean;
  isCertain(what: "slack"): boolean;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/**
 * What can be said of the claims together: that they "can all be true.", or that
 * they "cannot all be true." and by how much every bound would have to give.
 */
export function verdictOf(result: Told): string {
  const all = result.modelled.length === 1 ? "" : " all";
  if (result.consistent) return `can${all} be true.`;
  return `cannot${all} be true. ${all ? "They" : "It"} would agree if every ` +
    `bound gave by ${formatPercent(result.slack)}${
      result.isCertain("slack") ? "" : " at the most"
    }.`;
}

/** What was set aside, of how many claims. */
interface Aside {
  readonly setAside: readonly SetAsideJson[];
  readonly selected: number;
}

/** How many claims were set aside, and as what; empty where none was. */
export function asideOf({ setAside, selected }: Aside): string {
  const told = tellSetAside(setAside, selected);
  return told ? `${told.text}.` : "";
}

/**
 * The verdict, how many conflicts and repairs there are, and what was set aside.
 */
export function resultWords(result: Told & Aside): string {
  return [verdictWords(result), asideOf(result)].filter(Boolean).join(" ");
}

function verdictWords(result: Told): string {
  const { length } = result.modelled;
  if (length === 0) return "No claim is modelled: nothing follows.";
  const said = length === 1
    ? `1 claim is modelled. It ${result.verdict}`
    : `${count(length, "claim")} are modelled. They ${result.verdict}`;
  if (result.consistent) return said;
  const { conflicts, repairs, conflictsComplete, repairsComplete } = result;
  const more = (complete: boolean) => complete ? "" : " or more";
  return `${said} ${count(conflicts.length, "conflict")}${
    more(conflictsComplete)
  }, ${count(repairs.length, "repair")}${more(repairsComplete)}.`;
}

/** What the cheapest repair leaves out, with all that weighs as little. */
export function remedyOf(
  { alternatives, cheapestRepair: { certain, drop } }: Remedied,
): string {
  return certain
    ? `The cheapest repair leaves out ${
      alternatives.map(tellAlternatives).join("; ") || "nothing"
    }`
    : "The time ran out before the cheapest repair was known; the rest agrees " +
      `without ${drop.join("; ")}`;
}
