import type { SetAsideJson } from "../result.ts";

/** How a claim that was set aside stands to what replaced it. */
export const SET_ASIDE: Readonly<Record<SetAsideJson["why"], string>> = {
  corrected: "corrected by",
  superseded: "superseded by",
  vintage: "an older vintage than",
  revised: "revised by",
};

/**
 * What was set aside, in a sentence, and each with what replaced it; nothing
 * where nothing was.
 *
 * @param all How many claims there are with these.
 *
 * @example
 * ```ts
 * import { tellSetAside } from "./tell_set_aside.ts";
 * import assert from "node:assert/strict";
 *
 * const aside = [{ claim: "may", by: "june", why: "vintage" }] as const;
 * assert.deepEqual(tellSetAside(aside, 7), {
 *   text: "1 of 7 claims is set aside as corrected, superseded or an older vintage",
 *   each: ["may: an older vintage than june"],
 * });
 * assert.equal(tellSetAside([], 7), null);
 * ```
 */
export function tellSetAside(
  aside: readonly SetAsideJson[],
  all: number,
): { readonly text: string; readonly each: readonly string[] } | null {
  if (aside.length === 0) return null;
  const one = aside.length === 1;
  return {
    text: `${aside.length} of ${all} claims ${one ? "is" : "are"} set aside ` +
      `as corrected, superseded or ${
        one ? "an older vintage" : "older vintages"
      }`,
    each: aside.map(({ claim, by, why }) =>
      by === null ? claim : `${claim}: ${SET_ASIDE[why]} ${by}`
    ),
  };
}
