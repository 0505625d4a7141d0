import { hashText } from "./text_hash.ts";

/** How much of a number says which text it was: 24 bits, above any table. */
const ORDER = 2 ** 24;
const HASHES = 2 ** 29;

/**
 * Finds which of a million texts came before. A set of them would be looked
 * into at random, far from the processor's caches, once for each; here only
 * their hashes are kept, in order, sorted once, and compared where they meet.
 */
export class Repeats {
  #numbers = new Float64Array(1024);
  #count = 0;

  /** Takes the next text. */
  add(text: string): void {
    if (this.#count === this.#numbers.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    // A hash and the text's number, both exactly, in one double.
    const hash = hashText(text) & (HASHES - 1);
    this.#numbers[this.#count] = hash * ORDER + this.#count;
    this.#count++;
  }

  /**
   * The number of each text that came before, and that of its first coming, in
   * order. `textOf` gives a text by its number, from 0.
   */
  find(textOf: (number: number) => string): [number, number][] {
    const sorted = this.#numbers.subarray(0, this.#count).sort();
    const found: [number, number][] = [];
    let start = 0;
    for (let i = 1; i <= sorted.length; i++) {
      const hash = Math.floor(sorted[start]! / ORDER);
      if (i < sorted.length && Math.floor(sorted[i]! / ORDER) === hash) {
        continue;
      }
      if (i - start > 1) {
        // Texts of one hash, in the order in which they came.
        const first = new Map<string, number>();
        for (let j = start; j < i; j++) {
          const number = sorted[j]! % ORDER;
          const text = textOf(number);
          const before = first.get(text);
          if (before === undefined) first.set(text, number);
          else found.push([number, before]);
        }
      }
      start = i;
    }
    return found.sort(([a], [b]) => a - b);
  }
}
