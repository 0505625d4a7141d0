import assert from "node:assert/strict";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { canTakePart } from "../../../lib/site/explorer/data.ts";
import { readAs } from "../../../lib/site/explorer/as_read.ts";
import { selectionOf } from "../../../lib/site/explorer/selection.ts";
import { defaultState } from "../../../lib/site/explorer/state.ts";
import {
  countWords,
  switchWords,
} from "../../../lib/site/explorer/switch_words.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

const data = await loadDataset(new URL("../../../data", import.meta.url));

function claim(id: string) {
  const found = data.claims.find(({ claim_id }) => claim_id === id);
  assert.ok(found, id);
  return found;
}

Deno.test("a claim that is read in another way says so on its switch", () => {
  const left = claim("wtat-100k-200k-self-leave");
  const read = (reading: string) =>
    switchWords(readAs(left, data.readings, reading));
  assert.equal(
    read("default"),
    "100,000 to 200,000 · 24 Feb 2022–28 Nov 2025 · persons-left",
  );
  assert.equal(
    read("since-2025-01"),
    "100,000 to 200,000 · 1 Jan–28 Nov 2025 · persons-left",
  );
  assert.equal(
    read("at-a-moment"),
    "100,000 to 200,000 · 28 Nov 2025 · persons-absent",
  );
  const returned = claim(
    "record-persons-returned-2025-08-12-to-2025-08-26-interfax-ukraine",
  );
  assert.match(
    switchWords(readAs(returned, data.readings, "with-those-on-the-way")),
    / · not modelled in this reading$/,
  );
});

Deno.test("the switches count as many claims as the verdict", async () => {
  const states = [
    {},
    { "record-table-407-2025-lowest-24tv": "in-2025-06" },
    { "record-persons-left-2022-02-24-to-2025-11-28-tass": "at-a-moment" },
  ];
  for (const readings of states) {
    const state = {
      ...defaultState(data),
      collections: ["record"],
      readings: readings as Record<string, string>,
    };
    const selection = selectionOf(data, state);
    using result = await reconcile(selection.data, selection.options);
    const switches = data.claims.filter((claim) =>
      claim.collection === "record" &&
      canTakePart(
        claim,
        data.readings.filter(({ claim_id }) => claim_id === claim.claim_id),
      )
    );
    const words = countWords(switches, data.readings, state.readings);
    // The verdict tells apart what is set aside.
    const all = result.modelled.length + result.setAside.length;
    assert.match(words, new RegExp(`^${all} claims(,|$)`));
  }
});
