import type { Draft } from "./types.ts";

/** What two drafts of one claim have in common. */
const keyOf = ({ kind, stated, stated_high }: Draft): string =>
  `${kind} ${stated} ${stated_high ?? ""}`;

/**
 * A headline repeats in few words what its text says: where a later paragraph
 * states the same number as the same kind, the headline's draft is marked as
 * that claim, so that one of the two is accepted, and takes the period that a
 * headline drops.
 */
export function markHeadlines(
  drafts: readonly Draft[],
  isHeadline: (locator: string) => boolean,
): Draft[] {
  const first = new Map<string, Draft>();
  const dated = new Map<string, Draft>();
  for (const draft of drafts) {
    if (isHeadline(draft.locator)) continue;
    const key = keyOf(draft);
    if (!first.has(key)) first.set(key, draft);
    if (draft.end !== null && !dated.has(key)) dated.set(key, draft);
  }
  return drafts.map((draft) => {
    const key = keyOf(draft);
    const body = isHeadline(draft.locator) ? first.get(key) : undefined;
    if (!body) return draft;
    const why = [
      ...draft.why,
      `headline: the claim of ${body.locator}, "${body.wording}", said again`,
    ];
    const same = draft.start === null && draft.end === null
      ? dated.get(key)
      : undefined;
    return same
      ? {
        ...draft,
        start: same.start,
        end: same.end,
        of_start: draft.of_start ?? same.of_start,
        of_end: draft.of_end ?? same.of_end,
        why: [
          ...why,
          `period: that of ${same.locator}, where the text has the same number`,
        ],
      }
      : { ...draft, why };
  });
}
