import { found } from "./found.ts";
import assert from "node:assert/strict";

/** The warnings about the hedge of one claim of 60,000. */
const hedged = async (hedge: string, wording: string) =>
  (await found([{ stated: "60000", hedge, wording }]))
    .map((line) => line.replace(/^claims\.csv:2:7 hedge: /, ""));

Deno.test("a hedge of the wording that the claim leaves out", async () => {
  assert.deepEqual(await hedged("", "More than 60,000 visits"), [
    "the wording has 'More than' at the number; write over, or another hedge",
  ]);
  const said = {
    "approximately 60 thousand": "about",
    "some 60,000 visits": "about",
    "60,000 or so": "about",
    "almost 60k visits": "nearly",
    "at least 60,000": "at_least",
    "60,000+ visits": "at_least",
    "no fewer than sixty thousand": "at_least",
    "up to 60,000": "up_to",
    "no more than 60,000": "up_to",
    "has risen above 60,000, they say": "over",
  };
  for (const [wording, hedge] of Object.entries(said)) {
    for (const own of ["", "bare", "exact"]) {
      const [warning = "none", ...more] = await hedged(own, wording);
      assert.match(
        warning,
        new RegExp(`; write ${hedge}, or another`),
        wording,
      );
      assert.deepEqual(more, []);
    }
  }
});

Deno.test("a hedge that the claim turns round", async () => {
  assert.deepEqual(await hedged("up_to", "more than 60,000"), [
    "the wording has 'more than' at the number, which 'up_to' turns round; " +
    "write over",
  ]);
  assert.deepEqual(await hedged("over", "nearly 60,000"), [
    "the wording has 'nearly' at the number, which 'over' turns round; write " +
    "nearly",
  ]);
});

Deno.test("a hedge that is meant, or is another number's, is left alone", async () => {
  const sound: [hedge: string, wording: string][] = [
    ["over", "more than 60,000 visits"],
    ["at_least", "more than 60,000 visits"],
    ["about", "almost 60,000 visits"],
    ["", "60,000 visits over the year"],
    ["", "in more than 5 rooms, 60,000 visits"],
    ["", "60,000 visits, more than in May"],
    ["", "exactly 60,000"],
    ["", "60,000 visits in some rooms"],
    ["", "a book about 60 rooms; 60,000 visits"],
    ["", "over 12 months: 60,000"],
  ];
  for (const [hedge, wording] of sound) {
    assert.deepEqual(await hedged(hedge, wording), [], wording);
  }
});

Deno.test("a hedge of one's own may mean anything", async () => {
  assert.deepEqual(
    await found(
      [{ stated: "60000", hedge: "vague", wording: "more than 60,000" }],
      { hedges: [{ hedge: "vague", low: "2", high: "2" }] },
    ),
    [],
  );
});

Deno.test("a range under a hedge that opens one of its sides", async () => {
  const range = { stated: "5", stated_high: "8" };
  assert.deepEqual(await found([{ ...range, hedge: "at_least" }]), [
    "claims.csv:2:8 hedge: 'at_least' opens the range 5 to 8, so that 8 says " +
    "nothing; keep one number, or leave the hedge empty",
  ]);
  assert.deepEqual(await found([{ ...range, hedge: "up_to" }]), [
    "claims.csv:2:8 hedge: 'up_to' opens the range 5 to 8, so that 5 says " +
    "nothing; keep one number, or leave the hedge empty",
  ]);
  for (const hedge of ["about", "over", "nearly", "bare", "exact", ""]) {
    assert.deepEqual(await found([{ ...range, hedge }]), [], hedge);
  }
  assert.deepEqual(
    await found([{ ...range, hedge: "at_least", kind: "none" }]),
    [],
  );
});

Deno.test("cells of which nothing is made", async () => {
  assert.deepEqual(
    await found([
      { spread: "mean" },
      { kind: "rate", of_measure: "visits", spread: "each" },
      { hedge: "exact", rounding: "10", start: "2024-02" },
    ]),
    [
      "claims.csv:2:7 spread: 'mean' says nothing of a total; only a rate is " +
      "spread over its units of time",
      "claims.csv:3:8 of_measure: 'visits' says nothing of a rate; only a " +
      "ratio, share or difference is of another count",
      "claims.csv:4:10 rounding: 10 says nothing of an exact number; leave the " +
      "hedge empty if it is rounded",
    ],
  );
  assert.deepEqual(
    await found([
      { kind: "rate", spread: "mean" },
      { kind: "ratio", of_measure: "nights", rounding: "1" },
      { kind: "none", spread: "mean", of_measure: "visits" },
    ]),
    [],
  );
});
