import { readText } from "../../lib/reading/read_text.ts";
import type { Draft } from "../../lib/reading/types.ts";
import assert from "node:assert/strict";

/** The first draft of a text. */
function draftOf(text: string): Draft {
  const [draft] = readText(text, { published: "2031-11-10" }).drafts;
  assert.ok(draft, "no draft");
  return draft;
}

const CASES: readonly [string, string, string, string, string | null][] = [
  ["Thefts rose 12% in May.", "ratio", "1.12", "bare", null],
  ["Thefts fell by 4.6 percent in May.", "ratio", "0.954", "bare", null],
  ["Thefts were down a third in May.", "ratio", "0.67", "bare", null],
  ["Thefts fell by more than 10% in May.", "ratio", "0.9", "nearly", null],
  ["Thefts fell by at least 10% in May.", "ratio", "0.9", "up_to", null],
  ["Thefts have nearly doubled since May.", "ratio", "2", "nearly", null],
  ["Thefts more than tripled in May.", "ratio", "3", "over", null],
  ["There were half as many thefts in June.", "ratio", "0.5", "bare", null],
  ["Thefts were three times as high as in June.", "ratio", "3", "bare", null],
  ["Moves fell by 3,000 in October.", "difference", "-3000", "bare", null],
  ["Moves rose by some 3,000 in October.", "difference", "3000", "about", null],
  ["A rise of 450 thefts was recorded.", "difference", "450", "bare", null],
  ["19% of voters stayed away.", "share", "0.19", "bare", null],
  ["20% of voters stayed away.", "share", "0.2", "bare", null],
  ["One in five voters stayed away.", "share", "0.2", "bare", null],
  ["About 26 bikes a day are stolen.", "rate", "26", "about", "day"],
  ["12 soldiers desert monthly.", "rate", "12", "bare", "month"],
  ["Every week 300 people arrive.", "rate", "300", "bare", "week"],
  ["5,000 people per year arrive.", "rate", "5000", "bare", "year"],
  ["There are 915 wolves in the country.", "level", "915", "bare", null],
  ["The town has 61,000 inhabitants.", "level", "61000", "bare", null],
  ["4,690 cases were opened.", "total", "4690", "bare", null],
  ["2.30 million people voted.", "total", "2300000", "bare", null],
  [
    "Herds shrank by 41,700 to 1.3 million.",
    "difference",
    "-41700",
    "bare",
    null,
  ],
  ["Wardens put down 1,120 mink.", "total", "1120", "bare", null],
  [
    "After a month of frost 210 barns stood empty.",
    "level",
    "210",
    "bare",
    null,
  ],
  ["Barges waiting rose to 88 at the end of May.", "level", "88", "bare", null],
  ["Now 640 clerks work there.", "level", "640", "bare", null],
  ["It sent 700 tents and more than 90 pumps.", "total", "700", "bare", null],
];

for (const [text, kind, stated, hedge, per] of CASES) {
  Deno.test(`the kind of "${text}"`, () => {
    const draft = draftOf(text);
    assert.deepEqual(
      [draft.kind, draft.stated, draft.hedge, draft.per],
      [kind, stated, hedge, per],
    );
  });
}

Deno.test("a rounding is stated where the digits do not tell it", () => {
  assert.equal(draftOf("2.30 million people voted.").rounding, "10000");
  assert.equal(draftOf("2.3 million people voted.").rounding, null);
  assert.equal(draftOf("20.0% of voters stayed away.").rounding, "0.001");
});

Deno.test("a change has two numbers and is no range", () => {
  const { drafts } = readText(
    "The port raised its figure from 1,140 to 1,410.",
  );
  assert.deepEqual(
    drafts.map(({ stated, stated_high }) => [stated, stated_high]),
    [["1140", null], ["1410", null]],
  );
});

Deno.test("the wording holds the number letter for letter", () => {
  const text = "Officials said that “more than 17\u00a0000 shifts” were lost.";
  const [draft] = readText(text).drafts;
  assert.equal(draft?.wording, "more than 17\u00a0000 shifts");
  assert.equal(
    text.slice(draft!.offset, draft!.offset + draft!.length),
    draft!.wording,
  );
});

