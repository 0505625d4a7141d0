import type { Token } from "../../token.ts";

const SHORT: ReadonlySet<string> = new Set(
  ("mr mrs ms dr st no nos art jan feb mar apr jun jul aug sep sept oct nov " +
    "dec gen col lt sgt capt prof rev sen rep gov approx ca c vs etc inc ltd " +
    "co corp dept est fig vol pp u.s").split(" "),
);

/** Whether a point after a word shortens it; after one letter it does: "U.S.". */
export function isShort(tokens: readonly Token[], i: number): boolean {
  const { lower } = tokens[i]!;
  return SHORT.has(lower) || lower.length === 1;
}
