import { type ExplorerData, measureIds } from "../data.ts";
import {
  checkOwnClaim,
  freeId,
  OWN_FIELDS,
  type OwnCells,
  type OwnClaim,
  type OwnField,
  ownRow,
} from "../own_claim.ts";
import { switchWords } from "../switch_words.ts";
import { MOST_OWN } from "../state.ts";
import { hedgesOf } from "../../../quantity/hedge.ts";
import { at, el, fill, put } from "./dom.ts";
import type { Names } from "./names.ts";
import type { Store } from "./store.ts";

type Input = HTMLInputElement | HTMLSelectElement;

/** Fields that some kinds alone have. */
const COMPARED = ["ratio", "share", "difference"];
const STANDING = ["highest", "lowest"];
const NUMBERED = ["total", "rate", "level", ...COMPARED];
const ONLY: Readonly<Partial<Record<OwnField, readonly string[]>>> = {
  stated: NUMBERED,
  stated_high: NUMBERED,
  hedge: NUMBERED,
  rounding: NUMBERED,
  end: ["total", "rate", ...COMPARED, ...STANDING],
  per: ["rate", ...STANDING],
  spread: ["rate"],
  of_measure: COMPARED,
  of_start: [...COMPARED, ...STANDING],
  of_end: [...COMPARED, ...STANDING],
};

/** What fields are called where a kind has another word for them. */
const LABELS: readonly (readonly [OwnField, string, Record<string, string>])[] =
  [
    ["start", "From", { level: "At the end of" }],
    ["of_start", "The other count from", {
      highest: "Of the span from",
      lowest: "Of the span from",
    }],
    ["of_end", "The other count to the end of", {
      highest: "The span to the end of",
      lowest: "The span to the end of",
    }],
  ];

const HEDGES: ReadonlyMap<string, string> = new Map([
  ["bare", "as it stands (rounded)"],
  ["exact", "exactly"],
  ["at_least", "at least"],
  ["up_to", "up to"],
  ["plural", "in the plural: dozens (12), hundreds (100), thousands …"],
]);

/** The form for claims of the reader's own, and the list of them. */
export class OwnControl {
  readonly #store: Store;
  readonly #data: ExplorerData;
  readonly #names: Names;
  readonly #form = at<HTMLFormElement>("x-own-form");
  #changing: string | null = null;

