import { isAfter } from "./is_after.ts";
import type { Rule } from "./rule.ts";

/** A source that was read before it was published. */
export const accessedEarly: Rule = ({ sources }, warn) => {
  sources?.rows.forEach(({ published, accessed }, i) => {
    if (!published || !accessed || !isAfter(published, accessed)) return;
    warn(
      "sources",
      i,
      "accessed",
      `was read on ${accessed}, before it was published (${published})`,
    );
  });
};
