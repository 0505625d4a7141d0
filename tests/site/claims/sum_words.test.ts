import assert from "node:assert/strict";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import { byId, entryGroups } from "../../../lib/site/claims/entry.ts";
import { sumWords } from "../../../lib/site/claims/sum_words.ts";
import { inFolder } from "../../dataset/folder.ts";

const HEADER =
  "claim_id,measure,kind,stated,hedge,start,end,per,spread,of_measure,of_start,of_end,speaker";

/** How the conflicts of a dataset are told: the words, the line of sums. */
async function conflictsOf(folder: string) {
  const data = await loadDataset(folder);
  using result = await reconcile(data);
  const of = byId(entryGroups(data, [])[0]!.entries);
  return result.conflicts.map(({ proof }) => {
    const words = sumWords(proof, of);
    assert.ok(words);
    return {
      line: words.line,
      text: `${words.sentence}`.replace(/<[^>]+>/g, ""),
    };
  });
}

async function told(...claims: string[]) {
  const text = [HEADER, ...claims, ""].join("\n");
  return await inFolder({ claims: text }, conflictsOf);
}

Deno.test("a difference is a term of the sum: 800 and 200 more are 1,000", async () => {
  const [one, ...none] = await told(
    "b,left,total,800,exact,2024-01,2024-12,,,,,,Ada",
    "d,came,difference,200,at_least,2024-01,2024-12,,,left,,,Ben",
    "a,came,total,900,exact,2024-01,2024-12,,,,,,Cem",
  );
  assert.equal(one?.line, "800 + 200 = 1,000 > 900");
  assert.equal(
    one?.text,
    "Ada’s 800 (left, 2024) plus Ben’s at least 200 (came, 2024, less left, 2024) make at least 1,000. Cem’s 900 (came, 2024) allows at most 900.",
  );
  assert.deepEqual(none, []);
});

Deno.test("of a fall the minus sign stands in the sum: 5,000 − 3,000 is 2,000", async () => {
  const [one] = await told(
    "b,left,total,5000,exact,2024-01,2024-12,,,,,,Ada",
    "d,came,difference,-3000,exact,2024-01,2024-12,,,left,,,Ben",
    "a,came,total,2500,exact,2024-01,2024-12,,,,,,Cem",
  );
  // came = 2,500 and came − left = −3,000, so left is 5,500 and not 5,000.
  assert.equal(one?.line, "2,500 > 5,000 − 3,000 = 2,000");
});

Deno.test("of a highest month is said what it forbids: 15 in March, 10 in June", async () => {
  const [one] = await told(
    "m,cases,total,15,exact,2024-03,2024-03,,,,,,Ada",
    "j,cases,total,10,exact,2024-06,2024-06,,,,,,Ben",
    "h,cases,highest,,,2024-06,2024-06,month,,,2024-01,2024-12,Cem",
  );
  assert.equal(one?.line, "15 > 10");
  assert.equal(
    one?.text,
    "Cem has the highest month in June 2024 (cases, 2024): no other has more. Ada’s 15 (cases, March 2024) is at least 15. Ben’s 10 (cases, June 2024) allows at most 10.",
  );
});

Deno.test("twelve months of at most 10 are 120, and a year of 240 is more", async () => {
  const [one] = await told(
    "y,cases,total,240,exact,2024-01,2024-12,,,,,,Ada",
    "j,cases,total,10,exact,2024-06,2024-06,,,,,,Ben",
    "h,cases,highest,,,2024-06,2024-06,month,,,2024-01,2024-12,Cem",
  );
  assert.equal(one?.line, "240 > 12 × 10 = 120");
  assert.match(
    one!.text,
    /12 × Ben’s 10, read as at most 10|12 × Ben’s 10 \(cases, June 2024\) allow at most 120\.$/,
  );
});

