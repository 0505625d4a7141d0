// The page's own ids, which a claim must not take.
const TAKEN: ReadonlySet<string> = new Set(["main"]);

/**
 * The `id` under which a page shows a claim, and its fragment in a link. Ids of
 * letters, digits, `-`, `_` and `.` stay as they are; any other character
 * stands as its code between tildes, so that the result needs no escape in an
 * attribute or an address, and two claims never share one.
 *
 * @example
 * ```ts
 * import { anchor } from "./anchor.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(anchor("kyivpost-19922-desertion"), "kyivpost-19922-desertion");
 * assert.equal(anchor('a "b"'), "a~20~~22~b~22~");
 * ```
 */
export function anchor(id: string): string {
  if (TAKEN.has(id)) return `~${id}`;
  return [...id].map((character) =>
    /[A-Za-z0-9_.-]/.test(character)
      ? character
      : `~${character.codePointAt(0)!.toString(16)}~`
  ).join("");
}

/**
 * The address of a claim's entry, from any page of a report.
 *
 * @example
 * ```ts
 * import { claimHref } from "./anchor.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(claimHref("ft-60000"), "claims.html#ft-60000");
 * ```
 */
export function claimHref(id: string): string {
  return `claims.html#${anchor(id)}`;
}

/**
 * The address at which the explorer leaves a claim out of its collection.
 *
 * @example
 * ```ts
 * import { withoutHref } from "./anchor.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   withoutHref({ claim_id: "a b", collection: "reports" }),
 *   "explorer.html#collection=reports&without=a+b",
 * );
 * ```
 */
export function withoutHref(
  claim: { readonly claim_id: string; readonly collection: string | null },
): string {
  const state = new URLSearchParams({
    collection: claim.collection ?? "",
    without: claim.claim_id,
  });
  return `explorer.html#${state}`;
}

/**
 * The address at which the explorer takes claims of one collection in other
 * readings.
 *
 * @example
 * ```ts
 * import { readingHref } from "./anchor.ts";
 * import assert from "node:assert/strict";
 *
 * assert.equal(
 *   readingHref([{ claim: { claim_id: "a", collection: null } }], ["b"]),
 *   "explorer.html#reading=%5B%22a%22%2C%22b%22%5D",
 * );
 * ```
 */
export function readingHref(
  entries: readonly {
    readonly claim: {
      readonly claim_id: string;
      readonly collection: string | null;
    };
  }[],
  readings: readonly string[],
): string {
  const collection = entries[0]?.claim.collection;
  const state = new URLSearchParams([
    ...(collection ? [["collection", collection]] : []),
    ...entries.map(({ claim }, i) => [
      "reading",
      JSON.stringify([claim.claim_id, readings[i]]),
    ]),
  ]);
  return `explorer.html#${state}`;
}
