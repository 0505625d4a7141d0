import type { Paragraph } from "./paragraphs.ts";
import type { Place, Quantity } from "./types.ts";

/** A place of a paragraph that holds a number which counts nothing, and why. */
export interface NamedPlace extends Place {
  readonly why: string;
}

/** What joins the digits of one date, time or code: 07:45, 2031-11-09, 3.1.4. */
const JOINS = /[.,:/–-]/;

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Where the digits that begin at a place end. */
function endOfDigits(text: string, from: number, to: number): number {
  let at = from;
  for (;;) {
    while (at < to && isDigit(text.charCodeAt(at))) at++;
    if (
      at + 1 >= to || !JOINS.test(text[at]!) ||
      !isDigit(text.charCodeAt(at + 1))
    ) return at;
    at++;
  }
}

/** So many digits are read as a number; a longer run is one of its beginning. */
const MOST_DIGITS = 15;

const asQuantity = (
  locator: string,
  offset: number,
  text: string,
  why: string,
): Quantity => ({
  locator,
  offset,
  length: text.length,
  value: Number(/\d+/.exec(text)?.[0].slice(0, MOST_DIGITS) ?? 0),
  value_high: null,
  hedge: "bare",
  trend: null,
  unit: null,
  draft: false,
  why,
});

/**
 * The numbers of a text that count and measure nothing: dates, times, numbers
 * of articles and rooms, codes. Together with the quantities they hold every
 * digit of the text.
 *
 * @param known Places whose reason a grammar tells; of the rest it is general.
 */
export function findUncounted(
  paragraphs: readonly Paragraph[],
  quantities: readonly Quantity[],
  known: readonly NamedPlace[],
): Quantity[] {
  const found: Quantity[] = [];
  const held = placesOf(quantities);
  const told = placesOf(known);
  for (const { locator, text } of paragraphs) {
    const counted = held.get(locator) ?? [];
    const named = told.get(locator) ?? [];
    let [next, nextNamed] = [0, 0];
    for (let at = 0; at < text.length;) {
      if (!isDigit(text.charCodeAt(at))) {
        at++;
        continue;
      }
      while (next < counted.length && endOf(counted[next]!) <= at) next++;
      const quantity = counted[next];
      if (quantity && quantity.offset <= at) {
        at = endOf(quantity);
        continue;
      }
      while (nextNamed < named.length && endOf(named[nextNamed]!) <= at) {
        nextNamed++;
      }
      const place = named[nextNamed];
      const limit = quantity ? quantity.offset : text.length;
      const within = place && place.offset <= at;
      const to = within ? Math.min(endOf(place), limit) : endOfDigits(
        text,
        at,
        place ? Math.min(limit, Math.max(place.offset, at + 1)) : limit,
      );
      const why = within ? place.why : "part of a name or a code";
      found.push(asQuantity(locator, at, text.slice(at, to), why));
      at = to;
    }
  }
  return found;
}

const endOf = ({ offset, length }: Place): number => offset + length;

/** Places by their paragraph, in order. */
function placesOf<T extends Place>(places: readonly T[]): Map<string, T[]> {
  const by = Map.groupBy(places, ({ locator }) => locator);
  for (const list of by.values()) list.sort((a, b) => a.offset - b.offset);
  return by;
}
