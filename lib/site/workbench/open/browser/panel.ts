import type { TableName } from "../../../../dataset/rows.ts";
import { slug } from "../../../../reading/rows/slug.ts";
import { count, el, fill } from "../../../explorer/browser/dom.ts";
import { checkTables } from "../../check.ts";
import { columnLabel, MAIN_COLUMNS, TABLE_LABELS } from "../../labels.ts";
import type { Host, Panel } from "../../panel.ts";
import type { Change, Workbench } from "../../state.ts";
import {
  cellsOf,
  columnOf,
  emptyTables,
  type Table,
  TABLE_NAMES,
} from "../../tables.ts";
import type { OpenedFiles } from "../open_files.ts";
import { type Answers, understand, type Understood } from "../understand.ts";
import { columnsView, questionView } from "./questions_view.ts";
import { SourceFields } from "./source_fields.ts";

/** So many rows are shown before they are taken. */
const SHOWN = 5;

/** So many sentences are shown before the rest is folded. */
const TOLD = 12;

/** Opens files and rows, and says what they are understood as. */
export class OpenPanel implements Panel {
  readonly #host: Host;
  readonly #source = new SourceFields((opened) => this.#open(opened));
  readonly #found = el("section", { class: "found", hidden: true });
  #opened: OpenedFiles | null = null;
  #answers: Answers = {};

  constructor(place: HTMLElement, host: Host) {
    this.#host = host;
    fill(place, this.#source.element, this.#found);
  }

  changed(): void {
    if (this.#opened) this.#show();
  }

  #open(opened: OpenedFiles): void {
    this.#opened = opened;
    this.#answers = {};
    const { questions } = this.#understood();
    // What is likely is chosen, and stands there to be seen and changed.
    this.#answers = Object.fromEntries(
      questions.flatMap(({ id, likely }) =>
        likely === null ? [] : [[id, likely]]
      ),
    );
    this.#show();
    this.#found.querySelector("h2")?.focus();
  }

  #understood(): Understood {
    const { tables } = this.#host.bench;
    return understand(
      this.#opened!.sheets,
      { ...this.#answers, measure: slug(this.#answers.measure ?? "") },
      new Set(columnOf(tables.claims, "claim_id")),
    );
  }

