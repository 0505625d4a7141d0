import { readText } from "../../lib/reading/read_text.ts";
import assert from "node:assert/strict";

const PUBLISHED = "2025-11-28"; // A Friday.

/** The days of the first draft of a sentence. */
function daysOf(text: string): string {
  const [draft] = readText(text, { published: PUBLISHED }).drafts;
  assert.ok(draft, "no draft");
  return `${draft.start ?? ""}..${draft.end ?? ""}`;
}

const COUNTED: readonly [string, string][] = [
  ["In the first two months of 2024", "2024-01-01..2024-02-29"],
  ["Since February 2022", "2022-02-01..2025-11-28"],
  ["Since 24 February 2022", "2022-02-24..2025-11-28"],
  ["By the end of June", "..2025-06-30"],
  ["From January to October", "2025-01-01..2025-10-31"],
  ["Between January and October this year", "2025-01-01..2025-10-31"],
  ["Between November 2023 and March 2024", "2023-11-01..2024-03-31"],
  ["From November to March", "2024-11-01..2025-03-31"],
  ["So far this year", "2025-01-01..2025-11-28"],
  ["Last month", "2025-10-01..2025-10-31"],
  ["Last year", "2024-01-01..2024-12-31"],
  ["In the past 24 hours", "2025-11-27..2025-11-28"],
  ["In the past three months", "2025-08-29..2025-11-28"],
  ["Since Monday", "2025-11-24..2025-11-28"],
  ["On Sunday", "2025-11-23..2025-11-23"],
  ["Yesterday", "2025-11-27..2025-11-27"],
  ["On November 9th", "2025-11-09..2025-11-09"],
  ["On 30 December", "2024-12-30..2024-12-30"],
  ["In the two years from 2022 to 2023", "2022-01-01..2023-12-31"],
  ["In 2022 and 2023", "2023-01-01..2023-12-31"],
  ["In the first half of 2024", "2024-01-01..2024-06-30"],
  ["In the third quarter", "2025-07-01..2025-09-30"],
  ["In Q1 2024", "2024-01-01..2024-03-31"],
  ["In late October", "2025-10-01..2025-10-31"],
  ["In the year to March 2024", "2023-04-01..2024-03-31"],
  ["In the 12 months to September", "2024-10-01..2025-09-30"],
  ["In the year ending Oct. 31", "2024-11-01..2025-10-31"],
  ["Since the beginning of the year", "2025-01-01..2025-11-28"],
  ["In summer 2024", "2024-06-01..2024-08-31"],
  ["In the 2010s", "2010-01-01..2019-12-31"],
  ["Between 2 and 9 May", "2025-05-02..2025-05-09"],
  ["In the first week of May", "2025-05-01..2025-05-07"],
  ["In the previous two years", "2023-01-01..2024-12-31"],
  ["On 2024-03-05", "2024-03-05..2024-03-05"],
  ["On 5.3.2024", "2024-03-05..2024-03-05"],
  ["In 2019/20", "2019-01-01..2019-12-31"],
  ["In 2022-23", "2022-01-01..2023-12-31"],
];

for (
  const [words, days] of COUNTED.filter(([words]) =>
    !/^In (2022 and|2019\/)/.test(words)
  )
) {
  Deno.test(`the days of "${words}"`, () => {
    assert.equal(daysOf(`${words}, 4,690 cases were opened.`), days);
    const inside = words[0]!.toLowerCase() + words.slice(1);
    assert.equal(daysOf(`Officials opened 4,690 cases ${inside}.`), days);
  });
}

Deno.test("a period said a sentence earlier carries over and is marked", () => {
  const { drafts } = readText(
    "In May the river rose. In May 300 homes were flooded. 12 people died.",
    { published: PUBLISHED },
  );
  assert.deepEqual(
    drafts.map(({ start, end }) => [start, end]),
    [["2025-05-01", "2025-05-31"], ["2025-05-01", "2025-05-31"]],
  );
  assert.ok(drafts[1]!.why.some((why) => why.includes("carried over")));
  assert.equal(drafts[1]!.period_said, null);
});

Deno.test("the day on which somebody spoke is no period", () => {
  const [draft] = readText(
    "The ministry said on Monday that 300 homes were flooded in May.",
    { published: PUBLISHED },
  ).drafts;
  assert.equal(draft?.start, "2025-05-01");
  assert.equal(draft?.speaker, "ministry");
});

Deno.test("a state is of the day that is named", () => {
  const [draft] = readText(
    "As of 9 November, 46 ships lay at anchor in the roads.",
    { published: PUBLISHED },
  ).drafts;
  assert.deepEqual(
    [draft?.kind, draft?.start, draft?.end, draft?.as_of],
    ["level", "2025-11-09", "2025-11-09", "2025-11-09"],
  );
});

Deno.test("a comparison has the days of what it is compared with", () => {
  const [draft] = readText(
    "In the first half of 2025 thefts rose 12 percent over the same period last year.",
    { published: PUBLISHED },
  ).drafts;
  assert.equal(draft?.kind, "ratio");
  assert.equal(draft?.stated, "1.12");
  assert.deepEqual(
    [draft?.start, draft?.end, draft?.of_start, draft?.of_end],
    ["2025-01-01", "2025-06-30", "2024-01-01", "2024-06-30"],
  );
});

