import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

type Untyped = Record<string, unknown>;

Deno.test("a promise that nobody awaited says so when it is read", async () => {
  const promise = reconcile([]);
  // A notebook's cells are not type-checked.
  const untyped = promise as unknown as Untyped;
  for (const name of ["conflicts", "monthly", "consistent", "toJSON"]) {
    assert.throws(
      () => untyped[name],
      new RegExp(
        `^InputError: reconcile\\(…\\) gives a promise, which has no ${name}; ` +
          `await it first: \\(await reconcile\\(…\\)\\)\\.${name}$`,
      ),
    );
  }
  assert.throws(() => JSON.stringify(promise), /await it first/);
  assert.equal((await promise).consistent, true);
  const data = loadDataset(new URL("../../data", import.meta.url));
  assert.throws(() => (data as unknown as Untyped)["claims"], /await it first/);
  assert.throws(() => (data as unknown as Untyped)["only"], /await it first/);
  await data;
});

Deno.test("and when it is shown, in a terminal and in a notebook", async () => {
  const promise = reconcile([]);
  const said =
    "reconcile(…) gives a promise; write await reconcile(…) to see its value";
  assert.equal(Deno.inspect(promise), said);
  const display = (promise as unknown as Record<symbol, () => unknown>)[
    Symbol.for("Jupyter.display")
  ]!();
  assert.deepEqual(display, { "text/plain": said });
  await promise;
});

Deno.test("what goes wrong in it is still told", async () => {
  await assert.rejects(reconcile({} as never), /neither a list of claims/);
  await assert.rejects(loadDataset("no/such/folder"), /no\/such\/folder/);
});
