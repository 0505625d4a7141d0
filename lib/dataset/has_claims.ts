import type { Claims } from "./intervals.ts";

/** Whether a value has claims: none of an option does. */
export function hasClaims(value: object): value is Claims {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) {
    return value.every((row) => typeof row === "object" && row?.claim);
  }
  return "claims" in value || "asRead" in value;
}