Deno.test("the lowest month: ten in each of twelve make 120, and 60 is less", async () => {
  const [one] = await told(
    "y,cases,total,60,exact,2024-01,2024-12,,,,,,Ada",
    "j,cases,total,10,exact,2024-06,2024-06,,,,,,Ben",
    "h,cases,lowest,,,2024-06,2024-06,month,,,2024-01,2024-12,Cem",
  );
  assert.equal(one?.line, "12 × 10 = 120 > 60");
  assert.match(
    one!.text,
    /^Cem has the lowest month in June 2024 \(cases, 2024\): no other has fewer\./,
  );
});

Deno.test("one comparison leads to the next: 100, 3 times that, 2 times that", async () => {
  const [one] = await told(
    "c,held,total,100,exact,2024-01,2024-12,,,,,,Ada",
    "cb,left,ratio,3,at_least,2024-01,2024-12,,,held,,,Ben",
    "ba,gone,ratio,2,at_least,2024-01,2024-12,,,left,,,Cem",
    "a,gone,total,500,exact,2024-01,2024-12,,,,,,Dee",
  );
  assert.equal(one?.line, "2 × 3 × 100 = 600 > 500");
  assert.equal(
    one?.text,
    "Ada’s 100 (held, 2024) is at least 100. At least 3 times as many (left), by Ben’s at least 3×: 300. At least 2 times as many (gone), by Cem’s at least 2×: 600. Dee’s 500 (gone, 2024) allows at most 500.",
  );
});

Deno.test("a comparison of the most is gone back: 600 are at most 2 times 300", async () => {
  const [one] = await told(
    "a,gone,total,600,exact,2024-01,2024-12,,,,,,Ada",
    "ab,gone,ratio,2,up_to,2024-01,2024-12,,,left,,,Ben",
    "bc,left,ratio,3,up_to,2024-01,2024-12,,,held,,,Cem",
    "c,held,total,90,exact,2024-01,2024-12,,,,,,Dee",
  );
  // At most 90, at most 3 times that is 270, at most 2 times that is 540.
  assert.equal(one?.line, "2 × 3 × 90 = 540 < 600");
});

Deno.test("two counts compared with one: 2 × 100 and 3 × 100 are more than 450", async () => {
  const [one] = await inFolder(
    {
      measures:
        "measure,part_of,split\nall,,\nheld,,\nnorth,all,full\nsouth,all,full\n",
      claims: [
        HEADER,
        "c,held,total,100,exact,2024-01,2024-12,,,,,,Ada",
        "d,north,ratio,2,at_least,2024-01,2024-12,,,held,,,Ben",
        "e,south,ratio,3,at_least,2024-01,2024-12,,,held,,,Cem",
        "t,all,total,450,exact,2024-01,2024-12,,,,,,Dee",
        "",
      ].join("\n"),
    },
    conflictsOf,
  );
  assert.equal(one?.line, "5 × 100 = 500 > 450");
  assert.equal(
    one?.text,
    "By Ben’s at least 2×, north, 2024, is at least 2 times held, 2024. By Cem’s at least 3×, south, 2024, is at least 3 times held, 2024. 5 × Ada’s 100 (held, 2024) make at least 500. Dee’s 450 (all, 2024) allows at most 450.",
  );
});

Deno.test("a mean rate is told by its months, and cut to the unit", async () => {
  const [one] = await told(
    "r,cases,rate,1500,exact,2024-01,2024-10,month,mean,,,,Ada",
    "t,cases,total,12000,exact,2024-01,2024-10,,,,,,Ben",
  );
  assert.equal(one?.line, "15,000 > 12,000");
  assert.match(
    one!.text,
    /^Ada’s 1,500 a month, over 10 months: 15,000 \(cases, January to October 2024\) is at least 15,000\./,
  );
  // 3,000 a week from January to October are 305 / 7 × 3,000 = 130,714.28….
  const [weeks] = await told(
    "r,cases,rate,3000,exact,2024-01,2024-10,week,mean,,,,Ada",
    "t,cases,total,100000,exact,2024-01,2024-10,,,,,,Ben",
  );
  assert.equal(weeks?.line, "130,714 > 100,000");
});
