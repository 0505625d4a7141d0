import { type Checked, checkTables } from "../check.ts";
import {
  beginHistory,
  type Change,
  type History,
  redo,
  takeChange,
  undo,
  type Workbench,
} from "../state.ts";

/** The workbench of the page: what it holds, what was done, what is wrong. */
export class Bench {
  readonly #changed: (words: string) => void;
  #history: History;
  #checked: Checked | undefined;
  /** The workbench as it was saved last, or opened. */
  #saved: Workbench;

  /** @param changed Called after every change, with what was done. */
  constructor(bench: Workbench, changed: (words: string) => void) {
    this.#history = beginHistory(bench);
    this.#saved = bench;
    this.#changed = changed;
  }

  /** What it holds. */
  get now(): Workbench {
    return this.#history.bench;
  }

  /** What is wrong with it. */
  get checked(): Checked {
    return this.#checked ??= checkTables(this.now.tables);
  }

  /** Whether there is something that was not saved. */
  get unsaved(): boolean {
    return this.#saved !== this.now;
  }

  /** What would be undone; nothing where nothing was done. */
  get undone(): string | undefined {
    return this.#history.past.at(-1)?.words;
  }

  /** What would be done again. */
  get redone(): string | undefined {
    return this.#history.future.at(-1)?.words;
  }

  /** Does something, as one step that can be undone. */
  take(change: Change, words: string): void {
    this.#move(takeChange(this.#history, change, words), words);
  }

  /** Takes the last step back. */
  undo(): void {
    const { undone } = this;
    if (undone !== undefined) this.#move(undo(this.#history), `undo ${undone}`);
  }

  /** Does the step again that was taken back. */
  redo(): void {
    const { redone } = this;
    if (redone !== undefined) this.#move(redo(this.#history), `redo ${redone}`);
  }

  /** Says that what it holds is saved. */
  wasSaved(): void {
    this.#saved = this.now;
  }

  #move(history: History, words: string): void {
    if (history.bench === this.now) return;
    if (history.bench.tables !== this.now.tables) this.#checked = undefined;
    this.#history = history;
    this.#changed(words);
  }
}
