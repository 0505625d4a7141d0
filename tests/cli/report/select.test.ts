import assert from "node:assert/strict";
import {
  assumptions,
  opening,
  selectDataset,
} from "../../../lib/cli/report/select.ts";
import { readCall } from "../../../lib/cli/call/selection.ts";
import { loadDataset } from "../../../lib/dataset/load.ts";
import { reconcile } from "../../../lib/reconcile/reconcile.ts";

const data = await loadDataset(new URL("../../../data", import.meta.url));

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
