import { claimIntervals } from "../../lib/dataset/intervals.ts";
import { loadDataset } from "../../lib/dataset/load.ts";
import { type RowsOf, Selection } from "../../lib/dataset/selection.ts";
import { leaveOut } from "../../lib/notebook/leave_out.ts";
import { reconcile } from "../../lib/notebook/reconcile.ts";
import { table } from "../../lib/notebook/table.ts";
import pl from "nodejs-polars";
import assert from "node:assert/strict";

const claim = { kind: "total", measure: "cases", hedge: "exact" } as const;
const year = { ...claim, start: "2024-01", end: "2024-12" };
const apart = [
  { ...year, claim_id: "a", stated: 70 },
  { ...year, claim_id: "b", stated: 90 },
];
const media = (value: object) =>
  (value as Record<symbol, () => Record<string, string>>)[
    Symbol.for("Jupyter.display")
  ]!();

Deno.test("a result and each of its parts show themselves", async () => {
  using result = await reconcile(apart);
  const shown: [object, RegExp, RegExp][] = [
    [
      result,
      /^2 claims are modelled\. They cannot all be true\. .*12\.5%/,
      /<li>/,
    ],
    [result.conflicts, /^Conflicts\n.*\n1 \| 2 \| a, b \| /, /<td.*a, b/],
    [result.conflicts[0]!, /90 .* is more than 70/, /<table/],
    [result.told, /^Conflicts, each told once\n/, /<table/],
    [result.repairs, /1 \| a \| 1\n2 \| b \| 1\n2 rows$/, /<table/],
    [result.cheapestRepair, /leaves out either a or b\.$/, /<p/],
    [result.alternatives, /either a or b\.$/, /<p/],
    [result.claims, /a \| default \| 70 \| 70 \| 90 \| 90/, /<table/],
    [result.blame, /a \| 0\.5/, /<table/],
    [
      result.bounds("cases", "2024-01", "2024-12"),
      /^cases, 2024: 90\. The claims conflict; this is without a\./,
      /<table/,
    ],
    [
      result.implied("a"),
      /^a says 70; the others imply 90/,
      /<p/,
    ],
    [
      result.monthly(),
      /^The tightest bounds, after the cheapest repair\n/,
      /<t/,
    ],
  ];
  for (const [value, text, html] of shown) {
    assert.match(Deno.inspect(value), text);
    assert.match(media(value)["text/plain"]!, text);
    assert.match(media(value)["text/html"]!, html);
  }
});

Deno.test("what shows itself is the plain value to everything else", async () => {
  using result = await reconcile(apart);
  assert.deepEqual(result.repairs, [
    { drop: ["a"], weight: 1 },
    { drop: ["b"], weight: 1 },
  ]);
  assert.deepEqual(structuredClone(result.repairs), result.repairs);
  assert.deepEqual(JSON.parse(JSON.stringify(result)).repairs, result.repairs);
});

Deno.test("text of a dataset is escaped where a result shows it", async () => {
  const odd = "<img src=x onerror=alert(1)>\u001b[31m";
  using result = await reconcile({
    claims: apart.map((row) => ({ ...row, claim_id: odd + row.claim_id })),
    measures: [{ measure: "cases", label: odd }],
  });
  const bounds = result.bounds("cases", "2024-01", "2024-12");
  for (
    const value of [
      result,
      result.conflicts,
      result.conflicts[0]!,
      result.cheapestRepair,
      result.alternatives,
      result.claims,
      bounds,
      result.implied(`${odd}a`),
    ]
  ) {
    assert.ok(!media(value)["text/html"]!.includes("<img"));
    assert.ok(!Deno.inspect(value).includes("\u001b"));
    assert.ok(!media(value)["text/plain"]!.includes("\u001b"));
  }
});

Deno.test("a shown result looks only at the conflicts that are not known yet", async () => {
  using result = await reconcile(apart);
  const found = await result.dissolves();
  const ids = found.map(({ claims }) => [...claims].sort().join());
  assert.ok(ids.length > 0);
  assert.deepEqual(await result.dissolves(new Set(ids)), []);
  assert.deepEqual(await result.dissolves(new Set(ids.slice(1))), [found[0]]);
});

