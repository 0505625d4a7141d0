import type { TableName } from "../../../dataset/rows.ts";
import { count, el, fill, put } from "../../explorer/browser/dom.ts";
import type { Located } from "../check.ts";
import { type Fix, fixesOf, fixWords } from "../fix.ts";
import { columnLabel, MAIN_COLUMNS, TABLE_LABELS } from "../labels.ts";
import { allColumns, contractColumns, type Tables } from "../state.ts";
import { type RowOrder, shownRows } from "../view.ts";
import { type CellInput, cellInput } from "./cell_input.ts";

/** So many rows stand on a page of the table. */
const PAGE = 50;

/** What a table's view is made of and what it may do. */
export interface GridHost {
  readonly tables: Tables;
  readonly problems: readonly Located[];
  readonly warnings: readonly Located[];
  set(table: TableName, row: number, column: string, value: string): void;
  fix(table: TableName, row: number, fix: Fix): void;
  /** Another row is the current one. */
  moved(row: number): void;
}

/** The column of the boxes that choose rows. */
const CHOICE = "";

interface Place {
  readonly row: number;
  readonly column: string;
}

/**
 * A table whose cells are edited where they stand, a page of rows at a time:
 * arrows move, Enter or a letter edits, Escape leaves a cell as it was.
 */
