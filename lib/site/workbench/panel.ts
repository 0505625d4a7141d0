import type { Problem } from "../../dataset/problem.ts";
import type { Change, Workbench } from "./state.ts";

/**
 * What the workbench gives a panel that is mounted in its page. A panel lives
 * in a file of its own, `open/browser.ts` and `read/browser.ts`:
 *
 *     export function mountOpen(place: HTMLElement, host: Host): Panel;
 *     export function mountRead(place: HTMLElement, host: Host): Panel;
 *
 * Its CSS stands beside it in `open/open.css`, `read/read.css`, every rule under
 * the place's own id, `#w-open` or `#w-read`; colours by the page's variables.
 */
export interface Host {
  /** The workbench as it is now. */
  readonly bench: Workbench;
  /**
   * Does something to the workbench, as one step that can be undone.
   *
   * @param words What is done, in a few words: "accept 60,000".
   */
  take(change: Change, words: string): void;
  /**
   * Says something to who sees the page and who hears it, once.
   */
  say(words: string): void;
  /**
   * What a change would make of the claims, without doing it. An earlier
   * question that waits is answered with `null`.
   */
  whatIf(change: Change): Promise<WhatIf | null>;
  /** Shows a row of a table in the editor, and goes there. */
  show(table: keyof Workbench["tables"], row: number): void;
}

/** What a change would make of the claims. */
export interface WhatIf {
  /** What would be wrong in the tables; then nothing else is known. */
  readonly problems: readonly Problem[];
  /** Whether all claims could be true; `null` where there are problems. */
  readonly consistent: boolean | null;
  /** The conflicts that there would be and are not now, the smallest first. */
  readonly conflicts: readonly {
    /** The claims, by id. */
    readonly claims: readonly string[];
    /** The sum, in a sentence. */
    readonly text: string;
  }[];
}

/** What a panel gives the workbench. */
export interface Panel {
  /** Is called after every change, the panel's own too. */
  changed(bench: Workbench): void;
  /** Is called when the panel comes into view. */
  shown?(): void;
}