Deno.test("table() takes whatever a result gives, and rows of one's own", async () => {
  using result = await reconcile(apart);
  const { proof } = result.conflicts[0]!;
  for (
    const value of [
      result.conflicts,
      result.told,
      result.repairs,
      result.cheapestRepair,
      result.alternatives,
      result.blame,
      result.claims,
      result.facts,
      result.asRead,
      result.monthly(),
      result.monthly().filter(({ high }) => high! > 0),
      result.bounds("cases", "2024-01", "2024-12"),
      result.implied("a"),
      result.claims.map(({ claim }) => result.implied(claim)),
      await result.dissolves(),
      (await result.readings()).choice,
      result.witnesses,
      result.modelled,
      result.measures,
      proof,
      result,
    ]
  ) assert.match(media(table(value))["text/html"]!, /<thead><tr><th/);
  const own = table([
    { outlet: "A", cases: 1200, sure: true, ids: ["x", "y"], none: null },
    { outlet: "B", cases: 0.5, sure: false, ids: [], none: null },
  ]);
  assert.equal(
    `${own}`,
    "outlet | cases | sure | ids | none\n" +
      "A | 1,200 | true | x, y | –\nB | 0.5 | false |  | –\n2 rows",
  );
  const types = (shown: object) =>
    [...media(shown)["text/html"]!.matchAll(/<small>(.*?)<\/small>/g)]
      .map(([, type]) => type);
  assert.deepEqual(types(own), [
    "String",
    "Float64",
    "Bool",
    "String",
    "String",
  ]);
  assert.deepEqual(types(table([{ n: 5 }], { counts: ["n"] })), ["Int64"]);
  assert.equal(
    `${
      table([{ id: "a", range: { low: 1, high: null } }], {
        columns: "id as claim, range.low as at_least, range.high",
      })
    }`,
    "claim | at_least | high\na | 1 | –\n1 row",
  );
  assert.throws(
    () => table([{ low: 1 }], { columns: "lo as least" }),
    /The table has no column lo; did you mean 'low'\?/,
  );
  const more = result.monthly().map((row) => ({ ...row, note: "mine" }));
  assert.match(`${table(more)}`, /note\n/);
});

Deno.test("rows and frames of the same look alike", () => {
  const rows = [{ outlet: "A", cases: 5 }, { outlet: "B", cases: 7.25 }];
  assert.deepEqual(media(table(rows)), media(table(pl.DataFrame(rows))));
});

Deno.test("an empty list of a result keeps its columns; no table of nothing", async () => {
  using result = await reconcile([apart[0]!]);
  assert.equal(
    `${table(result.conflicts)}`,
    "conflict | size | claims | arithmetic\n0 rows",
  );
  assert.throws(() => table(5 as never), /5 is no table/);
  assert.throws(() => table(reconcile([])), /await it first/);
});

Deno.test("the tables of a dataset show themselves, and stay arrays", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const few = data.only({ claims: ["wtat-21600-october"] });
  for (const rows of [few.claims, few.sources, few.readings, few.measures]) {
    assert.ok(Array.isArray(rows));
    assert.match(media(rows)["text/html"]!, /^<table/);
  }
  // Only the columns that say something.
  assert.match(
    Deno.inspect(few.claims),
    /^Claims\nclaim_id \| measure \| kind \| stated \| .*wording.*\nwtat-21600-october \| [^]*\n1 row$/,
  );
  assert.ok(!Deno.inspect(few.claims).includes("–"));
  assert.match(Deno.inspect(data.claims), /rows, the first 100 shown$/);
  assert.deepEqual(few.claims, [{ ...few.claims[0] }]);
  assert.deepEqual(Object.keys(few.claims), ["0"]);
  const odd = data.with({
    ...{ claim_id: "<b>", kind: "total", measure: "cases", stated: 5 },
    ...{ start: "2024-01", end: "2024-01" },
  }).claims.slice(-1);
  const again = new Selection("", {
    ...Object.fromEntries(
      ["readings", "sources", "measures", "relations", "hedges", "splits"]
        .map((name) => [name, () => []]),
    ),
    balances: () => [],
    claims: () => odd,
  } as unknown as RowsOf);
  assert.ok(!media(again.claims)["text/html"]!.includes("<b>"));
});

