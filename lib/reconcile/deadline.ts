/** Says when a search must stop. */
export interface Limit {
  /** Whether it must. Looks closely every so many calls. */
  over(every?: number): boolean;
}

/** Says how much time is left, too. */
export interface Timer extends Limit {
  /** Seconds left, at least 0. */
  left(): number;
}

/** The time for a step ran out before it came to an end. */
export class OutOfTime extends Error {
  /** What kind of error it is, where only its text is at hand. */
  override name = "OutOfTime";
}

/** What a step throws that is stopped half-way. */
export function outOfTime(): OutOfTime {
  return new OutOfTime("The time ran out");
}

/** What `work` gives, or `instead` where the time ran out. */
export function inTime<T>(work: () => T, instead: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof OutOfTime) return instead();
    throw error;
  }
}

/** Never over. */
export const ENDLESS: Timer = { over: () => false, left: () => Infinity };

/**
 * So many steps at most, which are the same on a fast machine and a slow one;
 * the clock stops them only as a last resort.
 */
export class Steps implements Limit {
  readonly #deadline: Deadline;
  #left: number;

  /** @param steps How many. */
  constructor(steps: number, deadline: Deadline) {
    this.#left = steps;
    this.#deadline = deadline;
  }

  /** Takes a step, and tells whether it was one too many. */
  over(every = 1): boolean {
    return --this.#left < 0 || this.#deadline.over(every);
  }
}

/**
 * A moment after which searches stop. Asking is cheap: the clock is read once
 * in a while.
 */
export class Deadline implements Timer {
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

/**
 * What solvers ask how much time is left. Whoever gives them work sets the
 * deadline; without one they may take as long as they need.
 */
export class Clock implements Timer {
  #timer: Timer = ENDLESS;

  over(every?: number): boolean {
    return this.#timer.over(every);
  }

  left(): number {
    return this.#timer.left();
  }

  /** Does work that must end by a deadline, or throw {@linkcode OutOfTime}. */
  during<T>(timer: Timer, work: () => T): T {
    const before = this.#timer;
    this.#timer = timer;
    try {
      return work();
    } finally {
      this.#timer = before;
    }
  }
}

/**
 * Seconds for work that is done in turns, whenever it is asked for: only the
 * time spent on it counts.
 */
export class Budget {
  readonly #clock: Clock;
  #seconds: number;
  /** What single questions may take beyond it, all of them together. */
  #grace: number;

  /**
   * @param seconds For all of it.
   * @param clock Asked by the solvers that do the work.
   */
  constructor(seconds: number, clock: Clock) {
    this.#seconds = seconds;
    this.#grace = seconds;
    this.#clock = clock;
  }

  /** Whether nothing is left. */
  get spent(): boolean {
    return this.#seconds <= 0;
  }

  /**
   * Does some of the work, in a part of the time left.
   *
   * @param floor Seconds that it has where nothing is left, as long as such
   * questions together do not take as long as all the rest.
   */
  spend<T>(
    part: number,
    work: (deadline: Deadline) => T,
    floor = 0,
  ): T {
    const started = performance.now();
    const least = Math.min(floor, this.#grace);
    const deadline = new Deadline(Math.max(this.#seconds * part, least));
    try {
      return this.#clock.during(deadline, () => work(deadline));
    } finally {
      const left = this.#seconds - (performance.now() - started) / 1000;
      this.#seconds = Math.max(0, left);
      this.#grace = Math.max(0, this.#grace + Math.min(0, left));
    }
  }
}
