import type { DatasetRows } from "../../../dataset/check_texts.ts";
import type { TableName } from "../../../dataset/rows.ts";
import type { ToldConflict } from "../../../reconcile/proof/tell_conflicts.ts";
import { at, count } from "../../explorer/browser/dom.ts";
import {
  compileSolver,
  workerStarter,
} from "../../explorer/browser/embedded.ts";
import { Explorer } from "../../explorer/browser/explorer.ts";
import { collections, type ExplorerData } from "../../explorer/data.ts";
import { carriedClaims } from "../carry.ts";
import { checkTables, type Located } from "../check.ts";
import { chosenOptions } from "../chosen.ts";
import { exampleTables } from "../example.ts";
import { type Fix, fixesOf } from "../fix.ts";
import { columnLabel, TABLE_LABELS } from "../labels.ts";
import { fromLink } from "../link.ts";
import { newRow } from "../new_row.ts";
import { readWords } from "../read_words.ts";
import {
  applyChange,
  type Change,
  columnOf,
  emptyWorkbench,
  TABLE_NAMES,
  type Workbench,
} from "../state.ts";
import type { Host, Panel, WhatIf } from "../panel.ts";
import { mountOpen } from "../open/browser.ts";
import { mountRead } from "../read/browser.ts";
import type { Told } from "../told.ts";
import type { EmbeddedBench } from "../workbench_page.ts";
import { Bench } from "./bench.ts";
import { Grid } from "./grid.ts";
import { Keep } from "./keep.ts";
import { showProblems } from "./problems_view.ts";
import { RowForm } from "./row_form.ts";
import { SavePanel } from "./save.ts";
import { Tabs } from "./tabs.ts";
import { showBar } from "./verdict_bar.ts";

/** No rows of any table. */
const NOTHING: DatasetRows = Object.fromEntries(
  TABLE_NAMES.map((name) => [name, []]),
) as unknown as DatasetRows;

/** After so many milliseconds a search can be stopped. */
const SLOW = 1500;

/** A problem wherever it stands now. */
function placeless({ file, field, message }: Located): string {
  return JSON.stringify([file, field, message]);
}

/** Opens the workbench of the page. */
export async function openWorkbench(embedded: EmbeddedBench): Promise<void> {
  const keep = new Keep(location.pathname);
  const linked = new URLSearchParams(location.hash.slice(1)).get("bench");
  const given = linked === null ? null : fromLink(linked);
  const kept = linked === null && keep.chosen ? await keep.get() : undefined;
  new WorkbenchPage(
    embedded,
    given ?? kept ?? embedded.bench,
    keep,
    kept !== undefined,
    linked !== null && given === null
      ? "The link holds no workbench that can be read."
      : "",
  );
}

/** The page: what it holds, and the panels in which that is worked on. */
class WorkbenchPage {
  readonly #bench: Bench;
  readonly #explorer: Explorer;
  readonly #grid: Grid;
  readonly #form: RowForm;
  readonly #tabs: Tabs;
  readonly #save: SavePanel;
  readonly #keep: Keep;
  readonly #inCell: boolean;
  readonly #panels: readonly Panel[];
  #data: ExplorerData = NOTHING;
  #leftOut = 0;
  /** Whether the tables can be reconciled now. */
  #sound = true;

