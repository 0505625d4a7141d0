import { slug } from "../../../../reading/rows/slug.ts";
import { el, fill, put } from "../../../explorer/browser/dom.ts";
import type { Tables } from "../../tables.ts";
import { wordsOf } from "../../words.ts";
import type { NewMeasure } from "../accept.ts";
import { type Field, textField, wordField } from "./field.ts";

/** The choice that stands for a measure which is not there yet. */
const NEW = "\n";

/** What a claim counts: a measure of the dataset, or a new one. */
export class MeasureField {
  readonly box = el("div", { class: "measure" });
  readonly #changed: () => void;
  #choice: Field<HTMLSelectElement> | null = null;
  #name: Field<HTMLInputElement> | null = null;
  #unit: Field<HTMLInputElement> | null = null;
  #counts: Field<HTMLSelectElement> | null = null;
  #labels: ReadonlyMap<string, string> = new Map();

  /** @param changed Called when another one is chosen. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** Shows the measures there are; a new one is named by its noun. */
  show(tables: Tables, chosen: string, noun: string): void {
    const words = wordsOf(tables, "claims", "measure")?.words ?? [];
    this.#labels = new Map(
      words.map(({ value, label }) => [value, label ?? value]),
    );
    const known = words.map(({ value, label }) => ({
      value,
      label: label && label !== value ? `${label} (${value})` : value,
    }));
    const first = words.length === 0 ? NEW : chosen;
    this.#choice = wordField(
      "What is counted",
      [
        ...(first === "" ? [{ value: "", label: "choose …" }] : []),
        ...known,
        { value: NEW, label: "something new …" },
      ],
      first,
    );
    this.#name = textField("Call it", noun);
    this.#unit = textField("Its unit", noun);
    this.#counts = wordField("It counts", [
      { value: "", label: "what comes about over a period" },
      { value: "level", label: "how many there are at a moment" },
    ], "");
    const fresh = el(
      "div",
      { class: "fields fresh" },
      this.#name.box,
      this.#unit.box,
      this.#counts.box,
    );
    const fit = () => void (fresh.hidden = this.#choice!.input.value !== NEW);
    this.#choice.input.addEventListener("change", () => {
      fit();
      if (this.#isNew) this.#name!.input.focus();
      this.#changed();
    });
    fit();
    fill(this.box);
    put(this.box, this.#choice.box, fresh);
  }

  get #isNew(): boolean {
    return this.#choice?.input.value === NEW;
  }

  /** The id of the measure; empty where none is chosen. */
  get id(): string {
    if (!this.#choice) return "";
    return this.#isNew
      ? slug(this.#name!.input.value)
      : this.#choice.input.value;
  }

  /** What it is called. */
  get label(): string {
    return this.#isNew
      ? this.#name!.input.value.trim()
      : this.#labels.get(this.id) ?? this.id;
  }

  /** The measure that is to be made: none where it is there. */
  made(kind: string): NewMeasure | null {
    const { id } = this;
    if (!this.#isNew || id === "" || this.#labels.has(id)) return null;
    return {
      measure: id,
      label: this.label,
      unit: this.#unit!.input.value.trim(),
      counts: kind === "level" || this.#counts!.input.value === "level"
        ? "level"
        : "",
    };
  }

  focus(): void {
    (this.#isNew ? this.#name! : this.#choice!).input.focus();
  }
}
