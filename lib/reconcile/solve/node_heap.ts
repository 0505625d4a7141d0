import { type Wholes, zeros } from "./network_graph.ts";

const UNSEEN = 0;
const TAKEN = -1;

/**
 * Nodes by their key, the least first, of equal ones the first in number: a
 * binary heap that knows where each node stands, so that a key can fall.
 */
export class NodeHeap {
  /** The key of each node offered since the last clearing. */
  readonly key: Wholes;
  /** One more than the place in the heap. */
  readonly #at: Int32Array;
  readonly #heap: Int32Array;
  readonly #touched: Int32Array;
  #seen = 0;
  #size = 0;

  /** @param zero Zero, of the kind that the keys are. */
  constructor(nodes: number, zero: number) {
    this.key = zeros(nodes, zero);
    this.#at = new Int32Array(nodes);
    this.#heap = new Int32Array(nodes);
    this.#touched = new Int32Array(nodes);
  }

  /** Forgets every node, in the time that it took to offer them. */
  clear(): void {
    for (let i = 0; i < this.#seen; i++) this.#at[this.#touched[i]!] = UNSEEN;
    this.#seen = this.#size = 0;
  }

  /** Whether a node was offered since the last clearing. */
  has(node: number): boolean {
    return this.#at[node] !== UNSEEN;
  }

  /** Offers a node at a key; tells whether it is new or the key is less. */
  offer(node: number, key: number): boolean {
    let at = this.#at[node]!;
    if (at === UNSEEN) {
      this.#touched[this.#seen++] = node;
      at = ++this.#size;
    } else if (at === TAKEN || !(key < this.key[node]!)) return false;
    this.key[node] = key;
    this.#rise(node, at - 1);
    return true;
  }

  /** Takes out the first node; -1 where none is left. */
  take(): number {
    if (this.#size === 0) return -1;
    const first = this.#heap[0]!;
    this.#at[first] = TAKEN;
    const last = this.#heap[--this.#size]!;
    if (this.#size > 0) this.#sink(last);
    return first;
  }

  #before(a: number, b: number): boolean {
    const x = this.key[a]!;
    const y = this.key[b]!;
    return x < y || (!(y < x) && a < b);
  }

  #rise(node: number, from: number): void {
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const other = this.#heap[up]!;
      if (!this.#before(node, other)) break;
      this.#put(other, at);
      at = up;
    }
    this.#put(node, at);
  }

  #sink(node: number): void {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.#size) break;
      const right = down + 1;
      if (
        right < this.#size &&
        this.#before(this.#heap[right]!, this.#heap[down]!)
      ) down = right;
      const other = this.#heap[down]!;
      if (!this.#before(other, node)) break;
      this.#put(other, at);
      at = down;
    }
    this.#put(node, at);
  }

  #put(node: number, at: number): void {
    this.#heap[at] = node;
    this.#at[node] = at + 1;
  }
}
