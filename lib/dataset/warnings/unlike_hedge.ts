import { BUILT_IN_HEDGES } from "../../quantity/hedge.ts";
import type { Rule } from "./rule.ts";
import { holdsNumber } from "./holds_number.ts";
import { saidHedges } from "./said_hedge.ts";
import { LONGEST_WORDING } from "./said_words.ts";

const UPWARDS = new Set(["over", "at_least"]);
const DOWNWARDS = new Set(["nearly", "up_to"]);

/** Whether a wording's hedge and a claim's are at odds. */
function atOdds(said: string, hedge: string): boolean {
  if (said === "exact") return false;
  if (hedge === "bare" || hedge === "exact") return true;
  return UPWARDS.has(said) && DOWNWARDS.has(hedge) ||
    DOWNWARDS.has(said) && UPWARDS.has(hedge);
}

/**
 * A hedge in the words beside the number that the claim's hedge leaves out or
 * turns round: "more than 60,000" as a bare number, or as `up_to`. A hedge of
 * the dataset's own may mean anything, and is left alone.
 */
export const unlikeHedge: Rule = ({ claims }, warn) => {
  claims.rows.forEach((claim, i) => {
    const { wording, stated } = claim;
    if (!wording || !stated || wording.length > LONGEST_WORDING) return;
    const hedge = claim.hedge || "bare";
    // Of "about" no hedge is the reverse.
    if (!BUILT_IN_HEDGES.has(hedge) || hedge === "about") return;
    const said = saidHedges(wording).find((one) =>
      atOdds(one.hedge, hedge) &&
      // "more than 5 papers, 200 people": the hedge is another number's.
      holdsNumber(claim, "stated", one.number)
    );
    if (!said) return;
    warn(
      "claims",
      i,
      "hedge",
      hedge === "bare" || hedge === "exact"
        ? `the wording has '${said.words}' at the number; write ` +
          `${said.hedge}, or another hedge`
        : `the wording has '${said.words}' at the number, which '${hedge}' ` +
          `turns round; write ${said.hedge}`,
    );
  });
};
