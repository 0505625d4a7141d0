import { plain } from "../text/plain.ts";

/**
 * What a notebook can show: the same thing in several media types.
 *
 * @example
 * ```ts
 * import { type MediaBundle, Shown } from "./display.ts";
 * import assert from "node:assert/strict";
 *
 * const bundle: MediaBundle & { "text/plain": string } = {
 *   "text/html": "<b>Hello</b>",
 *   "text/plain": "Hello",
 * };
 * assert.equal(`${new Shown(bundle)}`, "Hello");
 * ```
 */
export type MediaBundle = Readonly<Record<string, string>>;

/**
 * Something that a notebook shows when it is the last value of a cell, and that
 * is plain text anywhere else.
 *
 * @example
 * ```ts
 * import { Shown } from "./display.ts";
 * import assert from "node:assert/strict";
 *
 * const shown = new Shown({ "text/html": "<b>5</b>", "text/plain": "5" });
 * assert.equal(`${shown}`, "5");
 * ```
 */
export class Shown {
  readonly #bundle: MediaBundle;

  /** Takes what to show, by media type; `text/plain` is what a script sees. */
  constructor(bundle: MediaBundle & { readonly "text/plain": string }) {
    this.#bundle = { ...bundle, "text/plain": plain(bundle["text/plain"]) };
  }

  /** What the Deno kernel asks for. */
  [Symbol.for("Jupyter.display")](): MediaBundle {
    return this.#bundle;
  }

  /** The plain text. */
  toString(): string {
    return this.#bundle["text/plain"] ?? "";
  }
}
