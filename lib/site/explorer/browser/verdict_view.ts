import type {
  BoundsPart,
  ListsPart,
  RepairPart,
  SlackPart,
  VerdictPart,
} from "../answers.ts";
import { formatNumber } from "../../../quantity/phrase.ts";
import { formatPercent } from "../../../quantity/percent.ts";
import {
  choiceParts,
  mayGiveElse,
  whichFirst,
} from "../../claims/choice_parts.ts";
import { SET_ASIDE } from "../../../reconcile/proof/tell_set_aside.ts";
import type { Alternatives } from "../../../reconcile/reconciliation.ts";
import { at, type Child, count, el, fill, listed } from "./dom.ts";
import type { Names } from "./names.ts";

/** What is known of the verdict so far. */
export interface Known {
  verdict?: VerdictPart;
  repair?: RepairPart;
  lists?: ListsPart;
  slack?: SlackPart;
  bounds?: BoundsPart;
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
  // One for each: an element stands in one place only.
  const none = () => el("span", { class: "soft" }, "…");
  if (!verdict.consistent) {
    fact(
      "They would agree if every bound gave by",
      slack ? slackWords(slack) : none(),
    );
    fact(
      "Conflicts",
      lists
        ? orMore(formatNumber(lists.conflicts.length), lists.conflictsComplete)
        : none(),
    );
    if (repair && !repair.certain) {
      fact(
        "The rest agrees without (a cheaper repair may do: the time ran out)",
        ...listed(repair.drop.map((id) => names.link(id))),
      );
    } else if (repair && lists) {
      const { alternatives } = lists;
      const several = mayGiveElse(alternatives);
      fact(
        several
          ? "What must be left out at the least"
          : "The cheapest repair leaves out",
        ...several
          ? [
            ...choices(alternatives, names),
            `. What follows is without `,
            ...listed(repair.drop.map((id) => names.link(id))),
            `: ${whichFirst(alternatives)}, not the likeliest to be wrong.`,
          ]
          : listed(repair.drop.map((id) => names.link(id))),
      );
    } else fact("What must be left out at the least", none());
  }
  // What was found comes first.
  if (verdict.setAside.length > 0) {
    fact("Set aside, not counted here", ...aside(verdict, names));
  }
  fill(at("x-facts"), facts);
  at("x-cut").hidden = !wasCut(known);
}

/** How many choices of what gives are told. */
const TOLD = 12;

/** What was set aside, each with what replaced it. */
function aside({ setAside }: VerdictPart, names: Names): Child[] {
  const rest = setAside.length - TOLD;
  return [
    ...setAside.slice(0, TOLD).flatMap(({ claim, by, why }, i): Child[] => [
      i > 0 && "; ",
      names.link(claim),
      by === null ? "" : ` (${SET_ASIDE[why]} `,
      by !== null && names.link(by),
      by === null ? "" : ")",
    ]),
    rest > 0 && `; and ${formatNumber(rest)} more`,
  ];
}

/** What may give, choice by choice, in words that take no side. */
function choices(all: readonly Alternatives[], names: Names): Child[] {
  const rest = all.length - TOLD;
  return [
    ...all.slice(0, TOLD).flatMap((one, i): Child[] => [
      i > 0 && "; ",
      ...choiceParts(one).map((part) =>
        typeof part === "string" ? part : names.link(part.claim)
      ),
    ]),
    rest > 0 && `; and ${formatNumber(rest)} more`,
  ];
}

function slackWords({ slack, certain }: SlackPart): string {
  return `${formatPercent(slack)}${certain ? "" : " at the most"}`;
}

/** Whether time ended the search, rather than the length of a list. */
function wasCut({ repair, lists, slack }: Known): boolean {
  return [repair, lists, slack].some((part) => part && !part.certain);
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
    slackWords(slack)
  }.`;
}
