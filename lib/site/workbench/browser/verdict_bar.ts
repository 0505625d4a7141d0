import { at, count } from "../../explorer/browser/dom.ts";
import {
  type Known,
  spokenVerdict,
  verdictWords,
} from "../../explorer/browser/verdict_view.ts";

/** What the bar tells of. */
export interface BarState {
  readonly known: Known;
  /** How many rows of claims there are. */
  readonly claims: number;
  readonly problems: number;
  /** How many rows are left out for their problems. */
  readonly leftOut: number;
  /** Whether anything can be reconciled. */
  readonly sound: boolean;
  /** How many claims are switched off. */
  readonly switchedOff: number;
  /** The first conflict in a sentence, if any. */
  readonly first: string | undefined;
  /** Whether it takes so long that it may be stopped. */
  readonly slow: boolean;
  readonly undone: string | undefined;
  readonly redone: string | undefined;
}

function sentence({ known, claims, sound, ...state }: BarState): string {
  if (!sound) return "Not worked out: put the problems right first.";
  if (claims === 0) return "No claims yet.";
  if (!known.verdict) return "Working …";
  const without = [
    state.leftOut > 0 && `without ${count(state.leftOut, "row")} with problems`,
    state.switchedOff > 0 &&
    `${count(state.switchedOff, "claim")} switched off`,
  ].filter(Boolean);
  const words = known.verdict.claims.length === 0
    ? "No claim that can be modelled yet."
    : verdictWords(known.verdict);
  return without.length > 0 ? `${words} (${without.join("; ")})` : words;
}

let said = "";

/** The verdict that stays in view, and what can be undone. */
export function showBar(state: BarState): void {
  const { known, problems, undone, redone, sound, claims } = state;
  const { verdict, lists } = known;
  const bar = at("w-bar");
  const found = sound && claims > 0 && verdict && verdict.claims.length > 0;
  bar.dataset["consistent"] = found ? String(verdict.consistent) : "";
  const words = sentence(state);
  at("w-sentence").textContent = words;
  const conflicts = at<HTMLButtonElement>("w-to-conflicts");
  conflicts.hidden = !found || verdict.consistent;
  conflicts.textContent = lists
    ? `${count(lists.conflicts.length, "conflict")}${
      lists.conflictsComplete ? "" : " or more"
    }`
    : "conflicts …";
  const why = at("w-why");
  why.hidden = !found || verdict.consistent || state.first === undefined;
  why.textContent = state.first ?? "";
  // It is cut where it is long.
  why.title = state.first ?? "";
  at("w-cancel").hidden = !state.slow;
  const wrong = at("w-to-problems");
  wrong.hidden = problems === 0;
  wrong.textContent = count(problems, "problem");
  for (
    const [id, name, step] of [
      ["w-undo", "Undo", undone],
      ["w-redo", "Redo", redone],
    ] as const
  ) {
    const button = at<HTMLButtonElement>(id);
    button.disabled = step === undefined;
    button.title = step === undefined ? "" : `${name}: ${step}`;
  }
  // Told once it is whole, not at every step on the way.
  const spoken = !sound || !verdict
    ? words
    : verdict.consistent || known.slack
    ? `${words}${spokenVerdict(known).replace(verdictWords(verdict), "")}`
    : "";
  if (spoken && spoken !== said && words !== "Working …") {
    said = spoken;
    at("w-said").textContent = spoken;
  }
}
