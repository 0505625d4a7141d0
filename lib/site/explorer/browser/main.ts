/**
 * The explorer: switches claims, asks the worker what the rest implies, and
 * shows it.
 *
 * @module
 */
import "./jitless.ts";
import type { AnswerPart } from "../answers.ts";
import { asRead } from "../as_read.ts";
import { type Selection, selectionOf } from "../selection.ts";
import { claimIntervals } from "../../../dataset/intervals.ts";
import { AssumptionsControl } from "./assumptions_control.ts";
import { showChanges } from "./changes_view.ts";
import { ClaimsControl } from "./claims_control.ts";
import { at, el, fill } from "./dom.ts";
import { Drawings } from "./drawings.ts";
import { saveDataset, saveResult } from "./downloads.ts";
import { compileSolver, readEmbedded, workerStarter } from "./embedded.ts";
import { showConflicts, showRepairs } from "./lists_view.ts";
import { Marks } from "./marks.ts";
import { showCorridor, showMonths } from "./months_view.ts";
import { Names } from "./names.ts";
import { OwnControl } from "./own_control.ts";
import { Solver } from "./solver.ts";
import { Store } from "./store.ts";
import { nameFittingUnit, UnitsControl } from "./units_control.ts";
import { type Known, showVerdict, spokenVerdict } from "./verdict_view.ts";

const { data, about, worker } = readEmbedded();
const names = new Names(data);
const marks = new Marks();
const drawings = new Drawings(() => performance.mark("explorer:drawn"));
const status = at("x-status");

/** What shows each part of an answer. */
const SECTIONS: Readonly<Partial<Record<AnswerPart["part"], string[]>>> = {
  bounds: ["x-months-section"],
  corridor: ["x-corridor-section"],
  lists: ["x-conflicts-section", "x-repairs-section"],
};

/** Tells what is shown still, though it answers an earlier question. */
function stale(part: AnswerPart["part"], is: boolean): void {
  for (const id of SECTIONS[part] ?? []) at(id).classList.toggle("stale", is);
}

let selection: Selection;
let context: ReturnType<typeof contextOf>;
let known: Known = {};
let asked = 0;
/** What was asked last, as text. */
let answered = "";
let ticking: ReturnType<typeof setInterval> | undefined;

const solver = new Solver(workerStarter(worker), compileSolver(), {
  part: show,
  done() {
    const took = performance.now() - asked;
    performance.measure("explorer:answer", { start: asked, duration: took });
    rest(
      `Worked out in ${
        took < 1000 ? `${Math.round(took)} ms` : `${(took / 1000).toFixed(1)} s`
      }.`,
    );
    at("x-spoken").textContent = spokenVerdict(known);
    at<HTMLButtonElement>("x-save-result").disabled = false;
    drawings.soon();
  },
  failed(message) {
    answered = "";
    at("x-sentence").textContent = "No answer.";
    fill(at("x-facts"));
    for (const id of Object.values(SECTIONS).flat()) at(id).hidden = true;
    rest(`It could not be worked out: ${message}`);
  },
});

const store = new Store(data, changed);
const assumptions = new AssumptionsControl(store, data);
const claims = new ClaimsControl(store, data, names);
const own = new OwnControl(store, data, names);
const units = new UnitsControl(store);

/** What the results of the selection are shown with. */
function contextOf(selection: Selection) {
  const read = asRead(selection);
  const { width } = store.state;
  const intervals = claimIntervals({ folder: "", ...read }, { width });
  return {
    names,
    marks,
    solver,
    drawings,
    data: read,
    width,
    intervals,
  };
}

function rest(words: string): void {
  clearInterval(ticking);
  at("x-explorer").removeAttribute("aria-busy");
  status.textContent = words;
}

