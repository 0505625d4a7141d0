import { el, fill } from "../../../explorer/browser/dom.ts";
import { type Mark, markParagraphs } from "../marks.ts";

/** What became of a mark. */
export type MarkState = "draft" | "other" | "taken" | "skipped";

const SAID: Readonly<Record<MarkState, string>> = {
  draft: "",
  other: "no claim, as it seems",
  taken: "accepted",
  skipped: "skipped",
};

/** A text with its numbers, each of which can be chosen. */
export class TextView {
  readonly element = el("div", { class: "text" });
  readonly #choose: (key: string) => void;
  readonly #buttons = new Map<string, HTMLElement>();
  readonly #paragraphs = new Map<string, HTMLElement>();

  #shown = "";

  /** @param choose Called with the key of the mark that is chosen. */
  constructor(choose: (key: string) => void) {
    this.#choose = choose;
  }

  /** Shows a text. One that is shown already stays, with what has the focus. */
  show(text: string, marks: readonly Mark[]): void {
    const shown = JSON.stringify([
      text,
      marks.map(({ key, length }) => [key, length]),
    ]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#buttons.clear();
    this.#paragraphs.clear();
    fill(
      this.element,
      markParagraphs(text, marks).map(({ locator, pieces }) => {
        const paragraph = el(
          "p",
          {},
          pieces.map(({ text, mark }) =>
            mark ? this.#button(mark, text) : text
          ),
        );
        this.#paragraphs.set(locator, paragraph);
        return paragraph;
      }),
    );
  }

  /** Says what became of each mark, and which one is chosen. */
  update(states: ReadonlyMap<string, MarkState>, chosen: string | null): void {
    for (const [key, button] of this.#buttons) {
      const state = states.get(key) ?? "draft";
      button.dataset.state = state;
      button.setAttribute("aria-expanded", `${key === chosen}`);
      const said = button.querySelector(".unseen")!;
      said.textContent = SAID[state] && ` (${SAID[state]})`;
    }
  }

  /** Puts an element behind the paragraph of a mark. */
  putBehind(mark: Mark, element: HTMLElement): void {
    this.#paragraphs.get(mark.locator)?.after(element);
  }

  /** Goes to a mark. */
  focus(key: string): void {
    this.#buttons.get(key)?.focus();
  }

  // Words of a text break over lines, which those of a button do not.
  #button(mark: Mark, words: string): HTMLElement {
    const button = el(
      "mark",
      { role: "button", tabindex: 0, "data-key": mark.key },
      words,
      el("span", { class: "unseen" }),
    );
    button.addEventListener("click", () => this.#choose(mark.key));
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.#choose(mark.key);
    });
    this.#buttons.set(mark.key, button);
    return button;
  }
}
