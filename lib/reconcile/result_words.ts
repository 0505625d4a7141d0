import { formatPercent } from "../quantity/percent.ts";

/** What is told of a result. */
interface Told {
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
 * The verdict in a sentence or two: whether the claims agree, and if not by how
 * much every bound would have to give.
 */
export function verdictWords(result: Told): string {
  const { length } = result.modelled;
  if (length === 0) return "No claim is modelled: nothing follows.";
  const can = result.consistent ? "can" : "cannot";
  const said = length === 1
    ? `1 claim is modelled. It ${can} be true.`
    : `${count(length, "claim")} are modelled. They ${can} all be true.`;
  if (result.consistent) return said;
  return `${said} They would agree if every bound gave by ${
    formatPercent(result.slack)
  }${result.isCertain("slack") ? "" : " at the most"}.`;
}

/** How many conflicts and repairs there are. */
export function listWords(result: Told): string {
  if (result.consistent) return "";
  const { conflicts, repairs, conflictsComplete, repairsComplete } = result;
  const more = (complete: boolean) => complete ? "" : " or more";
  return `${count(conflicts.length, "conflict")}${more(conflictsComplete)}, ${
    count(repairs.length, "repair")
  }${more(repairsComplete)}.`;
}
