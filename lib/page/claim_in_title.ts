/**
 * The claim that the title of a chart's mark ends with, if it does.
 *
 * @example
 * ```ts
 * import { claimInTitle } from "./claim_in_title.ts";
 * import assert from "node:assert/strict";
 *
 * const ids = new Set(["ft-60000"]);
 * assert.equal(claimInTitle("“60,000”\nattributed; ft-60000", ids), "ft-60000");
 * assert.equal(claimInTitle("January 2024: 5 to 7", ids), undefined);
 * ```
 */
export function claimInTitle(
  title: string,
  ids: ReadonlySet<string>,
): string | undefined {
  const last = title.slice(title.lastIndexOf("\n") + 1);
  const id = last.slice(last.lastIndexOf("; ") + 1).trim();
  if (ids.has(id)) return id;
  const word = last.trim().split(/\s+/).at(-1) ?? "";
  return ids.has(word) ? word : undefined;
}
