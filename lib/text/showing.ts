import { plain } from "./plain.ts";

/** The same thing in several media types, as a notebook takes it. */
export type Media = Readonly<Record<string, string>> & {
  readonly "text/plain": string;
};

/**
 * Gives a value a display: what a notebook shows where it is the last value of a
 * cell, and what a terminal prints. It is worked out when it is asked for, is no
 * property that anything else sees, and does not change what equals the value.
 *
 * @example
 * ```ts
 * import { showing } from "./showing.ts";
 * import assert from "node:assert/strict";
 *
 * const ids = showing(["a", "b"], () => ({
 *   "text/html": "<b>a and b</b>",
 *   "text/plain": "a and b",
 * }));
 * assert.equal(Deno.inspect(ids), "a and b");
 * assert.deepEqual(ids, ["a", "b"]);
 * ```
 */
export function showing<T extends object>(value: T, media: () => Media): T {
  const text = { value: () => plain(media()["text/plain"]) };
  return Object.defineProperties(value, {
    [Symbol.for("Jupyter.display")]: { value: media },
    [Symbol.for("Deno.customInspect")]: text,
    [Symbol.for("nodejs.util.inspect.custom")]: text,
  });
}
