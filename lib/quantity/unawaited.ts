import { InputError } from "./input_error.ts";

/** What a promise has of its own, and what looks at any value without meaning to. */
const OWN = new Set<PropertyKey>([
  "constructor",
  "then",
  "catch",
  "finally",
  "toString",
  "valueOf",
]);

/** The names that a value of some kind answers to. */
function namesOf(like: object): Set<PropertyKey> {
  const names = new Set<PropertyKey>([Symbol.dispose, Symbol.iterator]);
  for (
    let at: object | null = like;
    at && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  // Node 20 has no `difference` of sets.
  for (const name of OWN) names.delete(name);
  return names;
}

/**
 * A promise that says so where it is shown, or read as if it were what it is a
 * promise of: a notebook's cells are not type-checked, and a forgotten `await`
 * would print a blank. Awaited, it is as any other.
 *
 * @param call What gave it, for the message: `reconcile(…)`.
 * @param like What it is a promise of, or something that has the same names.
 *
 * @example
 * ```ts
 * import { unawaited } from "./unawaited.ts";
 * import assert from "node:assert/strict";
 *
 * const promise = unawaited(Promise.resolve([1, 2]), "read(…)", []);
 * assert.throws(
 *   () => (promise as unknown as number[]).length,
 *   /read\(…\) gives a promise, which has no length; await it first: \(await read\(…\)\)\.length/,
 * );
 * assert.deepEqual(await promise, [1, 2]);
 * ```
 */
export function unawaited<T>(
  promise: Promise<T>,
  call: string,
  like: object,
): Promise<T> {
  const text = `${call} gives a promise; write await ${call} to see its value`;
  const shown = { enumerable: false, value: () => text };
  const properties: PropertyDescriptorMap = {
    [Symbol.for("Deno.customInspect")]: shown,
    [Symbol.for("nodejs.util.inspect.custom")]: shown,
    [Symbol.for("Jupyter.display")]: {
      enumerable: false,
      value: () => ({ "text/plain": text }),
    },
  };
  for (const name of namesOf(like)) {
    const read = typeof name === "symbol"
      ? `${call} gives a promise; await it first: await ${call}`
      : `${call} gives a promise, which has no ${
        String(name)
      }; await it first: (await ${call}).${String(name)}`;
    properties[name] = {
      enumerable: false,
      get: () => {
        throw new InputError(read);
      },
    };
  }
  return Object.defineProperties(promise, properties);
}
