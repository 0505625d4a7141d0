import type { AnswerPart } from "../answers.ts";
import { collections, type ExplorerData } from "../data.ts";
import type { Supposed } from "../messages.ts";
import type { About } from "../folder.ts";
import { asRead } from "../as_read.ts";
import { type Selection, selectionOf } from "../selection.ts";
import { claimIntervals } from "../../../dataset/intervals.ts";
import { AssumptionsControl } from "./assumptions_control.ts";
import { showChanges } from "./changes_view.ts";
import { ClaimsControl } from "./claims_control.ts";
import { at, el, fill } from "./dom.ts";
import { Drawings } from "./drawings.ts";
import { saveDataset, saveResult } from "./downloads.ts";
import { showConflicts, showRepairs } from "./lists_view.ts";
import { Marks } from "./marks.ts";
import { showCorridor, showMonths } from "./months_view.ts";
import { Names } from "./names.ts";
import { OwnControl } from "./own_control.ts";
import { Solver } from "./solver.ts";
import { Store } from "./store.ts";
import { nameFittingUnit, UnitsControl } from "./units_control.ts";
import { type Known, showVerdict, spokenVerdict } from "./verdict_view.ts";

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

/** What an explorer works with. */
export interface ExplorerOptions {
  /** The dataset to begin with. */
  readonly data: ExplorerData;
  /** What it is called. */
  readonly about: About;
  /** Starts a worker. */
  readonly start: () => Worker;
  /** The linear solver, compiled. */
  readonly solver: Promise<WebAssembly.Module>;
  /** Where a claim's entry is. */
  readonly hrefOf?: (claim: string) => string;
  /** Whether claims of the reader's own are taken by a form. */
  readonly own: boolean;
  /** Is called whenever more, or something else, is known. */
  readonly told?: (known: Known, status: string) => void;
  /** Is called after each change of what is switched. */
  readonly switched?: () => void;
}

/** What the results of a selection are shown with. */
type Context = ReturnType<Explorer["contextOf"]>;

/**
 * Switches claims, asks the worker what the rest implies, and shows it in the
 * places of the page that `explorer_page.ts` makes.
 */
export class Explorer {
  readonly solver: Solver;
  readonly store: Store;
  readonly #options: ExplorerOptions;
  readonly #names: Names;
  readonly #marks = new Marks();
  readonly #drawings = new Drawings(() => performance.mark("explorer:drawn"));
  readonly #status = at("x-status");
  readonly #assumptions: AssumptionsControl;
  readonly #claims: ClaimsControl;
  readonly #own: OwnControl | null;
  readonly #units: UnitsControl;
  #data: ExplorerData;
  #selection!: Selection;
  #context!: Context;
  #known: Known = {};
  #asked = 0;
  /** What was asked last, as text. */
  #answered = "";
  #ticking: ReturnType<typeof setInterval> | undefined;
  #shownMeasures = "";

