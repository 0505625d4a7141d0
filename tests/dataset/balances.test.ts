import { HEADER, problems } from "./folder.ts";
import assert from "node:assert/strict";

/** A balance's problems among these parts; one flow named in `same` is another. */
async function told(
  balances: readonly string[],
  { splits = [], same = {} }: {
    splits?: readonly string[];
    same?: Readonly<Record<string, string>>;
  } = {},
) {
  const names = "stock,store,all,north,town,men,young,sent,other".split(",");
  return await problems({
    claims: `${HEADER}\na,stock,level,5,2024-01,\n`,
    measures: "measure,counts,same_as\n" +
      names.map((id) =>
        `${id},${id.startsWith("st") ? "level" : ""},${same[id] ?? ""}\n`
      ).join(""),
    splits: "whole,dimension,part,split\n" +
      splits.map((row) => `${row}\n`).join(""),
    balances: "level,flow,direction,split\n" +
      balances.map((row) => `${row}\n`).join(""),
  });
}

const twice =
  "and flows of one direction are added, so that it counts twice; " +
  "keep one of the two";
const chain = ["all,place,north,full", "north,,town,part"];

Deno.test("a flow and its part do not go the same way", async () => {
  assert.deepEqual(
    await told(["stock,all,in,full", "stock,north,in,full"], { splits: chain }),
    [
      "balances.csv:3:2 flow: 'north' is a part of 'all' of line 2, " + twice,
    ],
  );
  // Through others, and with the whole behind its part.
  assert.deepEqual(
    await told(["stock,town,out,", "stock,all,out,"], { splits: chain }),
    ["balances.csv:3:2 flow: 'all' has the part 'town' of line 2, " + twice],
  );
  // By other names of the level, the flow and a measure between.
  assert.deepEqual(
    await told(["stock,other,in,", "store,town,in,"], {
      splits: ["all,place,north,full", "sent,,town,full"],
      same: { store: "stock", other: "all", sent: "north" },
    }),
    ["balances.csv:3:2 flow: 'town' is a part of 'other' of line 2, " + twice],
  );
});

Deno.test("flows that have a part in common overlap", async () => {
  assert.deepEqual(
    await told(["stock,north,in,", "stock,men,in,"], {
      splits: ["north,sex,young,", "men,age,young,"],
    }),
    [
      "balances.csv:3:2 flow: 'men' has the part 'young' in common with " +
      "'north' of line 2, " + twice,
    ],
  );
});

Deno.test("parts of one dimension, and other levels, are apart", async () => {
  const splits = ["all,place,north,full", "all,place,town,full"];
  const sound = [
    ["stock,north,in,full", "stock,town,in,full"],
    ["stock,all,in,full", "store,north,in,full"],
    // Of those who came, some left again.
    ["stock,all,in,full", "stock,north,out,full"],
    ["stock,north,in,", "stock,all,out,"],
  ];
  for (const rows of sound) assert.deepEqual(await told(rows, { splits }), []);
  // One flow by two names, and two levels that are one: it counts once.
  assert.deepEqual(
    await told(["stock,all,in,", "stock,other,in,"], {
      same: { other: "all" },
    }),
    [],
  );
  assert.deepEqual(
    await told(["stock,all,in,", "store,all,in,"], {
      same: { store: "stock" },
    }),
    [],
  );
});

Deno.test("a flow does not go in and out of one level", async () => {
  const both = (flow: string, first: string) =>
    `balances.csv:3:3 direction: '${flow}' is '${first}' of line 2, which goes ` +
    "the other way: what goes in and out at once changes nothing; keep one of " +
    "the two, or name what else goes out";
  assert.deepEqual(await told(["stock,all,in,", "stock,all,out,"]), [
    both("all", "all"),
  ]);
  assert.deepEqual(
    await told(["stock,all,in,", "store,other,out,"], {
      same: { other: "sent", sent: "all", stock: "store" },
    }),
    [both("other", "all")],
  );
  assert.deepEqual(await told(["stock,all,in,", "store,all,out,"]), []);
});

Deno.test("each row that overlaps is told once, however many there are", async () => {
  const lines = await told([
    "stock,all,in,",
    "stock,north,in,",
    "stock,town,in,",
    "stock,town,out,",
  ], { splits: chain });
  assert.deepEqual(
    lines.map((line) => /^balances\.csv:\d+:\d+/.exec(line)![0]),
    ["balances.csv:3:2", "balances.csv:4:2", "balances.csv:5:3"],
  );
});