const NO_CLAIMS = [
  "Odo Ferrin, 52, left.",
  "The strike lasted 11 days.",
  "The league wants 8.5% more pay.",
  "The ticket costs 740 crowns.",
  "The port is 2 km away.",
  "Interest was raised by 0.25 percentage points.",
  "A 36-hour week was agreed.",
  "In a survey of 1,086 members nobody agreed.",
  "The lock held for 42 seconds.",
  "We are twice as angry now.",
  "Waiting time has doubled.",
  "Brent crude was down 46 cents, or 0.6%.",
  "Her team interviewed 2,150 women.",
  "Women have 1.31 children on average.",
  "The state plans to hire 400 officers.",
  // Ages.
  "Infants under 2 and widows over 70 came.",
  "Jon Ode, 61, who kept bees, left.",
  "Two girls, 9 and 12, left.",
  "The driver (33) left.",
  "Pupils aged 7, 8 and 11 left.",
  "She was 91.",
  "He turned 18 in May.",
  "A girl of 14 left.",
  "It is for 12-to-15-year-olds.",
  "Those younger than 5 slept.",
  // Reckoned by head, sizes, samples, samples by name.
  "They ate 2.4 per person.",
  "It was 7.5 per 100,000 inhabitants.",
  "There were 31 nurses for every 1,000 patients.",
  "It was 38C by day and 19.5 °C by night.",
  "It lies at 54.2°N.",
  "They used 82mm mortars.",
  "It follows a survey by Lund Research of 812 owners.",
  // What may come, what is supposed, what is said again.
  "Some 500 jobs may be lost.",
  "Some 250 families will lose their homes.",
  "If 40 families left, the school would close.",
  "The wait fell from 30 days to 12.",
  // Notes on an earlier version of the article.
  "Correction: an earlier version of this story gave 410 homes.",
  "This article was amended on 3 June to remove a count of 410 homes.",
  "(An earlier version said that 410 homes burned.)",
];

for (const text of NO_CLAIMS) {
  Deno.test(`no claim: "${text}"`, () => {
    const { drafts, quantities } = readText(text);
    assert.deepEqual(drafts, []);
    for (const quantity of quantities) {
      assert.equal(quantity.draft, false);
      assert.notEqual(quantity.why, "");
    }
  });
}

Deno.test("a number in a note on an earlier version says so", () => {
  const { drafts, quantities } = readText(
    "Some 390 homes burned.\nCorrection: this story said that 410 burned. " +
      "It was 390.",
  );
  assert.deepEqual(drafts.map(({ stated }) => stated), ["390"]);
  assert.deepEqual(
    quantities.slice(1).map(({ why }) => why.slice(0, 28)),
    ["a note on an earlier version", "a note on an earlier version"],
  );
});

Deno.test("what a keeper of figures changed is a claim", () => {
  const { drafts } = readText(
    "UPDATE 11:20: The port raised its figure from 610 to 640.",
  );
  assert.deepEqual(drafts.map(({ stated }) => stated), ["610", "640"]);
});

Deno.test("a unit is the noun that is counted, with a model and no verb", () => {
  const unitOf = (text: string) => readText(text).drafts[0]?.unit;
  assert.equal(unitOf("Some 40 M-60 tanks burned."), "M-60 tanks");
  assert.equal(unitOf("They seized 900 122mm rockets."), "122mm rockets");
  assert.equal(unitOf("A 9,000-strong garrison surrendered."), "garrison");
  assert.equal(unitOf("Roughly 7,000 fled their homes."), null);
});

Deno.test("what repeats a number for emphasis is no claim", () => {
  const { drafts } = readText(
    "Sixty per cent of owners agreed. Sixty per cent!",
  );
  assert.equal(drafts.length, 1);
});

Deno.test("several of those counted go on from them", () => {
  const { drafts } = readText(
    "In May 38 divers drowned, six of them at night.",
  );
  assert.deepEqual(drafts.map(({ stated }) => stated), ["38", "6"]);
});
