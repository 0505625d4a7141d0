import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, type Part, safe } from "../../text/html.ts";
import { listed } from "../claims/entry_html.ts";

/** How many are named in one sentence. */
const NAMED = 6;

/** So many of a thing: "1 claim", "2,000 claims". */
export function countOf(n: number, one: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : `${one}s`}`;
}

/** The first few, and how many more there are. */
export function some(parts: readonly Part[]): Html {
  const rest = parts.length - NAMED;
  if (rest <= 0) return listed(parts);
  return safe`${listed(parts.slice(0, NAMED))} and ${formatNumber(rest)} more`;
}
