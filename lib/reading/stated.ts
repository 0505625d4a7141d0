import type { Mention } from "./mention.ts";
import {
  compareDecimals,
  type Decimal,
  decimalOf,
  fractionText,
  negate,
  plainText,
  plus,
  toNumber,
} from "./decimal.ts";
import type { DraftKind } from "./types.ts";

/** A number as a row of `claims.csv` states it. */
export interface Stated {
  readonly stated: string;
  readonly high: string | null;
  readonly hedge: string;
  readonly rounding: string | null;
}

const ONE = decimalOf("1");

const hundredth = ({ digits, exponent }: Decimal): Decimal => ({
  digits,
  exponent: exponent - 2,
});

/** A fall turns a hedge round: down more than 10 % is less than 0.9 times. */
const TURNED: Readonly<Record<string, string>> = {
  over: "nearly",
  nearly: "over",
  at_least: "up_to",
  up_to: "at_least",
};

/** Ten to the power of a number's unit, by the rule of the data contract. */
function unitPower(text: string): number {
  const point = text.indexOf(".");
  if (point >= 0) return point + 1 - text.length;
  const zeros = /0*$/.exec(text)?.[0].length ?? 0;
  return zeros === text.replace("-", "").length ? 0 : zeros;
}

function roundingOf(
  text: string,
  value: Decimal,
  fine: boolean,
): string | null {
  if (!fine || unitPower(text) === value.exponent) return null;
  return plainText({ digits: 1n, exponent: value.exponent });
}

/** How a number is stated as a claim of a kind. */
export function statedAs(kind: DraftKind, mention: Mention): Stated {
  const { number, trend } = mention;
  let { hedge } = mention.hedge;
  let low = number.value;
  let high = number.high;
  const percent = number.scale === "percent";
  if (percent) {
    low = hundredth(low);
    high = high && hundredth(high);
  }
  const down = trend?.trend === "down";
  if (kind === "ratio" && number.multiple) {
    if (down) {
      low = fractionText(1, Math.max(1, toNumber(low)));
      hedge = TURNED[hedge] ?? hedge;
    }
  } else if (kind === "ratio") {
    const part = number.fraction;
    const moved = (share: Decimal): Decimal =>
      part
        ? fractionText(part[1] + (down ? -part[0] : part[0]), part[1])
        : plus(ONE, down ? negate(share) : share);
    [low, high] = down && high
      ? [moved(high), moved(low)]
      : [moved(low), high && moved(high)];
    if (down) hedge = TURNED[hedge] ?? hedge;
    if (compareDecimals(low, decimalOf("0")) < 0) low = decimalOf("0");
  } else if (kind === "difference" && down) {
    [low, high] = high ? [negate(high), negate(low)] : [negate(low), null];
  }
  const stated = plainText(low);
  const rounding = roundingOf(stated, low, number.fine);
  const same = high === null ||
    roundingOf(plainText(high), high, number.fine) === rounding;
  return {
    stated,
    high: high && plainText(high),
    hedge,
    rounding: same ? rounding : null,
  };
}