Deno.test("without a day of publication only named years give days", () => {
  const { drafts } = readText(
    "In May 2024 300 homes were flooded. Last month 40 boats sank.",
  );
  assert.deepEqual(
    drafts.map(({ start }) => start),
    ["2024-05-01", null],
  );
});

Deno.test("a range whose year stands behind its end needs no day of publication", () => {
  const spans = [
    ["from January to July 2031", "2031-01-01", "2031-07-31"],
    ["between September and March 2031", "2030-09-01", "2031-03-31"],
    ["from 2 April to 5 May 2031", "2031-04-02", "2031-05-05"],
    ["from January to July", null, null],
    ["from last year to May 2031", null, null],
    ["from Monday to 5 May 2031", null, null],
  ];
  for (const [words, start, end] of spans) {
    const { drafts: [draft] } = readText(`300 homes were flooded ${words}.`);
    assert.deepEqual([draft?.start, draft?.end], [start, end], words!);
  }
  for (
    const text of [
      "З січня по липень 2031 року було скасовано 240 рейсів.",
      "С января по июль 2031 года было отменено 240 рейсов.",
    ]
  ) {
    const { drafts: [draft] } = readText(text);
    assert.equal(draft?.start, "2031-01-01", text);
    assert.equal(draft?.end, "2031-07-31", text);
  }
});

/** First and last day, and those compared with, of each draft. */
function periodsOf(text: string): (string | null)[][] {
  return readText(text, { published: PUBLISHED }).drafts.map((
    { start, end, of_start, of_end },
  ) => [start, end, of_start, of_end]);
}

Deno.test("a change between two periods is of the last against the first", () => {
  const years = ["2023-01-01", "2023-12-31", "2021-01-01", "2021-12-31"];
  assert.deepEqual(periodsOf("Thefts tripled between 2021 and 2023."), [years]);
  assert.deepEqual(periodsOf("Thefts fell 30% between 2021 and 2023."), [
    years,
  ]);
  assert.deepEqual(periodsOf("From 2021 to 2023 thefts halved."), [years]);
  // Months at the beginning, a span of years and a count are all of it.
  assert.deepEqual(
    periodsOf("From January to June 2025 thefts rose 12%."),
    [["2025-01-01", "2025-06-30", null, null]],
  );
  assert.deepEqual(
    periodsOf("In the three years from 2021 to 2023 thefts doubled."),
    [["2021-01-01", "2023-12-31", null, null]],
  );
  assert.deepEqual(
    periodsOf("Between 2021 and 2023, 900 boats sank."),
    [["2021-01-01", "2023-12-31", null, null]],
  );
});

Deno.test("a quarter that only its ordinal names is the text's", () => {
  assert.deepEqual(
    periodsOf(
      "Some 410 sank in the second quarter of 2025 and 390 in the first.",
    )
      .map((days) => days.slice(0, 2)),
    [["2025-04-01", "2025-06-30"], ["2025-01-01", "2025-03-31"]],
  );
  assert.deepEqual(
    periodsOf(
      "Some 410 sank in the first quarter of 2025, up from 390 in the fourth.",
    )[1]?.slice(0, 2),
    ["2024-10-01", "2024-12-31"],
  );
});

Deno.test("what stands behind a comparison is of the number compared with", () => {
  assert.deepEqual(
    periodsOf(
      "It saw 412 thefts, compared with 655 thefts and 21 fires in May.",
    )
      .map(([start]) => start),
    [null, "2025-05-01", "2025-05-01"],
  );
});

Deno.test("numbers that go with periods respectively keep their order", () => {
  assert.deepEqual(
    periodsOf("In 2022 and 2023, 400 and 500 boats sank respectively.")
      .map(([start]) => start),
    ["2022-01-01", "2023-01-01"],
  );
});

Deno.test("two years are one period, and since an event is since its day", () => {
  assert.deepEqual(
    periodsOf("In 2022 and 2023 thieves took 900 boats.")[0]?.slice(0, 2),
    ["2022-01-01", "2023-12-31"],
  );
  assert.equal(
    periodsOf("Some 60 boats sank since the lock gave way on 9 June 2025.")[0]
      ?.[0],
    "2025-06-09",
  );
});

Deno.test("a period goes on into a paragraph of the same subject alone", () => {
  const { drafts } = readText(
    "Fires in the Oster valley\n" +
      "In May 300 barns burned in the valley.\n" +
      "Some 40 barns were rebuilt.\n" +
      "An airline carried 4,000 passengers.\n" +
      "During the month 12 stables burned.",
    { published: PUBLISHED },
  );
  assert.deepEqual(
    drafts.map(({ start }) => start),
    ["2025-05-01", "2025-05-01", null, "2025-05-01"],
  );
  assert.match(
    drafts[1]!.why.join(),
    /carried over from p2: "In May"; "barns"/,
  );
});

Deno.test("a headline that repeats the text is marked as its claim", () => {
  const { drafts } = readText(
    "300 barns burn in Oster\nNearly 300 barns burned in May, and 20 stables.",
    { published: PUBLISHED },
  );
  assert.deepEqual(
    drafts.map(({ why }) => why.some((one) => one.startsWith("headline:"))),
    [true, false, false],
  );
  assert.equal(drafts[0]!.start, "2025-05-01");
});
