import type { Alternatives } from "../../reconcile/reconciliation.ts";
import { tellAlternatives } from "../../reconcile/proof/tell_alternatives.ts";

/** Words, or the id of a claim that a page may link. */
export type ChoicePart = string | { readonly claim: string };

// No id is taken for words, whatever it is made of: each has a mark meanwhile,
// in the order of the ids.
const MARK = /\uE000(\d+)\uE001/;

/**
 * What may give in one place, in the words of `tellAlternatives`, with the claims
 * apart from the words.
 *
 * @example
 * ```ts
 * import { choiceParts } from "./choice_parts.ts";
 * import assert from "node:assert/strict";
 *
 * assert.deepEqual(
 *   choiceParts({ options: [["a"], ["b"]], complete: true }),
 *   ["either ", { claim: "a" }, " or ", { claim: "b" }],
 * );
 * ```
 */
export function choiceParts(
  { options, complete }: Alternatives,
): ChoicePart[] {
  const ids = [...new Set(options.flat())].sort();
  const digits = `${ids.length}`.length;
  const marks = new Map(
    ids.map((id, i) =>
      [id, `\uE000${`${i}`.padStart(digits, "0")}\uE001`] as const
    ),
  );
  const text = tellAlternatives({
    options: options.map((option) => option.map((id) => marks.get(id)!)),
    complete,
  });
  return text.split(MARK)
    .map((part, i): ChoicePart => i % 2 ? { claim: ids[Number(part)]! } : part)
    .filter((part) => part !== "");
}

/**
 * Whether something else may weigh as little as the cheapest repair: then it is
 * not told as the answer.
 *
 * @example
 * ```ts
 * import { mayGiveElse } from "./choice_parts.ts";
 * import assert from "node:assert/strict";
 *
 * const choice = { options: [["a"]], complete: true };
 * assert.equal(mayGiveElse([choice]), false);
 * assert.equal(mayGiveElse([choice, { options: [["b"], ["c"]], complete: true }]), true);
 * ```
 */
export function mayGiveElse(choices: readonly Alternatives[]): boolean {
  return choices.some(({ options, complete }) =>
    options.length > 1 || !complete
  );
}

/**
 * By what the cheapest repair is chosen of several that weigh as little.
 *
 * @example
 * ```ts
 * import { whichFirst } from "./choice_parts.ts";
 * import assert from "node:assert/strict";
 *
 * const choice = { options: [["a"], ["b"]], complete: true };
 * assert.equal(whichFirst([choice]), "the first in the order of ids");
 * ```
 */
export function whichFirst(choices: readonly Alternatives[]): string {
  const sizes = choices.some(({ options, complete }) =>
    !complete || options.some((option) => option.length !== options[0]!.length)
  );
  return `${sizes ? "the fewest claims, and of these " : ""}the first in the ` +
    "order of ids";
}
