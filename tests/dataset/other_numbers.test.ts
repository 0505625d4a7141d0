import { adviseNumber } from "../../lib/dataset/other_numbers.ts";
import { HEADER, problems } from "./folder.ts";
import assert from "node:assert/strict";

/** What each text is answered with. */
function answers(expected: Readonly<Record<string, string | undefined>>) {
  for (const [text, advice] of Object.entries(expected)) {
    assert.equal(adviseNumber(text), advice, text);
  }
}

Deno.test("a hedge within the cell is named", () => {
  answers({
    ">220,000": "write 220000 with hedge over",
    "~3000": "write 3000 with hedge about",
    "c. 3000": "write 3000 with hedge about",
    "<5": "write 5 with hedge up_to",
    "≤ 5": "write 5 with hedge up_to",
    "≥5": "write 5 with hedge at_least",
    ">3,103": "write 3103 or 3.103, whichever is meant, with hedge over",
    "60,000+": "write 60000 with hedge at_least",
    "60 or more": "write 60 with hedge at_least",
    "about 60 thousand": "write 60000 with hedge about",
    "no more than 60": "write 60 with hedge up_to",
    "~12%": "write 0.12 with hedge about",
    ">1.5m": "write 1500000 with hedge over",
    "~12-15": "it is a range: write 12 in stated and 15 in stated_high with " +
      "hedge about",
  });
});

Deno.test("a word for thousands and an exponent are written out", () => {
  answers({
    "3k": "write 3000",
    "1.5m": "write 1500000",
    "sixty thousand": "write 60000",
    "2 mil": "write 2000 or 2000000, whichever is meant",
    "7.8E+09": "write 7800000000",
    "5.00E-02": "write 0.0500",
  });
});

Deno.test("a rounding that plain digits would hide is given", () => {
  const shortened = "; or all its digits, if a program has shortened it";
  answers({
    "7.80E+09": `write 7800000000 with rounding 10000000${shortened}`,
    "1.50m": "write 1500000 with rounding 10000",
    "2.0k": "write 2000 with rounding 100",
  });
});

Deno.test("a range is put in two cells", () => {
  const range = (low: string, high: string) =>
    `it is a range: write ${low} in stated and ${high} in stated_high`;
  answers({
    "12–15": range("12", "15"),
    "12 to 15": range("12", "15"),
    "between 12,000 and 15,000": range("12000", "15000"),
    "15-18 thousand": range("15000", "18000"),
    "1.5–2m": range("1500000", "2000000"),
    "12-15%": range("0.12", "0.15"),
    // Thousands to millions, or millions to none.
    "900-1.2m": undefined,
    "15-12": undefined,
    "2024-01": undefined,
    "10-12-2024": undefined,
  });
});

Deno.test("a count below zero is a correction or a fall", () => {
  const asks = (difference: string) =>
    "a count cannot be negative: is it a correction (state the count that is " +
    "right, which corrects the other in relations.csv) or a fall (write " +
    `${difference} with kind difference)?`;
  answers({
    "-101": asks("-101"),
    "−1,234": asks("-1234"),
    "(1 234)": asks("-1234"),
  });
});

Deno.test("a percentage is a share, or what a count changed by", () => {
  const ratio = (change: string, times: string) =>
    `a ${change} is ${times} times as many: write ${times} with kind ratio`;
  answers({
    "24%": "write 0.24, or 1.24 with kind ratio where a count rose by as much",
    "+24%": ratio("rise by 24%", "1.24"),
    "up 24 %": ratio("rise by 24 %", "1.24"),
    "24% more": ratio("rise by 24%", "1.24"),
    "-24%": ratio("fall by 24%", "0.76"),
    "down by 5.0%": ratio("fall by 5.0%", "0.950"),
    "24% fewer": ratio("fall by 24%", "0.76"),
    "down 120%": undefined,
  });
});

Deno.test("a percentage that ends in a zero may be to the per cent", () => {
  answers({
    "20%":
      "write 0.2 (0.20 if rounded to 1%), or 1.2 (1.20 if rounded to 1%) " +
      "with kind ratio where a count rose by as much",
    "100 per cent":
      "write 1 (1.00 if rounded to 1%), or 2 (2.00 if rounded to " +
      "1%) with kind ratio where a count rose by as much",
    "20.0%": "write 0.200, or 1.200 with kind ratio where a count rose by as " +
      "much",
    "150%": "write 1.5 (1.50 if rounded to 1%) with kind ratio, or 2.5 (2.50 " +
      "if rounded to 1%) with kind ratio where a count rose by as much",
    "-50%": "a fall by 50% is 0.50 times as many: write 0.5 (0.50 if rounded " +
      "to 1%) with kind ratio",
    "3.5‰": "write 0.0035",
  });
});

