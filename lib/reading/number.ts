import type { Decimal } from "./decimal.ts";

/** A number of a text, with the tokens that it is written with. */
export interface TextNumber {
  /** First token, a sign of money or a minus included. */
  readonly from: number;
  /** After the last token, a percent sign included. */
  readonly to: number;
  readonly value: Decimal;
  readonly high: Decimal | null;
  /** A third is 1 and 3. */
  readonly fraction: readonly [number, number] | null;
  /** Dozens, hundreds, tens of thousands. */
  readonly plural: boolean;
  /** Whether it is written in words. */
  readonly words: boolean;
  /** `percent`, `points` (percentage points), or neither. */
  readonly scale: "percent" | "points" | null;
  readonly money: boolean;
  /** Twice, doubled, 3.3 times, half as many: it multiplies. */
  readonly multiple: boolean;
  readonly negative: boolean;
  /** Stated before a magnitude word or with digits after the point. */
  readonly fine: boolean;
  /** One of the two numbers of a change: "from 1,140 to 1,410". */
  readonly change: "from" | "to" | null;
  /** Whether "a" or "an" is its number: a million. */
  readonly article: boolean;
}
