import { firstDay, formatDay, lastDay } from "../../../quantity/date.ts";
import { type Unit, UNITS } from "../../../quantity/units.ts";
import { at } from "./dom.ts";
import type { Store } from "./store.ts";

/** The unit in which the count is shown, and from when to when. */
export class UnitsControl {
  readonly #store: Store;
  readonly #per = at<HTMLSelectElement>("x-per");
  readonly #from = at<HTMLInputElement>("x-from");
  readonly #to = at<HTMLInputElement>("x-to");

  constructor(store: Store) {
    this.#store = store;
    this.#per.addEventListener("change", () => {
      const { value } = this.#per;
      store.change({ per: UNITS.find((unit) => unit === value) ?? null });
    });
    for (const [key, input] of this.#dates()) {
      input.addEventListener("change", () => {
        store.change({ [key]: input.value || null });
      });
    }
  }

  /** Shows the state. */
  show(): void {
    const { per, from, to } = this.#store.state;
    this.#per.value = per ?? "";
    this.#from.value = from === null ? "" : formatDay(firstDay(from));
    this.#to.value = to === null ? "" : formatDay(lastDay(to));
  }

  #dates() {
    return [["from", this.#from], ["to", this.#to]] as const;
  }
}

/** Names the unit that was chosen for the reader. */
export function nameFittingUnit(per: Unit): void {
  const [option] = at<HTMLSelectElement>("x-per").options;
  option!.textContent = `what suits the span (${per})`;
}
