import { canTakePart, type ExplorerData } from "../data.ts";
import type { ExplorerState } from "../state.ts";
import { lastDay, lastDayOrYear } from "../../../quantity/date.ts";
import { claimIntervals } from "../../../dataset/intervals.ts";
import { at } from "./dom.ts";
import type { Store } from "./store.ts";

/**
 * Dates on which sources of claims that are switched on appeared, in order: at
 * any other nothing changes.
 */
function datesOf(
  { claims, sources, readings }: ExplorerData,
  { collections, without, withoutSources }: ExplorerState,
): string[] {
  const on = new Set(collections);
  const off = new Set([...without, ...withoutSources]);
  const read = Map.groupBy(readings, ({ claim_id }) => claim_id);
  const cited = new Set(
    claims.filter((claim) =>
      on.has(claim.collection ?? "") && !off.has(claim.claim_id) &&
      !off.has(claim.source_id ?? "") &&
      canTakePart(claim, read.get(claim.claim_id) ?? [])
    ).map(({ source_id }) => source_id),
  );
  const dates = new Map<number, string>();
  for (const { source_id, published } of sources) {
    if (published && cited.has(source_id)) {
      dates.set(
        lastDayOrYear(published),
        // What is asked for is a date; a year stands for its last month.
        published.length === 4 ? `${published}-12` : published,
      );
    }
  }
  return [...dates].sort(([a], [b]) => a - b).map(([, date]) => date);
}

/** Whether a claim is another range at another width. */
function widens(data: ExplorerData): boolean {
  const [narrow, wide] = ["0", "1"].map((width) =>
    claimIntervals({ folder: "", ...data }, { width })
  );
  return narrow!.some(({ low, high }, i) =>
    low !== wide![i]!.low || high !== wide![i]!.high
  ) || data.readings.length > 0;
}

/** The width, the date, the echoes and the vintages. */
export class AssumptionsControl {
  readonly #store: Store;
  #data: ExplorerData;
  #dates: readonly string[] = [];
  #widens: boolean | undefined;
  readonly #slider = at<HTMLInputElement>("x-width");
  readonly #number = at<HTMLInputElement>("x-width-number");
  readonly #date = at<HTMLInputElement>("x-date");
  readonly #echoes = at<HTMLInputElement>("x-echoes");
  readonly #vintages = at<HTMLInputElement>("x-vintages");

  constructor(store: Store, data: ExplorerData) {
    this.#store = store;
    this.#data = data;
    this.#slider.addEventListener("input", () => {
      store.change({ width: this.#slider.value });
    });
    this.#number.addEventListener("input", () => {
      const { value } = this.#number;
      if (value !== "" && this.#number.checkValidity()) {
        store.change({ width: String(Number(value)) });
      }
    });
    this.#date.addEventListener("input", () => {
      store.change({ knownBy: this.#dates[Number(this.#date.value)] ?? null });
    });
    this.#echoes.addEventListener("change", () => {
      store.change({ echoesOnce: this.#echoes.checked });
    });
    this.#vintages.addEventListener("change", () => {
      store.change({ vintagesAll: this.#vintages.checked });
    });
  }

  /** Takes other data. */
  take(data: ExplorerData): void {
    this.#data = data;
    this.#widens = undefined;
  }

  /** Whether any number has a width: else no step changes anything. */
  #showWidth(width: string): void {
    this.#widens ??= widens(this.#data);
    const idle = !this.#widens && width === "1";
    this.#slider.disabled = this.#number.disabled = idle;
    this.#slider.title = idle
      ? "No number here has a hedge or a rounding that has a width."
      : "";
  }

  /** The dates of what is switched on, and the one that is chosen. */
  #showDates(): void {
    const { knownBy } = this.#store.state;
    const dates = datesOf(this.#data, this.#store.state);
    this.#dates = dates;
    at("x-date-field").hidden = dates.length === 0 && knownBy === null;
    this.#date.max = String(dates.length);
    const index = knownBy === null
      ? dates.length
      : dates.findLastIndex((date) => lastDay(date) <= lastDay(knownBy));
    this.#date.value = String(Math.max(0, index));
  }

  /** Shows the state. */
  show(): void {
    const { width, knownBy, echoesOnce, vintagesAll } = this.#store.state;
    this.#slider.value = width;
    if (document.activeElement !== this.#number) this.#number.value = width;
    this.#echoes.checked = echoesOnce;
    this.#vintages.checked = vintagesAll;
    this.#showDates();
    this.#showWidth(width);
    const words = knownBy === null ? "any date" : `by ${knownBy}`;
    at("x-date-words").textContent = words;
    this.#date.setAttribute("aria-valuetext", words);
  }
}
