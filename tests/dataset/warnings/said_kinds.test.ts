import { type Cells, found } from "./found.ts";
import assert from "node:assert/strict";

/** The fields and messages of the warnings about one claim. */
async function warned(claim: Cells, more: readonly Cells[] = []) {
  const lines = await found([claim, ...more]);
  return lines.filter((line) => line.startsWith("claims.csv:2:"))
    .map((line) => line.replace(/^claims\.csv:2:\d+ /, ""));
}

/** Which of these wordings are warned of in that field. */
async function which(field: string, claim: Cells, wordings: readonly string[]) {
  const claims = wordings.map((wording, i) => ({
    ...claim,
    wording,
    origin: `o-${i}`,
  }));
  const lines = await found(claims);
  return lines.flatMap((line) => {
    const [, row, at] = /^claims\.csv:(\d+):\d+ (\w+): /.exec(line)!;
    return at === field ? [wordings[Number(row) - 2]!] : [];
  });
}

const rate = { kind: "rate", stated: "100" };

Deno.test("a rate by the day or the year that stands as one by the month", async () => {
  assert.deepEqual(await warned({ ...rate, wording: "100 visits a day" }), [
    "per: the wording has 'a day', and the rate is per month; write day",
  ]);
  assert.deepEqual(
    await warned({ ...rate, per: "day", wording: "100 visits every week" }),
    ["per: the wording has 'every week', and the rate is per day; write week"],
  );
  const odd = [
    "daily average of 100",
    "a weekly 100",
    "100 per year",
    "100 visits each quarter",
    "100/day",
    "100 every 24 hours",
    "100 per annum",
  ];
  assert.deepEqual(await which("per", rate, odd), odd);
});

Deno.test("a rate that was turned into its unit, or is said by it, is meant", async () => {
  assert.deepEqual(
    await which("per", rate, [
      "100 a month",
      "3 a day",
      "1,200 a year",
      "100 every month of the year",
      "100 a month, 3 a day",
      "100 who come twice a week",
      "100 on the day of the year",
    ]),
    [],
  );
  assert.deepEqual(
    await which("per", { ...rate, per: "day" }, ["100 visits a day"]),
    [],
  );
  assert.deepEqual(
    await which("per", { ...rate, kind: "total" }, ["100 visits a day"]),
    [],
  );
});

const ratio = {
  kind: "ratio",
  of_measure: "visits",
  of_start: "2023-01",
  of_end: "2023-03",
};

Deno.test("a rise by a percentage is a ratio above 1, and a fall one below", async () => {
  const stated = { ...ratio, stated: "0.24" };
  assert.deepEqual(await warned({ ...stated, wording: "up 24 %" }), [
    "stated: 'up 24 %' is a rise, to 1.24 times as many; write 1.24",
  ]);
  assert.deepEqual(
    await warned({
      ...stated,
      kind: "share",
      hedge: "about",
      wording: "rose by about 24%",
    }),
    [
      "stated: 'rose by about 24%' is a rise, to 1.24 times as many; write " +
      "1.24 with kind ratio",
    ],
  );
  assert.deepEqual(await warned({ ...stated, wording: "24 percent fewer" }), [
    "stated: '24 percent fewer' is a fall, to 0.76 times as many; write 0.76",
  ]);
  const odd = [
    "an increase of 24%",
    "24% higher",
    "down by 24%",
    "24-percent increase",
    "a gain of 24%",
    "rose by a further 24%",
    "24% above last year",
    "24% below the level of May",
  ];
  assert.deepEqual(await which("stated", stated, odd), odd);
  assert.deepEqual(
    await which("stated", stated, [
      "24% of them",
      "up to 24%",
      "more than 24%",
      "has risen to 24%",
      "24% below the poverty line",
      "24% of the rise",
    ]),
    [],
  );
  // Half as many, by either way of saying it.
  assert.deepEqual(
    await which("stated", { ...ratio, stated: "0.5" }, ["down 50%"]),
    [],
  );
  assert.deepEqual(
    await which("stated", { ...ratio, stated: "1.24" }, ["up 24%"]),
    [],
  );
});

Deno.test("a plural that stands as a stated number", async () => {
  assert.deepEqual(
    await warned({ stated: "100", wording: "hundreds of visits" }),
    ["hedge: 'hundreds' is a plural and no stated number; write plural"],
  );
  assert.deepEqual(
    await warned({ stated: "30", hedge: "about", wording: "dozens came" }),
    ["hedge: 'dozens' is a plural and no stated number; write plural, of 12"],
  );
  assert.deepEqual(
    await warned({ stated: "10000", wording: "tens of thousands came" }),
    [
      "hedge: 'tens of thousands' is a plural and no stated number; write " +
      "plural",
    ],
  );
  const several: [stated: string, wording: string][] = [
    ["100", "several hundred visits"],
    ["12", "a few dozen"],
    ["100000", "many hundred thousand"],
  ];
  for (const [stated, wording] of several) {
    assert.equal((await which("hedge", { stated }, [wording])).length, 1);
  }
  for (const hedge of ["plural", "at_least", "over"]) {
    assert.deepEqual(
      await warned({ stated: "100", hedge, wording: "hundreds of visits" }),
      [],
    );
  }
  assert.deepEqual(
    await which("hedge", { stated: "300" }, [
      "three hundred visits",
      "300 visits by thousands of readers",
      "all three hundred visits",
    ]),
    [],
  );
});

