import { ladderSteps } from "../../lib/chart.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import * as library from "../../lib/mod.ts";
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

Deno.test("so does whatever else of the front door gives a promise", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const few = data.only({ claims: ["izvestia-500k", "wtat-21600-october"] });
  using result = await library.reconcile(few);
  const promises: [promise: Promise<unknown>, call: string, read: string][] = [
    [library.sweepWidths(few, { most: 0 }), "sweepWidths(…)", "conflicts"],
    [library.leaveOut(few, "publisher"), "leaveOut(…)", "map"],
    [library.knownByDates(few), "knownByDates(…)", "length"],
    [library.eachAgainst(few, few, []), "eachAgainst(…)", "filter"],
    [library.dateTotals(few, few, []), "dateTotals(…)", "length"],
    [
      library.eachRegister({}, () => Promise.resolve([])),
      "eachRegister(…)",
      "flatMap",
    ],
    [library.checkDataset("none"), "checkDataset(…)", "dataset"],
    [library.loadDataset("data"), "loadDataset(…)", "claims"],
    [library.reconcile(few), "reconcile(…)", "conflicts"],
    [
      ladderSteps(few, { estimates: ["izvestia-500k"], officials: [] }),
      "ladderSteps(…)",
      "length",
    ],
    [result.readings(), "readings()", "choice"],
    [result.dissolves(), "dissolves()", "length"],
    [result.coverage("izvestia-500k", "persons-left"), "coverage(…)", "low"],
  ];
  for (const [promise, call, read] of promises) {
    assert.equal(
      Deno.inspect(promise),
      `${call} gives a promise; write await ${call} to see its value`,
    );
    assert.throws(
      () => (promise as unknown as Untyped)[read],
      new RegExp(`which has no ${read}; await it first`),
    );
    await promise.catch(() => {});
  }
  // All that is asynchronous in what the front door exports is asked above.
  const asked = new Set(promises.map(([, call]) => call.replace("(…)", "")));
  const quiet = Object.entries(library).filter(([name, value]) =>
    typeof value === "function" && !asked.has(name) &&
    value.constructor.name === "AsyncFunction" && name !== "loadSolver"
  );
  assert.deepEqual(quiet, []);
});
