import { clean } from "../../terminal/clean.ts";

const encoder = new TextEncoder();
const CLEAR_LINE = "\r\x1b[2K";

/** `0.4 s`, `12 s`, `2 min 5 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Shows what is being done and for how long, on standard error: one line that
 * changes in place on a terminal, plain lines elsewhere.
 */
export class Progress {
  #live = Deno.stderr.isTerminal();
  #label = "";
  #since = 0;
  #timer: ReturnType<typeof setInterval> | undefined;
  #said = 0;

  /** Begins a step; `done`, `drop` or the next step ends it. */
  start(label: string): void {
    this.#stop();
    this.#label = clean(label);
    this.#since = this.#said = performance.now();
    this.#timer = setInterval(() => this.#tick(), this.#live ? 100 : 1000);
    if (this.#live) this.#tick();
  }

  /** Ends the step with a line that stays: `label  0.4 s`. */
  done(
    label: string = this.#label,
    milliseconds = performance.now() - this.#since,
  ): void {
    this.#stop();
    console.error(`${clean(label)}  ${duration(milliseconds)}`);
  }

  /** Ends the step without a word. */
  drop(): void {
    this.#stop();
  }

  #tick(): void {
    const now = performance.now();
    const line = `${this.#label}  ${duration(now - this.#since)}`;
    if (this.#live) {
      // A line that wraps cannot be cleared.
      const width = Math.max(20, Deno.consoleSize().columns - 1);
      Deno.stderr.writeSync(encoder.encode(CLEAR_LINE + line.slice(0, width)));
    } else if (now - this.#said >= 10_000) {
      this.#said = now;
      console.error(`${line} so far`);
    }
  }

  #stop(): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#live) Deno.stderr.writeSync(encoder.encode(CLEAR_LINE));
  }
}
