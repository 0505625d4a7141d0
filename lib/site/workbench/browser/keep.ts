import type { Workbench } from "../state.ts";

/**
 * Keeps a workbench in the browser, under the address of the page. A browser
 * may refuse: then nothing is kept, and that is said.
 */
export class Keep {
  readonly #key: string;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param page What the page is called: each keeps its own. */
  constructor(page: string) {
    this.#key = `tallystick-workbench ${page}`;
  }

  /** What was chosen: to keep or not; `null` where nobody was asked. */
  get chosen(): boolean | null {
    try {
      const value = localStorage.getItem(`${this.#key} choice`);
      return value === null ? null : value === "keep";
    } catch {
      return null;
    }
  }

  /** Takes the choice; whether the browser allows it. */
  choose(keep: boolean): boolean {
    try {
      localStorage.setItem(`${this.#key} choice`, keep ? "keep" : "leave");
      return true;
    } catch {
      return false;
    }
  }

  /** Keeps a workbench, a moment later. */
  later(bench: Workbench, done: (kept: boolean) => void): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(async () => done(await this.put(bench)), 300);
  }

  /** Keeps a workbench; whether the browser took it. */
  async put(bench: Workbench): Promise<boolean> {
    try {
      await this.#ask("readwrite", (store) => store.put(bench, this.#key));
      return true;
    } catch {
      return false;
    }
  }

  /** What was kept; nothing where there is none, or the browser does not say. */
  async get(): Promise<Workbench | undefined> {
    try {
      return await this.#ask("readonly", (store) => store.get(this.#key)) as
        | Workbench
        | undefined;
    } catch {
      return undefined;
    }
  }

  /** Forgets what was kept, and the choice. */
  async clear(): Promise<void> {
    clearTimeout(this.#waiting);
    try {
      localStorage.removeItem(`${this.#key} choice`);
      await this.#ask("readwrite", (store) => store.delete(this.#key));
    } catch {
      // What cannot be reached was not kept either.
    }
  }

  #ask(
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const open = indexedDB.open("tallystick", 1);
      open.onupgradeneeded = () => open.result.createObjectStore("workbench");
      open.onerror = () => reject(open.error);
      open.onsuccess = () => {
        const database = open.result;
        const transaction = database.transaction("workbench", mode);
        const request = ask(transaction.objectStore("workbench"));
        transaction.oncomplete = () => {
          database.close();
          resolve(request.result);
        };
        transaction.onerror = transaction.onabort = () => {
          database.close();
          reject(transaction.error);
        };
      };
    });
  }
}