/** Says that it is at work, and from the second second on for how long. */
function busy(): void {
  clearInterval(ticking);
  at("x-explorer").setAttribute("aria-busy", "true");
  status.textContent = "Working …";
  ticking = setInterval(() => {
    const seconds = Math.floor((performance.now() - asked) / 1000);
    if (seconds < 2) return;
    const so = known.verdict ? "conflicts and repairs" : "the verdict";
    status.textContent = `Working … ${seconds} s: ${so}`;
  }, 250);
}

/** Takes what stands in the state, and asks. */
function changed(problems: readonly string[]): void {
  const { state } = store;
  fill(at("x-problems"), problems.map((words) => el("li", {}, words)));
  assumptions.show();
  claims.show();
  own.show();
  showChanges(store, data);
  const { measure, since, per, from, to, ...taken } = state;
  const view = { measure, since, per, from, to };
  const key = JSON.stringify(taken);
  selection = selectionOf(data, state);
  units.show();
  if (key === answered) return solver.look(view);
  answered = key;
  context = contextOf(selection);
  names.update(context.data);
  marks.show([]);
  drawings.forget();
  for (const part of ["bounds", "corridor", "lists"] as const) {
    stale(part, true);
  }
  known = {};
  asked = performance.now();
  at<HTMLButtonElement>("x-save-result").disabled = true;
  busy();
  solver.ask(selection, view);
}

function show(part: AnswerPart): void {
  performance.mark(`explorer:${part.part}`);
  stale(part.part, false);
  switch (part.part) {
    case "verdict":
      known.verdict = part;
      showVerdict(known, names);
      if (part.consistent) {
        at("x-conflicts-section").hidden = true;
        at("x-repairs-section").hidden = true;
      }
      fillMeasures(part.measures);
      break;
    case "repair":
      known.repair = part;
      showVerdict(known, names);
      break;
    case "bounds":
      if (part.measure !== null) {
        at<HTMLSelectElement>("x-measure").value = part.measure;
      }
      if (store.state.per === null) nameFittingUnit(part.per);
      showMonths(part, context);
      break;
    case "corridor":
      showCorridor(part, context);
      break;
    case "lists":
      known.lists = part;
      showVerdict(known, names);
      showConflicts(part, context);
      if (known.repair) showRepairs(part, known.repair, context);
      break;
    case "slack":
      known.slack = part;
      showVerdict(known, names);
  }
}

let shownMeasures = "";

function fillMeasures(measures: readonly string[]): void {
  const key = measures.join("\n");
  if (key === shownMeasures) return;
  shownMeasures = key;
  fill(
    at("x-measure"),
    measures.map((id) => el("option", { value: id }, names.measure(id))),
  );
}

at<HTMLSelectElement>("x-measure").addEventListener("change", ({ target }) => {
  const { value } = target as HTMLSelectElement;
  store.change({ measure: value, since: null });
});
at<HTMLSelectElement>("x-since").addEventListener("change", ({ target }) => {
  const { value } = target as HTMLSelectElement;
  store.change({ since: value });
});
at("x-reset").addEventListener("click", () => {
  store.reset();
  at("x-verdict-title").focus();
});
at("x-longer").addEventListener("click", () => {
  store.change({ seconds: 300 });
  at("x-verdict-title").focus();
});
at("x-save").addEventListener("click", () => saveDataset(selection, about));
at("x-save-result").addEventListener("click", async () => {
  status.textContent = "Working out what the others imply for each claim …";
  saveResult(await solver.json());
  status.textContent = "The result is saved.";
});
at("x-copy").addEventListener("click", async () => {
  history.replaceState(null, "", store.link);
  try {
    await navigator.clipboard.writeText(store.link);
    status.textContent = "The link is copied.";
  } catch {
    status.textContent = "The link stands in the address of the page.";
  }
});
addEventListener("keydown", ({ key }) => {
  if (key === "Escape") marks.show([]);
});

// Beside the results where there is room, folded above them where there is not.
const wide = matchMedia("(min-width: 60rem)");
const place = () => {
  at<HTMLDetailsElement>("x-controls").open = wide.matches;
};
wide.addEventListener("change", place);
place();
at("x-explorer").hidden = false;
store.read();
