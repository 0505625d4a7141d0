import type { TableName } from "../../../dataset/rows.ts";
import { el, fill } from "../../explorer/browser/dom.ts";
import type { Located } from "../check.ts";
import { type Fix, fixesOf, fixWords } from "../fix.ts";
import { columnLabel, TABLE_LABELS } from "../labels.ts";
import { allColumns, type Table, type Tables } from "../state.ts";
import { type CellInput, cellInput } from "./cell_input.ts";

/** What a form of a row is made of and what it may do. */
export interface FormHost {
  readonly tables: Tables;
  readonly problems: readonly Located[];
  readonly warnings: readonly Located[];
  /** What a claim is read as; nothing where it cannot be. */
  readAs(row: number): string | null;
  set(table: TableName, row: number, column: string, value: string): void;
  fix(table: TableName, row: number, fix: Fix): void;
  /** Adds a row after this one, like it. */
  another(): void;
  /** Goes to another row. */
  go(row: number): void;
}

const COMPARED = ["ratio", "share", "difference"];
const STANDING = ["highest", "lowest"];
const NUMBERED = ["total", "rate", "level", "none", ...COMPARED];

/** Fields that claims of some kinds alone have. */
const ONLY: Readonly<Record<string, readonly string[]>> = {
  stated: NUMBERED,
  stated_high: NUMBERED,
  hedge: NUMBERED,
  rounding: NUMBERED,
  end: ["total", "rate", "none", ...COMPARED, ...STANDING],
  per: ["rate", ...STANDING],
  spread: ["rate"],
  of_measure: COMPARED,
  of_start: [...COMPARED, ...STANDING],
  of_end: [...COMPARED, ...STANDING],
};

/** The fields of a claim in the order in which they are filled in. */
const FIRST: readonly string[] = [
  "measure",
  "kind",
  "stated",
  "stated_high",
  "hedge",
  "start",
  "end",
  "per",
  "spread",
  "of_measure",
  "of_start",
  "of_end",
  "speaker",
  "source_id",
  "wording",
];

interface Field {
  readonly column: string;
  readonly place: HTMLElement;
  readonly input: CellInput;
  readonly note: HTMLElement;
}

/** All of one row, a field each: what a table is too narrow for. */
export class RowForm {
  readonly #place: HTMLElement;
  readonly #host: FormHost;
  #table: TableName = "claims";
  #row = 0;
  /** What the fields were made of: with it they change in place. */
  #made = "";
  #fields: readonly Field[] = [];
  #read: HTMLElement | null = null;

