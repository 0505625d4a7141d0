import { type Cells, found } from "./found.ts";
import assert from "node:assert/strict";

/** Which of these claims, given as [stated, wording], are warned about. */
async function warned(
  claims: readonly (readonly [stated: string, wording: string])[],
  more: Cells = {},
): Promise<string[]> {
  const lines = await found(
    claims.map(([stated, wording], i) => ({
      claim_id: `c${i}`,
      ...more,
      stated,
      wording,
      // Hedges are looked at elsewhere.
      hedge: "own",
      origin: `o-${i}`,
    })),
    { hedges: [{ hedge: "own", low: "1", high: "1" }] },
  );
  return lines.map((line) => claims[Number(line.split(":")[1]) - 2]![1]);
}

const share = { kind: "share", of_measure: "nights" };
const ratio = { kind: "ratio", of_measure: "nights" };

Deno.test("a wording without the number is named", async () => {
  assert.deepEqual(
    await found([{ stated: "60000", wording: "more than 6,000 visits" }]),
    [
      "claims.csv:2:4 stated: 60000 is not in the wording, 'more than 6,000 " +
      "visits'; quote the words that hold the number, or put right what is " +
      "not as they say",
    ],
  );
  const wrong = [
    ["60", "sixty thousand visits"],
    ["6", "60 visits"],
    ["500", "there were many visits"],
    ["15", "1.5 thousand visits"],
    ["60000", "600,000 visits"],
    ["60", "60,000 visits"],
    ["1000000", "half a million visits"],
    ["13750", "1 375"],
    ["200", "a dozen of the visits"],
    ["31", "on 30 March the visits"],
  ] as const;
  assert.deepEqual(await warned(wrong), wrong.map(([, wording]) => wording));
  assert.deepEqual(
    await warned([["0.3", "a fifth of them"], ["0.25", "2.5 percent"]], share),
    ["a fifth of them", "2.5 percent"],
  );
  assert.deepEqual(await warned([["3", "twice as many"]], ratio), [
    "twice as many",
  ]);
});

Deno.test("the high end of a range is looked for too", async () => {
  assert.deepEqual(
    await found([{ stated_high: "9", wording: "from 5 to 8 visits" }]),
    [
      "claims.csv:2:7 stated_high: 9 is not in the wording, 'from 5 to 8 " +
      "visits'; quote the words that hold the number, or put right what is " +
      "not as they say",
    ],
  );
  assert.deepEqual(
    await found([{ stated_high: "8", wording: "from 5 to 8 visits" }]),
    [],
  );
  assert.deepEqual(
    await found([{
      stated: "15000",
      stated_high: "18000",
      wording: "15–18 thousand",
    }]),
    [],
  );
});

Deno.test("numbers are found however they are written", async () => {
  assert.deepEqual(
    await warned([
      ["60000", "60,000 visits"],
      ["60000", "60 000 visits"],
      ["60000", "60’000 visits"],
      ["60000", "60.000 visits"],
      ["60000", "60\u202f000 visits"],
      ["60000", "60 thousand visits"],
      ["60000", "60k"],
      ["60000", "a 60,000-strong crowd"],
      ["60000", "sixty thousand"],
      ["1500000", "1.5m visits"],
      ["1500000", "a million and a half"],
      ["2500000", "two and a half million"],
      ["2500", "2½ thousand"],
      ["250", "two hundred and fifty"],
      ["250", "a quarter of a thousand"],
      ["121", "one hundred and twenty-one"],
      ["500", "five to six hundred"],
      ["500000", "half a million"],
      ["12", "a dozen"],
      ["300", "hundreds of visits"],
      ["20000", "tens of thousands"],
      ["3000", "several thousand"],
      ["0", "nobody came"],
      ["1", "a visit"],
      ["1234.5", "1.234,5"],
      ["200", "on October 31 200 people"],
      ["60000", "６０,０００ visits"],
      ["7800000000", "7.80E+09"],
    ]),
    [],
  );
});

Deno.test("shares, ratios and rates are found as they are said", async () => {
  assert.deepEqual(
    await warned([
      ["0.2", "20%"],
      ["0.2", "twenty per cent of them"],
      ["0.2", "one in five"],
      ["0.3", "3 out of 10"],
      ["0.33", "a third"],
      ["0.333", "one third of the visits"],
      ["0.67", "two-thirds"],
      ["0.75", "three quarters"],
      ["0.5", "half of them"],
      ["0.6", "most of them"],
      ["1", "all of them"],
    ], share),
    [],
  );
  assert.deepEqual(
    await warned([
      ["2", "more than doubled"],
      ["2", "twice as many"],
      ["3", "tripled"],
      ["1.84", "1.84 times as many"],
      ["1.84", "84% more"],
      ["0.8", "20 percent fewer"],
      ["0.5", "halved"],
      ["1", "fewer than in the year before"],
    ], ratio),
    [],
  );
  assert.deepEqual(
    await warned([
      ["3000", "100 a day"],
      ["430", "100 a week"],
      ["100", "1,200 a year"],
      ["100", "100 every month"],
    ], { kind: "rate" }),
    [],
  );
});

Deno.test("another language is compared by its digits alone", async () => {
  const said = (wording: string, language: string, stated = "60000") =>
    found([{ stated, wording, source_id: "paper" }], {
      sources: [{ source_id: "paper", language }],
    });
  for (const language of ["", "ru"]) {
    assert.deepEqual(await said("60 тысяч посещений", language), []);
    assert.equal((await said("7 тысяч посещений", language)).length, 1);
  }
  assert.deepEqual(await said("60 ezernél több", "hu"), []);
  assert.deepEqual(await said("1,5 Millionen Besuche", "", "1500000"), []);
  assert.deepEqual(await said("doppelt so viele Besuche", "", "2"), []);
  assert.equal((await said("40 ezernél több", "hu")).length, 1);
});

Deno.test("a count kept in thousands may be said in thousands", async () => {
  const claim = { stated: "60", wording: "60 thousand visits" };
  const measures = (unit: string) => ({
    measures: [{ measure: "visits", unit }],
  });
  assert.deepEqual(await found([claim], measures("thousand visits")), []);
  assert.equal((await found([claim], measures("visits"))).length, 1);
});
