import { type Decimal, decimalOf } from "./decimal.ts";

/** The core of a number: its value without money, percent and hedge. */
export interface Core {
  readonly to: number;
  readonly value: Decimal;
  /** Its digits without a magnitude word, to share one: 10 and 12 thousand. */
  readonly bare: Decimal;
  readonly magnitude: number;
  readonly fraction: readonly [number, number] | null;
  readonly plural: boolean;
  readonly words: boolean;
  readonly multiple: boolean;
  readonly fine: boolean;
}

/** A core that is nothing in particular yet. */
export const NOTHING = {
  magnitude: 0,
  fraction: null,
  plural: false,
  words: false,
  multiple: false,
  fine: false,
} as const;

/** A power of ten. */
export const ten = (power: number): Decimal => ({
  digits: 1n,
  exponent: power,
});

/** A whole number, or one that JavaScript prints in plain digits. */
export const whole = (value: number): Decimal => decimalOf(String(value));
