import type { Day } from "../quantity/date.ts";

/** Midnight UTC of a day: Plot's `utc` scale shows the same day everywhere. */
export function instant(day: Day): Date {
  return new Date(day * 86_400_000);
}
