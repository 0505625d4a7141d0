import { el, put } from "../../../explorer/browser/dom.ts";
import type { TextAbout } from "../read_input.ts";
import { textField } from "./field.ts";

const LABELS: readonly (readonly [keyof TextAbout, string, string])[] = [
  ["publisher", "Who published it", "The Gazette"],
  ["published", "When", "2025-11-28"],
  ["title", "Title", ""],
  ["url", "Address", "https://…"],
];

/** The fields that say where a text stands. */
export class SourceFields {
  readonly element = el("fieldset", { class: "fields" });
  readonly #inputs = new Map<keyof TextAbout, HTMLInputElement>();

  /** @param changed Called when something was changed and left. */
  constructor(changed: () => void) {
    put(this.element, el("legend", {}, "Where it stands"));
    for (const [name, label, placeholder] of LABELS) {
      const { box, input } = textField(label, "", { placeholder, name });
      input.addEventListener("change", changed);
      this.#inputs.set(name, input);
      put(this.element, box);
    }
  }

  get value(): TextAbout {
    return Object.fromEntries(
      [...this.#inputs].map(([name, { value }]) => [name, value.trim()]),
    ) as unknown as TextAbout;
  }

  set value(about: TextAbout) {
    for (const [name, input] of this.#inputs) input.value = about[name];
  }

  /** Says whether the day of publication is one. */
  markPublished(wrong: boolean): void {
    this.#inputs.get("published")!.setAttribute("aria-invalid", `${wrong}`);
  }
}
