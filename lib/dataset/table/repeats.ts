import { hashText } from "./text_hash.ts";

/** How many bits there are for each text: few texts then share one by chance. */
const BITS_A_TEXT = 64;

/** Which of many hashes there are, to as many bits of them. */
class Bits {
  readonly #words: Int32Array;
  readonly #mask: number;

  constructor(bits: number) {
    this.#words = new Int32Array(bits / 32);
    this.#mask = bits / 32 - 1;
  }

  has(hash: number): boolean {
    return (this.#words[(hash >>> 5) & this.#mask]! & (1 << hash)) !== 0;
  }

  add(hash: number): void {
    this.#words[(hash >>> 5) & this.#mask]! |= 1 << hash;
  }
}

/**
 * Finds which of a million texts came before. A set of them would be looked
 * into at random, far from the processor's caches, and keep them all; here only
 * their hashes are kept, and texts compared where those meet.
 */
export class Repeats {
  #hashes = new Int32Array(1024);
  #count = 0;

  /** Takes the next text, which may be a stretch of a longer one. */
  add(text: string, start = 0, end: number = text.length): void {
    if (this.#count === this.#hashes.length) {
      const larger = new Int32Array(this.#count * 2);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#count++] = hashText(text, start, end);
  }

  /**
   * The number of each text that came before, and that of its first coming, in
   * order. `textOf` gives a text by its number, from 0.
   */
  find(textOf: (number: number) => string): [number, number][] {
    const bits = 2 ** Math.ceil(Math.log2(this.#count * BITS_A_TEXT + 32));
    const seen = new Bits(Math.min(bits, 2 ** 32));
    const again = new Bits(Math.min(bits, 2 ** 32));
    let any = false;
    for (let i = 0; i < this.#count; i++) {
      const hash = this.#hashes[i]!;
      if (!seen.has(hash)) seen.add(hash);
      else {
        again.add(hash);
        any = true;
      }
    }
    const found: [number, number][] = [];
    if (!any) return found;
    const first = new Map<string, number>();
    for (let i = 0; i < this.#count; i++) {
      if (!again.has(this.#hashes[i]!)) continue;
      const text = textOf(i);
      const before = first.get(text);
      if (before === undefined) first.set(text, i);
      else found.push([i, before]);
    }
    return found;
  }
}
