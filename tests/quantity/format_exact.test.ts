import assert from "node:assert/strict";
import fc from "fast-check";
import {
  formatExact,
  formatExactNumber,
  formatSum,
} from "../../lib/quantity/format_exact.ts";
import {
  add,
  divide,
  multiply,
  type Rational,
  rational,
  toNumber,
} from "../../lib/quantity/rational.ts";

/** A printed number as whoever adds up by hand takes it. */
function read(text: string): Rational {
  const [top, under = "1"] = text.replaceAll(",", "").replace("−", "-").split(
    "/",
  );
  const [whole, fraction = ""] = top!.split(".");
  const digits = BigInt(`${whole}${fraction}`);
  return divide(
    rational(digits, 10n ** BigInt(fraction.length)),
    rational(BigInt(under)),
  );
}

function same(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

const whole = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
const some = fc.bigInt({ min: 1n, max: 10n ** 7n });
const value = fc.tuple(whole, some).map(([n, d]) => rational(n, d));

Deno.test("factors of sums that were rounded are printed so that the sum is right", () => {
  // 4/15 of 19,922 is 79,688/15 = 5,312.533…; 0.2667 × 19,922 is 5,313.1974.
  assert.equal(formatExact(rational(4, 15)), "4/15");
  assert.equal(
    formatSum(multiply(rational(4, 15), rational(19_922))),
    "5,312.533…",
  );
  // 2,000/145.1 = 20,000/1,451 is 13.7836…: × 29,000 it is 399,724.328…, and
  // with 13.7836 it would be 399,724.4.
  assert.equal(formatExact(rational(20_000, 1451)), "20,000/1,451");
  assert.equal(
    formatSum(multiply(rational(20_000, 1451), rational(29_000))),
    "399,724.328…",
  );
  assert.equal(formatExact(rational(367, 200)), "1.835");
  assert.equal(formatExact(rational(-1, 3)), "−1/3");
  assert.equal(formatExact(rational(0)), "0");
  assert.equal(formatSum(rational(-1, 3)), "−0.333…");
  // Cut, not rounded, and never to nothing.
  assert.equal(formatSum(rational(2, 3)), "0.666…");
  assert.equal(formatSum(rational(1, 30_000)), "0.00003…");
});

Deno.test("what is printed of a sum adds up to what is printed of its result", () => {
  fc.assert(fc.property(
    fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 4 }),
    (terms) => {
      const byHand = terms.map(([factor, number]) =>
        multiply(read(formatExact(factor)), read(formatExact(number)))
      ).reduce(add);
      const printed = formatSum(
        terms.map(([factor, number]) => multiply(factor, number)).reduce(add),
      );
      if (!printed.endsWith("…")) {
        assert.ok(same(read(printed), byHand), printed);
        return;
      }
      // The digits shown are the first ones of the sum made by hand.
      const shown = printed.slice(0, -1);
      const digits = shown.split(".")[1]!.length;
      const unit = rational(1n, 10n ** BigInt(digits));
      const size = (x: Rational) => rational(x.n < 0n ? -x.n : x.n, x.d);
      const [low, by] = [size(read(shown)), size(byHand)];
      const top = add(low, unit);
      assert.ok(low.n * by.d <= by.n * low.d, printed);
      assert.ok(by.n * top.d < top.n * by.d, printed);
      assert.ok(/[1-9]/.test(shown), "nothing is left of it");
    },
  ));
});

Deno.test("a double is printed as the number that it is the rounding of", () => {
  fc.assert(fc.property(
    fc.integer({ min: -(10 ** 7), max: 10 ** 7 }),
    fc.integer({ min: 1, max: 1000 }),
    (n, d) => {
      assert.ok(
        same(read(formatExactNumber(n / d)), rational(n, d)),
        `${n}/${d}: ${formatExactNumber(n / d)}`,
      );
    },
  ));
  fc.assert(fc.property(
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
    (double) => {
      const text = formatExactNumber(double);
      if (/e/i.test(String(double))) return;
      assert.equal(toNumber(read(text)), double || 0, text);
    },
  ));
  assert.equal(formatExactNumber(1 / 7), "1/7");
  assert.equal(formatExactNumber(-250_000), "−250,000");
});
