import { parseDecimal } from "../quantity/decimal.ts";
import { compare } from "../quantity/rational.ts";
import { formatNumber } from "./format_number.ts";
import type { Item } from "./item.ts";

const HEDGES: Readonly<Record<string, string>> = {
  exact: "exactly ",
  bare: "",
  about: "about ",
  nearly: "nearly ",
  over: "over ",
  at_least: "at least ",
  up_to: "up to ",
};

/**
 * What a claim states, with its hedge in words: "over 230,000", "15,000 to
 * 18,000 a month", "at least 2 times".
 */
export function statedWords(item: Item): string {
  const { stated, stated_high, hedge, kind, spread } = item.cells;
  const number = (cell: string) => formatNumber(parseDecimal(cell).value, 6);
  const id = hedge || "bare";
  const before = HEDGES[id] ?? `${id.replaceAll("_", " ")} `;
  const range = stated_high && stated_high !== stated
    ? `${number(stated!)} to ${number(stated_high)}`
    : number(stated!);
  const unit = kind === "rate"
    ? spread === "each" ? " every month" : " a month"
    : kind === "ratio" || kind === "share"
    ? " times"
    : "";
  return `${before}${range}${unit}`;
}

/**
 * What the side of a claim's interval rests on, in words: its number and hedge,
 * what that is read as where it is not the number itself, and the reading where
 * it is not the default one.
 */
export function restsOn(item: Item, side: "low" | "high"): string {
  const { stated, stated_high } = item.cells;
  const bound = item.stated[side]!;
  const own = parseDecimal(
    side === "high" && stated_high ? stated_high : stated!,
  ).value;
  const words = [statedWords(item)];
  const range = stated_high && stated_high !== stated;
  if (range || compare(bound, own) !== 0) {
    const most = side === "low" ? "at least" : "at most";
    const each = item.cells.kind === "rate" ? " a month" : "";
    words[0] += `, read as ${most} ${formatNumber(bound, 6)}${each}`;
  }
  if (item.reading !== "default") words.push(`reading ${item.reading}`);
  return words.join("; ");
}
