import type { Draft } from "./types.ts";

/**
 * A headline drops the period that its text has: where a later paragraph
 * states the same number as the same kind, its period is taken, and marked.
 */
export function fillHeadlines(
  drafts: readonly Draft[],
  isHeadline: (locator: string) => boolean,
): Draft[] {
  const known = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.kind} ${draft.stated}`;
    if (!isHeadline(draft.locator) && draft.end !== null && !known.has(key)) {
      known.set(key, draft);
    }
  }
  return drafts.map((draft) => {
    const same = draft.start === null && draft.end === null &&
        isHeadline(draft.locator)
      ? known.get(`${draft.kind} ${draft.stated}`)
      : undefined;
    return same
      ? {
        ...draft,
        start: same.start,
        end: same.end,
        of_start: draft.of_start ?? same.of_start,
        of_end: draft.of_end ?? same.of_end,
        why: [
          ...draft.why,
          `period: that of ${same.locator}, where the text has the same number`,
        ],
      }
      : draft;
  });
}
