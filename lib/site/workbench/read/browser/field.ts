import { el, put } from "../../../explorer/browser/dom.ts";
import type { Word } from "../../words.ts";

/** A field of a form with its label around it. */
export interface Field<E extends HTMLElement = HTMLElement> {
  readonly box: HTMLElement;
  readonly input: E;
}

/** A line of text with a label. */
export function textField(
  label: string,
  value = "",
  attributes: Readonly<Record<string, string>> = {},
): Field<HTMLInputElement> {
  const input = el("input", {
    type: "text",
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "2000",
    ...attributes,
  });
  input.value = value;
  return {
    box: el("label", { class: "field" }, el("span", {}, label), input),
    input,
  };
}

/** A choice among words with a label. */
export function wordField(
  label: string,
  words: readonly Word[],
  value: string,
): Field<HTMLSelectElement> {
  const input = el("select");
  put(
    input,
    words.map(({ value, label }) => el("option", { value }, label ?? value)),
  );
  // A word that nobody knows stays what it is.
  if (!words.some((word) => word.value === value)) {
    input.append(el("option", { value }, value || "…"));
  }
  input.value = value;
  return {
    box: el("label", { class: "field" }, el("span", {}, label), input),
    input,
  };
}

/** A button that does something. */
export function button(
  words: string,
  act: () => void,
  attributes: Readonly<Record<string, string | boolean>> = {},
): HTMLButtonElement {
  const made = el("button", { type: "button", ...attributes }, words);
  made.addEventListener("click", act);
  return made;
}