Deno.test("what remains without each publisher, and a choice of readings, show themselves", async () => {
  const source = { source_id: "s", publisher: "The Post" };
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const rows = await leaveOut(
    { ...data, claims: [], sources: [source] } as never,
    "publisher",
  );
  assert.equal(
    Deno.inspect(rows),
    "What remains without each publisher\n" +
      "publisher | claims | agree | conflicts | slack\n" +
      "(nothing) | 0 | true | 0 | 0\n1 row",
  );
  using result = await reconcile(apart);
  assert.equal(
    Deno.inspect(await result.readings()),
    "With the best choice of readings claims of weight 1 agree, of 2. It " +
      "leaves out: b. Readings other than the default in it: none.\n\n" +
      "Readings that are in no best choice: none.",
  );
});

Deno.test("a table works out columns, counts, and says what a claim says", async () => {
  const data = await loadDataset(new URL("../../data", import.meta.url));
  const few = data.only({ claims: ["wtat-21600-october"] });
  const rows = claimIntervals(few).map((row) => ({ row, parts: [1, 2] }));
  const shown = table(rows, {
    columns:
      "row.claim_id as claim, row.says, row.period, parts.length as of, twice",
    derive: { twice: ({ row }) => 2 * row.low! },
  });
  assert.equal(
    `${shown}`,
    "claim | says | period | of | twice\n" +
      "wtat-21600-october | 21,600 | Oct 2025 | 2 | 43,100\n1 row",
  );
  const types = [...media(shown)["text/html"]!.matchAll(/<small>(.*?)<\//g)];
  assert.deepEqual(types.map(([, type]) => type).slice(-2), [
    "Int64",
    "Float64",
  ]);
  assert.match(`${table(claimIntervals(few), { columns: "says" })}`, /21,600/);
  assert.throws(
    () => table(pl.DataFrame([{ n: 1 }]), { derive: { m: () => 1 } }),
    /derive: m is worked out of rows/,
  );
  assert.throws(
    () => table([{ n: 1 }], { derive: { m: 5 } as never }),
    /derive/,
  );
});

Deno.test("headings may be worked out, and a column of claims is one of links", () => {
  const rows = [{ month: "2024-01", cases: 5, cases_claim: "a" }];
  const shown = table(rows, { headings: (name) => name.toUpperCase() });
  assert.equal(`${shown}`, "MONTH | CASES\n2024-01 | 5\n1 row");
  assert.match(media(shown)["text/html"]!, /data-claim="a" title="a">5</);
  const all = table(rows, { columns: "cases, cases_claim", claims: {} });
  assert.equal(`${all}`, "cases | cases_claim\n5 | a\n1 row");
});

Deno.test("what is set aside is told with the result, and shows itself with what replaced it", async () => {
  using result = await reconcile({
    claims: apart,
    relations: [{ from: "b", relation: "corrects", to: "a" }],
  });
  const aside = "1 of 2 claims is set aside as corrected, superseded or an " +
    "older vintage";
  assert.equal(result.replaced, `${aside}.`);
  assert.equal(
    Deno.inspect(result),
    `1 claim is modelled. It can be true. ${aside}.\na: corrected by b`,
  );
  assert.match(media(result)["text/html"]!, /<li>a: corrected by b<\/li>/);
  const shown = media(result.setAside);
  assert.match(shown["text/plain"]!, RegExp(`^${aside}\n`));
  assert.match(shown["text/plain"]!, /\na \| corrected by \| b\n1 row$/);
  using all = await reconcile(apart);
  assert.equal(all.replaced, "");
  assert.match(media(all.setAside)["text/plain"]!, /^None is set aside/);
  assert.doesNotMatch(Deno.inspect(all), /set aside/);
});
