import type { Problem } from "../../dataset/problem.ts";

/** What would put a problem right: cells of the same row, by column. */
export interface Fix {
  /** The cells, as they would be. */
  readonly cells: Readonly<Record<string, string>>;
  /** Whether nothing else can be meant. */
  readonly certain: boolean;
}

// The ends of the messages of lib/dataset and lib/quantity that give a value.
const NUMBER = String.raw`-?[\d.]+`;
const DATE = String.raw`\d{4}-\d{2}(?:-\d{2})?`;
const ONE = new RegExp(
  String.raw`(?:; |^)write (${DATE}|${NUMBER})(?: with hedge (\w+))?$`,
);
const EITHER = new RegExp(String.raw`; write (${NUMBER}) or (${NUMBER})$`);
const EITHER_DATE = new RegExp(
  String
    .raw`; it could be (${DATE}) or (${DATE}): write the one that is meant$`,
);
const RANGE = new RegExp(
  String
    .raw`; it is a range: write (${NUMBER}) in stated and (${NUMBER}) in stated_high( with hedge exact)?$`,
);
const TRIMMED = /has white space around it; write '(.*)'$/s;
const MEANT = /; did you mean '(.*)'\?$/s;

/**
 * What a problem's message says would be right, as far as it names a value: one
 * fix where that is certain, several where either may be meant.
 *
 * @example
 * ```ts
 * import { fixesOf } from "./fix.ts";
 * import assert from "node:assert/strict";
 *
 * const message = "'300,000' is not plain digits with at most one point; " +
 *   "write 300000";
 * assert.deepEqual(fixesOf({ field: "stated", message }), [
 *   { cells: { stated: "300000" }, certain: true },
 * ]);
 * ```
 */
export function fixesOf(
  { field, message }: Pick<Problem, "field" | "message">,
): Fix[] {
  const range = RANGE.exec(message);
  if (range) {
    const [, low, high, exact] = range;
    const cells = {
      stated: low!,
      stated_high: high!,
      ...(exact ? { hedge: "exact" } : {}),
    };
    return [{ cells, certain: false }];
  }
  const either = EITHER.exec(message) ?? EITHER_DATE.exec(message);
  if (either) {
    return [either[1]!, either[2]!].map((value) => ({
      cells: { [field]: value },
      certain: false,
    }));
  }
  const one = ONE.exec(message);
  if (one) {
    const [, value, hedge] = one;
    const cells = { [field]: value!, ...(hedge ? { hedge } : {}) };
    return [{ cells, certain: true }];
  }
  const trimmed = TRIMMED.exec(message);
  if (trimmed) return [{ cells: { [field]: trimmed[1]! }, certain: true }];
  const meant = MEANT.exec(message);
  return meant ? [{ cells: { [field]: meant[1]! }, certain: false }] : [];
}

/**
 * A fix in words: "take 300000", "take 220000 with hedge over".
 *
 * @example
 * ```ts
 * import { fixWords } from "./fix.ts";
 * import assert from "node:assert/strict";
 *
 * const cells = { stated: "220000", hedge: "over" };
 * assert.equal(fixWords({ cells, certain: true }), "take 220000 with hedge over");
 * ```
 */
export function fixWords({ cells }: Fix): string {
  const { hedge, stated_high: high, ...rest } = cells;
  const [value = hedge ?? high] = Object.values(rest);
  return [
    `take ${value}`,
    high !== undefined && value !== high && `to ${high}`,
    hedge !== undefined && value !== hedge && `with hedge ${hedge}`,
  ].filter(Boolean).join(" ");
}