  constructor(options: ExplorerOptions) {
    const { data, start, solver, hrefOf } = this.#options = options;
    this.#data = data;
    this.#names = new Names(data, hrefOf);
    this.solver = new Solver(start, solver, {
      part: (part) => this.#show(part),
      done: () => this.#done(),
      failed: (message) => this.#failed(message),
    });
    this.store = new Store(data, (problems) => this.#changed(problems));
    this.#assumptions = new AssumptionsControl(this.store, data);
    this.#claims = new ClaimsControl(this.store, data, this.#names);
    this.#own = options.own
      ? new OwnControl(this.store, data, this.#names)
      : null;
    this.#units = new UnitsControl(this.store);
    this.#listen();
  }

  /** How the page names claims and measures. */
  get names(): Names {
    return this.#names;
  }

  /** What is reconciled. */
  get selection(): Selection {
    return this.#selection;
  }

  /** What is known of it so far. */
  get known(): Known {
    return this.#known;
  }

  /** The claims as they are read, with their intervals. */
  get intervals(): Context["intervals"] {
    return this.#context.intervals;
  }

  /** Takes other data, and asks what they imply. */
  take(data: ExplorerData): void {
    this.#data = data;
    this.#answered = "";
    this.#names.take(data);
    this.#assumptions.take(data);
    this.#claims.take(data);
    this.store.take(data);
  }

  /** What other data would imply; `null` where that cannot be told. */
  async suppose(data: ExplorerData): Promise<Supposed | null> {
    const { state } = this.store;
    const before = new Set(collections(this.#data));
    const fresh = collections(data).filter((id) => !before.has(id));
    const supposed = await this.solver.suppose(selectionOf(data, {
      ...state,
      collections: [...state.collections, ...fresh],
    }));
    if (!supposed) return null;
    const known = new Set(
      this.#known.lists?.conflicts.map(({ claims }) => claims.join("\n")),
    );
    return {
      ...supposed,
      conflicts: supposed.conflicts.filter(({ claims }) =>
        !known.has(claims.join("\n"))
      ),
    };
  }

  /** Marks claims wherever the page shows them. */
  mark(claims: readonly string[]): void {
    this.#marks.show(claims);
  }

  /** Ends the search: what is known of it is all that is shown. */
  stop(): void {
    if (!this.busy) return;
    this.solver.stop();
    this.#answered = "";
    this.#rest("Stopped: what is shown holds, and there may be more.");
  }

  /** Whether something is worked out now. */
  get busy(): boolean {
    return at("x-explorer").hasAttribute("aria-busy");
  }

  /** Since when, in milliseconds of `performance.now()`. */
  get asked(): number {
    return this.#asked;
  }

  /** Says why there is no answer now; what is shown is an earlier one. */
  hold(words: string): void {
    this.#answered = "";
    for (const part of ["bounds", "corridor", "lists"] as const) {
      stale(part, true);
    }
    this.solver.forget();
    this.#rest(words);
  }

  /** Makes what was put off while none of it was seen. */
  shown(): void {
    this.#claims.show();
    this.#drawings.shown();
  }

  /** What the results of the selection are shown with. */
  contextOf(selection: Selection) {
    const read = asRead(selection);
    const { width } = this.store.state;
    const intervals = claimIntervals({ folder: "", ...read }, { width });
    return {
      names: this.#names,
      marks: this.#marks,
      solver: this.solver,
      drawings: this.#drawings,
      data: read,
      width,
      intervals,
    };
  }

  #told(): void {
    this.#options.told?.(this.#known, this.#status.textContent ?? "");
  }

  #done(): void {
    const took = performance.now() - this.#asked;
    performance.measure("explorer:answer", {
      start: this.#asked,
      duration: took,
    });
    this.#rest(
      `Worked out in ${
        took < 1000 ? `${Math.round(took)} ms` : `${(took / 1000).toFixed(1)} s`
      }.`,
    );
    at("x-spoken").textContent = spokenVerdict(this.#known);
    at<HTMLButtonElement>("x-save-result").disabled = false;
    this.#drawings.soon();
  }

  #failed(message: string): void {
    this.#answered = "";
    at("x-sentence").textContent = "No answer.";
    fill(at("x-facts"));
    for (const id of Object.values(SECTIONS).flat()) at(id).hidden = true;
    this.#rest(`It could not be worked out: ${message}`);
  }

  #rest(words: string): void {
    clearInterval(this.#ticking);
    at("x-explorer").removeAttribute("aria-busy");
    this.#status.textContent = words;
    this.#told();
  }

  /** Says that it is at work, and from the second second on for how long. */
  #busy(): void {
    clearInterval(this.#ticking);
    at("x-explorer").setAttribute("aria-busy", "true");
    this.#status.textContent = "Working …";
    this.#ticking = setInterval(() => {
      const seconds = Math.floor((performance.now() - this.#asked) / 1000);
      if (seconds < 2) return;
      const so = this.#known.verdict ? "conflicts and repairs" : "the verdict";
      this.#status.textContent = `Working … ${seconds} s: ${so}`;
      this.#told();
    }, 250);
  }

  /** Takes what stands in the state, and asks. */
  #changed(problems: readonly string[]): void {
    const { state } = this.store;
    fill(at("x-problems"), problems.map((words) => el("li", {}, words)));
    this.#assumptions.show();
    this.#claims.show();
    this.#own?.show();
    showChanges(
      this.store,
      this.#data,
      this.#options.own ? undefined : "As the tables stand",
    );
    const { measure, since, per, from, to, ...taken } = state;
    const view = { measure, since, per, from, to };
    const key = JSON.stringify(taken);
    this.#selection = selectionOf(this.#data, state);
    this.#units.show();
    this.#options.switched?.();
    if (key === this.#answered) return this.solver.look(view);
    this.#answered = key;
    this.#context = this.contextOf(this.#selection);
    this.#names.update(this.#context.data);
    this.#marks.show([]);
    this.#drawings.forget();
    for (const part of ["bounds", "corridor", "lists"] as const) {
      stale(part, true);
    }
    this.#known = {};
    this.#asked = performance.now();
    at<HTMLButtonElement>("x-save-result").disabled = true;
    this.#busy();
    this.solver.ask(this.#selection, view);
  }

  #show(part: AnswerPart): void {
    performance.mark(`explorer:${part.part}`);
    stale(part.part, false);
    const known = this.#known;
    const names = this.#names;
    switch (part.part) {
      case "verdict":
        known.verdict = part;
        showVerdict(known, names);
        if (part.consistent) {
          at("x-conflicts-section").hidden = true;
          at("x-repairs-section").hidden = true;
        }
        this.#fillMeasures(part.measures);
        break;
      case "repair":
        known.repair = part;
        showVerdict(known, names);
        break;
      case "bounds":
        known.bounds = part;
        if (part.measure !== null) {
          at<HTMLSelectElement>("x-measure").value = part.measure;
        }
        if (this.store.state.per === null) nameFittingUnit(part.per);
        showMonths(part, this.#context);
        break;
      case "corridor":
        showCorridor(part, this.#context);
        break;
      case "lists":
        known.lists = part;
        showVerdict(known, names);
        showConflicts(part, this.#context);
        if (known.repair) showRepairs(part, known.repair, this.#context);
        break;
      case "slack":
        known.slack = part;
        showVerdict(known, names);
    }
    this.#told();
  }

  #fillMeasures(measures: readonly string[]): void {
    const options = measures.map((id) => [id, this.#names.measure(id)]);
    const key = JSON.stringify(options);
    if (key === this.#shownMeasures) return;
    this.#shownMeasures = key;
    fill(
      at("x-measure"),
      options.map(([value, label]) => el("option", { value: value! }, label)),
    );
  }

  #listen(): void {
    const { store } = this;
    const status = this.#status;
    at<HTMLSelectElement>("x-measure").addEventListener(
      "change",
      ({ target }) => {
        const { value } = target as HTMLSelectElement;
        store.change({ measure: value, since: null });
      },
    );
    at<HTMLSelectElement>("x-since").addEventListener(
      "change",
      ({ target }) => {
        const { value } = target as HTMLSelectElement;
        store.change({ since: value });
      },
    );
    at("x-reset").addEventListener("click", () => {
      store.reset();
      at("x-verdict-title").focus();
    });
    at("x-longer").addEventListener("click", () => {
      store.change({ seconds: 300 });
      at("x-verdict-title").focus();
    });
    at("x-save").addEventListener(
      "click",
      () => saveDataset(this.#selection, this.#options.about),
    );
    at("x-save-result").addEventListener("click", async () => {
      status.textContent = "Working out what the others imply for each claim …";
      saveResult(await this.solver.json());
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
      if (key === "Escape") this.#marks.show([]);
    });
  }

  /** Shows the page, and what its address says. */
  begin(): void {
    // Beside the results where there is room, folded above them where there is not.
    const wide = matchMedia("(min-width: 60rem)");
    const place = () => {
      at<HTMLDetailsElement>("x-controls").open = wide.matches;
    };
    wide.addEventListener("change", place);
    place();
    at("x-explorer").hidden = false;
    this.store.read();
  }
}
