import { found } from "./found.ts";
import assert from "node:assert/strict";

const paper = (published: string, accessed = "") => ({
  sources: [{ source_id: "paper", published, accessed }],
});

Deno.test("a count that ends after its source was published", async () => {
  const claim = { source_id: "paper", of_measure: "nights" };
  assert.deepEqual(
    await found([
      { ...claim, kind: "share", stated: "0.5", end: "2024-04" },
      {
        ...claim,
        kind: "ratio",
        of_start: "2024-01",
        of_end: "2024-03-11",
        as_of: "2024-04-01",
      },
    ], paper("2024-03-10")),
    [
      "claims.csv:2:6 end: ends on 2024-04, after its source was published " +
      "(2024-03-10); end it on the last day that was counted",
      "claims.csv:3:10 of_end: ends on 2024-03-11, after its source was " +
      "published (2024-03-10); end it on the last day that was counted",
      "claims.csv:3:11 as_of: 2024-04-01 is after its source was published " +
      "(2024-03-10)",
    ],
  );
});

Deno.test("the month of publication, a plan and an undated source may", async () => {
  const claim = { source_id: "paper", end: "2024-03" };
  assert.deepEqual(await found([claim], paper("2024-03-10")), []);
  assert.deepEqual(await found([claim], paper("2024-03")), []);
  assert.deepEqual(
    await found([{ ...claim, end: "2024-03-10" }], paper("2024-03-10")),
    [],
  );
  assert.deepEqual(
    await found([{ ...claim, kind: "none", end: "2025-12" }], paper("2024-03")),
    [],
  );
  assert.deepEqual(await found([claim], paper("")), []);
});

Deno.test("a count that ends after the day for which it is said", async () => {
  assert.deepEqual(await found([{ as_of: "2024-02-29" }]), [
    "claims.csv:2:6 end: ends on 2024-03, after the day for which it is said, " +
    "as_of 2024-02-29; end it then",
  ]);
  assert.deepEqual(await found([{ as_of: "2024-03-05" }]), []);
  assert.deepEqual(await found([{ as_of: "2024-05" }]), []);
});

Deno.test("a source that was read before it was published", async () => {
  const claim = { source_id: "paper" };
  assert.deepEqual(await found([claim], paper("2024-06-02", "2024-06-01")), [
    "sources.csv:2:3 accessed: was read on 2024-06-01, before it was " +
    "published (2024-06-02)",
  ]);
  assert.deepEqual(await found([claim], paper("2024-06", "2024-06-01")), []);
});

Deno.test("a year more than a century from every other", async () => {
  assert.deepEqual(
    await found([{}, { start: "2023-01" }, {
      start: "2024-02",
      end: "2204-03",
    }]),
    [
      "claims.csv:4:6 end: 2204-03 is more than a century from every other " +
      "date; is the year right?",
    ],
  );
  const long = ["1720", "1800", "1880", "1960"];
  assert.deepEqual(
    await found(
      long.map((year) => ({ start: `${year}-01`, end: `${year}-12` })),
    ),
    [],
  );
  assert.deepEqual(await found([{ start: "1024-01" }]), []);
});
