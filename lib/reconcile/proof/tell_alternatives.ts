import { checkOptions } from "../../quantity/check_options.ts";
import { takesFlag, takesList, takesText } from "../../quantity/takes.ts";

/**
 * What may give in one place: one of the options has to, and all of them weigh
 * the same.
 */
export interface Alternatives {
  /** Ids of claims, a list an option; the cheapest repair takes the first. */
  readonly options: readonly (readonly string[])[];
  /** Whether these certainly are all: false when the search was cut. */
  readonly complete: boolean;
}

const CHOICE = {
  options: takesList(takesList(takesText, "ids"), "lists of ids"),
  complete: takesFlag,
};

/** How many options are told one by one. */
const FEW = 4;

/** How many ids of a long list are named. */
const NAMED = 6;

function list(ids: readonly string[], and: string): string {
  if (ids.length < 2) return ids.join("");
  return `${ids.slice(0, -1).join(", ")} ${and} ${ids.at(-1)}`;
}

function some(ids: readonly string[]): string {
  const rest = ids.length - NAMED;
  return rest > 1
    ? list([...ids.slice(0, NAMED), `${rest} more`], "and")
    : list(ids, "and");
}

/** How many sets of `k` there are of `n`. */
function choose(n: number, k: number): number {
  let sets = 1;
  for (let i = 1; i <= k; i++) sets = sets * (n - k + i) / i;
  return Math.round(sets);
}

/**
 * What may give in one place, in words that take no side: "a", "either a or b",
 * "either a, or b and c"; of many, how many there are and what they share.
 *
 * @throws {InputError} When it is no choice.
 *
 * @example
 * ```ts
 * import { tellAlternatives } from "./tell_alternatives.ts";
 * import assert from "node:assert/strict";
 *
 * const tell = (...options: string[][]) =>
 *   tellAlternatives({ options, complete: true });
 * assert.equal(tell(["a"]), "a");
 * assert.equal(tell(["a"], ["b"], ["c"]), "either a, b or c");
 * assert.equal(tell(["a", "b"], ["a", "c"]), "a, and either b or c");
 * assert.equal(tell(["a", "b"], ["a", "c"], ["b", "c"]), "any 2 of a, b and c");
 * assert.equal(
 *   tell(["a"], ["b"], ["c"], ["d"], ["e"]),
 *   "one of 5: a, b, c, d and e",
 * );
 * ```
 */
export function tellAlternatives(choice: Alternatives): string {
  checkOptions(choice ?? null, CHOICE, "choice");
  const { options = [], complete } = choice;
  const [first = [], ...others] = options;
  const shared = first.filter((id) => others.every((o) => o.includes(id)));
  const own = options.map((o) => o.filter((id) => !shared.includes(id)));
  if (!complete) return `${some(first)} (others may weigh as little)`;
  if (others.length === 0) return some(first);
  const always = shared.length > 0 ? `${some(shared)}, and ` : "";
  const size = Math.max(...own.map((o) => o.length));
  const least = Math.min(...own.map((o) => o.length));
  const ids = [...new Set(own.flat())].sort();
  if (size > 1 && least === size && own.length === choose(ids.length, size)) {
    const of = ids.length > NAMED ? `these ${ids.length}: ` : "";
    return `${always}any ${size} of ${of}${some(ids)}`;
  }
  if (own.length <= FEW && size <= NAMED) {
    const told = own.map((o) => list(o, "and"));
    const or = size > 1
      ? `${told.slice(0, -1).join(", or ")}, or ${told.at(-1)}`
      : list(told, "or");
    return `${always}either ${or}`;
  }
  const what = size === 1
    ? ""
    : ` sets of ${least === size ? size : `${least} to ${size}`}`;
  const from = size === 1 ? ":" : ", of";
  return `${always}one of ${own.length}${what}${from} ${some(ids)}`;
}
