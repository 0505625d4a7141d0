import { HEADER, problems } from "../folder.ts";
import { type Cells, found } from "./found.ts";
import assert from "node:assert/strict";

/** The warnings about these claims, without what says where they stand. */
async function told(claims: readonly Cells[], others = {}) {
  return (await found(claims, others)).map((line) =>
    line.replace(/^(\w+)\.csv:(\d+):\d+ /, "$1 $2 ")
  );
}

const year = { start: "2024-01", end: "2024-12" };
const itself = "'visits' is compared with itself, over the same days, so that ";

Deno.test("a count that is compared with itself", async () => {
  const forgotten =
    "give the days of the other count in of_start and of_end, " +
    "or name another measure in of_measure";
  assert.deepEqual(
    await told([{ ...year, kind: "ratio", of_measure: "visits" }]),
    [`claims 2 of_start: ${itself}this ratio is 1 whatever is counted; ${forgotten}`],
  );
  // Without another measure a difference is of its own.
  assert.deepEqual(await told([{ ...year, kind: "difference" }]), [
    `claims 2 of_start: ${itself}this difference is 0 whatever is counted; ${forgotten}`,
  ]);
  assert.deepEqual(
    await told([{
      ...year,
      kind: "share",
      stated: "0.5",
      of_measure: "visits",
    }]),
    [
      `claims 2 of_measure: ${itself}this share is 1 whatever is counted; name ` +
      "the whole in of_measure, or give the days of the other count",
    ],
  );
  // The same days, written in another way.
  assert.deepEqual(
    await told([{
      ...year,
      kind: "difference",
      of_start: "2024-01-01",
      of_end: "2024-12-31",
    }]),
    [
      `claims 2 of_start: ${itself}this difference is 0 whatever is counted; ` +
      "give the days of the other count",
    ],
  );
});

Deno.test("another name of the same measure makes it no other", async () => {
  const measures = [
    { measure: "visits", same_as: "calls" },
    { measure: "calls", same_as: "stays" },
    { measure: "stays" },
    { measure: "nights" },
  ];
  const ratio = { ...year, kind: "ratio", stated: "2" };
  assert.deepEqual(
    await told([
      { ...ratio, of_measure: "stays" },
      { ...ratio, of_measure: "nights" },
    ], { measures }),
    [
      "claims 2 of_start: 'visits' is compared with 'stays', which is the " +
      "same, over the same days, so that this ratio is 1 whatever is counted; " +
      "give the days of the other count in of_start and of_end, or name " +
      "another measure in of_measure",
    ],
  );
});

Deno.test("a level is compared with itself on its day", async () => {
  const level = { kind: "level", stated: "5", start: "2024-12-31", end: "" };
  const difference = { kind: "difference", start: "2024-12", end: "2024-12" };
  const days = (of: string) => ({ of_start: of, of_end: of });
  assert.equal(
    (await told([level, { ...difference, ...days("2024-12-31") }])).length,
    1,
  );
  assert.deepEqual(
    await told([level, { ...difference, ...days("2024-12-30") }]),
    [],
  );
  // Of a flow a month and its last day are two counts.
  assert.deepEqual(await told([{ ...difference, ...days("2024-12-31") }]), []);
});

Deno.test("what stands out among no others", async () => {
  const of = (start: string, end: string, more: Cells = {}): Cells => ({
    kind: "highest",
    stated: "",
    start: "2024-03",
    end: "2024-03",
    of_start: start,
    of_end: end,
    ...more,
  });
  const none = (span: string, unit: string, kind = "highest") =>
    `claims 2 of_start: from ${span} there is no other whole ${unit}, so that ` +
    `this one is the ${kind} of none; give the span it is compared with`;
  assert.deepEqual(await told([of("2024-03", "2024-03")]), [
    none("2024-03 to 2024-03", "month"),
  ]);
  assert.deepEqual(
    await told([of("2024-02-02", "2024-04-29", { kind: "lowest" })]),
    [none("2024-02-02 to 2024-04-29", "month", "lowest")],
  );
  const week = { per: "week", start: "2024-03-04", end: "2024-03-10" };
  assert.deepEqual(await told([of("2024-02-27", "2024-03-16", week)]), [
    none("2024-02-27 to 2024-03-16", "week"),
  ]);
  for (
    const claim of [
      of("2024-02", "2024-03"),
      of("2024-02", "2024-02"),
      of("2024-02-26", "2024-03-16", week),
      of("2024-03-01", "2024-03-02", {
        per: "day",
        start: "2024-03-02",
        end: "2024-03-02",
      }),
    ]
  ) assert.deepEqual(await told([claim]), []);
});

Deno.test("what stands out does so among counts of its own measure", async () => {
  const row = (of: string) =>
    `a,visits,highest,,2024-03,2024-03,${of},2024-01,2024-06`;
  const tables = (of: string, reading = "total") => ({
    claims: `${HEADER},of_measure,of_start,of_end\n${row(of)}\n`,
    measures: "measure,same_as\nvisits,calls\ncalls,\nnights,\n",
    readings: "claim_id,reading,kind,stated,of_measure\n" +
      `a,r,${reading},5,nights\n`,
  });
  assert.deepEqual(await problems(tables("nights")), [
    "claims.csv:2:7 of_measure: a highest stands out among the counts of its " +
    "own measure; leave it empty, or name 'nights' in measure",
  ]);
  // By another name it is the same.
  for (const  of of["", "visits", "calls"]) {
    assert.deepEqual(await problems(tables(of)), []);
  }
  const lowest = {
    ...tables(""),
    readings: "claim_id,reading,kind,of_measure\na,r,lowest,nights\n",
  };
  assert.deepEqual(await problems(lowest), [
    "readings.csv:2:4 of_measure: as read here, a lowest stands out among the " +
    "counts of its own measure; leave it empty, or name 'nights' in measure",
  ]);
});

Deno.test("a reading that compares a count with itself, where its claim does not", async () => {
  const claim = {
    ...year,
    kind: "ratio",
    stated: "2",
    of_measure: "visits",
    of_start: "2023-01",
    of_end: "2023-12",
  };
  const reading = { claim_id: "a", reading: "r" };
  assert.deepEqual(
    await told([claim], {
      readings: [{ ...reading, of_start: "-", of_end: "-" }],
    }),
    [
      `readings 2 of_start: as read here, ${itself}this ratio is 1 whatever is ` +
      "counted; give the days of the other count in of_start and of_end, or " +
      "name another measure in of_measure",
    ],
  );
  assert.deepEqual(
    await told([claim], {
      readings: [{ ...reading, of_start: "-", of_end: "-", grounds: "Why." }],
    }),
    [],
  );
  assert.deepEqual(
    await told([{ ...claim, of_start: "", of_end: "" }], {
      readings: [{ ...reading, stated: "3" }],
    }).then((lines) => lines.map((line) => line.split(":")[0])),
    ["claims 2 of_start"],
  );
});

Deno.test("counts of two kinds or spans are two", async () => {
  const sound: Cells[] = [
    { ...year, kind: "ratio", stated: "2", of_measure: "nights" },
    {
      ...year,
      kind: "ratio",
      of_measure: "visits",
      of_start: "2023-01",
      of_end: "2024-12",
    },
    { ...year, kind: "difference", of_measure: "nights" },
    { ...year, kind: "total", stated: "7" },
    { kind: "none", stated: "", start: "", end: "" },
  ];
  assert.deepEqual(await told(sound), []);
});
