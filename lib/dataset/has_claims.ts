import type { Claims } from "./intervals.ts";

/** Whether a value has claims: none of an option does. */
export function hasClaims(value: object): value is Claims {
  return Array.isArray(value) || "claims" in value || "asRead" in value;
}