  #answer(answers: Answers): void {
    const { activeElement } = document;
    const { dataset: { question, column } } = activeElement as HTMLElement;
    const value = (activeElement as HTMLInputElement | null)?.value;
    const open = [...this.#found.querySelectorAll("details")].map(({ open }) =>
      open
    );
    this.#answers = answers;
    this.#show();
    this.#found.querySelectorAll("details").forEach((details, i) => {
      details.open = open[i] ?? false;
    });
    // What was answered is drawn anew: the focus stays with it.
    const same = [
      ...this.#found.querySelectorAll<HTMLInputElement>(
        "[data-question], [data-column]",
      ),
    ].filter(({ dataset }) =>
      dataset["question"] === question && dataset["column"] === column
    );
    (same.find((input) => input.value === value) ?? same[0])?.focus();
  }

  #show(): void {
    const opened = this.#opened!;
    const understood = this.#understood();
    const { questions, sheets, tables } = understood;
    const told = [...opened.told, ...understood.told];
    const open = questions.filter(({ id, needed }) =>
      needed && !this.#answers[id]
    );
    const answered = (answers: Answers) => this.#answer(answers);
    this.#found.hidden = false;
    fill(
      this.#found,
      el("h2", { tabindex: -1 }, this.#title(tables)),
      questions.map((question) =>
        questionView(question, this.#answers, answered)
      ),
      this.#toldView(told),
      sheets.map((sheet, i) => columnsView(sheet, i, this.#answers, answered)),
      this.#preview(tables),
      this.#problems(tables),
      this.#buttons(understood, open.map(({ words }) => words)),
    );
  }

  #title(tables: Understood["tables"]): string {
    const names = TABLE_NAMES.filter((name) => tables[name]);
    if (names.length === 0) return "No table of a dataset is found";
    return names.map((name) => {
      const [many, one] = TABLE_LABELS[name];
      return count(tables[name]!.rows.length, one, many.toLowerCase());
    }).join(", ");
  }

  #toldView(told: readonly string[]): HTMLElement | null {
    if (told.length === 0) return null;
    const items = told.map((words) => el("li", {}, words));
    return el(
      "div",
      { class: "told" },
      el("h3", {}, "What was understood"),
      el("ul", {}, items.slice(0, TOLD)),
      items.length > TOLD && el(
        "details",
        {},
        el("summary", {}, `${items.length - TOLD} more`),
        el("ul", {}, items.slice(TOLD)),
      ),
    );
  }

  /** The first rows as they would be taken. */
  #preview(tables: Understood["tables"]): HTMLElement | null {
    const name = tables.claims
      ? "claims"
      : TABLE_NAMES.find((one) => tables[one]);
    const table = name && tables[name];
    if (!table || table.rows.length === 0) return null;
    const rows = cellsOf({
      columns: table.columns,
      rows: table.rows.slice(0, SHOWN),
    });
    const columns = (name === "claims" ? MAIN_COLUMNS : table.columns)
      .filter((column) => rows.some((row) => row[column]));
    return el(
      "div",
      {
        class: "scroll",
        role: "region",
        tabindex: 0,
        "aria-label": "The first rows",
      },
      el(
        "table",
        {},
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            columns.map((column) =>
              el("th", { scope: "col" }, columnLabel(name as TableName, column))
            ),
          ),
        ),
        el(
          "tbody",
          {},
          rows.map((row) =>
            el(
              "tr",
              {},
              columns.map((column) =>
                el("td", {}, (row[column] ?? "").slice(0, 200))
              ),
            )
          ),
        ),
      ),
    );
  }

  #problems(tables: Understood["tables"]): HTMLElement | null {
    if (!tables.claims) return null;
    const { problems } = checkTables({ ...emptyTables(), ...tables });
    if (problems.length === 0) return null;
    return el(
      "p",
      { class: "soft" },
      `${
        count(problems.length, "problem")
      } as they stand: each is shown beside its cell once they are taken.`,
    );
  }

  #buttons(
    { tables }: Understood,
    open: readonly string[],
  ): HTMLElement {
    const { bench } = this.#host;
    const empty = TABLE_NAMES.every((name) =>
      bench.tables[name].rows.length === 0
    );
    const none = Object.keys(tables).length === 0;
    const make = (words: string, change: () => Change, main: boolean) => {
      const button = el("button", {
        type: "button",
        class: main && "main",
        disabled: none || open.length > 0,
      }, words);
      button.addEventListener("click", () => this.#take(change()));
      return button;
    };
    return el(
      "div",
      {},
      open.length > 0 && el(
        "p",
        { class: "wrong", role: "status" },
        `To be answered first: ${open.join("; ")}`,
      ),
      el(
        "p",
        { class: "buttons" },
        empty ? make("Take them", () => this.#replacing(tables), true) : make(
          "Put them in the place of what is here",
          () => this.#replacing(tables),
          true,
        ),
        !empty && make(
          "Add them to what is here",
          () => this.#adding(bench, tables),
          false,
        ),
        this.#leave(),
      ),
    );
  }

  #leave(): HTMLElement {
    const button = el("button", { type: "button" }, "Leave them");
    button.addEventListener("click", () => {
      this.#close();
      this.#source.element.querySelector("input")?.focus();
    });
    return button;
  }

  #close(): void {
    this.#opened = null;
    this.#found.hidden = true;
    fill(this.#found);
  }

  #replacing(tables: Understood["tables"]): Change {
    const { about, files } = this.#opened!;
    return {
      type: "replace",
      tables: { ...emptyTables(), ...tables },
      about,
      files,
      texts: {},
    };
  }

  /** Rows behind those that are there; ids that are there already stay one row. */
  #adding({ tables: there }: Workbench, tables: Understood["tables"]): Change {
    const key: Readonly<Partial<Record<TableName, string>>> = {
      sources: "source_id",
      measures: "measure",
      hedges: "hedge",
    };
    const changes = TABLE_NAMES.flatMap((name): Change[] => {
      const table: Table | undefined = tables[name];
      if (!table) return [];
      const id = key[name];
      const known = new Set(id ? columnOf(there[name], id) : []);
      const rows = cellsOf(table).filter((row) =>
        !known.has(row[id ?? ""] ?? "\n")
      );
      return [{ type: "add", table: name, rows }];
    });
    return { type: "all", changes };
  }

  #take(change: Change): void {
    const title = this.#title(this.#understood().tables);
    this.#close();
    this.#host.take(change, `open ${title}`);
    this.#host.show("claims", 0);
  }
}
