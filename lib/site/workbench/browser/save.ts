import { strToU8, zipSync } from "fflate";
import { at, el } from "../../explorer/browser/dom.ts";
import { saveFile, saveResult } from "../../explorer/browser/downloads.ts";
import type { Explorer } from "../../explorer/browser/explorer.ts";
import { collections } from "../../explorer/data.ts";
import { commandOf } from "../command.ts";
import { cellOf } from "../copy_cell.ts";
import { folderFiles } from "../folder.ts";
import { toLink } from "../link.ts";
import { reportOf } from "../report_page.ts";
import type { Bench } from "./bench.ts";
import type { Keep } from "./keep.ts";

/** What the panel can do besides saving. */
export interface SaveHost {
  readonly keep: Keep;
  say(words: string): void;
  /** Everything is to be cleared. */
  cleared(): void;
}

/** A folder that the browser lets be chosen. */
interface Folder {
  getFileHandle(
    name: string,
    options: { create: true },
  ): Promise<{
    createWritable(): Promise<{
      write(text: string): Promise<void>;
      close(): Promise<void>;
    }>;
  }>;
}

type Chooser = (options: { mode: "readwrite" }) => Promise<Folder>;

function chooser(): Chooser | undefined {
  return (globalThis as { showDirectoryPicker?: Chooser }).showDirectoryPicker;
}

/** A name for a file, from a title. */
export function fileName(title: unknown): string {
  const name = `${title ?? ""}`.normalize("NFKD").toLowerCase()
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return name || "claims";
}

/** Saves what the workbench holds and what follows from it. */
export class SavePanel {
  readonly #bench: Bench;
  readonly #explorer: Explorer;
  readonly #host: SaveHost;

  constructor(bench: Bench, explorer: Explorer, host: SaveHost) {
    this.#bench = bench;
    this.#explorer = explorer;
    this.#host = host;
    at("w-save-folder").hidden = chooser() === undefined;
    this.#listen();
  }

  /** Shows what there is to save. */
  show(): void {
    const { title } = this.#bench.now.about;
    const input = at<HTMLInputElement>("w-title");
    if (document.activeElement !== input) {
      input.value = typeof title === "string" ? title : "";
    }
    at("w-command").textContent = this.#command();
    at<HTMLInputElement>("w-keep").checked = this.#host.keep.chosen === true;
    const none = this.#bench.checked.data === null;
    for (const id of ["w-save-result", "w-save-report"]) {
      at<HTMLButtonElement>(id).disabled = none;
    }
  }

  #command(): string {
    const { store, selection } = this.#explorer;
    const { sources: _, ...data } = this.#bench.checked.data ??
      { ...selection.data };
    return commandOf(
      store.state,
      selection.options,
      collections({ ...data, sources: [] }),
    );
  }

  #files(): Record<string, string> {
    return folderFiles(this.#bench.now, this.#command());
  }

  #saved(words: string): void {
    const { problems } = this.#bench.checked;
    this.#bench.wasSaved();
    at("w-ask").hidden = true;
    this.#host.say(
      problems.length === 0
        ? words
        : `${words} It has ${problems.length} problems still: validate will say so.`,
    );
  }

  #zip(): void {
    const name = fileName(this.#bench.now.about["title"]);
    const files = Object.entries(this.#files()).map(([file, text]) =>
      [`${name}/${file}`, strToU8(text)] as const
    );
    const zip = zipSync(Object.fromEntries(files), {
      level: 6,
      // The same tables give the same bytes.
      mtime: new Date(1980, 0, 1),
    });
    saveFile(`${name}.zip`, "application/zip", [
      zip as Uint8Array<ArrayBuffer>,
    ]);
    this.#saved(`Saved as ${name}.zip.`);
  }

  async #folder(): Promise<void> {
    try {
      const folder = await chooser()!({ mode: "readwrite" });
      const files = Object.entries(this.#files());
      for (const [name, text] of files) {
        const file = await folder.getFileHandle(name, { create: true });
        const stream = await file.createWritable();
        await stream.write(text);
        await stream.close();
      }
      this.#saved(`${files.length} files are written into the folder.`);
    } catch (error) {
      // Who chooses no folder wants none.
      if ((error as Error).name === "AbortError") return;
      this.#host.say(
        `The folder could not be written: ${(error as Error).message}`,
      );
    }
  }

  async #copy(text: string, done: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.#host.say(done);
    } catch {
      const place = el("textarea", { rows: 8, "aria-label": "To be copied" });
      place.value = text;
      at("w-save-pass").closest("section")!.append(place);
      place.focus();
      place.select();
      this.#host.say("The browser does not copy: it stands below, chosen.");
    }
  }

  #listen(): void {
    const click = (id: string, run: () => void) =>
      at(id).addEventListener("click", run);
    click("w-save-zip", () => this.#zip());
    click("w-save-folder", () => void this.#folder());
    click("w-save-result", async () => {
      this.#host.say("Working out what the others imply for each claim …");
      saveResult(await this.#explorer.solver.json());
      this.#host.say("The result is saved.");
    });
    click("w-save-report", () => {
      const { known, names, intervals } = this.#explorer;
      const title = at<HTMLInputElement>("w-title").value || "Claims";
      saveFile(`${fileName(title)}.html`, "text/html", [
        reportOf({
          title,
          sentence: at("w-sentence").textContent ?? "",
          ...known,
          intervals,
          command: this.#command(),
          measure: (id) => names.measure(id),
          label: (id) => names.label(id),
        }),
      ]);
      this.#host.say("The report is saved.");
    });
    click("w-copy-link", () => {
      const text = toLink(this.#bench.now);
      if (text === null) {
        return this.#host.say(
          "There is too much for a link: save a zip and pass that on.",
        );
      }
      const [page, fragment] = this.#explorer.store.link.split("#");
      void this.#copy(
        `${page}#bench=${text}${fragment ? `&${fragment}` : ""}`,
        "The link is copied.",
      );
    });
    click("w-copy-cell", () => {
      const { store, selection } = this.#explorer;
      void this.#copy(
        cellOf(
          this.#bench.now.tables,
          store.state,
          collections(this.#bench.checked.data ?? selection.data),
        ),
        "The cell is copied: paste it into a notebook.",
      );
    });
    click("w-clear", () => {
      void this.#host.keep.clear();
      this.#host.cleared();
      this.#host.say(
        "All is cleared, in this browser too. Undo brings it back until the page is closed.",
      );
    });
    at<HTMLInputElement>("w-title").addEventListener("change", (event) => {
      const { value } = event.target as HTMLInputElement;
      const { about } = this.#bench.now;
      this.#bench.take(
        { type: "replace", about: { ...about, title: value } },
        "change the title",
      );
    });
    at<HTMLInputElement>("w-keep").addEventListener("change", async (event) => {
      const { checked } = event.target as HTMLInputElement;
      const { keep } = this.#host;
      if (!checked) {
        await keep.clear();
        keep.choose(false);
        return this.#host.say("No longer kept in this browser.");
      }
      const kept = keep.choose(true) && await keep.put(this.#bench.now);
      this.#host.say(
        kept
          ? "Kept in this browser from now on."
          : "The browser does not allow it: save your work as a zip.",
      );
    });
  }
}
