import type { Claim } from "../../lib/quantity/claim.ts";
import { phraseNumber } from "../../lib/quantity/phrase.ts";
import { statedWords } from "../../lib/reconcile/proof/stated_words.ts";
import type { Item } from "../../lib/reconcile/model/item.ts";
import assert from "node:assert/strict";

type Cells = Pick<
  Claim,
  "kind" | "stated" | "stated_high" | "hedge" | "spread"
>;

const WORDS: [cells: Cells, words: string][] = [
  [{ kind: "total", stated: "230000", hedge: "over" }, "over 230,000"],
  [{ kind: "total", stated: "60000" }, "60,000"],
  [{ kind: "total", stated: "60000", hedge: "bare" }, "60,000"],
  [{ kind: "total", stated: "0.20", hedge: "some_such" }, "some such 0.2"],
  [
    { kind: "rate", stated: "15000", stated_high: "18000" },
    "15,000 to 18,000 a month",
  ],
  [{ kind: "rate", stated: "12", spread: "each" }, "12 every month"],
  [
    { kind: "ratio", stated: "1.83554", hedge: "at_least" },
    "at least 1.83554×",
  ],
  [
    { kind: "share", stated: "0.7", stated_high: "0.75", hedge: "up_to" },
    "up to 70% to 75%",
  ],
  [{ kind: "none" }, "no number"],
];

Deno.test("a number is in the same words in charts, tables and sums", () => {
  for (const [cells, words] of WORDS) {
    assert.equal(phraseNumber(cells), words);
    assert.equal(statedWords({ cells } as Item), words);
  }
});

Deno.test("only a sum tells an exact number from a bare one", () => {
  const cells: Cells = { kind: "total", stated: "19922", hedge: "exact" };
  assert.equal(phraseNumber(cells), "19,922");
  assert.equal(statedWords({ cells } as Item), "exactly 19,922");
});

Deno.test("a number that is no plain digits is refused", () => {
  assert.throws(
    () => phraseNumber({ kind: "total", stated: "1e5" }),
    /'1e5' is not plain digits/,
  );
});
