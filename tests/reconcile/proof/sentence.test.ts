import assert from "node:assert/strict";
import type { Claim } from "../../../lib/quantity/claim.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

function total(id: string, stated: string, month: string, to = month): Claim {
  return {
    claim_id: id,
    kind: "total",
    measure: "cases",
    stated,
    hedge: "exact",
    start: month,
    end: to,
  };
}

async function sentences(claims: Claim[]): Promise<string[]> {
  using result = await reconcile({
    claims,
    measures: [
      { measure: "cases", label: "Cases" },
      { measure: "theft", label: "Thefts", part_of: "cases", split: "part" },
      { measure: "other" },
    ],
  });
  return result.conflicts.map(({ text }) => text);
}

Deno.test("two claims: one is more than the other", async () => {
  assert.deepEqual(
    await sentences([
      total("a", "1200", "2024-01"),
      { ...total("b", "1000", "2024-01"), hedge: "about", rounding: "100" },
    ]),
    [
      "Cases: 1,200 in January 2024 (exactly 1,200) is more than 1,100 in " +
      "January 2024 (about 1,000, read as at most 1,100).",
    ],
  );
});

Deno.test("three claims: a sum is more than the third", async () => {
  assert.deepEqual(
    await sentences([
      total("a", "700", "2024-01"),
      total("b", "400", "2024-02"),
      { ...total("c", "1000", "2024-01", "2024-02"), hedge: "up_to" },
    ]),
    [
      "Cases: 700 in January 2024 (exactly 700) plus 400 in February 2024 " +
      "(exactly 400) is 1,100, more than 1,000 from January to February 2024 " +
      "(up to 1,000).",
    ],
  );
});

Deno.test("six claims: a list that adds up", async () => {
  const months = ["2024-01", "2024-02", "2024-03", "2024-04", "2024-05"];
  const [text] = await sentences([
    ...months.map((month, i) => total(`m${i}`, String(10 + i), month)),
    total("sum", "50", "2024-01", "2024-05"),
  ].slice(0, 6));
  assert.equal(
    text,
    "Cases: 10 in January 2024 (exactly 10), 11 in February 2024 (exactly " +
      "11), 12 in March 2024 (exactly 12), 13 in April 2024 (exactly 13) and " +
      "14 in May 2024 (exactly 14) add up to 60, more than 50 from January to " +
      "May 2024 (exactly 50).",
  );
});

Deno.test("a mean rate shows its months, a part says whose it is", async () => {
  const [text] = await sentences([
    {
      ...total("rate", "100", "2024-01", "2024-03"),
      kind: "rate",
      measure: "theft",
    },
    total("cap", "250", "2024-01", "2024-03"),
  ]);
  assert.equal(
    text,
    "300 (3 × 100) of Thefts from January to March 2024 (exactly 100 a month) " +
      "is more than 250 of Cases from January to March 2024 (exactly 250), " +
      "since Thefts is part of its whole.",
  );
});

Deno.test("a ratio is said as what ties two counts", async () => {
  const [text] = await sentences([
    {
      ...total("twice", "2", "2024-01"),
      kind: "ratio",
      hedge: "at_least",
      of_measure: "other",
    },
    { ...total("other", "300", "2024-01"), measure: "other" },
    total("cases", "500", "2024-01"),
  ]);
  assert.equal(
    text,
    "2 × 300 of other in January 2024 (exactly 300) is 600, more than 500 of " +
      "Cases in January 2024 (exactly 500), since Cases in January 2024 is at " +
      "least 2 times other.",
  );
});

Deno.test("factors are told so that the sum can be done again by hand", async () => {
  const month = { start: "2024-01", end: "2024-01", hedge: "exact" } as const;
  const share = (claim_id: string, stated: string): Claim => ({
    ...month,
    claim_id,
    kind: "share",
    measure: "theft",
    of_measure: "cases",
    stated,
  });
  const theft = { ...total("t", "19922", "2024-01"), measure: "theft" };
  const cases = total("c", "50000", "2024-01");
  for (
    const [stated, sum] of [
      // As a decimal where that ends.
      [
        "0.25",
        "4 × 19,922 of Thefts in January 2024 (exactly 19,922) is 79,688,",
      ],
      // 1 / 0.3 does not: 10/3 × 19,922 = 66,406.667.
      [
        "0.3",
        "10/3 × 19,922 of Thefts in January 2024 (exactly 19,922) is 66,406.667,",
      ],
      [
        "0.0725",
        "400/29 × 19,922 of Thefts in January 2024 (exactly 19,922) is 274,786.207,",
      ],
    ] as const
  ) {
    const [text] = await sentences([theft, cases, share("s", stated)]);
    assert.ok(text!.includes(sum), text);
  }
});
