import {
  assumptions,
  opening,
  selectDataset,
  selectionText,
  selectsAll,
} from "../../../lib/cli/report/select.ts";
import { readCall } from "../../../lib/cli/call/selection.ts";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";
import type { ReconcileOptions } from "../../../lib/reconcile/model/tables.ts";
import { inFolder } from "../../dataset/folder.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../../data", import.meta.url));
const ids = (part: { claims: readonly { claim_id: string }[] }) =>
  part.claims.map(({ claim_id }) => claim_id);

Deno.test("a selection that says nothing is that of every report", () => {
  for (
    const options of [
      {},
      { seconds: 5 },
      { without: [], collections: undefined, weights: {} },
      { show: { from: undefined } },
    ]
  ) {
    assert.ok(selectsAll(options as never), JSON.stringify(options));
    assert.equal(selectDataset(data, options as never), data);
    assert.equal(selectionText(options as never), "{}");
  }
  for (
    const options of [{ width: 0 }, { echoes: "once" }, {
      without: ["a"],
    }] as const
  ) assert.ok(!selectsAll(options), JSON.stringify(options));
});

Deno.test("a notebook reads back what was selected, but for the time", async () => {
  const options = {
    collections: ["a", "b"],
    without: ["other"],
    echoes: "once",
    seconds: 7,
    // To the letter, as the command line takes it.
    width: { n: 27n, d: 20n },
  } as const;
  const { seconds: _, ...rest } = options;
  const read = JSON.parse(selectionText(options));
  assert.deepEqual(read, { ...rest, width: 1.35 });
  await inFolder(TABLES, async (folder) => {
    const own = await loadDataset(folder);
    using given = await reconcile(own, options);
    using again = await reconcile(own, read);
    assert.deepEqual(again.modelled, ["june"]);
    assert.deepEqual(again.toJSON(), given.toJSON());
  });
});

Deno.test("what are taken to be one stay pairs", () => {
  const same = [["proceedings-407", "table-407"]] as const;
  assert.deepEqual(JSON.parse(selectionText({ same })), { same });
});

Deno.test("what is assumed of the claims is kept apart from which they are", () => {
  assert.deepEqual(
    assumptions({
      ...{ collections: ["reports"], without: ["a"], width: 2, most: 5 },
      ...{ echoes: "once", same: [], knownBy: "2025" },
    }),
    { width: 2, echoes: "once", most: 5 },
  );
});

Deno.test("a part of a dataset has its claims as they are read, and what belongs to them", () => {
  const reading = { "kyivpost-more-than-combined": "from-invasion" };
  const part = selectDataset(data, {
    collections: ["reports"],
    withoutSources: ["izvestia-2025-07"],
    without: ["wtat-21600-october"],
    reading,
  });
  const expected = data.claims.filter((claim) =>
    claim.collection === "reports" &&
    claim.source_id !== "izvestia-2025-07" &&
    claim.claim_id !== "wtat-21600-october"
  );
  assert.deepEqual(ids(part), ids({ claims: expected }));
  const [claim] = part.claims.filter(({ claim_id }) => claim_id in reading);
  const [row] = data.readings.filter((row) =>
    row.claim_id === claim!.claim_id && row.reading === "from-invasion"
  );
  const [own] = data.claims.filter((other) =>
    other.claim_id === claim!.claim_id
  );
  const changed = (["start", "of_start"] as const)
    .filter((column) => row![column]);
  assert.ok(changed.length > 0);
  for (const column of changed) {
    assert.equal(claim![column], row![column]);
    assert.notEqual(claim![column], own![column]);
  }
  // Its words are nobody's reading.
  assert.equal(claim!.wording, own!.wording);
  const kept = new Set(ids(part));
  assert.ok(part.readings.length > 0);
  assert.ok(part.readings.every(({ claim_id }) => kept.has(claim_id)));
  assert.ok(
    part.relations.every(({ from, to }) => kept.has(from) && kept.has(to)),
  );
  assert.equal(data.claims.length > part.claims.length, true);
});

Deno.test("an id that is none is refused, with the nearest", () => {
  assert.throws(
    () => selectDataset(data, { without: ["wtat-21600-octobre"] }),
    /wtat-21600-october/,
  );
});

// June corrects May, and so is the only one of the two that is taken.
const TABLES = {
  claims: `claim_id,measure,kind,stated,start,end,origin,collection
may,m,total,5,2024-01,2024-01,desk,a
june,m,total,7,2024-01,2024-01,desk,a
other,m,total,7,2024-01,2024-01,,b
`,
  relations: "from,relation,to\njune,corrects,may\n",
};

/** What the pages of a selection find: its part, under what it assumes. */
async function found(options: ReconcileOptions) {
  return await inFolder(TABLES, async (folder) => {
    const part = selectDataset(await loadDataset(folder), options);
    using result = await reconcile(part, assumptions(options));
    return {
      claims: part.claims.map(({ claim_id }) => claim_id),
      modelled: result.modelled,
      aside: result.setAside.map(({ claim, by }) => `${claim} by ${by}`),
    };
  });
}

Deno.test("the pages of a selection hold what is set aside, with what replaced it", async () => {
  assert.deepEqual(await found({ collections: ["a"] }), {
    claims: ["may", "june"],
    modelled: ["june"],
    aside: ["may by june"],
  });
});

Deno.test("with all vintages the pages take every claim, as the command does", async () => {
  assert.deepEqual(await found({ collections: ["a"], vintages: "all" }), {
    claims: ["may", "june"],
    modelled: ["may", "june"],
    aside: [],
  });
});

Deno.test("the explorer of a selection's report opens at the selection's own", () => {
  const { options } = readCall([
    ...["DIR", "--width", "0.50", "--echoes", "once", "--vintages", "all"],
    ...["--same", "a=b", "--by", "origin", "--weight", "contested=2"],
    ...["--per", "week", "--from", "2024-05", "--measure", "m"],
  ]);
  assert.deepEqual(opening(options), {
    ...{ width: "0.5", echoes: "once", vintages: "all" },
    same: [["a", "b"]],
    by: "origin",
    weights: { contested: "2" },
    ...{ per: "week", from: "2024-05", measure: "m" },
  });
  assert.deepEqual(opening(readCall(["DIR"]).options), {});
  assert.equal(assumptions(options).vintages, "all");
  assert.equal(opening({ width: 1.35 }).width, "1.35");
  assert.equal(opening({ width: 2 }).width, "2");
});

Deno.test("a report of a selection keeps what is set aside, and tells it again", async () => {
  const options = { collections: ["record"], width: 0.5, seconds: 1 };
  const selected = selectDataset(data, options);
  using whole = await reconcile(data, options);
  using again = await reconcile(selected, { width: 0.5, seconds: 1 });
  assert.ok(whole.setAside.length > 0);
  assert.deepEqual(again.setAside, whole.setAside);
  assert.deepEqual(again.modelled, whole.modelled);
});