export class Grid {
  readonly #place: HTMLElement;
  readonly #host: GridHost;
  readonly #table = el("table", { class: "w-grid", role: "grid" });
  readonly #head = el("thead", {});
  readonly #body = el("tbody", {});
  readonly #pager = el("p", { class: "w-pager", role: "status" });
  #name: TableName = "claims";
  #order: RowOrder = {
    column: null,
    descending: false,
    filter: "",
    only: null,
  };
  #all = false;
  #page = 0;
  #current: Place = { row: 0, column: "claim_id" };
  #chosen = new Set<number>();
  #shown: number[] = [];
  #editing: { readonly place: Place; readonly input: CellInput } | null = null;

  constructor(place: HTMLElement, host: GridHost) {
    this.#place = place;
    this.#host = host;
    put(this.#table, this.#head, this.#body);
    const scroll = el("div", {
      class: "w-scroll",
      role: "region",
      "aria-label": "The table",
    }, this.#table);
    put(place, scroll, this.#pager);
    this.#listen();
  }

  /** The table that is shown. */
  get name(): TableName {
    return this.#name;
  }

  /** The row that is edited or pointed at. */
  get row(): number {
    return this.#current.row;
  }

  /** The rows that are chosen; the current one where none is. */
  get rows(): number[] {
    const { rows } = this.#host.tables[this.#name];
    const chosen = [...this.#chosen].filter((row) => row < rows.length)
      .sort((a, b) => a - b);
    if (chosen.length > 0) return chosen;
    return this.#current.row < rows.length ? [this.#current.row] : [];
  }

  /** Shows another table. */
  choose(name: TableName): void {
    if (name === this.#name) return this.show();
    this.#commit();
    this.#name = name;
    this.#order = { ...this.#order, column: null, only: null };
    this.#page = 0;
    this.#chosen.clear();
    this.#current = { row: 0, column: this.#columns()[0]! };
    this.show();
  }

  /** Shows the rows that have some words. */
  filter(filter: string): void {
    this.#order = { ...this.#order, filter };
    this.#page = 0;
    this.show();
  }

  /** Shows some rows alone, or all again. */
  only(only: ReadonlySet<number> | null): void {
    this.#order = { ...this.#order, only };
    this.#page = 0;
    this.show();
  }

  /** Shows every column, or the usual ones. */
  columns(all: boolean): void {
    this.#all = all;
    this.show();
  }

  /** Chooses no row any more. */
  unchoose(): void {
    this.#chosen.clear();
  }

  /** Goes to a cell, on whatever page it stands. */
  go(row: number, column?: string, focus = true): void {
    this.#current = { row, column: column ?? this.#current.column };
    if (!this.#columns().includes(this.#current.column)) {
      if (column && contractColumns(this.#name).includes(column)) {
        this.#all = true;
      } else this.#current = { row, column: this.#columns()[0]! };
    }
    this.#find();
    let at = this.#shown.indexOf(row);
    if (at < 0) {
      this.#order = { ...this.#order, filter: "", only: null };
      this.#find();
      at = this.#shown.indexOf(row);
    }
    this.#page = Math.max(0, Math.floor(at / PAGE));
    this.show();
    if (focus) this.#focus();
  }

  #columns(): readonly string[] {
    const columns = allColumns(this.#name, this.#host.tables[this.#name]);
    if (this.#all || this.#name !== "claims") return columns;
    const wrong = new Set(
      this.#host.problems.flatMap(({ table, field }) =>
        table === "claims" ? [field] : []
      ),
    );
    const own = columns.filter((name) =>
      !MAIN_COLUMNS.includes(name) && wrong.has(name)
    );
    return [...MAIN_COLUMNS.filter((name) => columns.includes(name)), ...own];
  }

  #find(): void {
    this.#shown = shownRows(this.#host.tables[this.#name], this.#order);
  }

  /** Shows what there is now. */
  show(): void {
    const had = this.#table.contains(document.activeElement);
    this.#editing = null;
    this.#find();
    const pages = Math.max(1, Math.ceil(this.#shown.length / PAGE));
    this.#page = Math.min(this.#page, pages - 1);
    const columns = this.#columns();
    const rows = this.#shown.slice(this.#page * PAGE, (this.#page + 1) * PAGE);
    if (
      !columns.includes(this.#current.column) && this.#current.column !== CHOICE
    ) {
      this.#current = { ...this.#current, column: columns[0]! };
    }
    if (!rows.includes(this.#current.row)) {
      this.#current = { ...this.#current, row: rows[0] ?? 0 };
    }
    this.#table.setAttribute("aria-label", TABLE_LABELS[this.#name][0]);
    this.#table.setAttribute("aria-rowcount", `${this.#shown.length + 1}`);
    this.#table.hidden = rows.length === 0;
    fill(this.#head, this.#headRow(columns));
    const problems = this.#notes(this.#host.problems);
    const warnings = this.#notes(this.#host.warnings);
    fill(
      this.#body,
      rows.map((row, i) =>
        this.#row(row, this.#page * PAGE + i + 2, columns, problems, warnings)
      ),
    );
    this.#showPager(pages);
    if (had) this.#focus();
    this.#host.moved(this.#current.row);
  }

  #notes(notes: readonly Located[]): Map<string, Located[]> {
    return Map.groupBy(
      notes.filter(({ table }) => table === this.#name),
      ({ row, field }) => `${row} ${field}`,
    );
  }

  #headRow(columns: readonly string[]): HTMLElement {
    const { column: by, descending } = this.#order;
    return el(
      "tr",
      {},
      el(
        "th",
        { scope: "col", class: "w-choice" },
        el("span", { class: "unseen" }, "Chosen"),
      ),
      columns.map((column) => {
        const label = columnLabel(this.#name, column);
        const button = el(
          "button",
          { type: "button", "data-sort": column, tabindex: "-1" },
          label,
          by === column && el(
            "span",
            { class: "w-arrow", "aria-hidden": "true" },
            descending ? "▼" : "▲",
          ),
          label !== column && el("small", {}, column),
        );
        return el(
          "th",
          {
            scope: "col",
            "aria-sort": by !== column
              ? null
              : descending
              ? "descending"
              : "ascending",
          },
          button,
        );
      }),
    );
  }

  #row(
    row: number,
    index: number,
    columns: readonly string[],
    problems: ReadonlyMap<string, readonly Located[]>,
    warnings: ReadonlyMap<string, readonly Located[]>,
  ): HTMLElement {
    const table = this.#host.tables[this.#name];
    const cells = table.rows[row]!;
    const { row: currentRow, column: current } = this.#current;
    const chosen = this.#chosen.has(row);
    const whole = problems.get(`${row} (record)`) ?? [];
    return el(
      "tr",
      {
        "aria-rowindex": index,
        "data-row": row,
        "aria-selected": chosen,
        class: row === currentRow ? "current" : null,
        ...(this.#name === "claims"
          ? { "data-claim": cells[table.columns.indexOf("claim_id")] ?? "" }
          : {}),
      },
      el(
        "th",
        {
          scope: "row",
          class: "w-choice",
          tabindex: row === currentRow && current === CHOICE ? 0 : -1,
          "data-column": CHOICE,
        },
        el("input", {
          type: "checkbox",
          tabindex: "-1",
          checked: chosen,
          "aria-label": `Choose row ${row + 1}`,
        }),
        el("span", { "aria-hidden": "true" }, row + 1),
        whole.map(({ message }) => el("span", { class: "w-problem" }, message)),
      ),
      columns.map((column) => {
        const value = cells[table.columns.indexOf(column)] ?? "";
        const wrong = problems.get(`${row} ${column}`) ?? [];
        const odd = warnings.get(`${row} ${column}`) ?? [];
        const id = `w-note-${row}-${column}`;
        return el(
          "td",
          {
            role: "gridcell",
            tabindex: row === currentRow && column === current ? 0 : -1,
            "data-column": column,
            "aria-invalid": wrong.length > 0 ? "true" : null,
            "aria-describedby": wrong.length > 0 ? id : null,
            class: odd.length > 0 ? "odd" : null,
            title: odd.map(({ message }) => message).join("\n") || null,
          },
          el("bdi", {}, value),
          wrong.length > 0 && el(
            "span",
            { class: "w-problem", id },
            wrong[0]!.message,
          ),
          wrong.slice(0, 1).flatMap((problem) =>
            fixesOf(problem).map((fix, i) =>
              el("button", {
                type: "button",
                class: "w-fix",
                tabindex: "-1",
                "data-fix": i,
              }, fixWords(fix))
            )
          ),
        );
      }),
    );
  }

  #showPager(pages: number): void {
    const { length } = this.#shown;
    const { rows } = this.#host.tables[this.#name];
    const [many, one] = TABLE_LABELS[this.#name];
    const step = (words: string, by: number) => {
      const button = el(
        "button",
        { type: "button", disabled: !this.#isPage(this.#page + by, pages) },
        words,
      );
      button.addEventListener("click", () => {
        this.#page += by;
        this.show();
        // The button is gone, or can do no more.
        const again = [...this.#pager.querySelectorAll("button")];
        (again.find((b) => b.textContent === words && !b.disabled) ??
          again.find((b) => !b.disabled))?.focus();
      });
      return button;
    };
    const from = this.#page * PAGE;
    fill(
      this.#pager,
      length === 0
        ? rows.length === 0
          ? `No ${many.toLowerCase()} yet.`
          : `None of ${
            count(rows.length, one)
          } is shown: change what is sought.`
        : [
          pages > 1
            ? `${from + 1} to ${Math.min(from + PAGE, length)} of ${
              count(length, one)
            } `
            : count(length, one),
          length < rows.length && ` shown of ${rows.length}`,
          pages > 1 && " ",
          pages > 1 && step("Earlier", -1),
          pages > 1 && " ",
          pages > 1 && step("Later", 1),
        ],
    );
  }

  #isPage(page: number, pages: number): boolean {
    return page >= 0 && page < pages;
  }

  #cell({ row, column }: Place): HTMLElement | null {
    for (
      const cell of this.#body.querySelectorAll<HTMLElement>(
        `tr[data-row="${row}"] > [data-column]`,
      )
    ) {
      if (cell.dataset["column"] === column) return cell;
    }
    return null;
  }

  #focus(): void {
    this.#cell(this.#current)?.focus();
  }

  /** The current cell without a new table. */
  #move(place: Place): void {
    this.#cell(this.#current)?.setAttribute("tabindex", "-1");
    this.#body.querySelector("tr.current")?.classList.remove("current");
    this.#current = place;
    const cell = this.#cell(place);
    cell?.setAttribute("tabindex", "0");
    cell?.parentElement?.classList.add("current");
    this.#focus();
    this.#host.moved(place.row);
  }

  /** Where a way of so many rows and columns leads. */
  #step(rows: number, columns: number): void {
    const all = [CHOICE, ...this.#columns()];
    const at = this.#shown.indexOf(this.#current.row);
    const to = Math.max(0, Math.min(at + rows, this.#shown.length - 1));
    const column = Math.max(
      0,
      Math.min(all.indexOf(this.#current.column) + columns, all.length - 1),
    );
    const place = { row: this.#shown[to] ?? 0, column: all[column]! };
    if (Math.floor(to / PAGE) === this.#page) return this.#move(place);
    this.#current = place;
    this.#page = Math.floor(to / PAGE);
    this.show();
    this.#focus();
  }

  #edit(first?: string): void {
    const { row, column } = this.#current;
    if (column === CHOICE) return;
    const cell = this.#cell(this.#current);
    const table = this.#host.tables[this.#name];
    if (!cell || !table.rows[row]) return;
    const value = table.rows[row][table.columns.indexOf(column)] ?? "";
    const { input, list } = cellInput(
      this.#host.tables,
      this.#name,
      column,
      value,
    );
    input.setAttribute(
      "aria-label",
      `${columnLabel(this.#name, column)}, row ${row + 1}`,
    );
    if (first !== undefined && input instanceof HTMLInputElement) {
      input.value = first;
    }
    fill(cell, input, list);
    this.#editing = { place: this.#current, input };
    input.focus();
    if (input instanceof HTMLInputElement && first === undefined) {
      input.select();
    }
    input.addEventListener("blur", () => {
      if (this.#editing?.input === input) this.#commit();
    });
  }

  /** Takes what stands in the cell that is edited. */
  #commit(): void {
    if (!this.#editing) return;
    const { place, input } = this.#editing;
    this.#editing = null;
    const { row, column } = place;
    const table = this.#host.tables[this.#name];
    const before = table.rows[row]?.[table.columns.indexOf(column)] ?? "";
    if (input.value === before) return this.show();
    this.#host.set(this.#name, row, column, input.value);
  }

  #toggle(row: number): void {
    if (!this.#chosen.delete(row)) this.#chosen.add(row);
    this.show();
  }

  #listen(): void {
    this.#head.addEventListener("click", ({ target }) => {
      const button = (target as Element).closest<HTMLElement>("[data-sort]");
      if (!button) return;
      const column = button.dataset["sort"]!;
      const { column: by, descending } = this.#order;
      this.#order = by !== column
        ? { ...this.#order, column, descending: false }
        : descending
        ? { ...this.#order, column: null, descending: false }
        : { ...this.#order, descending: true };
      this.#page = 0;
      this.show();
      [...this.#head.querySelectorAll<HTMLElement>("[data-sort]")]
        .find((other) => other.dataset["sort"] === column)?.focus();
    });
    this.#body.addEventListener("pointerdown", (event) => {
      const target = event.target as Element;
      if (target.closest("input, select, button")) return;
      const place = this.#placeOf(target);
      if (!place) return;
      // What is pointed at may be drawn anew before it would get the focus.
      event.preventDefault();
      const again = place.row === this.#current.row &&
        place.column === this.#current.column &&
        this.#table.contains(document.activeElement);
      this.#commit();
      this.#move(place);
      if (again) this.#edit();
    });
    this.#body.addEventListener("click", ({ target }) => {
      const place = this.#placeOf(target as Element);
      if (!place) return;
      const fix = (target as Element).closest<HTMLElement>("[data-fix]");
      if (fix) {
        this.#current = place;
        const problem = this.#host.problems.find(({ table, row, field }) =>
          table === this.#name && row === place.row && field === place.column
        );
        const chosen = problem && fixesOf(problem)[Number(fix.dataset["fix"])];
        if (chosen) this.#host.fix(this.#name, place.row, chosen);
        this.#focus();
      } else if ((target as HTMLInputElement).type === "checkbox") {
        this.#current = place;
        this.#toggle(place.row);
        this.#focus();
      }
    });
    // A screen reader may go to any cell by itself.
    this.#body.addEventListener("focusin", ({ target }) => {
      const cell = target as HTMLElement;
      if (cell.dataset["column"] === undefined) return;
      const place = this.#placeOf(cell)!;
      const { row, column } = this.#current;
      if (place.row !== row || place.column !== column) this.#move(place);
    });
    this.#body.addEventListener("keydown", (event) => this.#key(event));
  }

  #placeOf(target: Element): Place | null {
    const column = target.closest<HTMLElement>("[data-column]");
    const row = target.closest<HTMLElement>("[data-row]");
    if (!column || !row) return null;
    return {
      row: Number(row.dataset["row"]),
      column: column.dataset["column"]!,
    };
  }

  #key(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const done = () => event.preventDefault();
    if (this.#editing) {
      if (key === "Enter" && !event.isComposing) {
        done();
        this.#commit();
        this.#focus();
      } else if (key === "Tab") {
        done();
        this.#commit();
        this.#step(0, shiftKey ? -1 : 1);
      } else if (key === "Escape") {
        done();
        event.stopPropagation();
        this.#editing = null;
        this.show();
        this.#focus();
      }
      return;
    }
    const column = this.#current.column;
    const steps: Record<string, [number, number]> = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      ArrowLeft: [0, -1],
      ArrowRight: [0, 1],
      PageUp: [-PAGE, 0],
      PageDown: [PAGE, 0],
      Home: [ctrlKey ? -Infinity : 0, -Infinity],
      End: [ctrlKey ? Infinity : 0, Infinity],
    };
    if (Object.hasOwn(steps, key) && !altKey && !metaKey) {
      done();
      return this.#step(...steps[key]!);
    }
    if (column === CHOICE && (key === " " || key === "Enter")) {
      done();
      this.#toggle(this.#current.row);
      return this.#focus();
    }
    if (key === "Enter" || key === "F2") {
      done();
      return this.#edit();
    }
    if (ctrlKey || metaKey || altKey) return;
    if ((key === "Delete" || key === "Backspace") && column !== CHOICE) {
      done();
      this.#host.set(this.#name, this.#current.row, column, "");
      return this.#focus();
    }
    if ([...key].length === 1) {
      done();
      this.#edit(key);
    }
  }
}
