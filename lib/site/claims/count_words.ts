import { formatNumber } from "../../quantity/phrase.ts";
import { type Html, type Part, safe } from "../../text/html.ts";

/** How many are named in one sentence. */
const NAMED = 6;

/** So many of a thing: "1 claim", "2,000 claims". */
export function countOf(n: number, one: string): string {
  return `${formatNumber(n)} ${n === 1 ? one : `${one}s`}`;
}

/** "a", "a and b", "a, b and c". */
export function allOf(parts: readonly Part[], and = "and"): Html {
  const last = parts.length - 1;
  return safe`${
    parts.map((part, i) =>
      safe`${i > 0 && (i === last ? ` ${and} ` : ", ")}${part}`
    )
  }`;
}

/** The first few, and how many more there are. */
export function some(parts: readonly Part[]): Html {
  const rest = parts.length - NAMED;
  return rest > 1
    ? allOf([...parts.slice(0, NAMED), `${formatNumber(rest)} more`])
    : allOf(parts);
}