  constructor(store: Store, data: ExplorerData, names: Names) {
    this.#store = store;
    this.#data = data;
    this.#names = names;
    const measures = measureIds(data).map((id) => {
      const label = names.measure(id);
      return [id, label === id ? id : `${label} (${id})`] as const;
    });
    this.#options("measure", measures);
    // Of a difference it may be the same count.
    this.#options("of_measure", [["", "the same count"], ...measures]);
    const hedges = [...hedgesOf(data.hedges).keys()];
    this.#options(
      "hedge",
      ["bare", ...hedges.filter((id) => id !== "bare")].map((id) =>
        [id, HEDGES.get(id) ?? id] as const
      ),
    );
    this.#input("kind").addEventListener("change", () => this.#fit());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    at("x-own-cancel").addEventListener("click", () => this.#clear());
    this.#clear();
  }

  /** Shows the claims that there are. */
  show(): void {
    const { own, without } = this.#store.state;
    fill(
      at("x-own"),
      own.map((claim) => this.#item(claim, !without.includes(claim.id))),
    );
    at("x-own-count").textContent = own.length > 0 ? ` (${own.length})` : "";
    if (!own.some(({ id }) => id === this.#changing)) this.#mode(null);
  }

  #options(
    field: OwnField,
    options: readonly (readonly [string, string])[],
  ): void {
    put(
      this.#input(field),
      options.map(([value, label]) => el("option", { value }, label)),
    );
  }

  #item({ id, cells }: OwnClaim, on: boolean): HTMLElement {
    const box = el("input", { type: "checkbox" });
    box.checked = on;
    box.addEventListener("change", () => {
      const { without } = this.#store.state;
      this.#store.change({
        without: box.checked
          ? without.filter((other) => other !== id)
          : [...without, id],
      });
      at("x-own").querySelector<HTMLElement>(`[data-claim="${id}"] input`)
        ?.focus();
    });
    const change = el("button", {
      type: "button",
      "aria-label": `Change ${id}`,
    }, "change");
    change.addEventListener("click", () => {
      for (const field of OWN_FIELDS) {
        this.#input(field).value = cells[field] ?? "";
      }
      this.#fit();
      this.#mode(id);
      at<HTMLDetailsElement>("x-own-details").open = true;
      this.#input("stated").focus();
    });
    const remove = el("button", {
      type: "button",
      "aria-label": `Remove ${id}`,
    }, "remove");
    remove.addEventListener("click", () => {
      const { own, without } = this.#store.state;
      this.#store.change({
        own: own.filter((claim) => claim.id !== id),
        without: without.filter((other) => other !== id),
      });
      at("x-own-summary").focus();
    });
    return el(
      "li",
      { class: "claim-switch", "data-claim": id },
      el(
        "label",
        { class: "switch" },
        box,
        el(
          "bdi",
          {},
          switchWords(ownRow({ id, cells }), (id) => this.#names.measure(id)),
        ),
      ),
      cells.note && el("q", { dir: "auto" }, cells.note),
      el(
        "p",
        { class: "entry" },
        this.#names.id(id),
        " ",
        change,
        " ",
        remove,
      ),
    );
  }

  #input(field: OwnField): Input {
    return this.#form.elements.namedItem(field) as Input;
  }

  /** Shows the fields that the kind has. */
  #fit(): void {
    const kind = this.#input("kind").value;
    for (const [field, kinds] of Object.entries(ONLY)) {
      const input = this.#input(field as OwnField);
      input.closest("p")!.hidden = !kinds.includes(kind);
    }
    for (const [field, usual, words] of LABELS) {
      const [label] = this.#input(field).labels ?? [];
      if (label) label.textContent = words[kind] ?? usual;
    }
    for (const field of ["of_start", "of_end"] as const) {
      const input = this.#input(field) as HTMLInputElement;
      input.placeholder = STANDING.includes(kind)
        ? "2024-01"
        : "the same period";
    }
  }

  #cells(): OwnCells {
    const kind = this.#input("kind").value;
    return Object.fromEntries(
      OWN_FIELDS.filter((field) => ONLY[field]?.includes(kind) ?? true)
        .map((field) => [field, this.#input(field).value.trim()])
        .filter(([, cell]) => cell !== ""),
    );
  }

  #submit(): void {
    const cells = this.#cells();
    const { own, without } = this.#store.state;
    const problems = checkOwnClaim(
      cells,
      this.#data,
      own.filter(({ id }) => id !== this.#changing),
    );
    for (const field of OWN_FIELDS) {
      this.#input(field).removeAttribute("aria-invalid");
      this.#input(field).removeAttribute("aria-describedby");
    }
    const told = at("x-own-problems");
    fill(
      told,
      problems.map(({ field, message }, i) => {
        const input = this.#input(field);
        input.setAttribute("aria-invalid", "true");
        input.setAttribute("aria-describedby", `x-problem-${i}`);
        const label = input.labels?.[0]?.textContent ?? field;
        return el("li", { id: `x-problem-${i}` }, `${label}: ${message}.`);
      }),
    );
    const [first] = problems;
    if (first) return this.#input(first.field).focus();
    if (!this.#changing && own.length >= MOST_OWN) {
      return fill(told, el("li", {}, `${MOST_OWN} claims are the most.`));
    }
    const id = this.#changing ?? freeId([
      ...this.#data.claims.map(({ claim_id }) => claim_id),
      ...own.map((claim) => claim.id),
    ]);
    const claim = { id, cells };
    this.#store.change({
      own: this.#changing
        ? own.map((other) => other.id === id ? claim : other)
        : [...own, claim],
      without: without.filter((other) => other !== id),
    });
    this.#clear();
    at("x-own").querySelector<HTMLElement>(`[data-claim="${id}"] input`)
      ?.focus();
  }

  #clear(): void {
    this.#form.reset();
    fill(at("x-own-problems"));
    this.#mode(null);
    this.#fit();
  }

  #mode(changing: string | null): void {
    this.#changing = changing;
    at("x-own-add").textContent = changing
      ? `Change ${changing}`
      : "Add the claim";
    at("x-own-cancel").hidden = changing === null;
  }
}
