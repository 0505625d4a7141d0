import type {
  ListsPart,
  RepairPart,
  SlackPart,
  VerdictPart,
} from "../../../../lib/explorer/answers.ts";
import { formatNumber } from "../../../../lib/quantity/phrase.ts";
import { formatPercent } from "../../../../lib/quantity/percent.ts";
import { DEFAULT_MOST } from "../../../../lib/reconcile/reconciliation.ts";
import { at, count, el, fill, listed } from "./dom.ts";
import type { Names } from "./names.ts";

/** What is known of the verdict so far. */
export interface Known {
  verdict?: VerdictPart;
  repair?: RepairPart;
  lists?: ListsPart;
  slack?: SlackPart;
}

/** Whether the claims agree, in a sentence. */
export function verdictWords({ claims, consistent }: VerdictPart): string {
  const n = claims.length;
  if (n === 0) return "No claim that is modelled is switched on.";
  if (n === 1) {
    return consistent
      ? "1 claim: it can be true."
      : "1 claim: it cannot be true by itself.";
  }
  return `${count(n, "claim")}: ${
    consistent
      ? "all of them can be true together."
      : "they cannot all be true."
  }`;
}

function orMore(n: string, complete: boolean): string {
  return complete ? n : `${n} or more`;
}

/** The verdict at the top, as far as it is known. */
export function showVerdict(known: Known, names: Names): void {
  const { verdict, repair, lists, slack } = known;
  if (!verdict) return;
  const place = at("x-verdict");
  place.dataset["consistent"] = String(verdict.consistent);
  at("x-sentence").textContent = verdictWords(verdict);
  const facts: HTMLElement[] = [];
  const fact = (name: string, ...value: Parameters<typeof el>[2][]) =>
    facts.push(el("div", {}, el("dt", {}, name), el("dd", {}, ...value)));
  const none = el("span", { class: "soft" }, "…");
  if (!verdict.consistent) {
    fact(
      "They would agree if every bound gave by",
      slack ? formatPercent(slack.slack) : none,
    );
    fact(
      "Conflicts",
      lists
        ? orMore(formatNumber(lists.conflicts.length), lists.conflictsComplete)
        : none,
    );
    if (repair) {
      fact(
        repair.certain
          ? "The cheapest repair leaves out"
          : "A cheap repair (the time ran out) leaves out",
        ...listed(repair.drop.map((id) => names.link(id))),
      );
    } else fact("The cheapest repair leaves out", none);
  }
  fill(at("x-facts"), facts);
  at("x-cut").hidden = !wasCut(known);
}

/** Whether time ended the search, rather than the length of a list. */
function wasCut({ repair, lists }: Known): boolean {
  if (repair && !repair.certain) return true;
  if (!lists) return false;
  const { conflicts, conflictsComplete, repairs, repairsComplete } = lists;
  return (!conflictsComplete && conflicts.length < DEFAULT_MOST) ||
    (!repairsComplete && repairs.length < DEFAULT_MOST);
}

/** All of the verdict as one text, for who hears it. */
export function spokenVerdict({ verdict, lists, slack }: Known): string {
  if (!verdict) return "";
  const words = verdictWords(verdict);
  if (verdict.consistent || !lists || !slack) return words;
  const { conflicts, conflictsComplete } = lists;
  const found = orMore(
    count(conflicts.length, "conflict"),
    conflictsComplete,
  );
  return `${words} ${found}. They would agree if every bound gave by ${
    formatPercent(slack.slack)
  }.`;
}
