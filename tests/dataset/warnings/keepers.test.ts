import { type Cells, found } from "./found.ts";
import assert from "node:assert/strict";

/** An official running total at the end of a day of March. */
const figure = (day: string, stated: string, more: Cells = {}): Cells => ({
  stated,
  start: "2024-03-01",
  end: `2024-03-${day}`,
  status: "official",
  speaker: "Health Office",
  ...more,
});

Deno.test("a keeper's running total that falls", async () => {
  assert.deepEqual(
    await found([
      figure("02", "112"),
      figure("03", "131"),
      figure("04", "127"),
      figure("05", "129"),
      figure("06", "140"),
    ]),
    [
      "claims.csv:3:9 series: 131 by 2024-03-03 is above 127 by 2024-03-04 " +
      "(line 4), and a running total does not fall; if its keeper revised it, " +
      "give both one series",
    ],
  );
});

Deno.test("whose running total it is shows a speaker where no status is told", async () => {
  const falls = ["112", "131", "127"].map((n, i) =>
    figure(`0${i + 2}`, n, { status: "" })
  );
  const count = async (claims: readonly Cells[]) =>
    (await found(claims)).length;
  assert.equal(await count(falls), 1);
  const nobody = falls.map((row) => ({ ...row, speaker: "" }));
  assert.equal(await count(nobody), 0);
  // One register's own figures, with nobody to name.
  const official = nobody.map((row) => ({ ...row, status: "official" }));
  assert.equal(await count(official), 1);
});

Deno.test("a fall that is explained, or is no fall, is left alone", async () => {
  const falls = ["02", "03", "04"];
  const sound: Cells[][] = [
    // One series: the older figure is set aside.
    falls.map((day, i) => figure(day, `${141 - i}`, { series: "daily" })),
    // Numbers that are rounded may be the same.
    ["1400", "1400", "1390"].map((n, i) => figure(falls[i]!, n)),
    // Two figures are not yet a series, and keepers differ.
    [figure("02", "141"), figure("03", "131")],
    falls.map((day, i) =>
      figure(day, `${141 - i}`, { speaker: `Office ${i}` })
    ),
    // A newspaper's numbers come from anybody.
    falls.map((day, i) => figure(day, `${141 - i}`, { status: "attributed" })),
  ];
  for (const claims of sound) assert.deepEqual(await found(claims), []);
  assert.deepEqual(
    await found(
      [figure("02", "112"), figure("03", "131"), figure("04", "127")],
      { relations: [{ from: "c", relation: "corrects", to: "b" }] },
    ),
    [],
  );
});

Deno.test("a correction of somebody else's claim", async () => {
  const sources = [
    { source_id: "p1", publisher: "The Paper" },
    { source_id: "p2", publisher: "The Paper" },
    { source_id: "q", publisher: "Quotidian" },
  ];
  const warnings = (one: Cells, other: Cells, relation = "corrects") =>
    found(
      [{ stated: "6", ...one }, { stated: "7", ...other }],
      {
        sources: sources.filter(({ source_id }) =>
          [one["source_id"], other["source_id"]].includes(source_id)
        ),
        relations: [{ from: "b", relation, to: "a" }],
      },
    );
  const message = "relations.csv:2:2 relation: 'b' and 'a' have no speaker, " +
    "publisher or origin in common; write contests, which sets nobody aside";
  for (const relation of ["corrects", "supersedes"]) {
    assert.deepEqual(
      await warnings({ source_id: "p1" }, { source_id: "q" }, relation),
      [message],
    );
  }
  assert.deepEqual(
    await warnings(
      { source_id: "p1", speaker: "Ada" },
      { source_id: "q", speaker: "Bob" },
    ),
    [message],
  );
  const own: [Cells, Cells][] = [
    [{ source_id: "p1" }, { source_id: "p2" }],
    [{ source_id: "p1", speaker: "Ada" }, { source_id: "q", speaker: "Ada" }],
    [{ source_id: "p1", origin: "o" }, { source_id: "q", origin: "o" }],
  ];
  for (const [one, other] of own) {
    assert.deepEqual(await warnings(one, other), []);
  }
  assert.deepEqual(
    await warnings({ source_id: "p1" }, { source_id: "q" }, "contests"),
    [],
  );
});

const total = (measure: string, stated: string): Cells => ({ measure, stated });
const parts = (names: readonly string[], more: Cells = {}): Cells[] => [
  { measure: "visits" },
  ...names.map((measure) => ({
    measure,
    part_of: "visits",
    split: "full",
    ...more,
  })),
];

Deno.test("two breakdowns of one whole in one dimension", async () => {
  const names = ["north", "south", "young", "old"];
  const claims = [
    total("visits", "1001"),
    total("north", "601"),
    total("south", "399"),
    total("young", "222"),
    total("old", "778"),
  ];
  assert.deepEqual(await found(claims, { measures: parts(names) }), [
    "measures.csv:6:3 split: the 4 full parts of 'visits' add up to 2 times " +
    "its number; if they are 2 breakdowns, give each its dimension in " +
    "splits.csv",
  ]);
  const splits = names.map((part, i) => ({
    whole: "visits",
    dimension: i < 2 ? "district" : "age",
    part,
    split: "full",
  }));
  const bare = ["visits", ...names].map((measure) => ({ measure }));
  assert.deepEqual(await found(claims, { measures: bare, splits }), []);
  assert.deepEqual(
    await found(claims, {
      measures: bare,
      splits: splits.map((row) => ({ ...row, dimension: "both" })),
    }),
    [
      "splits.csv:5:2 dimension: the 4 full parts of 'visits' add up to 2 " +
      "times its number; if they are 2 breakdowns, give each its dimension " +
      "in splits.csv",
    ],
  );
});

Deno.test("parts that conflict with their whole are no two breakdowns", async () => {
  const names = ["north", "south", "young", "old"];
  const measures = parts(names);
  const claims = (whole: string, more: Cells = {}) => [
    total("visits", whole),
    ...names.map((name) => ({ ...total(name, "5"), ...more })),
  ];
  assert.deepEqual(await found(claims("20"), { measures }), []);
  assert.deepEqual(await found(claims("14"), { measures }), []);
  // Of masked numbers nobody knows what they add up to.
  assert.deepEqual(
    await found(claims("10", { hedge: "up_to" }), { measures }),
    [],
  );
});

Deno.test("a full part within another of the same whole", async () => {
  const measures = ["visits", "north", "town"].map((measure) => ({ measure }));
  const splits = [
    ["visits", "district", "north"],
    ["visits", "district", "town"],
    ["north", "", "town"],
  ].map(([whole, dimension, part]) => ({
    whole: whole!,
    dimension: dimension!,
    part: part!,
    split: "full",
  }));
  assert.deepEqual(await found([{}], { measures, splits }), [
    "splits.csv:3:2 dimension: 'town' is a part of 'north', and both are full " +
    "parts of 'visits' in one dimension, so that it counts twice; leave one " +
    "out, or give each breakdown its dimension in splits.csv",
  ]);
  const apart = splits.map((row, i) =>
    i === 1 ? { ...row, dimension: "town" } : row
  );
  assert.deepEqual(await found([{}], { measures, splits: apart }), []);
});
