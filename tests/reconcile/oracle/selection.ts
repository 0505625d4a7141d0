import { type Day, dayOf } from "./day.ts";
import type { Input, ToTheLetter } from "./input.ts";
import { type Aside, lastOf, setAside } from "./vintages.ts";
import type { Claim } from "../../../lib/quantity/claim.ts";

/** The last day on which a claim's source may have appeared, if it is dated. */
export function publishedOn(input: Input, claim: Claim): Day | null {
  const source = input.sources?.find((s) => s.source_id === claim.source_id);
  return source?.published ? lastOf(source.published) : null;
}

/** What the claims that the options leave in say to be replaced. */
export function aside(input: Input, options: ToTheLetter): Aside[] {
  return setAside(input, options, left(input, options));
}

/** The claims that are reconciled, in file order. */
export function selected(input: Input, options: ToTheLetter): Claim[] {
  const gone = new Set(aside(input, options).map(({ claim }) => claim));
  return left(input, options).filter(({ claim_id }) => !gone.has(claim_id));
}

/** The claims that the options leave in, in file order. */
function left(input: Input, options: ToTheLetter): Claim[] {
  const { collections = [], without = [], withoutSources = [], knownBy } =
    options;
  return input.claims.filter((claim) => {
    if (collections.length > 0) {
      if (!collections.includes(claim.collection ?? "")) return false;
    }
    if (without.includes(claim.claim_id)) return false;
    if (claim.source_id && withoutSources.includes(claim.source_id)) {
      return false;
    }
    if (knownBy === undefined) return true;
    const published = publishedOn(input, claim);
    return published !== null && published <= dayOf(knownBy, "end");
  });
}
