import { el, fill } from "../../../explorer/browser/dom.ts";
import { isPdf } from "../../../../reading/encoding/not_text.ts";
import {
  checkSize,
  fileInput,
  type TextInput,
  textInput,
} from "../read_input.ts";
import { button } from "./field.ts";
import { readPdf } from "./pdf.ts";

/** Where a text is pasted, dropped or chosen. */
export class InputFields {
  readonly element = el("div", { class: "input" });
  readonly #area = el("textarea", {
    rows: 6,
    spellcheck: "false",
    placeholder: "Paste an article here: its words, or the source of its page",
  });
  readonly #problem = el("p", { class: "problems", role: "alert" });
  readonly #found: (input: TextInput) => void;

  /** @param found Called with what was pasted, dropped or chosen. */
  constructor(found: (input: TextInput) => void) {
    this.#found = found;
    const file = el("input", {
      type: "file",
      accept: ".txt,.md,.html,.htm,.xhtml,.pdf,text/plain,text/html",
    });
    file.addEventListener("change", () => {
      const [one] = file.files ?? [];
      if (one) this.#readFile(one);
      file.value = "";
    });
    // What is pasted is read at once; what is typed, when that is asked for.
    this.#area.addEventListener("paste", () => {
      setTimeout(() => this.#readText(), 0);
    });
    this.#area.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        this.#readText();
      }
    });
    for (const type of ["dragenter", "dragover"]) {
      this.element.addEventListener(type, (event) => {
        if (!(event as DragEvent).dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        this.element.classList.add("over");
      });
    }
    this.element.addEventListener("dragleave", () => {
      this.element.classList.remove("over");
    });
    this.element.addEventListener("drop", (event) => {
      this.element.classList.remove("over");
      const [one] = event.dataTransfer?.files ?? [];
      if (!one) return;
      event.preventDefault();
      this.#readFile(one);
    });
    fill(
      this.element,
      el("label", { class: "field" }, el("span", {}, "The text"), this.#area),
      el(
        "p",
        { class: "buttons" },
        button("Read it", () => this.#readText(), { class: "main" }),
        el(
          "label",
          { class: "file" },
          "or take a file (text, HTML, PDF) ",
          file,
        ),
      ),
      this.#problem,
    );
  }

  /** Goes to the text. */
  focus(): void {
    this.#area.focus();
  }

  #readText(): void {
    const text = this.#area.value;
    if (text.trim() === "") {
      fill(this.#problem, "There is no text yet: paste one.");
      return this.focus();
    }
    this.#attempt(() => textInput(text));
  }

  async #readFile(file: File): Promise<void> {
    fill(this.#problem, `Reading ${file.name} …`);
    try {
      checkSize(file.name, file.size);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const pdf = isPdf(bytes) ? await readPdf(file.name, bytes) : null;
      this.#attempt(() =>
        pdf
          ? { ...textInput(pdf.text), file: file.name, note: pdf.note }
          : fileInput(file.name, bytes)
      );
    } catch (error) {
      fill(this.#problem, `${(error as Error).message}.`);
    }
  }

  #attempt(read: () => TextInput): void {
    fill(this.#problem);
    try {
      const input = read();
      this.#area.value = input.text;
      // What was read stands below: the text is at hand, and in nobody's way.
      this.#area.rows = 2;
      if (input.note) fill(this.#problem, input.note);
      this.#found(input);
    } catch (error) {
      fill(this.#problem, `${(error as Error).message}.`);
      this.focus();
    }
  }
}