const day = { start: "2024-03-01", end: "2024-03-01", stated: "13208" };

Deno.test("how many there are on a day, as a total of that day", async () => {
  assert.deepEqual(
    await warned({ ...day, wording: "13,208 now in hospital" }),
    [
      "kind: the wording has 'now', and totals of several days are added; write " +
      "level if it is how many there are at the end of the day",
    ],
  );
  const odd = [
    "currently 13,208",
    "13,208 people still displaced",
    "13,208 remain in hospital",
    "13,208 in custody",
    "more than 13,208 people are in shelters",
    "the number in intensive care stands at 13,208",
    "13,208 in quarantine",
    "13,208 homes without electricity",
    "13,208 active cases",
    "13,208 unaccounted for",
    "13,208 are in hospital and 55 have died",
    "Currently, 13,208 cases",
  ];
  assert.deepEqual(await which("kind", day, odd), odd);
  assert.deepEqual(
    await which("kind", day, [
      "13,208 came to the hospital",
      // What happened on the day, wherever and however it is told.
      "13,208 died in hospital",
      "13,208 have now died",
      "13,208 died, and 55 are still in hospital",
      "13,208 were displaced on Friday",
      "13,208 newly displaced",
      "13,208 went missing",
      "13,208 cases, now the highest",
      "13,208 cases, 55 of them in hospital",
    ]),
    [],
  );
  assert.deepEqual(
    await which("kind", { ...day, end: "2024-03-09" }, odd),
    [],
  );
  assert.deepEqual(
    await which("kind", { ...day, kind: "level", end: "" }, odd),
    [],
  );
});

Deno.test("a count that stands out needs a claim that says so", async () => {
  const claim = { stated: "21550" };
  assert.deepEqual(await warned({ ...claim, wording: "a record 21,550" }), [
    "kind: the wording has 'a record', which a total does not say; add a " +
    "claim of kind highest for it",
  ]);
  assert.deepEqual(
    await warned({ ...claim, wording: "21,550, the lowest since May" }),
    [
      "kind: the wording has 'lowest since', which a total does not say; add " +
      "a claim of kind lowest for it",
    ],
  );
  const odd = [
    "21,550, an all-time high",
    "record number, 21,550",
    "21,550, highest number of visits since 2022",
    "a record-breaking 21,550",
    "record 21,550 visits",
    "21,550, the worst month since 2022",
    "21,550, the largest monthly figure in two years",
    "21,550, a new high",
    "21,550, a historic high",
    "peaked at 21,550",
  ];
  assert.deepEqual(await which("kind", claim, odd), odd);
  assert.deepEqual(
    await which("kind", claim, [
      "21,550 on the record",
      "21,550 records",
      "a record of 21,550",
      "21,550, most of them since May",
      "recorded 21,550",
    ]),
    [],
  );
  const month = { start: "2024-03", end: "2024-03" };
  assert.deepEqual(
    await warned({ ...claim, ...month, wording: "a record 21,550" }, [{
      ...month,
      kind: "highest",
      stated: "",
      of_start: "2024-01",
      of_end: "2024-03",
    }]),
    [],
  );
});

Deno.test("a change that stands as a total", async () => {
  const claim = { stated: "3000" };
  assert.deepEqual(await warned({ ...claim, wording: "rose by 3,000" }), [
    "kind: the wording has 'rose by', which says how much one count is more " +
    "or less than another; write difference, or give the days that were " +
    "counted if it is what they added",
  ]);
  const odd = [
    "has fallen by 3,000 visits",
    "up by 3,000",
    "up 3,000",
    "3,000 more than in May",
    "3 thousand fewer than in March",
    "a rise of 3,000",
    "a drop of about 3,000 visits",
  ];
  assert.deepEqual(await which("kind", claim, odd), odd);
  assert.deepEqual(
    await which("kind", claim, [
      "rose to 3,000",
      "rose by 30%, to 3,000",
      "rose by 500, to 3,000",
      "up to 3,000",
      "down to 3,000",
      "up from 2,000 to 3,000",
      "3,000 or more",
      "more than 3,000",
      "3,000 more came",
      "a rise of 30% makes 3,000",
    ]),
    [],
  );
  // What is new on a day is that day's total.
  assert.deepEqual(
    await which("kind", { ...day, stated: "3000" }, ["rose by 3,000"]),
    [],
  );
});
