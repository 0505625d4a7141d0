import { instead } from "../quantity/nearest.ts";

/** Longer ids are not offered instead of a misspelt one. */
const LONGEST = 100;

/**
 * How many comparisons with ids may go into suggestions. A million misspelt ids
 * against as many sound ones would never end.
 */
const COMPARISONS = 2_000_000;

/** The ids of a table, with the nearest one for an id that is not among them. */
export class KnownIds {
  readonly #ids: ReadonlySet<string>;
  readonly #said = new Map<string, string>();
  #list: readonly string[] | undefined;
  #some: string | undefined;
  #last: string | undefined;
  #left = COMPARISONS;

  /** Takes the ids. */
  constructor(ids: Iterable<string>) {
    this.#ids = new Set(ids);
  }

  /** Whether an id is among them. */
  has(id: string): boolean {
    // One claim after the other names the same source.
    if (this.#last !== undefined && id === this.#last) return true;
    if (!this.#ids.has(id)) return false;
    this.#last = id;
    return true;
  }

  /** "; did you mean 'cases'?" or "; use cases, returns", for a wrong id. */
  instead(id: string): string {
    const said = this.#said.get(id);
    if (said !== undefined) return said;
    this.#list ??= Array.from(this.#ids)
      .filter((known) => known.length <= LONGEST);
    this.#left -= this.#list.length;
    // An empty word is near to none: the first few are named.
    if (this.#left < 0) return this.#some ??= instead("", this.#list);
    const found = instead(id, this.#list);
    this.#said.set(id, found);
    return found;
  }
}
