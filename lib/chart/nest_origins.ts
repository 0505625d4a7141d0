import type { FlowClaim } from "./flow_claim.ts";

/** An origin with the claims that go back to it. */
export interface OriginClaims {
  /** As the claims name it. */
  readonly name: string | null;
  /** As readers see it. */
  readonly label: string;
  /** Its claims. */
  readonly claims: readonly FlowClaim[];
  /** The same by outlet, in the order of their first claims. */
  readonly outlets: ReadonlyMap<string, readonly FlowClaim[]>;
  /** Whether several outlets carry it. */
  readonly echo: boolean;
}

/** Claims by origin and outlet, in the order in which these first occur. */
export function nestOrigins(claims: readonly FlowClaim[]): OriginClaims[] {
  const origins = Map.groupBy(claims, ({ origin }) => origin);
  return [...origins].map(([name, own]) => {
    const outlets = Map.groupBy(own, ({ outlet }) => outlet);
    return {
      name,
      label: name ?? "no origin named",
      claims: own,
      outlets,
      // Claims that name no origin are no echoes of each other.
      echo: name !== null && outlets.size > 1,
    };
  });
}
