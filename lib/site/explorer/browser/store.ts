import { fromAddress, toAddress } from "../address.ts";
import { collections, type ExplorerData } from "../data.ts";
import { defaultState, type ExplorerState, soundState } from "../state.ts";

/** How long the address waits for more changes, in milliseconds. */
const CALM = 250;

/** The state of the page, kept in its address. */
export class Store {
  #data: ExplorerData;
  readonly #changed: (problems: readonly string[]) => void;
  /** Collections that there were once: a new one is switched on. */
  readonly #met: Set<string>;
  #state: ExplorerState;
  /** As it was chosen: what the data lacks may come again. */
  #wanted: ExplorerState;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** @param changed Called after every change, with what was left out of it. */
  constructor(
    data: ExplorerData,
    changed: (problems: readonly string[]) => void,
  ) {
    this.#data = data;
    this.#changed = changed;
    this.#state = this.#wanted = defaultState(data);
    this.#met = new Set(collections(data));
    addEventListener("hashchange", () => this.read());
  }

  /** The state. */
  get state(): ExplorerState {
    return this.#state;
  }

  /** Whether the page shows what the report does. */
  get isUsual(): boolean {
    const { measure, since, per, from, to } = defaultState(this.#data);
    const view = { measure, since, per, from, to };
    return toAddress({ ...this.#state, ...view }, this.#data) === "";
  }

  /** The address of the state. */
  get link(): string {
    const fragment = toAddress(this.#state, this.#data);
    return location.href.split("#")[0] + (fragment && `#${fragment}`);
  }

  /** Takes other data, with the state as far as it fits them. */
  take(data: ExplorerData): void {
    this.#data = data;
    const fresh = collections(data).filter((id) => !this.#met.has(id));
    for (const id of fresh) this.#met.add(id);
    const { collections: on } = this.#wanted;
    this.#wanted = { ...this.#wanted, collections: [...on, ...fresh] };
    this.#state = soundState(this.#wanted, data).state;
    this.#changed([]);
  }

  /** Takes the state of the address. */
  read(): void {
    const fragment = location.hash.slice(1);
    // A place of the page, such as `#main`, is no state: the page is there now,
    // and its address tells the state again.
    if (fragment && !fragment.includes("=")) {
      history.replaceState(null, "", this.link);
      return this.#changed([]);
    }
    if (fragment === toAddress(this.#state, this.#data) && fragment) {
      return this.#changed([]);
    }
    const { state, problems } = fromAddress(fragment, this.#data);
    this.#state = this.#wanted = state;
    this.#changed(problems);
  }

  /** Changes some of the state. */
  change(part: Partial<ExplorerState>): void {
    const { state } = soundState({ ...this.#state, ...part }, this.#data);
    this.#wanted = { ...this.#wanted, ...part };
    this.#state = state;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      history.replaceState(null, "", this.link);
    }, CALM);
    this.#changed([]);
  }

  /** As in the report. */
  reset(): void {
    this.change(defaultState(this.#data));
  }
}
