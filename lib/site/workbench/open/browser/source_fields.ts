import { el, fill } from "../../../explorer/browser/dom.ts";
import { type OpenedFiles, openFiles, openRows } from "../open_files.ts";
import { chosenFiles, droppedFiles } from "./dropped.ts";

const FILES = ".csv,.tsv,.txt,.zip,.xlsx,.xlsm,.json,.md";

function fileInput(
  label: string,
  attributes: Record<string, string | boolean>,
) {
  const input = el("input", { type: "file", multiple: true, ...attributes });
  return { input, box: el("label", { class: "file" }, `${label} `, input) };
}

/** Where files are chosen or dropped, and rows pasted. */
export class SourceFields {
  readonly element = el("div", { class: "input" });
  readonly #area = el("textarea", {
    rows: 3,
    spellcheck: "false",
    placeholder:
      "Paste rows of a spreadsheet here, with the names of their columns",
  });
  readonly #problem = el("p", { class: "problems", role: "alert" });
  readonly #opened: (opened: OpenedFiles) => void;

  /** @param opened Called with what was opened. */
  constructor(opened: (opened: OpenedFiles) => void) {
    this.#opened = opened;
    const files = fileInput("Files (CSV, .xlsx, .zip)", { accept: FILES });
    const folder = fileInput("or a whole folder", { webkitdirectory: true });
    for (const { input } of [files, folder]) {
      input.addEventListener("change", () => {
        const chosen = [...input.files ?? []];
        if (chosen.length > 0) {
          void this.#attempt(async () => openFiles(await chosenFiles(chosen)));
        }
        input.value = "";
      });
    }
    const rows = el("button", { type: "button" }, "Open the rows");
    rows.addEventListener("click", () => this.#openRows());
    this.#area.addEventListener("paste", () => {
      setTimeout(() => this.#openRows(), 0);
    });
    this.#listenDrop();
    fill(
      this.element,
      el("h2", {}, "Open what you have"),
      el("p", { class: "buttons" }, files.box, folder.box),
      el("p", { class: "soft" }, "Or drop them here."),
      el("label", { class: "field" }, el("span", {}, "Rows"), this.#area),
      el("p", { class: "buttons" }, rows),
      this.#problem,
    );
  }

  #listenDrop(): void {
    const { element } = this;
    for (const type of ["dragenter", "dragover"] as const) {
      element.addEventListener(type, (event) => {
        if (!event.dataTransfer?.types.includes("Files")) return;
        event.preventDefault();
        element.classList.add("over");
      });
    }
    element.addEventListener("dragleave", () => {
      element.classList.remove("over");
    });
    element.addEventListener("drop", (event) => {
      element.classList.remove("over");
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      const files = droppedFiles(dataTransfer);
      void this.#attempt(async () => openFiles(await files));
    });
  }

  #openRows(): void {
    const text = this.#area.value;
    void this.#attempt(() => Promise.resolve(openRows(text)));
  }

  async #attempt(open: () => Promise<OpenedFiles>): Promise<void> {
    fill(this.#problem);
    try {
      this.#opened(await open());
    } catch (error) {
      fill(this.#problem, `${(error as Error).message}.`);
    }
  }
}