  constructor(
    { assumed, worker, inCell, bench: own }: EmbeddedBench,
    bench: Workbench,
    keep: Keep,
    kept: boolean,
    said: string,
  ) {
    this.#keep = keep;
    this.#inCell = inCell === true;
    this.#bench = new Bench(bench, (words) => this.#changed(words));
    const { data, leftOut } = this.#bench.checked;
    this.#sound = data !== null;
    this.#leftOut = leftOut;
    this.#data = { ...(data ?? NOTHING), ...(assumed ? { assumed } : {}) };
    this.#explorer = new Explorer({
      data: this.#data,
      about: { title: this.title },
      start: workerStarter(worker),
      solver: compileSolver(),
      own: false,
      hrefOf: () => "#w-edit",
      told: () => this.#showBar(),
      switched: () => this.#tell(),
    });
    const host = this.#host();
    this.#grid = new Grid(at("w-grid"), host);
    this.#form = new RowForm(at("w-form"), host);
    this.#save = new SavePanel(this.#bench, this.#explorer, {
      keep,
      say: (words) => this.say(words),
      cleared: () => {
        this.#bench.take({ type: "replace", ...emptyWorkbench() }, "clear all");
        // It is wanted so: nothing is left to be saved.
        this.#bench.wasSaved();
        at("w-ask").hidden = true;
        this.#tabs.choose("w-open");
        at("w-open-tab").focus();
      },
    });
    this.#panels = [
      mountRead(at("w-read-place"), this.#panelHost()),
      mountOpen(at("w-open-place"), this.#panelHost()),
    ];
    this.#tabs = new Tabs(at("w-tabs"), (panel) => this.#chosen(panel));
    this.#listen();
    at("w").hidden = false;
    this.#begin(own, bench, kept, said);
    performance.mark("workbench:shown");
  }

  /** What the dataset is called. */
  get title(): string {
    const { title } = this.#bench.now.about;
    return typeof title === "string" && title ? title : "Claims";
  }

  /** Says something once, to who sees it and who hears it. */
  say(words: string): void {
    at("w-note").textContent = words;
  }

  #begin(
    own: Workbench,
    bench: Workbench,
    kept: boolean,
    said: string,
  ): void {
    const fragment = location.hash.slice(1);
    this.#explorer.begin();
    const carried = fragment.includes("own=")
      ? carriedClaims(fragment, this.#data)
      : null;
    this.#show();
    if (carried) this.#bench.take(carried, "take the claims of the link");
    const any = bench.tables.claims.rows.length > 0;
    this.#tabs.choose(any ? "w-edit" : "w-open");
    if (kept && bench !== own) {
      said = "This is what was kept in this browser.";
    }
    if (carried) said = "The claims of the link are rows of the table now.";
    this.say(said);
  }

  /** What the panels for opening and reading work with. */
  #panelHost(): Host {
    const bench = this.#bench;
    return {
      get bench() {
        return bench.now;
      },
      take: (change, words) => bench.take(change, words),
      say: (words) => this.say(words),
      whatIf: (change) => this.#whatIf(change),
      show: (table, row) => this.#goTo(table, row),
    };
  }

  async #whatIf(change: Change): Promise<WhatIf | null> {
    const { tables } = applyChange(this.#bench.now, change);
    const checked = checkTables(tables);
    // What was wrong before is told elsewhere.
    const before = new Set(this.#bench.checked.problems.map(placeless));
    const problems = checked.problems.filter((problem) =>
      !before.has(placeless(problem))
    );
    if (problems.length > 0 || !checked.data) {
      return { problems, consistent: null, conflicts: [] };
    }
    const { assumed } = this.#data;
    const supposed = await this.#explorer.suppose({
      ...checked.data,
      ...(assumed ? { assumed } : {}),
    });
    return supposed && { problems, ...supposed };
  }

  /** What the table and the form of a row work with. */
  #host() {
    const bench = this.#bench;
    // deno-lint-ignore no-this-alias
    const page = this;
    return {
      get tables() {
        return bench.now.tables;
      },
      get problems() {
        return bench.checked.problems;
      },
      get warnings() {
        return bench.checked.warnings;
      },
      set(table: TableName, row: number, column: string, value: string) {
        bench.take(
          { type: "set", table, row, column, value },
          `${value === "" ? "empty" : "set"} “${
            columnLabel(table, column)
          }” of ${TABLE_LABELS[table][1]} ${row + 1}`,
        );
      },
      fix(table: TableName, row: number, fix: Fix) {
        page.#fix([{ table, row, fix }]);
      },
      moved(row: number) {
        page.#form.show(page.#grid.name, row);
      },
      readAs(row: number): string | null {
        const id = columnOf(bench.now.tables.claims, "claim_id")[row];
        const found = page.#explorer.intervals.find(({ claim }) =>
          claim.claim_id === id
        );
        return found
          ? readWords(found, (measure) => page.#explorer.names.measure(measure))
          : null;
      },
      another: () => page.#add(),
      go: (row: number) => page.#grid.go(row, undefined, false),
    };
  }

  #fix(
    fixes: readonly {
      readonly table: TableName;
      readonly row: number;
      readonly fix: Fix;
    }[],
  ): void {
    const changes = fixes.flatMap(({ table, row, fix }) =>
      Object.entries(fix.cells).map(([column, value]): Change => ({
        type: "set",
        table,
        row,
        column,
        value,
      }))
    );
    this.#bench.take(
      { type: "all", changes },
      fixes.length === 1 ? "correct a cell" : `correct ${fixes.length} cells`,
    );
  }

  #changed(words: string): void {
    this.#refresh();
    const { unsaved, now } = this.#bench;
    if (this.#keep.chosen) {
      this.#keep.later(now, (done) => {
        if (!done) {
          this.say("The browser does not keep this: save it as a zip.");
        }
      });
    } else {
      // The cell is told of each change, and keeps it.
      at("w-ask").hidden = this.#inCell || this.#keep.chosen !== null ||
        !unsaved;
    }
    this.say(words ? `Done: ${words}.` : "");
  }

  /** Shows what there is now, and asks what it implies. */
  #refresh(): void {
    const { checked } = this.#bench;
    const { assumed } = this.#data;
    this.#sound = checked.data !== null;
    this.#leftOut = checked.leftOut;
    if (checked.data) {
      this.#data = { ...checked.data, ...(assumed ? { assumed } : {}) };
      this.#explorer.take(this.#data);
    } else {
      this.#explorer.hold("Not worked out: the tables have problems.");
    }
    this.#show();
  }

  #show(): void {
    this.#grid.show();
    this.#showProblems();
    this.#showTables();
    this.#showBar();
    this.#save.show();
    for (const panel of this.#panels) panel.changed(this.#bench.now);
    this.#tell();
  }

  /** Tells the notebook's cell that the page stands in, where it does. */
  #tell(): void {
    if (!this.#inCell) return;
    const told: Told = {
      tallystick: "workbench",
      tables: this.#bench.now.tables,
      options: chosenOptions(
        this.#explorer.store.state,
        collections(this.#data),
      ),
    };
    parent.postMessage(told, "*");
  }

  #showTables(): void {
    const { tables } = this.#bench.now;
    for (const name of TABLE_NAMES) {
      const tab = at(`w-table-${name}`);
      tab.ariaSelected = String(name === this.#grid.name);
      tab.tabIndex = name === this.#grid.name ? 0 : -1;
      const { length } = tables[name].rows;
      tab.querySelector("small")!.textContent = length > 0 ? `${length}` : "";
    }
    const [, one] = TABLE_LABELS[this.#grid.name];
    at("w-add").textContent = `Add a ${one}`;
  }

  #showProblems(): void {
    const { problems } = this.#bench.checked;
    showProblems(problems, {
      tables: this.#bench.now.tables,
      go: ({ table, row, field }) => this.#goTo(table, row, field),
      fix: ({ table, row }, fix) => this.#fix([{ table, row, fix }]),
      fixAll: () => {
        this.#fix(problems.flatMap((problem) => {
          const fix = fixesOf(problem).find(({ certain }) => certain);
          const { table, row } = problem;
          return fix ? [{ table, row, fix }] : [];
        }));
      },
      define: (table, id) =>
        this.#bench.take(
          {
            type: "add",
            table,
            rows: [table === "measures" ? { measure: id } : { source_id: id }],
          },
          `add ${id}`,
        ),
    });
  }

  /** The conflict that stands in the bar, if any. */
  get #told(): ToldConflict | undefined {
    return this.#sound ? this.#explorer.known.lists?.told[0] : undefined;
  }

  #showBar(): void {
    const { undone, redone, checked } = this.#bench;
    showBar({
      first: this.#told?.text,
      slow: this.#explorer.busy && this.#data.claims.length > 0 &&
        performance.now() - this.#explorer.asked > SLOW,
      known: this.#explorer.known,
      claims: this.#bench.now.tables.claims.rows.length,
      problems: checked.problems.length,
      leftOut: this.#leftOut,
      sound: this.#sound,
      switchedOff: this.#data.claims.length -
        this.#explorer.selection.data.claims.length,
      undone,
      redone,
    });
  }

  #goTo(table: TableName, row: number, column?: string): void {
    this.#tabs.choose("w-edit");
    this.#grid.choose(table);
    this.#showTables();
    this.#grid.go(Math.max(0, row), column);
  }

  #add(): void {
    const { name } = this.#grid;
    const { tables } = this.#bench.now;
    const row = tables[name].rows.length;
    this.#bench.take(
      { type: "add", table: name, rows: [newRow(tables, name)] },
      `add a ${TABLE_LABELS[name][1]}`,
    );
    this.#grid.go(row, undefined, false);
    this.#form.focus();
  }

  #copy(): void {
    const { name, rows } = this.#grid;
    const { columns, rows: all } = this.#bench.now.tables[name];
    if (rows.length === 0) return;
    let { tables } = this.#bench.now;
    const copies = rows.map((row) => {
      const cells = Object.fromEntries(
        columns.map((column, i) => [column, all[row]![i]!]),
      );
      const copy = newRow(tables, name, cells);
      // The next one shall be called otherwise.
      tables = {
        ...tables,
        [name]: {
          columns,
          rows: [...tables[name].rows, columns.map((c) => copy[c] ?? "")],
        },
      };
      return copy;
    });
    this.#bench.take(
      { type: "add", table: name, rows: copies },
      `copy ${count(rows.length, "row")}`,
    );
    this.#grid.unchoose();
    this.#grid.go(all.length);
  }

  #remove(): void {
    const { name, rows } = this.#grid;
    const [first] = rows;
    if (first === undefined) return;
    this.#grid.unchoose();
    this.#bench.take(
      { type: "remove", table: name, rows },
      `remove ${count(rows.length, "row")}`,
    );
    const { length } = this.#bench.now.tables[name].rows;
    if (length > 0) this.#grid.go(Math.min(first, length - 1));
    else at("w-add").focus();
  }

  #chosen(panel: string): void {
    if (panel === "w-read") this.#panels[0]!.shown?.();
    if (panel === "w-see") this.#explorer.shown();
    if (panel === "w-save") this.#save.show();
    this.say("");
  }

  #listen(): void {
    const click = (id: string, run: () => void) =>
      at(id).addEventListener("click", run);
    click("w-undo", () => this.#step("undo"));
    click("w-redo", () => this.#step("redo"));
    click("w-cancel", () => {
      this.#explorer.stop();
      at(`${this.#tabs.panel}-tab`).focus();
    });
    const why = at("w-why");
    const mark = () => this.#explorer.mark(this.#told?.claims ?? []);
    why.addEventListener("mouseenter", mark);
    why.addEventListener("focus", mark);
    why.addEventListener("blur", () => this.#explorer.mark([]));
    why.addEventListener("mouseleave", () => this.#explorer.mark([]));
    click("w-why", () => {
      const [first] = this.#told?.claims ?? [];
      const row = columnOf(this.#bench.now.tables.claims, "claim_id")
        .indexOf(first ?? "");
      if (row >= 0) this.#goTo("claims", row);
      mark();
    });
    click("w-add", () => this.#add());
    click("w-copy", () => this.#copy());
    click("w-remove", () => this.#remove());
    click("w-to-conflicts", () => {
      this.#tabs.choose("w-see");
      const place = at("x-conflicts-title");
      place.tabIndex = -1;
      place.focus();
    });
    click("w-to-problems", () => {
      this.#tabs.choose("w-edit");
      at<HTMLDetailsElement>("w-problems").open = true;
      at("w-problems-title").focus();
    });
    click("w-start-type", () => {
      this.#tabs.choose("w-edit");
      this.#grid.choose("claims");
      this.#showTables();
      this.#add();
    });
    click("w-start-read", () => {
      this.#tabs.choose("w-read");
      at("w-read").querySelector<HTMLElement>("textarea, input, button")
        ?.focus();
    });
    click("w-start-example", () => {
      this.#bench.take(
        { type: "replace", tables: exampleTables() },
        "open the example",
      );
      this.#tabs.choose("w-edit");
      this.#grid.choose("claims");
      this.#grid.go(0);
    });
    click("w-ask-yes", () => this.#choose(true));
    click("w-ask-no", () => this.#choose(false));
    at("w-form").addEventListener("submit", (event) => event.preventDefault());
    at<HTMLInputElement>("w-filter").addEventListener("input", (event) => {
      this.#grid.filter((event.target as HTMLInputElement).value);
    });
    at<HTMLInputElement>("w-all-columns").addEventListener(
      "change",
      (event) => {
        this.#grid.columns((event.target as HTMLInputElement).checked);
      },
    );
    this.#listenTables();
    addEventListener("keydown", (event) => this.#key(event));
    addEventListener("beforeunload", (event) => {
      if (this.#bench.unsaved && !this.#keep.chosen) event.preventDefault();
    });
    document.addEventListener("click", (event) => {
      const link = (event.target as Element).closest?.('a[href="#w-edit"]');
      const claim = link?.closest("[data-claim]")?.getAttribute("data-claim");
      if (!claim) return;
      event.preventDefault();
      const row = columnOf(this.#bench.now.tables.claims, "claim_id")
        .indexOf(claim);
      if (row >= 0) this.#goTo("claims", row);
    });
  }

  #listenTables(): void {
    const list = at("w-tables");
    const choose = (name: TableName) => {
      this.#grid.choose(name);
      this.#showTables();
    };
    list.addEventListener("click", ({ target }) => {
      const tab = (target as Element).closest<HTMLElement>("[data-table]");
      if (tab) choose(tab.dataset["table"] as TableName);
    });
    list.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      const next = TABLE_NAMES.at(
        (TABLE_NAMES.indexOf(this.#grid.name) + by) % TABLE_NAMES.length,
      )!;
      choose(next);
      at(`w-table-${next}`).focus();
    });
  }

  #choose(keep: boolean): void {
    const can = this.#keep.choose(keep);
    at("w-ask").hidden = true;
    if (keep && can) void this.#keep.put(this.#bench.now);
    this.#save.show();
    this.say(
      !can
        ? "The browser does not allow it: save your work as a zip."
        : keep
        ? "Kept in this browser from now on."
        : "Not kept: save your work before you close the page.",
    );
    at(`${this.#tabs.panel}-tab`).focus();
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, shiftKey, target } = event;
    if (!ctrlKey && !metaKey) return;
    const letter = key.toLowerCase();
    if (letter !== "z" && letter !== "y") return;
    // In a field that was changed the browser's own undo is meant.
    const field = target as HTMLInputElement;
    if (field.matches?.("textarea, input[type=text], input:not([type])")) {
      if (field.dataset["typed"] === "yes") return;
    }
    event.preventDefault();
    this.#step(letter === "y" || shiftKey ? "redo" : "undo");
  }

  #step(which: "undo" | "redo"): void {
    const focused = document.activeElement;
    this.#bench[which]();
    // A button that can do no more loses the focus.
    if (focused instanceof HTMLButtonElement && focused.disabled) {
      at(which === "undo" ? "w-redo" : "w-undo").focus();
    }
  }
}
