import { loadDataset } from "../../lib/dataset/load.ts";
import { reconcile } from "../../lib/reconcile/reconcile.ts";
import assert from "node:assert/strict";

const data = await loadDataset(new URL("../../data", import.meta.url));

Deno.test("a selection in one line holds the rows that belong to its claims", () => {
  const some = data.only({ collections: ["reports"] })
    .without({ publishers: ["Izvestia"] });
  const sources = new Set(some.sources.map(({ source_id }) => source_id));
  assert.ok(some.claims.length > 0);
  assert.ok(some.claims.every(({ collection }) => collection === "reports"));
  assert.ok(some.claims.every(({ source_id }) => sources.has(source_id!)));
  assert.ok(some.sources.every(({ publisher }) => publisher !== "Izvestia"));
  const ids = new Set(some.claims.map(({ claim_id }) => claim_id));
  assert.ok(some.readings.every(({ claim_id }) => ids.has(claim_id)));
  assert.ok(
    some.relations.every(({ from, to }) => ids.has(from) && ids.has(to)),
  );
  assert.deepEqual(some.measures, data.measures);
});

Deno.test("a selection names its publishers, each once, in their order", () => {
  const reports = data.only({ collections: ["reports"] });
  const inOrder = reports.sources.map(({ publisher }) => publisher)
    .filter((publisher, i, all) => all.indexOf(publisher) === i);
  assert.deepEqual(reports.publishers, inOrder);
  assert.ok(reports.publishers.length < reports.sources.length);
  assert.deepEqual(data.only({ publishers: ["Izvestia"] }).publishers, [
    "Izvestia",
  ]);
});

Deno.test("only asks for every key, without for any", () => {
  const claims = (rows: typeof data) => rows.claims.map((row) => row.claim_id);
  const both = data.only({ collections: ["record"], statuses: ["official"] });
  assert.deepEqual(
    claims(both),
    data.claims.filter((row) =>
      row.collection === "record" && row.status === "official"
    ).map((row) => row.claim_id),
  );
  const neither = data.without({ collections: ["record"], kinds: ["none"] });
  assert.deepEqual(
    claims(neither),
    data.claims.filter((row) =>
      row.collection !== "record" && row.kind !== "none"
    ).map((row) => row.claim_id),
  );
  assert.deepEqual(claims(data.without({})), claims(data));
  assert.deepEqual(claims(data.only({ claims: [] })), []);
});

Deno.test("an unknown name or key is refused with the nearest", () => {
  assert.throws(
    () => data.only({ collections: ["report"] }),
    /'report' is not a collection; did you mean 'reports'\?/,
  );
  assert.throws(
    () => data.only({ collection: ["reports"] } as never),
    /did you mean 'collections'\?/,
  );
  const reports = data.only({ collections: ["reports"] });
  assert.throws(
    () => reports.without({ collections: ["record"] }),
    /'record' is not a collection/,
  );
});

Deno.test("a claim can be added, and counts", async () => {
  const claim = {
    claim_id: "mine",
    measure: "persons-left",
    kind: "total",
    stated: 5,
    hedge: "exact",
    start: "2024-11",
    end: "2024-11",
  } as const;
  const more = data.only({ collections: ["reports"] }).with(claim);
  assert.equal(more.claims.at(-1)?.stated, "5");
  assert.equal(more.claims.at(-1)?.origin, null);
  assert.throws(() => more.with(claim), /'mine' is the id of a claim already/);
  using result = await reconcile(more);
  const { low, high } = result.bounds("persons-left", "2024-11", "2024-11");
  assert.deepEqual([low, high], [5, 5]);
});

Deno.test("a selection says what it holds, and hides what a terminal obeys", () => {
  const reports = data.only({ collections: ["reports"] });
  const modelled = reports.claims.filter(({ kind }) => kind !== "none").length;
  assert.match(
    `${reports}`,
    new RegExp(
      `^${reports.claims.length} claims of ${reports.sources.length} sources; ` +
        `${modelled} modelled, counting \\d+ measures: Criminal proceedings`,
    ),
  );
  assert.match(`${data}`, /^\d+ claims \(\d+ in reports, \d+ in record\) of /);
  const odd = data.only({ claims: [data.claims[0]!.claim_id] }).with({
    claim_id: "odd",
    measure: "\u001b[31m<b>red</b>",
    kind: "total",
    stated: "1",
    start: "2024",
    end: "2024",
    collection: "<i>",
  } as never);
  const shown = Deno.inspect(odd);
  assert.ok(!shown.includes("\u001b"), shown);
  const display =
    (odd as unknown as Record<symbol, () => Record<string, string>>)[
      Symbol.for("Jupyter.display")
    ]!();
  assert.ok(!/<[bi]>/.test(display["text/html"]!), display["text/html"]);
});
