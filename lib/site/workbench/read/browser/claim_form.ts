import { el, fill } from "../../../explorer/browser/dom.ts";
import type { Cells, Tables } from "../../tables.ts";
import { wordsOf } from "../../words.ts";
import type { NewMeasure } from "../accept.ts";
import { choicesOf } from "../choices.ts";
import type { Mark } from "../marks.ts";
import { hedgesIn, type ReadAs, readAs } from "../read_as.ts";
import { button, type Field, textField, wordField } from "./field.ts";
import { MeasureField } from "./measure_field.ts";

/** What a form asks for when something is done in it. */
export interface FormActs {
  accept(): void;
  skip(): void;
  /** Goes back to the text. */
  close(): void;
  /** Something was changed. */
  changed(): void;
  /** What else the words allow was taken, in these words. */
  took(words: string): void;
}

/** What the form is filled with. */
export interface Filling {
  readonly mark: Mark;
  /** The cells of the draft as they were mended so far. */
  readonly cells: Cells;
  readonly tables: Tables;
  readonly published: string;
  /** The measure that is taken at first, or empty. */
  readonly measure: string;
}

/** Kinds that have a field; the others have none for it. */
const COUNTS = ["total", "rate", "level"];
const COMPARED = ["ratio", "share", "difference"];
const NUMBERED = [...COUNTS, ...COMPARED];
const STANDING = ["highest", "lowest"];
const ONLY: Readonly<Record<string, readonly string[]>> = {
  stated: NUMBERED,
  stated_high: NUMBERED,
  hedge: NUMBERED,
  rounding: NUMBERED,
  start: [...NUMBERED, ...STANDING],
  end: ["total", "rate", ...COMPARED, ...STANDING],
  per: ["rate", ...STANDING],
  spread: ["rate"],
  of_measure: COMPARED,
  of_start: [...COMPARED, ...STANDING],
  of_end: [...COMPARED, ...STANDING],
};

const LABELS: readonly (readonly [string, string])[] = [
  ["kind", "What the number is"],
  ["stated", "Number"],
  ["stated_high", "to (of a range)"],
  ["hedge", "Hedge"],
  ["start", "From"],
  ["end", "To the end of"],
  ["per", "Per"],
  ["spread", "Spread over the units"],
  ["of_measure", "The other count"],
  ["of_start", "The other count from"],
  ["of_end", "The other count to the end of"],
];

const MORE: readonly (readonly [string, string])[] = [
  ["speaker", "Who says so"],
  ["origin", "Whom they cite"],
  ["status", "Status"],
  ["rounding", "Rounded to"],
  ["period_said", "Period as said"],
  ["as_of", "Holds as of"],
  ["note", "Note"],
];

/** Columns with a few words to choose from. */
const CHOSEN = new Set(["kind", "hedge", "per", "spread", "status"]);

/** The words that a column may hold, the empty one first where it says something. */
const EMPTY: Readonly<Record<string, string>> = {
  hedge: "as it stands, rounded",
  per: "month",
  spread: "on average",
  status: "not said",
};

/** The form in which a number of a text becomes a claim. */
export class ClaimForm {
  readonly element = el("form", {
    class: "claim",
    novalidate: true,
    tabindex: -1,
    role: "group",
  });
  readonly measure: MeasureField;
  readonly #acts: FormActs;
  readonly #fields = new Map<
    string,
    Field<HTMLInputElement | HTMLSelectElement>
  >();
  readonly #said = el("p", { class: "said" });
  readonly #problems = el("ul", { class: "problems", role: "alert" });
  readonly #effect = el("p", { class: "effect", role: "status" });
  readonly #choices = el("div", { class: "choices" });
  #filling: Filling | null = null;

  constructor(acts: FormActs) {
    this.#acts = acts;
    this.measure = new MeasureField(() => this.#refresh());
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      acts.accept();
    });
    this.element.addEventListener("input", () => this.#refresh());
  }

