import { at } from "./dom.ts";

/** How long a drawing waits for what is quicker to show, in milliseconds. */
const DRAWING_WAIT = 400;

/**
 * Charts take longer than words and numbers: they are drawn once these are
 * shown, and one that is out of date by then is not drawn at all.
 */
export class Drawings {
  readonly #waiting = new Map<string, () => void>();
  readonly #drawn: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param drawn Called when all that waited are drawn. */
  constructor(drawn: () => void) {
    this.#drawn = drawn;
  }

  /** Draws something later, in place of what waits under the same name. */
  later(name: string, draw: () => void): void {
    this.#waiting.set(name, draw);
    this.#timer ??= setTimeout(() => this.#draw(), DRAWING_WAIT);
  }

  /** Everything else is shown: draws as soon as that has been painted. */
  soon(): void {
    clearTimeout(this.#timer);
    requestAnimationFrame(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#draw(), 0);
    });
  }

  /** Forgets what waits. */
  forget(): void {
    this.#waiting.clear();
  }

  /** Draws what waits, now that it is seen. */
  shown(): void {
    if (this.#waiting.size > 0) this.#timer ??= setTimeout(() => this.#draw());
  }

  #draw(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (!at("x-explorer").checkVisibility()) return;
    const drawings = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const draw of drawings) draw();
    this.#drawn();
  }
}
