import { loadDataset } from "../../lib/dataset/load.ts";
import { compareTables } from "../../lib/diff/compare_tables.ts";
import { ROOT } from "../../lib/cli/jupyter/environment/paths.ts";
import { dataset, total } from "./datasets.ts";
import assert from "node:assert/strict";
import { join } from "node:path";

const OLD = dataset({
  claims: [
    total("january", "70", "2024-01", "2024-01", { source_id: "paper" }),
    total("quarter", "100", "2024-01", "2024-03", { source_id: "paper" }),
  ],
  readings: [
    { claim_id: "january", reading: "wide", hedge: "about" },
    { claim_id: "quarter", reading: "wide", hedge: "about" },
  ],
  sources: [{ source_id: "paper", publisher: "The Paper" }],
  measures: [
    { measure: "all", label: "All", part_of: null },
    { measure: "cases", label: "Cases", part_of: "all" },
  ],
  relations: [{ from: "january", relation: "compares", to: "quarter" }],
  hedges: [{ hedge: "about", low: "1", high: "2" }],
});

Deno.test("a dataset and itself differ in nothing, in any order", async () => {
  const data = await loadDataset(join(ROOT, "data"));
  assert.deepEqual(compareTables(data, data).tables, []);
  const turned = {
    ...data,
    claims: data.claims.toReversed(),
    relations: data.relations.toReversed(),
    sources: data.sources.map((row) =>
      Object.fromEntries(Object.entries(row).reverse())
    ) as unknown as typeof data.sources,
  };
  assert.deepEqual(compareTables(data, turned).tables, []);
});

Deno.test("every table is compared, cell by cell", () => {
  const now = dataset({
    ...OLD,
    claims: [
      total("january", "71", "2024-01", "2024-01", {
        source_id: "paper",
        own: "x",
      }),
      total("april", "5", "2024-04", "2024-04"),
    ],
    readings: [],
    sources: [{ source_id: "paper", publisher: null }],
    relations: [{ from: "january", relation: "corrects", to: "quarter" }],
    hedges: [{ hedge: "about", low: "1", high: "inf" }],
  });
  const { tables } = compareTables(OLD, now);
  assert.deepEqual(tables, [
    {
      table: "claims",
      added: [{
        id: "april",
        cells: {
          claim_id: "april",
          kind: "total",
          measure: "cases",
          hedge: "exact",
          stated: "5",
          start: "2024-04",
          end: "2024-04",
        },
      }],
      removed: [{ id: "quarter", cells: OLD.claims[1] }],
      renamed: [],
      changed: [{
        id: "january",
        cells: [
          { column: "stated", old: "70", new: "71" },
          { column: "own", old: null, new: "x" },
        ],
      }],
    },
    {
      table: "readings",
      added: [],
      removed: OLD.readings.map((cells) => ({
        id: `${cells.claim_id} wide`,
        cells,
      })),
      renamed: [],
      changed: [],
    },
    {
      table: "sources",
      added: [],
      removed: [],
      renamed: [],
      changed: [{
        id: "paper",
        cells: [{ column: "publisher", old: "The Paper", new: null }],
      }],
    },
    {
      table: "relations",
      added: [{ id: "january corrects quarter", cells: now.relations[0] }],
      removed: [{ id: "january compares quarter", cells: OLD.relations[0] }],
      renamed: [],
      changed: [],
    },
    {
      table: "hedges",
      added: [],
      removed: [],
      renamed: [],
      changed: [{
        id: "about",
        cells: [{ column: "high", old: "2", new: "inf" }],
      }],
    },
  ]);
});

Deno.test("what only has another id is renamed, with all that refers to it", () => {
  const now = JSON.parse(
    JSON.stringify(OLD)
      .replaceAll('"january"', '"jan"')
      .replaceAll('"paper"', '"the-paper"')
      .replaceAll('"cases"', '"all-cases"')
      .replaceAll('"all"', '"everything"')
      .replaceAll('"about"', '"roughly"'),
  );
  const { tables, renames } = compareTables(OLD, now);
  assert.deepEqual(
    tables.map(({ table, renamed, added, removed, changed }) => [
      table,
      renamed.map((row) => `${row.old}>${row.new}`),
      added.length + removed.length + changed.length,
    ]),
    [
      ["claims", ["january>jan"], 0],
      ["sources", ["paper>the-paper"], 0],
      ["measures", ["all>everything", "cases>all-cases"], 0],
      ["hedges", ["about>roughly"], 0],
    ],
  );
  assert.equal(renames.claims.get("january"), "jan");
});

Deno.test("another id and another number are a row gone and a row new", () => {
  const now = dataset({
    ...OLD,
    claims: [total("jan", "71", "2024-01", "2024-01"), OLD.claims[1]!],
  });
  const [claims] = compareTables(OLD, now).tables;
  assert.deepEqual(claims?.renamed, []);
  assert.deepEqual(claims?.added.map(({ id }) => id), ["jan"]);
  assert.deepEqual(claims?.removed.map(({ id }) => id), ["january"]);
});

Deno.test("rows that are alike are each renamed once", () => {
  const old = dataset({
    claims: ["a", "b", "c"].map((id) => total(id, "1", "2024-01", "2024-01")),
  });
  const now = dataset({
    claims: ["x", "y"].map((id) => total(id, "1", "2024-01", "2024-01")),
  });
  const [claims] = compareTables(old, now).tables;
  assert.deepEqual(claims?.renamed, [
    { old: "a", new: "x" },
    { old: "b", new: "y" },
  ]);
  assert.deepEqual(claims?.removed.map(({ id }) => id), ["c"]);
});

Deno.test("a row that stands twice and then once is one gone", () => {
  const twice = dataset({
    relations: [OLD.relations[0]!, OLD.relations[0]!],
  });
  const once = dataset({ relations: [OLD.relations[0]!] });
  const [relations] = compareTables(twice, once).tables;
  assert.equal(relations?.removed.length, 1);
  assert.equal(relations?.added.length, 0);
});