  /** The day of publication, which is known now. */
  set published(published: string) {
    if (this.#filling) this.#filling = { ...this.#filling, published };
  }

  get filling(): Filling | null {
    return this.#filling;
  }

  /** Shows a number with all that can be said of it. */
  show(filling: Filling): void {
    this.#filling = filling;
    const { mark, cells, tables } = filling;
    this.element.setAttribute("aria-label", `Claim: ${mark.words}`);
    this.#fields.clear();
    const field = ([name, label]: readonly [string, string]) => {
      const value = cells[name] ?? "";
      const made = CHOSEN.has(name)
        ? wordField(label, this.#words(tables, name), value)
        : textField(
          label,
          value,
          name === "note" ? { spellcheck: "true" } : {},
        );
      made.input.name = name;
      this.#fields.set(name, made);
      return made.box;
    };
    const main = LABELS.map(field);
    const more = MORE.map(field);
    this.measure.show(tables, filling.measure, mark.draft.unit ?? "");
    fill(this.#effect);
    fill(this.#problems);
    fill(
      this.element,
      this.#said,
      this.#effect,
      el(
        "p",
        { class: "buttons" },
        el(
          "button",
          { class: "main", "aria-keyshortcuts": "A Control+Enter" },
          "Accept (A)",
        ),
        " ",
        button("Skip (S)", this.#acts.skip, { "aria-keyshortcuts": "S" }),
        " ",
        button("Back to the text (Esc)", this.#acts.close),
      ),
      this.#problems,
      this.measure.box,
      this.#choices,
      el("div", { class: "fields" }, main),
      el(
        "details",
        {},
        el("summary", {}, "Who says so, and the rest"),
        el("div", { class: "fields" }, more),
      ),
      el(
        "details",
        {},
        el("summary", {}, "Why it is read so"),
        el("ul", {}, mark.draft.why.map((reason) => el("li", {}, reason))),
      ),
    );
    this.#refresh();
  }

  /** The cells as they stand in the form. */
  get cells(): Cells {
    const kind = this.#value("kind");
    const cells: Record<string, string> = { measure: this.measure.id };
    for (const [name, { input }] of this.#fields) {
      // What a kind has no field for would say something else of it.
      const has = ONLY[name]?.includes(kind) ?? true;
      cells[name] = has ? input.value.trim() : "";
    }
    return cells;
  }

  /** The measure that is to be made, where one is named that is not there. */
  get newMeasure(): NewMeasure | null {
    return this.measure.made(this.#value("kind"));
  }

  /** Says what is wrong, and goes where it can be mended. */
  complain(problems: readonly string[], field: string | null): void {
    fill(this.#problems, problems.map((problem) => el("li", {}, problem)));
    if (field === "measure") return this.measure.focus();
    const found = field === null ? undefined : this.#fields.get(field);
    found?.box.closest("details")?.setAttribute("open", "");
    found?.input.focus();
  }

  /** Says what taking it would change. */
  tell(words: string, wrong = false): void {
    this.#effect.classList.toggle("wrong", wrong);
    fill(this.#effect, words);
  }

  #value(name: string): string {
    return this.#fields.get(name)?.input.value.trim() ?? "";
  }

  #words(tables: Tables, name: string) {
    const words = wordsOf(tables, "claims", name)?.words ?? [];
    const empty = EMPTY[name];
    return empty === undefined ? words : [
      { value: "", label: empty },
      ...words.filter(({ value }) => !(name === "hedge" && value === "bare")),
    ];
  }

  /** Says again what is read, and fits the fields to the kind. */
  #refresh(): void {
    if (!this.#filling) return;
    const kind = this.#value("kind");
    for (const [name, { box }] of this.#fields) {
      const kinds = ONLY[name];
      if (kinds) box.hidden = !kinds.includes(kind);
    }
    const start = this.#fields.get("start")!.box.querySelector("span")!;
    start.textContent = kind === "level" ? "At the end of" : "From";
    const cells = this.cells;
    const { tables, published } = this.#filling;
    const hedges = hedgesIn(tables);
    this.#say(readAs(cells, hedges));
    const choices = choicesOf(cells, published, hedges);
    fill(
      this.#choices,
      choices.length > 0 && el("p", {}, "The words also allow:"),
      choices.length > 0 &&
        el(
          "ul",
          {},
          choices.map(({ words, why, cells }) =>
            el(
              "li",
              {},
              button(words, () => this.#take(cells, words)),
              ` ${why}`,
            )
          ),
        ),
    );
    this.#acts.changed();
  }

  #say({ number, period, problems }: ReadAs): void {
    const { measure } = this;
    fill(
      this.#said,
      "Will be read as ",
      el(
        "strong",
        {},
        [number ?? "a number that is not given", period].filter(Boolean)
          .join(" "),
      ),
      measure.id !== "" && ` of ${measure.label}`,
      problems.length > 0
        ? el("span", { class: "wrong" }, `. ${problems.join(" ")}`)
        : ".",
    );
  }

  #take(cells: Readonly<Record<string, string>>, words: string): void {
    for (const [name, value] of Object.entries(cells)) {
      const field = this.#fields.get(name);
      if (field) field.input.value = value;
    }
    this.#refresh();
    // The button that was pressed is gone: what it did stands here now.
    const next = this.#choices.querySelector<HTMLElement>("button");
    (next ?? this.element).focus();
    this.#acts.took(words);
  }
}
