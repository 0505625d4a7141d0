/**
 * A moment after which searches stop. Asking is cheap: the clock is read once
 * in a while.
 */
export class Deadline {
  readonly #end: number;
  #asked = 0;
  #over = false;

  /** @param seconds From now. */
  constructor(seconds: number) {
    this.#end = performance.now() + seconds * 1000;
  }

  /** Whether the time is over. Reads the clock every so many calls. */
  over(every = 1): boolean {
    if (!this.#over && ++this.#asked % every === 0) {
      this.#over = performance.now() >= this.#end;
    }
    return this.#over;
  }

  /** Seconds left, at least 0. */
  left(): number {
    return Math.max(0, (this.#end - performance.now()) / 1000);
  }

  /** A deadline at a share of the time left. */
  share(part: number): Deadline {
    return new Deadline(this.left() * part);
  }
}
