import type { Vector } from "./modular_kernel.ts";

/** How many are remembered. */
const REMEMBERED = 256;

/**
 * A point of the flow, or a ray of it, that fits all claims but those it
 * breaks: it answers for every set of claims without these.
 */
interface Known {
  readonly vector: Vector;
  /** The items with a condition that it breaks. */
  readonly broken: readonly number[];
}

/** Points or rays of the flow that fit, what helped last first. */
export class KnownPoints {
  readonly #known: Known[] = [];

  /** @param broken The items with a condition that it breaks. */
  add(vector: Vector, broken: readonly number[]): void {
    this.#known.unshift({ vector, broken });
    if (this.#known.length > REMEMBERED) this.#known.pop();
  }

  /** Whether something is known that fits the active items and is wanted. */
  has(
    active: Uint8Array,
    wanted: (vector: Vector) => boolean = () => true,
  ): boolean {
    const at = this.#known.findIndex(({ vector, broken }) =>
      !broken.some((item) => active[item]) && wanted(vector)
    );
    if (at < 0) return false;
    const [one] = this.#known.splice(at, 1);
    this.#known.unshift(one!);
    return true;
  }
}
