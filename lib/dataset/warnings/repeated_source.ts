import type { Rule } from "./rule.ts";

/**
 * One document under two ids: the same address, published on the same day. An
 * update of a page is a source of its own, and has a date of its own.
 */
export const repeatedSource: Rule = ({ sources }, warn) => {
  const first = new Map<string, number>();
  sources?.rows.forEach(({ url, published }, i) => {
    if (!url) return;
    const key = `${published ?? ""} ${url}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, i);
      return;
    }
    warn(
      "sources",
      i,
      "url",
      `is the address of '${sources.rows[before]!.source_id}' on line ` +
        `${sources.lineOf(before)} too, published then; keep one of the two`,
    );
  });
};