Deno.test("digits of any script, and fractions in one letter", () => {
  answers({
    "４５": "write 45",
    "٣٠": "write 30",
    "१२": "write 12",
    "½": "write 0.5",
    "1½": "write 1.5",
    "¾": "write 0.75",
    "⅓": "write 0.33",
    "2½ million": "write 2500000",
    // Three of ten, or a date.
    "3/10": undefined,
    // A hundred, or ten and a note.
    "10²": "write 10 if the raised number marks a note",
    "60,000¹": "write 60000 if the raised number marks a note",
  });
});

Deno.test("separators of all kinds", () => {
  answers({
    "1,234.5": "write 1234.5",
    "1.234,5": "write 1234.5",
    "1 234": "write 1234",
    "1\u202f234": "write 1234",
    "1'234": "write 1234",
    "12,34,567": "write 1234567",
    "1,234": "write 1234 or 1.234, whichever is meant",
    "1e3": "write 1000",
    "+5": "write 5",
  });
});

Deno.test("a plural is a hedge, and what is around a middle is a range", () => {
  answers({
    "hundreds": "write 100 with hedge plural",
    "dozens of people": "write 12 with hedge plural",
    "tens of thousands": "write 10000 with hedge plural",
    "three hundred": "write 300",
    "5±1": "it is a range: write 4 in stated and 6 in stated_high with hedge " +
      "exact",
    "1,000 +/- 2.5": "it is a range: write 997.5 in stated and 1002.5 in " +
      "stated_high with hedge exact",
    "1 ± 5": undefined,
    "5-":
      "is it a fall (write -5 with kind difference) or a range without its " +
      "second number (write 5 in stated and that in stated_high)?",
  });
});

Deno.test("a cell that says it is empty is to be empty", () => {
  for (const text of ["n/a", "N/A", "#N/A", "—", "?", "not available"]) {
    answers({
      [text]:
        "where no number is stated, leave the cell empty and write kind none",
    });
  }
});

Deno.test("a number among other things is to stand alone", () => {
  const alone = (number: string) =>
    `write the number alone, ${number}, and what else is said in note`;
  answers({
    "60,000 people": alone("60000"),
    "5 thousand people": alone("5000"),
    "$1.5m": alone("1500000"),
    "60000*": alone("60000"),
    "60000 [2]": alone("60000"),
  });
});

Deno.test("nothing is guessed", () => {
  for (
    const text of [
      "",
      "many",
      "1,2,3",
      "3e400",
      "3 of 10",
      "3/10",
      "5 per cent of 60",
      "12 % (est.)",
      "5 million and 3 thousand",
      "10^3",
      "0x10",
      "no",
      "-5-",
      "5 percentage points",
      "1 in 5",
      ">".repeat(41),
    ]
  ) answers({ [text]: undefined });
});

Deno.test("what would be right stands in the located problem", async () => {
  assert.deepEqual(
    await problems({
      claims: `${HEADER},stated_high,weight,as_of\n` +
        "a,cases,total,>5,2020-W05,2024-01,n/a,~3,n/a\n",
    }),
    [
      "claims.csv:2:4 stated: '>5' is not plain digits with at most one point; " +
      "write 5 with hedge over",
      "claims.csv:2:5 start: '2020-W05' is not a date like 2024-01-31 or " +
      "2024-01; a week starts on 2020-01-27 and ends on 2020-02-02",
      "claims.csv:2:7 stated_high: 'n/a' is not plain digits with at most one " +
      "point; where no number is stated, leave the cell empty and write kind " +
      "none",
      // A weight has no hedge.
      "claims.csv:2:8 weight: '~3' is not plain digits with at most one point; " +
      "write it like 60000 or 0.25",
      "claims.csv:2:9 as_of: 'n/a' is not a date like 2024-01-31 or 2024-01; " +
      "leave the cell empty where no date is stated",
    ],
  );
});
