import { HEADER, problems } from "./folder.ts";
import assert from "node:assert/strict";

/** What is said of a share, and of the high end of a range of shares. */
async function told(
  stated: string,
  more: { high?: string; rounding?: string },
) {
  const lines = await problems({
    claims: `${HEADER},of_measure,stated_high,rounding\n` +
      `a,sick,share,${stated},2024-01,2024-01,all,${more.high ?? ""},` +
      `${more.rounding ?? ""}\n`,
  });
  return lines.map((line) => line.replace(/^claims\.csv:2:\d+ /, ""));
}

Deno.test("a share in per cents is answered with its own number", async () => {
  const cells = {
    "45": "state 45% as 0.45",
    "12.5": "state 12.5% as 0.125",
    "12.50": "state 12.50% as 0.1250",
    "20": "state 20% as 0.2, or as 0.20 if it is rounded to 1%",
    "100": "state 100% as 1, or as 1.00 if it is rounded to 1%",
    "3": "state 3% as 0.03, or 3 times as many with kind ratio",
    "1.5": "state 1.5% as 0.015, or 1.5 times as many with kind ratio",
    "120": "120% of another count is a ratio: write 1.2 with kind ratio",
    "2020": "it is a fraction of another count: state a count as a total",
  };
  for (const [cell, advice] of Object.entries(cells)) {
    assert.deepEqual(await told(cell, {}), [
      `stated: a share of ${cell} is above 1; ${advice}`,
    ]);
  }
});

Deno.test("so are both ends of a range, and what they are rounded to", async () => {
  assert.deepEqual(await told("45", { high: "50" }), [
    "stated: a share of 45 is above 1; state 45% as 0.45",
    "stated_high: a share of 50 is above 1; state 50% as 0.5, or as 0.50 if it " +
    "is rounded to 1%",
  ]);
  assert.deepEqual(await told("20", { rounding: "1" }), [
    "stated: a share of 20 is above 1; state 20% as 0.2 with rounding 0.01",
  ]);
  // It is of the fraction already.
  assert.deepEqual(await told("20", { rounding: "0.01" }), [
    "stated: a share of 20 is above 1; state 20% as 0.2, or as 0.20 if it is " +
    "rounded to 1%",
  ]);
  assert.deepEqual(await told("0.45", { high: "0.5" }), []);
  assert.deepEqual(await told("1", {}), []);
});