  constructor(place: HTMLElement, host: FormHost) {
    this.#place = place;
    this.#host = host;
    place.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.ctrlKey) {
        event.preventDefault();
        this.#take(event.target);
        host.another();
      }
    });
  }

  /** Shows a row of a table. */
  show(name: TableName, row: number): void {
    this.#table = name;
    this.#row = row;
    const table = this.#host.tables[name];
    const cells = table.rows[row];
    this.#place.hidden = !cells;
    if (!cells) {
      this.#made = "";
      fill(this.#place);
      return;
    }
    // Made anew where the row, the columns or their words are others.
    const made = JSON.stringify([
      name,
      row,
      table.columns,
      this.#wordCount(),
    ]);
    const held = this.#place.contains(document.activeElement) &&
      this.#sameShape(made);
    if (made !== this.#made && !held) this.#make(table);
    if (!held) this.#made = made;
    this.#update(table, cells);
  }

  /** Puts the focus into the first field that is to be filled in. */
  focus(column?: string): void {
    const field = column
      ? this.#fields.find((field) => field.column === column)
      : this.#fields.find(({ input, place }) =>
        !place.hidden && input.value === ""
      );
    const input = (field ?? this.#fields[0])?.input;
    input?.closest("details")?.setAttribute("open", "");
    input?.focus();
    input?.scrollIntoView({ block: "nearest" });
  }

  /** Ids that are offered change with other tables. */
  #wordCount(): string {
    const { measures, sources, hedges, claims } = this.#host.tables;
    return [measures, sources, hedges, claims].map(({ rows }) => rows.length)
      .join(" ");
  }

  /** Whether the fields are of the same row still: the focus stays in them. */
  #sameShape(made: string): boolean {
    if (this.#made === "") return false;
    const [a, b] = [JSON.parse(this.#made), JSON.parse(made)];
    return JSON.stringify(a.slice(0, 3)) === JSON.stringify(b.slice(0, 3));
  }

  #make(table: Table): void {
    const { rows } = table;
    const name = this.#table;
    const columns = allColumns(name, table);
    const row = this.#row;
    const first = name === "claims"
      ? FIRST.filter((column) => columns.includes(column))
      : columns;
    const rest = columns.filter((column) => !first.includes(column));
    const fields: Field[] = [];
    const field = (column: string) => {
      const made = this.#field(column);
      fields.push(made);
      return made.place;
    };
    const [, one] = TABLE_LABELS[name];
    const step = (words: string, to: number) => {
      const button = el("button", {
        type: "button",
        disabled: to < 0 || to >= rows.length,
        "aria-label": `${words} ${one}`,
      }, words);
      button.addEventListener("click", () => {
        this.#host.go(to);
        const [again] = [...this.#place.querySelectorAll("button")]
          .filter((b) => b.textContent === words);
        (again?.disabled ? this.#place.querySelector("h3") : again)?.focus();
      });
      return button;
    };
    const another = el(
      "button",
      { type: "button", class: "main" },
      `Add another ${one}`,
    );
    another.addEventListener("click", () => this.#host.another());
    this.#read = name === "claims"
      ? el("p", { class: "w-read", role: "status" })
      : null;
    fill(
      this.#place,
      el(
        "div",
        { class: "w-form-head" },
        el(
          "h3",
          { tabindex: "-1" },
          `${one[0]!.toUpperCase()}${one.slice(1)} `,
          el("small", {}, `row ${row + 1} of ${rows.length}`),
        ),
        step("Previous", row - 1),
        step("Next", row + 1),
      ),
      this.#read,
      el("div", { class: "w-fields" }, first.map(field)),
      rest.length > 0 && el(
        "details",
        { class: "w-more" },
        el("summary", {}, "All other fields"),
        el("div", { class: "w-fields" }, rest.map(field)),
      ),
      el(
        "p",
        { class: "buttons" },
        another,
        el("small", { class: "soft" }, "Ctrl+Enter does so from any field."),
      ),
    );
    this.#fields = fields;
  }

  #field(column: string): Field {
    const id = `w-field-${column}`;
    const label = columnLabel(this.#table, column);
    const { input, list } = cellInput(
      this.#host.tables,
      this.#table,
      column,
      "",
      true,
    );
    input.id = id;
    input.setAttribute("aria-describedby", `${id}-note`);
    input.addEventListener("change", () => this.#take(input));
    const note = el("div", { class: "w-note", id: `${id}-note` });
    const place = el(
      "div",
      { class: "w-field", "data-field": column },
      el(
        "label",
        { for: id },
        label,
        label !== column && el("small", {}, ` ${column}`),
      ),
      input,
      list,
      note,
    );
    return { column, place, input, note };
  }

  #take(target: EventTarget | null): void {
    const field = this.#fields.find(({ input }) => input === target);
    if (!field) return;
    const { column, input } = field;
    this.#host.set(this.#table, this.#row, column, input.value);
  }

  #update({ columns }: Table, cells: readonly string[]): void {
    const mine = (note: Located) =>
      note.table === this.#table && note.row === this.#row;
    const problems = this.#host.problems.filter(mine);
    const warnings = this.#host.warnings.filter(mine);
    const kind = cells[columns.indexOf("kind")] ?? "";
    for (const { column, place, input, note } of this.#fields) {
      const value = cells[columns.indexOf(column)] ?? "";
      if (input.value !== value) this.#set(input, value);
      const wrong = problems.filter(({ field }) => field === column);
      const odd = warnings.filter(({ field }) => field === column);
      place.hidden = this.#table === "claims" && value === "" &&
        wrong.length === 0 && kind !== "" &&
        Object.hasOwn(ONLY, column) && !ONLY[column]!.includes(kind);
      if (wrong.length > 0) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
      this.#notes(note, wrong, odd);
    }
    if (this.#read) {
      const words = this.#host.readAs(this.#row);
      this.#read.textContent = words ?? "";
      this.#read.hidden = words === null;
    }
  }

  #set(input: CellInput, value: string): void {
    if (
      input instanceof HTMLSelectElement &&
      ![...input.options].some((option) => option.value === value)
    ) input.append(el("option", { value }, `${value} (not valid)`));
    input.value = value;
  }

  #notes(
    place: HTMLElement,
    wrong: readonly Located[],
    odd: readonly Located[],
  ): void {
    const words = JSON.stringify([...wrong, ...odd].map((n) => n.message));
    if (place.dataset["words"] === words) return;
    place.dataset["words"] = words;
    fill(
      place,
      wrong.map((problem) =>
        el(
          "p",
          { class: "w-problem" },
          problem.message,
          fixesOf(problem).map((fix) => {
            const button = el(
              "button",
              { type: "button", class: "w-fix" },
              fixWords(fix),
            );
            button.addEventListener("click", () => {
              this.#host.fix(this.#table, this.#row, fix);
              this.focus(problem.field);
            });
            return button;
          }),
        )
      ),
      odd.map(({ message }) => el("p", { class: "w-odd" }, message)),
    );
  }
}
