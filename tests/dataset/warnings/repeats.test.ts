import { found } from "./found.ts";
import assert from "node:assert/strict";

const sources = [{ source_id: "paper" }, { source_id: "radio" }];

Deno.test("one claim under two ids", async () => {
  assert.deepEqual(
    await found([{ source_id: "paper" }, {
      source_id: "paper",
      hedge: "about",
    }], {
      sources: sources.slice(0, 1),
    }),
    [
      "claims.csv:3:1 claim_id: says what 'a' on line 2 says: same source, " +
      "measure, kind, number and period; keep one, or relate them in " +
      "relations.csv",
    ],
  );
  assert.equal((await found([{}, {}, {}])).length, 2);
});

Deno.test("claims that differ, or are related, are two", async () => {
  const own = { source_id: "paper" };
  assert.deepEqual(
    await found([
      own,
      { ...own, source_id: "radio" },
      { ...own, stated: "6" },
      { ...own, stated_high: "7" },
      { ...own, end: "2024-04" },
      { ...own, measure: "loans" },
      { ...own, origin: "the-mayor" },
      { ...own, kind: "none", stated: "" },
      { ...own, kind: "none", stated: "" },
    ], { sources }),
    [],
  );
  for (const [from, to] of [["a", "b"], ["b", "a"]] as const) {
    assert.deepEqual(
      await found([{}, {}], {
        relations: [{ from, relation: "restates", to }],
      }),
      [],
    );
  }
  assert.deepEqual(
    await found([{ speaker: "the mayor" }, { speaker: "the librarian" }]),
    [],
  );
});

Deno.test("one document under two ids", async () => {
  const page = (source_id: string, published: string) => ({
    source_id,
    url: "https://example.org/visits",
    published,
  });
  const claims = [{ source_id: "x" }, { source_id: "y" }];
  assert.deepEqual(
    await found(claims, {
      sources: [page("x", "2024-05"), page("y", "2024-05")],
    }),
    [
      "sources.csv:3:2 url: is the address of 'x' on line 2 too, published " +
      "then; keep one of the two",
    ],
  );
  assert.deepEqual(
    await found(claims, {
      sources: [page("x", "2024-05"), page("y", "2024-06")],
    }),
    [],
  );
});

Deno.test("a reading that changes nothing", async () => {
  assert.deepEqual(
    await found([{}], {
      readings: [
        { claim_id: "a", reading: "same", stated: "5", hedge: "-" },
        { claim_id: "a", reading: "other", stated: "6" },
        { claim_id: "a", reading: "about", hedge: "about" },
      ],
    }),
    [
      "readings.csv:2:2 reading: 'same' differs in nothing from the claim's " +
      "own reading; fill the column that it changes",
    ],
  );
});

Deno.test("a source without a claim, a measure that nothing is said of", async () => {
  assert.deepEqual(
    await found([{ source_id: "paper" }], {
      sources,
      measures: [{ measure: "visits" }, { measure: "loans" }],
    }),
    [
      "sources.csv:3:1 source_id: no claim stands in 'radio'",
      "measures.csv:3:1 measure: no claim is about 'loans'",
    ],
  );
  assert.deepEqual(
    await found(
      [{ kind: "share", stated: "0.5", of_measure: "loans" }],
      {
        measures: [
          { measure: "visits" },
          { measure: "loans" },
          { measure: "children", part_of: "visits", split: "part" },
          { measure: "returns" },
        ],
        readings: [{ claim_id: "a", reading: "returns", measure: "returns" }],
      },
    ),
    [],
  );
});
